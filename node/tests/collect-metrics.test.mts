import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  type CollectedMetrics,
  type CollectMetricsOptions,
  type CollectMetricsRequest,
  ConfigurationError,
  fullDays,
  InvalidArgumentError,
  NotSubscribedError,
  PermissionDeniedError,
  readChannels,
} from 'cams-roi'
import { Emulator } from './emulator.mjs'

const channels = ['cams-1', 'cams-2', 'cams-3']

setFlagsFromString('--expose-gc')
const gc: () => void = runInNewContext('gc')

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
beforeEach(async () => {
  await emulator.restart()
  // Enabled long ago, each with a number, and with a template in two languages.
  const past = { enabled_at: '2020-01-01T00:00:00Z' }
  await emulator.changeAccount({
    channels: channels.map((id) => ({ id, phone_numbers: [`9990000000${id.at(-1)}`], ...past })),
    direct_channel: { id: 'cams-own', phone_numbers: ['99900000009'], ...past },
  })
  const templates = ['en', 'de'].map((Language) => ({
    TemplateCode: '744',
    TemplateName: 'sale',
    Language,
    Category: 'MARKETING',
    AuditStatus: 'pass',
  }))
  const body = JSON.stringify({ Code: 'OK', Total: 2, ListTemplate: templates })
  await emulator.fault({ type: 'respond', status: 200, body }, { match: { action: 'ListChatappTemplate' } })
})

const client = () => emulator.client({ retry: { maxAttempts: 1 } })

async function collect(request: CollectMetricsRequest, options?: CollectMetricsOptions): Promise<CollectedMetrics[]> {
  const results: CollectedMetrics[] = []
  for await (const result of client().collectMetrics(request, options)) results.push(result)
  return results
}

test('every channel is found and asked for', async () => {
  const results = await collect({ days: '3d', timeZone: 'UTC' })
  const of = ({ custSpaceId, templateCode, language }: CollectedMetrics) => `${custSpaceId} ${templateCode} ${language}`
  const parts = ['undefined undefined', '744 de', '744 en']
  const expected = [...channels, 'cams-own'].flatMap((id) => parts.map((part) => `${id} ${part}`))
  assert.deepEqual(results.map(of).sort(), expected.sort())
  const { start, end } = fullDays('3d')
  for (const result of results) {
    assert.equal(result.error, undefined)
    assert.deepEqual([result.start, result.end], [start, end])
  }
  const numbers = results.find((it) => it.custSpaceId === 'cams-1' && it.templateCode === undefined)!
  assert.equal(numbers.rows.length, 3)
  for (const row of numbers.rows) {
    assert.deepEqual([row.custSpaceId, row.phoneNumber, row.clicks], ['cams-1', '99900000001', []])
    assert.ok(row.start instanceof Date)
  }
  const { progress } = results.at(-1)!
  assert.deepEqual(progress, { channels: 4, done: 12, total: 12, isComplete: true, skipped: 0, failed: 0 })
})

test('what is given is asked for alone', async () => {
  const targets = [
    { custSpaceId: 'cams-2', templateCode: '7', language: 'en' },
    { custSpaceId: 'cams-3', isvCode: 'isv-3' },
  ]
  const time = { start: new Date('2026-03-01T00:00:00Z'), end: new Date('2026-03-05T00:00:00Z'), daysPerQuery: 2 }
  const results = await collect({ channels: ['cams-1'], targets, templates: false, ...time })
  const what = results.map((it) => `${it.custSpaceId} ${it.templateCode} ${it.start.getUTCDate()}`).sort()
  // The ISV code is not the account's, so that the phone numbers of that channel cannot be found.
  const expected = ['cams-1 undefined', 'cams-2 7'].flatMap((it) => [`${it} 1`, `${it} 3`])
  assert.deepEqual(what, [...expected, 'cams-3 undefined 1'])
  const codes = (await emulator.log()).map(({ parameters }) => `${parameters['CustSpaceId']} ${parameters['IsvCode']}`)
  assert.deepEqual([...new Set(codes)].sort(), ['cams-1 undefined', 'cams-2 undefined', 'cams-3 isv-3'])
})

test('channels come with ISV codes, and from files', async () => {
  const file = join(folder, 'channels.csv')
  writeFileSync(file, 'cust_space_id,isv_code\ncams-1,\ncams-3,isv-3\n')
  for (const given of [['cams-1', { custSpaceId: 'cams-3', isvCode: 'isv-3' }], readChannels(file)]) {
    await emulator.control('log', undefined, 'DELETE')
    await collect({ channels: given, days: 'yesterday', templates: false })
    const codes = (await emulator.log()).map(
      ({ parameters }) => `${parameters['CustSpaceId']} ${parameters['IsvCode']}`,
    )
    assert.deepEqual([...new Set(codes)].sort(), ['cams-1 undefined', 'cams-3 isv-3'])
  }
})

test('a denied channel has an error, and the others go on', async () => {
  const denied = { type: 'error', status: 403, code: 'Ram.PermissionDeny', message: 'No.' }
  await emulator.fault(denied, { match: { cust_space_id: 'cams-2' } })
  const results = await collect({ channels, days: 'yesterday' })
  const failed = results.filter(({ error }) => error !== undefined)
  assert.deepEqual([...new Set(failed.map(({ custSpaceId }) => custSpaceId))], ['cams-2'])
  assert.equal(results.length - failed.length, 6)
  const error = failed[0]!.error!
  assert.ok(error instanceof PermissionDeniedError)
  assert.equal(error.kind, 'PermissionDeniedError')
  assert.deepEqual([error.code, error.httpStatus, error.attempts], ['Ram.PermissionDeny', 403, 1])
  assert.equal(error.custSpaceId, 'cams-2')
  assert.ok(error.hint && error.requestId)
  assert.match(error.stack!, /^.*\n.*collect-metrics\.test/)
  assert.deepEqual(failed[0]!.rows, [])
  assert.equal(results.at(-1)!.progress.failed, failed.length)
})

test('an error of the account ends the loop', async () => {
  await emulator.changeAccount({ subscribed: false })
  const results = client().collectMetrics({ days: 'yesterday' })
  await assert.rejects(results.next(), NotSubscribedError)
  assert.equal((await results.next()).done, true)
})

test('a second run asks nothing twice', async () => {
  const journal = join(folder, 'metrics.journal')
  assert.equal((await collect({ channels: channels.slice(0, 2), days: '2026-03-01', journal })).length, 6)
  await emulator.control('log', undefined, 'DELETE')
  const results = await collect({ channels, days: '2026-03-01', journal })
  assert.deepEqual([...new Set(results.map(({ custSpaceId }) => custSpaceId))], ['cams-3'])
  assert.equal(results.at(-1)!.progress.skipped, 6)
  const queries = (await emulator.log()).filter(({ action }) => action.endsWith('Metric'))
  assert.deepEqual([...new Set(queries.map(({ parameters }) => parameters['CustSpaceId']))], ['cams-3'])
})

test('what was taken before the loop was left is done', async () => {
  const journal = join(folder, 'left.journal')
  const key = ({ custSpaceId, templateCode, language }: CollectedMetrics) =>
    `${custSpaceId} ${templateCode} ${language}`
  const first: string[] = []
  for await (const result of client().collectMetrics({ channels, days: '2026-03-01', journal })) {
    first.push(key(result))
    // Behind this one, the next one is not asked for.
    if (first.length === 4) break
  }
  const second = (await collect({ channels, days: '2026-03-01', journal })).map(key)
  assert.equal(second.length, 6)
  const again = first.filter((it) => second.includes(it))
  assert.deepEqual(again, first.slice(3))
  assert.deepEqual(await collect({ channels, days: '2026-03-01', journal }), [])
})

/** Has one channel's calls hang, so that there is something to end. */
async function hang(): Promise<void> {
  await emulator.fault({ type: 'hang' }, { match: { cust_space_id: 'cams-2' } })
}

/** Waits until no request is under way; then none follows. */
async function endsForGood(): Promise<void> {
  const log = await emulator.logged((log) => log.length > 0 && log.every(({ outcome }) => outcome !== null))
  assert.ok(log.some(({ outcome }) => outcome === 'client_gone'))
  const before = (await emulator.log()).length
  await client().queryChatappPhoneNumbers({ custSpaceId: 'cams-1' })
  assert.equal((await emulator.log()).length, before + 1)
}

test('leaving the loop ends the calls', async () => {
  await hang()
  for await (const _ of client().collectMetrics({ channels, days: 'yesterday' })) break
  await endsForGood()
})

test('an exception in the loop ends the calls', async () => {
  await hang()
  const mine = new Error('mine')
  const read = async () => {
    for await (const _ of client().collectMetrics({ channels, days: 'yesterday' })) throw mine
  }
  await assert.rejects(read, (error) => error === mine)
  await endsForGood()
})

test('a run is ended while somebody waits for its next result', async () => {
  await hang()
  for (const given of [channels, ['cams-2']]) {
    const results = client().collectMetrics({ channels: given, days: 'yesterday', templates: false })
    for (const _ of given.slice(1)) await results.next()
    const waiting = results.next()
    await emulator.logged((log) => log.some(({ outcome }) => outcome === null))
    assert.equal((await results.return!()).done, true)
    assert.equal((await waiting).done, true)
    await endsForGood()
  }
})

test('a run that is forgotten ends its calls', async () => {
  await hang()
  const forget = async () => {
    await client().collectMetrics({ channels, days: 'yesterday' }).next()
  }
  await forget()
  while ((await emulator.log()).some(({ outcome }) => outcome === null)) {
    gc()
    await setImmediate()
  }
  await endsForGood()
})

test('a run is not forgotten while somebody waits for its next result', async () => {
  await hang()
  const controller = new AbortController()
  const request = { channels: ['cams-2'], days: 'yesterday', templates: false }
  const waiting = client().collectMetrics(request, { signal: controller.signal }).next()
  await emulator.logged((log) => log.some(({ outcome }) => outcome === null))
  for (let round = 0; round < 10; round += 1) {
    gc()
    await setImmediate()
  }
  assert.ok((await emulator.log()).some(({ outcome }) => outcome === null))
  controller.abort()
  await assert.rejects(waiting, { name: 'AbortError' })
})

test('aborting ends the calls, and throws the reason', async () => {
  await hang()
  for (const given of [channels, ['cams-2']]) {
    const controller = new AbortController()
    const request = { channels: given, days: 'yesterday', templates: false }
    const results = client().collectMetrics(request, { signal: controller.signal })
    for (const _ of given.slice(1)) await results.next()
    const waiting = results.next()
    await emulator.logged((log) => log.some(({ outcome }) => outcome === null))
    const mine = new Error('mine')
    controller.abort(mine)
    await assert.rejects(waiting, (error) => error === mine)
    await endsForGood()
  }
})

test('aborting ends the calls while nobody waits', async () => {
  await hang()
  const controller = new AbortController()
  const results = client().collectMetrics({ channels, days: 'yesterday' }, { signal: controller.signal })
  await results.next()
  controller.abort()
  await endsForGood()
  await assert.rejects(results.next(), { name: 'AbortError' })
  assert.equal((await results.next()).done, true)
  await assert.rejects(collect({ days: 'yesterday' }, { signal: AbortSignal.abort() }), { name: 'AbortError' })
})

test('closing the client does not end a run', async () => {
  const closed = client()
  const results = closed.collectMetrics({ channels, days: 'yesterday' })
  await results.next()
  await closed.close()
  let count = 1
  for await (const _ of results) count += 1
  assert.equal(count, 9)
  await assert.rejects(closed.collectMetrics({ days: 'yesterday' }).next(), /closed/)
})

test('what cannot be right is refused before anything is sent', async () => {
  const days = 'yesterday'
  const wrong: [object, RegExp][] = [
    [{ days: 'tomorrow' }, /days is "tomorrow"/],
    [{ days: 7 }, /days is 7/],
    [{ days, timeZone: 'Mars/Base' }, /time zone "Mars\/Base"/],
    [{}, /the time is not given/],
    [{ days, start: new Date() }, /as days, and as start or end/],
    [{ days, channels: 'cams-1' }, /channels is the string "cams-1"/],
    [{ days, channels: undefined }, /channels is undefined/],
    [{ days, channels: null }, /channels is null/],
    [{ days, channels: [1] }, /channels\[0\] is 1/],
    [{ days, channels: [{ custSpaceId: 'cams-1', isv: '1' }] }, /channels\[0\] has no key isv/],
    [{ days, channels: new Set([{}]) }, /channels\[0\]: custSpaceId is not given/],
    [{ days, targets: [{}] }, /targets\[0\]\.custSpaceId is not given/],
    [{ days, targets: [{ custSpaceId: 'cams-1', language: 'en' }] }, /language and no template/],
    [{ days, daysPerQuery: 0 }, /daysPerQuery is 0/],
    [{ days, phoneNumbers: false, templates: false }, /neither/],
    [{ days, chanels: [] }, /no key chanels/],
  ]
  for (const [request, message] of wrong) {
    await assert.rejects(
      () => collect(request as CollectMetricsRequest),
      (error) => {
        assert.ok(error instanceof InvalidArgumentError)
        assert.match(error.message, message)
        assert.match(error.stack!, /^.*\n.*collect-metrics\.test/)
        return true
      },
    )
  }
  for (const options of [{ limit: 1 }, { maxAttempts: 0 }, { pageSize: 2 }]) {
    await assert.rejects(() => collect({ days }, options), InvalidArgumentError)
  }
  const journal = folder
  await assert.rejects(
    collect({ days, journal }),
    (error) => error instanceof ConfigurationError && /journal/.test(error.message),
  )
  assert.deepEqual(await emulator.log(), [])
})
