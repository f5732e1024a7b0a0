// The JavaScript of the README and of the guides, in the world that docs/README.md describes.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Emulator } from './emulator.mjs'

const run = promisify(execFile)
const packageRoot = fileURLToPath(new URL('..', import.meta.url))
const root = join(packageRoot, '..')
const channels = ['cams-1', 'cams-2', 'cams-3']

/** The pages whose code runs: the repository's, and the package's own. */
const pages = [join(root, 'README.md'), join(packageRoot, 'README.md'), ...below(join(root, 'docs'))]
const modules = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/```js\n(.*?)```/gs)].map(([, text], index) => ({
    place: `${relative(root, page)}, number ${index + 1}`,
    text: text!,
  })),
)

function below(directory: string): string[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()
  return files.filter((file) => file.endsWith('.md')).map((file) => join(directory, file))
}

let emulator: Emulator
let folder: string
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(async () => {
  await emulator.reset()
  const past = { phone_numbers: ['99900000042'], enabled_at: '2020-01-01T00:00:00Z' }
  await emulator.changeAccount({ isv_code: 'isv-1', spaces: channels.map((id) => ({ id, ...past })) })
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
  // As `npm install` would have put it there.
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(packageRoot, join(folder, 'node_modules', 'cams-roi'), 'dir')
  writeFileSync(join(folder, 'channels.csv'), ['cust_space_id', ...channels, ''].join('\n'))
})

for (const { place, text } of modules) {
  test(place, async () => {
    try {
      const file = join(folder, 'guide.mjs')
      writeFileSync(file, text)
      const command = dirname(process.env['CAMS_ROI_COMMAND']!)
      const PATH = `${command}${delimiter}${process.env['PATH']}`
      const env = { ...process.env, ...emulator.environment, PATH, NO_PROXY: '127.0.0.1' }
      await run(process.execPath, [file], { cwd: folder, env, timeout: 60_000 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
}

test('there is code in each page that shows some', () => {
  const shown = new Set(modules.map(({ place }) => place.split(',')[0]))
  const guides = ['getting-started/node', 'errors-guide', 'limits-and-bulk-enabling', 'credentials']
  for (const page of ['README.md', 'node/README.md', ...guides.map((guide) => `docs/${guide}.md`)]) {
    assert.ok(shown.has(page), page)
  }
})
