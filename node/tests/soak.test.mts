import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Client } from 'cams-roi'
import { Emulator } from './emulator.mjs'

/** 100,000 in a long run; a tenth as many are aborted. */
const CALLS = Number(process.env['CAMS_ROI_SOAK_CALLS'] ?? 3000)
const IN_FLIGHT = 32
/** What the allocators of two languages may keep: they grow by steps of some MiB, however long the run is. */
const SLACK_MIB = 16

setFlagsFromString('--expose-gc')
const gc: () => void = runInNewContext('gc')

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
  await emulator.restart()
})
after(() => emulator.stop())

interface Use {
  rssMiB: number
  handles: number
  threads: number
}

async function use(): Promise<Use> {
  for (let round = 0; round < 3; round += 1) {
    gc()
    await setImmediate()
  }
  const threads =
    process.platform === 'linux' ? /Threads:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1] : 0
  return {
    rssMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
    handles: process.getActiveResourcesInfo().length,
    threads: Number(threads),
  }
}

/** Makes calls, some at a time. */
async function make(calls: number, call: () => Promise<unknown>): Promise<void> {
  let left = calls
  const worker = async () => {
    while (left > 0) {
      left -= 1
      await call()
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
}

async function grows(name: string, calls: number, call: () => Promise<unknown>): Promise<void> {
  // What is made once: connections, compiled code, and heaps, which take their time to find their size.
  await make(Math.min(2 * calls, 20_000), call)
  const before = await use()
  await make(calls, call)
  const after = await use()
  console.log(`${calls} ${name}:`, { before, after })
  assert.ok(after.rssMiB - before.rssMiB <= SLACK_MIB, 'memory grows')
  assert.ok(after.handles <= before.handles, 'handles grow')
  assert.ok(after.threads <= before.threads, 'threads grow')
}

const enable = (client: Client, signal?: AbortSignal) =>
  client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel }, { signal })

test('calls leave nothing behind', async () => {
  const client = emulator.client()
  await grows('calls', CALLS, () => enable(client))
  await client.close()
})

test('aborted calls leave nothing behind', async () => {
  await emulator.fault({ type: 'hang' })
  const client = emulator.client()
  await grows('aborted calls', CALLS / 10, async () => {
    const controller = new AbortController()
    const call = enable(client, controller.signal)
    await setImmediate()
    controller.abort()
    await assert.rejects(call, { name: 'AbortError' })
  })
  await client.close()
})
