import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { after, before, beforeEach, test } from 'node:test'
import { RequestTimeoutError } from 'cams-roi'
import { Emulator } from './emulator.mjs'

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(() => emulator.restart())

const enable = (signal: AbortSignal) =>
  emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channel }, { signal })
/** Makes a call that ends after so many milliseconds, with more of them until its request was sent within the time. */
async function afterOnTheWire(call: (ms: number) => Promise<unknown>): Promise<void> {
  for (let ms = 50; (await emulator.log()).length === 0; ms *= 2) await call(ms)
}
const outcomes = (log: { outcome: string | null }[]) => log.map(({ outcome }) => outcome)

test('aborting ends the request on the wire, and throws the reason', async () => {
  await emulator.fault({ type: 'hang' })
  const controller = new AbortController()
  const call = enable(controller.signal)
  await emulator.logged((log) => log.length === 1)
  const reason = new Error('the user went away')
  controller.abort(reason)
  await assert.rejects(call, (error) => error === reason)
  await emulator.logged((log) => outcomes(log)[0] === 'client_gone')
  assert.deepEqual(getEventListeners(controller.signal, 'abort'), [])
})

test('AbortSignal.timeout ends it too', async () => {
  await emulator.fault({ type: 'hang' })
  await afterOnTheWire((ms) => assert.rejects(enable(AbortSignal.timeout(ms)), { name: 'TimeoutError' }))
  await emulator.logged((log) => outcomes(log)[0] === 'client_gone')
})

test('a signal that is aborted already sends nothing', async () => {
  await assert.rejects(enable(AbortSignal.abort()), { name: 'AbortError' })
  assert.deepEqual(await emulator.log(), [])
})

test('no listener is left after a success or an error', async () => {
  const { signal } = new AbortController()
  await enable(signal)
  await emulator.changeAccount({ subscribed: false })
  await assert.rejects(enable(signal), { name: 'NotSubscribedError' })
  assert.deepEqual(getEventListeners(signal, 'abort'), [])
})

test('one signal ends many calls', async () => {
  await emulator.fault({ type: 'hang' })
  const controller = new AbortController()
  const calls = Array.from({ length: 8 }, () => enable(controller.signal))
  await emulator.logged((log) => log.length === 8)
  controller.abort()
  for (const call of calls) await assert.rejects(call, { name: 'AbortError' })
  await emulator.logged((log) => outcomes(log).every((outcome) => outcome === 'client_gone'))
})

test('a deadline ends the request too', async () => {
  await emulator.fault({ type: 'hang' })
  const call = (timeoutMs: number) =>
    emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channel }, { timeoutMs })
  await afterOnTheWire((ms) => assert.rejects(call(ms), RequestTimeoutError))
  await emulator.logged((log) => outcomes(log)[0] === 'client_gone')
})

test('aborting ends the calls of enableMany, and the iteration', async () => {
  await emulator.fault({ type: 'hang' })
  const controller = new AbortController()
  const outcome = emulator.client().enableMany(emulator.channels, { signal: controller.signal }).next()
  await emulator.logged((log) => log.length === emulator.channels.length)
  controller.abort()
  await assert.rejects(outcome, { name: 'AbortError' })
  await emulator.logged((log) => outcomes(log).every((outcome) => outcome === 'client_gone'))
  assert.deepEqual(getEventListeners(controller.signal, 'abort'), [])
})
