import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type ClientEvent, type LogRecord, NotSubscribedError } from 'cams-roi'
import { Emulator } from './emulator.mjs'

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(() => emulator.restart())

const names = (events: ClientEvent[]) => events.map(({ name }) => name)

test('a call is told from its start over each attempt to its end, before its answer', async () => {
  const events: ClientEvent[] = []
  await emulator.fault({ type: 'throttle', retry_after_ms: 1 }, { times: 1 })
  const client = emulator.client({ retry: { maxAttempts: 2 }, onEvent: (event) => events.push(event) })
  const result = await client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  assert.deepEqual(names(events), ['call.start', 'call.attempt', 'call.attempt', 'call.end'])
  const [start, refused, answered, end] = events as [ClientEvent, ClientEvent, ClientEvent, ClientEvent]
  for (const event of events) {
    assert.equal(event.callId, start.callId)
    assert.equal(event.operation, 'EnableWhatsappROIMetric')
    assert.equal(event.custSpaceId, emulator.channel)
    assert.ok(!('runId' in event) && !('parent' in event))
  }
  const { 'server.address': address, 'server.port': port, ...attributes } = start.attributes
  assert.equal(`http://${address}:${port}/`, client.endpoint)
  assert.deepEqual(attributes, {
    'rpc.system.name': 'alibaba_cloud',
    'rpc.method': 'cams/EnableWhatsappROIMetric',
    'http.request.method': 'POST',
  })
  assert.equal(refused.attributes['error.type'], 'ThrottledError')
  assert.equal(refused.attributes['cams.throttled'], true)
  assert.equal(answered.attributes['http.request.resend_count'], 1)
  assert.equal(answered.attributes['cams.request_id'], result.requestId)
  assert.equal(end.attributes['cams.attempts'], 2)
  assert.ok(start.timeMs <= end.timeMs && end.timeMs <= Date.now() + 1)
  assert.ok(!JSON.stringify(events).includes(emulator.credentials.accessKeySecret))
})

test('a call that fails, or is given up, ends with the reason', async () => {
  const events: ClientEvent[] = []
  let hasEnded = () => {}
  const client = emulator.client({
    onEvent: (event) => {
      events.push(event)
      if (event.name === 'call.end') hasEnded()
    },
  })
  await emulator.fault({ type: 'error', status: 400, code: 'Product.Unsubscript', message: 'no' }, { times: 1 })
  await assert.rejects(client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel }), NotSubscribedError)
  assert.equal(events.at(-1)?.attributes['error.type'], 'NotSubscribedError')
  assert.equal(events.at(-1)?.attributes['rpc.response.status_code'], 'Product.Unsubscript')

  await emulator.fault({ type: 'hang' })
  const controller = new AbortController()
  const ended = new Promise<void>((resolve) => {
    hasEnded = resolve
  })
  events.length = 0
  const call = client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel }, { signal: controller.signal })
  await emulator.logged((log) => log.length === 2)
  controller.abort()
  await assert.rejects(call, { name: 'AbortError' })
  await ended
  assert.deepEqual(names(events), ['call.start', 'call.end'])
  assert.equal(events[1]?.attributes['error.type'], 'cancelled')
})

test('a run is told with its sums', async () => {
  const events: ClientEvent[] = []
  const client = emulator.client({ onEvent: (event) => events.push(event) })
  for await (const _ of client.enableMany([emulator.channel, 'cams-foreign'])) {
    // Each outcome is seen in the events.
  }
  assert.equal(events[0]?.name, 'run.start')
  const end = events.at(-1)
  assert.equal(end?.name, 'run.end')
  assert.equal(new Set(events.map(({ runId }) => runId)).size, 1)
  assert.equal(end.attributes['cams.channels.enabled'], 1)
  assert.equal(end.attributes['cams.channels.failed'], 1)
})

test('a hook that throws, or whose promise fails, is a warning once and changes no call', async () => {
  for (const throwing of [
    () => {
      throw new Error('no room')
    },
    async () => {
      throw new Error('no room')
    },
  ]) {
    const warned = once(process, 'warning')
    const further: Error[] = []
    const client = emulator.client({ onEvent: throwing as () => void })
    await client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
    const [warning] = await warned
    assert.match(warning.message, /onEvent of a cams-roi client threw/)
    assert.match(warning.detail, /no room/)
    process.on('warning', (later) => further.push(later))
    for await (const outcome of client.enableMany(emulator.channels)) assert.equal(outcome.error, undefined)
    assert.deepEqual(further, [])
    process.removeAllListeners('warning')
  }
})

test('the channels of node:diagnostics_channel tell of every client, and ask where a call is made', async () => {
  const events: ClientEvent[] = []
  const parent = '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01'
  const take = (event: unknown) => events.push(event as ClientEvent)
  const place = (caller: unknown) => Object.assign(caller as object, { traceparent: parent })
  subscribe('cams-roi:caller', place)
  for (const channel of ['call:start', 'call:attempt', 'call:end']) subscribe(`cams-roi:${channel}`, take)
  try {
    await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  } finally {
    unsubscribe('cams-roi:caller', place)
    for (const channel of ['call:start', 'call:attempt', 'call:end']) unsubscribe(`cams-roi:${channel}`, take)
  }
  assert.deepEqual(names(events), ['call.start', 'call.attempt', 'call.end'])
  assert.ok(events.every((event) => event.parent === parent))
  await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  assert.equal(events.length, 3, 'nobody listens any more')
})

test('log records have the ID of the call', async () => {
  const records: LogRecord[] = []
  const events: ClientEvent[] = []
  const client = emulator.client({
    logger: (record) => records.push(record),
    onEvent: (event) => events.push(event),
  })
  await client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  const ids = records.filter(({ fields }) => fields['rpc.method']).map(({ fields }) => fields['cams.call_id'])
  assert.ok(ids.length > 0)
  assert.deepEqual(new Set(ids), new Set([events[0]?.callId]))
})

test('nothing crosses where nobody listens', async () => {
  const program = `
    const { binding } = require('./dist/native.js')
    const { createClient } = binding
    binding.createClient = (settings, take, ...rest) => {
      const watched = (ticket, key, value) => (key === 4 ? process.exit(9) : take(ticket, key, value))
      return createClient(settings, watched, ...rest)
    }
    const { Client } = require('./dist/client.js')
    new Client().enableWhatsappRoiMetric({ custSpaceId: '${emulator.channel}' }).then(() => process.exit(0))
  `
  const run = promisify(execFile)
  const options = {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...emulator.environment },
  }
  await run(process.execPath, ['-e', program], options)
})
