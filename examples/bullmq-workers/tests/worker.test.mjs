// Workers as processes, with a Redis server of their own and the emulated service.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { startEmulator } from 'cams-roi/testing'

const CHANNELS = 24

const emulator = await startEmulator({ channels: CHANNELS })
const port = await freePort()
const redis = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'])
const environment = {
  ...process.env,
  ...emulator.environment,
  REDIS_URL: `redis://127.0.0.1:${port}/0`,
  LOCK_MILLISECONDS: '2000',
}
process.env.REDIS_URL = environment.REDIS_URL
const { enableLater } = await import('../queue.mjs')
const workers = []

after(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  redis.kill()
  await emulator.stop()
})

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

function start() {
  const worker = spawn(process.execPath, ['worker.mjs'], { env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
  workers.push(worker)
  return worker
}

async function until(condition) {
  const deadline = Date.now() + 60_000
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, 'it does not come true')
    await setTimeout(50)
  }
}

async function enabling() {
  return (await emulator.requests()).filter((request) => request.action === 'EnableWhatsappROIMetric')
}

test('workers keep the limit together, and a killed one loses no job', async () => {
  const first = start()
  const second = start()
  await enableLater(emulator.channels)
  await until(async () => (await enabling()).length >= 8)
  first.kill('SIGKILL')
  await until(
    async () => new Set((await enabling()).map((request) => request.parameters.CustSpaceId)).size === CHANNELS,
  )
  const requests = await enabling()
  // The emulator refuses what comes too often, as the service does.
  assert.deepEqual([...new Set(requests.map((request) => request.status))], [200])
  // Only what was under way in the killed one is called again.
  assert.ok(requests.length <= CHANNELS + 4, `${requests.length}`)
  second.kill('SIGTERM')
  assert.deepEqual(await once(second, 'exit'), [0, null])
})
