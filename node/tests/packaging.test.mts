import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Emulator } from './emulator.mjs'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const consumers = join(root, 'tests', 'consumers')
const { platform } = createRequire(import.meta.url)('../dist/platform.js') as { platform(): string }

let emulator: Emulator
let folder: string
let packed: string
let project: string
before(async () => {
  emulator = await Emulator.start()
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
  packed = join(folder, 'packed')
  project = join(folder, 'project')
  await run(process.execPath, [join(root, 'scripts', 'pack.mjs'), packed])
  cpSync(consumers, project, { recursive: true })
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true }))
  // Offline, so that nothing but the two of them can be what makes it work.
  const tarballs = readdirSync(packed).filter((name) => name.endsWith('.tgz'))
  const install = ['install', '--offline', '--no-audit', '--no-fund', ...tarballs.map((name) => join(packed, name))]
  await run('npm', install, { cwd: project })
})
after(async () => {
  await emulator.stop()
  rmSync(folder, { recursive: true })
})

const environment = () => ({
  ...process.env,
  ...emulator.environment,
  NO_PROXY: '127.0.0.1',
  CHANNEL: emulator.channel,
})

test('two packages are all that is installed, and neither has an install script', () => {
  const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))
  assert.deepEqual(installed.sort(), ['cams-roi', `cams-roi-${platform()}`])
  for (const name of installed) {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'))
    assert.equal(manifest.scripts, undefined)
    assert.equal(manifest.dependencies, undefined)
  }
})

for (const program of ['common.cjs', 'module.mjs']) {
  test(`${program} runs with what is installed`, async () => {
    await run(process.execPath, [join(project, program)], { env: environment() })
  })
}

test('TypeScript finds the types, however it looks for them', async () => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules', '@types')]
  const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', ...types]
  for (const way of [
    ['--module', 'node16'],
    ['--module', 'nodenext'],
    ['--module', 'esnext', '--moduleResolution', 'bundler'],
  ]) {
    for (const type of ['commonjs', 'module']) {
      writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type }))
      await run(process.execPath, [tsc, ...strict, ...way, 'typed.ts'], { cwd: project }).catch(({ stdout }) =>
        assert.fail(`${way.join(' ')}, ${type}: ${stdout}`),
      )
    }
  }
})

test('are the types wrong? They are not', async () => {
  const attw = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js')
  const [tarball] = readdirSync(packed).filter((name) => /^cams-roi-\d.*tgz$/.test(name))
  await run(process.execPath, [attw, join(packed, tarball!)]).catch(({ stdout }) => assert.fail(stdout))
})

test('what is missing is said', async () => {
  const name = `cams-roi-${platform()}`
  rmSync(join(project, 'node_modules', name), { recursive: true })
  const { stderr } = await run(process.execPath, ['-e', "require('cams-roi')"], { cwd: project }).catch(
    (error) => error,
  )
  assert.match(stderr, new RegExp(`the package ${name} is not installed`))
  assert.match(stderr, /--omit=optional/)
})
