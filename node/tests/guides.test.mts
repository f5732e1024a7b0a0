// The JavaScript of the README and of the guides, in the world that docs/code-in-these-pages.md describes.

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

/** What the service may do to a program, and that the program must show then: that is what it shows, or how it ends. */
const troubles = {
  'the account has no subscription': {
    fault: { type: 'error', status: 400, code: 'Product.Unsubscript', message: 'no' },
    shows: /Product\.Unsubscript|NotSubscribed|Subscribe|subscribe|operator/,
  },
  'the service does not answer': {
    fault: { type: 'hang' },
    shows: /Timeout|deadline/,
  },
}

let emulator: Emulator
let folder: string
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(async () => {
  await emulator.restart()
  const past = { phone_numbers: ['99900000042'], enabled_at: '2020-01-01T00:00:00Z' }
  await emulator.changeAccount({ isv_code: 'isv-1', channels: channels.map((id) => ({ id, ...past })) })
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
  // As `npm install` would have put it there.
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(packageRoot, join(folder, 'node_modules', 'cams-roi'), 'dir')
  const others = join('node_modules', '@opentelemetry')
  symlinkSync(join(packageRoot, others), join(folder, others), 'dir')
  writeFileSync(join(folder, 'channels.csv'), ['cust_space_id', ...channels, ''].join('\n'))
})

/** Runs a module as its reader would; gives what it says and how it ends. */
async function ran(text: string, env: NodeJS.ProcessEnv = {}) {
  const file = join(folder, 'guide.mjs')
  writeFileSync(file, text)
  const command = dirname(process.env['CAMS_ROI_COMMAND']!)
  const PATH = `${command}${delimiter}${process.env['PATH']}`
  const { NODE_TEST_CONTEXT: _, ...own } = process.env // A guide's tests are not reported to this one.
  const all = { ...own, ...emulator.environment, PATH, ...env }
  try {
    const { stdout, stderr } = await run(process.execPath, [file], { cwd: folder, env: all, timeout: 60_000 })
    return { code: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, said: stdout + stderr }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

for (const { place, text } of modules) {
  test(place, async () => {
    const { code, said } = await ran(text)
    assert.equal(code, 0, said)
  })

  // A program that starts an emulator of its own brings its own trouble.
  if (text.includes('emulator.stdin') || text.includes('startEmulator()')) continue
  for (const [name, { fault, shows }] of Object.entries(troubles)) {
    test(`${place}: ${name}`, async () => {
      await emulator.fault(fault)
      // Sooner than the default deadlines, which are a minute.
      const hurried = text
        .replaceAll('new Client(', 'hurriedClient(')
        .replace(/(import .*\n)(?!import)/, `$1${HURRIED}`)
      const { code, said } = await ran(hurried)
      assert.ok(code !== 0 || shows.test(said), `nobody would know: ${said}`)
      assert.match(said, shows)
    })
  }
}

/** A client that is less patient than the reader's. */
const HURRIED = `
const hurriedClient = (options = {}) =>
  new Client({ ...options, timeouts: { callMs: 400, ...options.timeouts }, retry: { maxAttempts: 1 } })
`

test('there is code in each page that shows some', () => {
  const shown = new Set(modules.map(({ place }) => place.split(',')[0]))
  const guides = [
    'getting-started/node',
    'errors-guide',
    'every-days-metrics',
    'limits-and-bulk-enabling',
    'listings',
    'credentials',
    'moving-from-the-official-sdk',
    'testing-your-code',
    'why-is-my-channel-empty',
  ]
  for (const page of ['README.md', 'node/README.md', ...guides.map((guide) => `docs/${guide}.md`)]) {
    assert.ok(shown.has(page), page)
  }
})
