// The recipes of docs/bundlers-and-servers.md, with the packages as they are published.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Emulator } from './emulator.mjs'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(join(root, '..', 'docs', 'bundlers-and-servers.md'), 'utf8')

/** The block of the page that has a tag. */
function block(tag: string): string {
  const found = page.split(`\`\`\`${tag}\n`)[1]?.split('```')[0]
  assert.ok(found, `no ${tag} in the page`)
  return found
}

let emulator: Emulator
let folder: string
let project: string
before(async () => {
  emulator = await Emulator.start()
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
  project = join(folder, 'project')
  const packed = join(folder, 'packed')
  await run(process.execPath, [join(root, 'scripts', 'pack.mjs'), packed])
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true }))
  const tarballs = readdirSync(packed).filter((name) => name.endsWith('.tgz'))
  const install = ['install', '--offline', '--no-audit', '--no-fund', ...tarballs.map((name) => join(packed, name))]
  await run('npm', install, { cwd: project })
  writeFileSync(
    join(project, 'main.mjs'),
    `import { Client } from 'cams-roi'
    new Client()
      .enableWhatsappRoiMetric({ custSpaceId: process.env.CHANNEL })
      .then((result) => console.log('enabled', typeof result.requestId))`,
  )
})
after(async () => {
  await emulator.stop()
  rmSync(folder, { recursive: true })
})

/** Runs what a bundler made where no package is installed. */
async function bundled(output: string, file: string): Promise<string> {
  const alone = mkdtempSync(join(folder, 'alone-'))
  for (const name of readdirSync(join(project, output))) {
    writeFileSync(join(alone, name), readFileSync(join(project, output, name)))
  }
  const env = { ...process.env, ...emulator.environment, CHANNEL: emulator.channel }
  return (await run(process.execPath, [join(alone, file)], { cwd: alone, env })).stdout
}

/** A program of this package's own development dependencies. */
const tool = (...path: string[]) => join(root, 'node_modules', ...path)

test('esbuild copies the native part', async () => {
  const [command, ...given] = block('sh esbuild').trim().split(/\s+/)
  assert.equal(command, 'esbuild')
  await run(tool('esbuild', 'bin', 'esbuild'), given, { cwd: project })
  assert.equal(await bundled('out', 'main.cjs'), 'enabled string\n')
})

test('esbuild leaves the package external', async () => {
  const [, ...given] = block('sh esbuild external').trim().split(/\s+/)
  await run(tool('esbuild', 'bin', 'esbuild'), given, { cwd: project })
  const env = { ...process.env, ...emulator.environment, CHANNEL: emulator.channel }
  const { stdout } = await run(process.execPath, [join(project, 'external', 'main.mjs')], { env })
  assert.equal(stdout, 'enabled string\n')
})

test('esbuild without either says what to set', async () => {
  const given = ['main.mjs', '--bundle', '--platform=node', '--format=esm', '--outfile=none/main.mjs']
  const { stderr } = await run(tool('esbuild', 'bin', 'esbuild'), given, { cwd: project }).catch((error) => error)
  assert.match(stderr, /No loader is configured for ".node" files/)
})

test('webpack leaves the package external', async () => {
  writeFileSync(join(project, 'webpack.config.cjs'), block('js webpack'))
  const build = `
    const webpack = require(${JSON.stringify(tool('webpack'))})
    webpack({ ...require('./webpack.config.cjs'), context: process.cwd() }, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) {
        console.error(error ?? stats.toString())
        process.exit(1)
      }
    })`
  await run(process.execPath, ['-e', build], { cwd: project })
  const env = { ...process.env, ...emulator.environment, CHANNEL: emulator.channel }
  const { stdout } = await run(process.execPath, [join(project, 'packed', 'main.mjs')], { env })
  assert.equal(stdout, 'enabled string\n')
})

test('a bundle whose native part is not there says what to do', async () => {
  const given = ['main.mjs', '--bundle', '--platform=node', '--format=cjs', '--outfile=lacking/main.cjs']
  await run(tool('esbuild', 'bin', 'esbuild'), [...given, '--external:cams-roi-*'], { cwd: project })
  const { stderr } = await bundled('lacking', 'main.cjs').catch((error) => error)
  assert.match(stderr, /A bundler must copy its \.node file, or leave cams-roi external/)
})

test('each platform is required by a name that tracers find', () => {
  const text = readFileSync(join(project, 'node_modules', 'cams-roi', 'dist', 'bundle.js'), 'utf8')
  const required = [...text.matchAll(/require\(['"]cams-roi-([^'"]+)['"]\)/g)].map(([, name]) => name)
  assert.deepEqual(required.sort(), readdirSync(join(root, 'npm')).sort())
})
