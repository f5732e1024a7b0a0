// What the system gives or refuses: files at load, threads, descriptors, certificates.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { certificates } from './certificates.mjs'
import { Emulator } from './emulator.mjs'

const run = promisify(execFile)
const packageRoot = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const { isMusl } = require('../dist/platform.js') as { isMusl(programs?: string[], libraries?: string): boolean }
const { reason } = require('../dist/native.js') as {
  reason(name: string, file: string, cause: unknown): string
}

let emulator: Emulator
let folder: string
before(async () => {
  emulator = await Emulator.start()
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
})
after(async () => {
  await emulator.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => emulator.restart())

/** Runs the body of an async function; what it must not do is end the process. */
async function program(body: string, env: NodeJS.ProcessEnv = {}): Promise<{ stdout: string; stderr: string }> {
  const text = `const PACKAGE = ${JSON.stringify(packageRoot)}
    const custSpaceId = process.env.CHANNEL
    const failure = (work) => work.then(() => { throw new Error('it did not fail') }, (error) => error)
    const show = ({ kind, message, hint, retryable }) => console.log(JSON.stringify({ kind, message, hint, retryable }))
    const all = async (outcomes) => { for await (const { error } of outcomes) if (error) throw error }
    ;(async () => { ${body} })()`
  const inherited = {
    ...process.env,
    ...emulator.environment,
    NO_PROXY: '127.0.0.1,localhost',
    NODE_EXTRA_CA_CERTS: '',
    CHANNEL: emulator.channel,
  }
  return run(process.execPath, ['-e', text], { cwd: folder, env: { ...inherited, ...env } })
}

test('loading asks for no report of the process, which would look up the name of every open socket', async () => {
  const { stdout } = await program(`
    process.report.getReport = () => { throw new Error('a report was asked for') }
    require(PACKAGE)
    console.log('loaded')`)
  assert.equal(stdout, 'loaded\n')
})

test('the C library is told by the dynamic loader that a program asks for', () => {
  const program = (loader: string) => {
    const file = join(folder, 'program')
    const bytes = Buffer.alloc(300)
    bytes.writeBigUInt64LE(64n, 32) // where the program headers are, how large each is, and how many there are
    bytes.writeUInt16LE(56, 54)
    bytes.writeUInt16LE(2, 56)
    bytes.writeUInt32LE(1, 64) // one that is loaded, and one that names the loader
    bytes.writeUInt32LE(3, 120)
    bytes.writeBigUInt64LE(200n, 128)
    bytes.writeBigUInt64LE(BigInt(loader.length), 152)
    bytes.write(loader, 200)
    writeFileSync(file, bytes)
    return file
  }
  assert.equal(isMusl([program('/lib/ld-musl-x86_64.so.1')]), true)
  assert.equal(isMusl([program('/lib64/ld-linux-x86-64.so.2')]), false)
  assert.equal(isMusl(['/nowhere', program('/nix/store/x-musl-1.2/lib/ld-musl-aarch64.so.1')]), true)
  const libraries = join(folder, 'lib')
  mkdirSync(libraries)
  assert.equal(isMusl(['/nowhere'], libraries), false)
  writeFileSync(join(libraries, 'ld-musl-x86_64.so.1'), '')
  assert.equal(isMusl(['/nowhere'], libraries), true)
  assert.equal(isMusl(['/nowhere'], '/nowhere'), false)
})

test('a native part that is missing or refused says what to do, in one line, on every platform', () => {
  const missing = Object.assign(new Error('Cannot find module\nRequire stack:'), { code: 'MODULE_NOT_FOUND' })
  const refused = new Error('dlopen(x): tried: one\n two')
  for (const name of ['linux-x64-gnu', 'linux-arm64-musl', 'darwin-arm64', 'win32-x64-msvc']) {
    assert.match(reason(name, `cams-roi-${name}`, missing), /install again on this platform/)
    assert.match(
      reason(name, `cams-roi-${name}`, refused),
      /dlopen\(x\): tried: one two\)\. The usual causes are .*\.$/,
    )
  }
  assert.match(reason('freebsd-x64', 'cams-roi-freebsd-x64', missing), /there is none for freebsd-x64/)
})

if (process.platform === 'linux') {
  const preload = async () => {
    const library = join(folder, 'no-threads.so')
    const source = join(packageRoot, 'tests', 'no-threads.c')
    await run('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl'])
    return { LD_PRELOAD: library }
  }

  test('where no thread can be started, calls fail and the process lives; later ones succeed', async () => {
    const { stdout, stderr } = await program(
      `process.env.NO_THREADS = '1'
      const { Client, enableWhatsappRoiMetric } = require(PACKAGE)
      const client = new Client()
      show(await failure(client.enableWhatsappRoiMetric({ custSpaceId })))
      show(await failure(enableWhatsappRoiMetric({ custSpaceId })))
      show(await failure(all(client.enableMany([custSpaceId]))))
      delete process.env.NO_THREADS
      await client.enableWhatsappRoiMetric({ custSpaceId })
      process.env.NO_THREADS = '1'
      show(await failure(all(client.enableMany([custSpaceId], { journal: 'no-threads.journal' }))))
      const byName = new Client({ endpoint: process.env.CAMS_ROI_ENDPOINT.replace('127.0.0.1', 'localhost') })
      show(await failure(byName.enableWhatsappRoiMetric({ custSpaceId }, { maxAttempts: 1 })))
      delete process.env.NO_THREADS
      await all(client.enableMany([custSpaceId], { journal: 'no-threads.journal' }))
      await byName.enableWhatsappRoiMetric({ custSpaceId })`,
      await preload(),
    )
    const errors = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.equal(errors.length, 5, stdout)
    for (const { message, hint } of errors) {
      assert.match(hint, /ulimit -u/, message)
      assert.doesNotMatch(message, /\n/)
    }
    for (const { kind } of errors.slice(0, 4)) assert.equal(kind, 'ConfigurationError', stdout)
    assert.equal(stderr, '', 'nothing panicked')
    assert.equal((await emulator.log()).length, 3)
  })

  test('where no file can be opened, calls fail and the process lives; later ones succeed', async () => {
    const { stdout, stderr } = await program(`
      const { openSync, closeSync } = require('node:fs')
      const { Client } = require(PACKAGE)
      const client = new Client()
      const open = []
      try { for (;;) open.push(openSync('/dev/null')) } catch {}
      show(await failure(client.enableWhatsappRoiMetric({ custSpaceId }, { maxAttempts: 1 })))
      open.splice(0, 20).forEach((file) => closeSync(file))
      await client.enableWhatsappRoiMetric({ custSpaceId })
      try { for (;;) open.push(openSync('/dev/null')) } catch {}
      const other = new Client()
      show(await failure(other.enableWhatsappRoiMetric({ custSpaceId }, { maxAttempts: 1 })))
      show(await failure(all(other.enableMany([custSpaceId], { journal: 'no-files.journal' }))))
      open.forEach((file) => closeSync(file))
      await all(other.enableMany([custSpaceId], { journal: 'no-files.journal' }))`)
    const errors = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.equal(errors.length, 3, stdout)
    for (const { kind, message, hint } of errors) {
      assert.match(kind, /ConfigurationError|TransportError/, stdout)
      assert.match(`${message} ${hint}`, /Too many open files/, stdout)
    }
    for (const { hint } of errors.slice(0, 2)) assert.match(hint, /ulimit -n/, stdout)
    assert.equal(stderr, '', 'nothing panicked')
  })
}

test('the certificates of NODE_EXTRA_CA_CERTS are trusted; what is wrong with them is a warning', async () => {
  const { authority, cert, key } = certificates()
  const [file, broken, none] = ['ca.pem', 'broken.pem', 'none.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(file, `# of the company\n${authority}`)
  writeFileSync(broken, '-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n')
  const server = createServer({ cert, key }, (_, response) => response.end('{"Code":"OK","RequestId":"r"}'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as { port: number }
  const call = (extra: string, options = '{}') =>
    program(
      `const { Client } = require(PACKAGE)
      const { readFileSync } = require('node:fs')
      const client = new Client({ retry: { maxAttempts: 1 }, ...${options} })
      await client.enableWhatsappRoiMetric({ custSpaceId }).then(() => console.log('trusted'), show)`,
      { CAMS_ROI_ENDPOINT: `https://127.0.0.1:${port}`, NODE_EXTRA_CA_CERTS: extra },
    )
  try {
    assert.equal((await call(file)).stdout, 'trusted\n')
    // Beside an option, too, and the option beside a file that is not what it should be.
    const caFile = `{ caFile: ${JSON.stringify(file)} }`
    assert.equal((await call(broken, caFile)).stdout, 'trusted\n')
    assert.equal((await call(file, `{ caPem: readFileSync(${JSON.stringify(file)}, 'utf8') }`)).stdout, 'trusted\n')
    for (const wrong of [broken, none]) {
      const { stdout, stderr } = await call(wrong)
      assert.equal(JSON.parse(stdout).kind, 'TransportError')
      assert.match(stderr, /CamsRoiWarning: Ignoring extra certs from NODE_EXTRA_CA_CERTS \(.*(broken|none)\.pem\): /)
    }
    // An option that is wrong is an error, whatever the variable says.
    const { stderr } = await call(file, "{ caPem: 'nonsense' }").catch((error) => error)
    assert.match(stderr, /ConfigurationError: .*the given PEM text/)
  } finally {
    server.close()
  }
})

test('each client calls with its own key: in workers, and where the package is loaded twice', async () => {
  const copy = join(folder, 'copy')
  for (const part of ['dist', 'native', 'package.json']) {
    cpSync(join(packageRoot, part), join(copy, part), { recursive: true })
  }
  const text = `
    const { workerData: { packages, endpoint, first } } = require('node:worker_threads')
    const clients = packages.flatMap((name, index) => {
      const { Client } = require(name)
      return [0, 1, 2].map((more) => {
        const id = first + index * 3 + more
        const credentials = { accessKeyId: 'key-' + id, accessKeySecret: 'secret' }
        const options = { endpoint, credentials, proxy: 'direct', rateLimit: 'off', retry: { maxAttempts: 1 } }
        return { id, client: new Client(options) }
      })
    })
    const calls = []
    for (let round = 0; round < 5; round += 1) {
      for (const { id, client } of clients) {
        calls.push(client.enableWhatsappRoiMetric({ custSpaceId: 'cams-' + id }).catch((error) => {
          if (error.kind !== 'AuthenticationError') throw error
        }))
      }
    }
    Promise.all(calls)`
  const worker = async (first: number) => {
    const workerData = { packages: [packageRoot, copy], endpoint: emulator.url, first }
    const [code] = await once(new Worker(text, { eval: true, workerData }), 'exit')
    assert.equal(code, 0)
  }
  await Promise.all([0, 6, 12, 18].map(worker))
  const log = await emulator.log()
  assert.equal(log.length, 4 * 6 * 5)
  for (const { access_key_id, parameters } of log) {
    assert.equal(access_key_id, parameters['CustSpaceId']!.replace('cams-', 'key-'))
  }
})
