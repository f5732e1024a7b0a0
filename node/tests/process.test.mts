import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { Emulator } from './emulator.mjs'

const run = promisify(execFile)
const package_ = fileURLToPath(new URL('..', import.meta.url))

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
  await emulator.restart()
})
after(() => emulator.stop())

/** Runs a program of its own that has a client; it must end by itself. */
async function program(text: string, flags: string[] = []): Promise<string> {
  const client = `const { Client } = require(${JSON.stringify(package_)});
    const client = new Client({ proxy: 'direct', rateLimit: 'off', ...globalThis.options });`
  const env = { ...process.env, ...emulator.environment, CHANNEL: emulator.channel }
  const { stdout, stderr } = await run(process.execPath, [...flags, '-e', text.replace('CLIENT', client)], { env })
  assert.equal(stderr, '')
  return stdout
}

test('a client that is idle keeps no process alive', async () => {
  await program(
    `globalThis.options = { logger() {}, credentials: () => ({ accessKeyId: 'id', accessKeySecret: 'secret' }) }; CLIENT`,
  )
  const call = 'client.enableWhatsappRoiMetric({ custSpaceId: process.env.CHANNEL })'
  assert.equal(
    await program(`globalThis.options = { logger() {} }; CLIENT; ${call}.then(() => console.log('done'))`),
    'done\n',
  )
})

test('a process may exit with a call under way', async () => {
  await emulator.fault({ type: 'hang' })
  await program(
    `CLIENT; client.enableWhatsappRoiMetric({ custSpaceId: process.env.CHANNEL }); setImmediate(() => process.exit())`,
  )
  await emulator.control('faults', undefined, 'DELETE')
})

test('a process may end with a run that nobody reads any more', async () => {
  await emulator.fault({ type: 'hang' }, { match: { cust_space_id: 'cams-2' } })
  const request = `{ channels: [process.env.CHANNEL, 'cams-2'], days: 'yesterday', templates: false }`
  const read = `const run = client.collectMetrics(${request}); run.next().then(() => console.log('read'))`
  assert.equal(await program(`CLIENT; globalThis.kept = []; ${read}; globalThis.kept.push(run)`), 'read\n')
  await emulator.control('faults', undefined, 'DELETE')
})

test('an error that nobody catches shows what to do', async () => {
  const failed = await program(`CLIENT; client.enableWhatsappRoiMetric({ custSpaceId: 'cams-of-others' })`).then(
    () => assert.fail('it ended well'),
    (error) => error,
  )
  assert.equal(failed.code, 1)
  assert.match(failed.stderr, /UnknownResourceOwnerError: /)
  assert.match(failed.stderr, /hint: '/)
})

const WORKER = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { Client } = require(workerData.package)
  const client = new Client({ ...workerData.options, logger() {} })
  const call = () => client.enableWhatsappRoiMetric({ custSpaceId: workerData.channel })
  call().then(() => {
    for (let left = 4; left > 0; left -= 1) call()
    parentPort.postMessage('called')
  }, (error) => parentPort.postMessage(String(error)))
  setInterval(() => {}, 1000)
`

/** Loads, calls, and terminates with calls under way. */
async function useWorker(): Promise<void> {
  const options = { endpoint: emulator.url, credentials: emulator.credentials, proxy: 'direct', rateLimit: 'off' }
  const workerData = { package: package_, options, channel: emulator.channel }
  const worker = new Worker(WORKER, { eval: true, workerData })
  const [said] = await once(worker, 'message')
  assert.equal(said, 'called')
  await worker.terminate()
}

test('ten workers, one after the other, load, call and are terminated', async () => {
  for (let number = 0; number < 10; number += 1) await useWorker()
})

test('the same where the main thread never loads the package', async () => {
  const workerData = { package: package_, options: { proxy: 'direct', rateLimit: 'off' }, channel: emulator.channel }
  const said = await program(`
    const { once } = require('node:events')
    const { Worker } = require('node:worker_threads')
    async function main() {
      for (let number = 0; number < 10; number += 1) {
        const worker = new Worker(${JSON.stringify(WORKER)}, { eval: true, workerData: ${JSON.stringify(workerData)} })
        console.log(...(await once(worker, 'message')))
        await worker.terminate()
      }
    }
    main()`)
  assert.equal(said, 'called\n'.repeat(10))
})

test('workers beside a main thread that calls too', async () => {
  const client = emulator.client()
  const calls = Array.from({ length: 10 }, () => client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel }))
  await Promise.all([...calls, ...Array.from({ length: 4 }, useWorker)])
  await client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
})
