import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import {
  Client,
  ConfigurationError,
  enableWhatsappRoiMetric,
  InvalidArgumentError,
  type LogRecord,
  OWN_CHANNEL,
  RequestTimeoutError,
} from 'cams-roi'
import { Emulator } from './emulator.mjs'

const DAY = 86_400_000

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(() => emulator.restart())

/** Enables a channel, and lets two days go by. */
async function collect(client: Client, custSpaceId: string) {
  await client.enableWhatsappRoiMetric({ custSpaceId })
  const { now } = await emulator.control('clock')
  await emulator.control('clock', { advance_ms: 2 * DAY })
  const start = new Date(Math.ceil(Date.parse(now) / DAY) * DAY)
  return { start, end: new Date(start.getTime() + DAY) }
}

test('a channel is enabled, with all its parameters', async () => {
  const client = emulator.client()
  const custSpaceId = emulator.channel
  const result = await client.enableWhatsappRoiMetric({ custSpaceId, isvCode: emulator.isvCode })
  assert.match(result.requestId!, /^[0-9A-F-]{36}$/)
  assert.deepEqual(Object.keys(result), ['requestId'])
  const [request] = await emulator.log()
  assert.deepEqual(request!.parameters, { CustSpaceId: custSpaceId, IsvCode: emulator.isvCode })
  assert.match(request!.user_agent, /^cams-roi\/[\d.]+ \(.*\) node\/\d+/)
  await client.close()
})

test('the account’s own channel is asked for by a name of its own', async () => {
  await emulator.changeAccount({ direct_channel: { id: 'cams-direct' } })
  await emulator.client().enableWhatsappRoiMetric({ custSpaceId: OWN_CHANNEL })
  assert.deepEqual((await emulator.log())[0]!.parameters, {})
})

test('metrics of phone numbers come typed, with dates', async () => {
  const client = emulator.client()
  const custSpaceId = emulator.channel
  const period = await collect(client, custSpaceId)
  const { data, requestId } = await client.getChatappPhoneNumberMetric({ ...period, custSpaceId, granularity: 'DAILY' })
  assert.ok(requestId)
  assert.ok(data.length > 0)
  const [row] = data
  assert.deepEqual(row!.start, period.start)
  assert.ok(row!.end instanceof Date)
  assert.equal(row!.granularity, 'DAILY')
  assert.match(row!.phoneNumber, /^\d+$/)
  assert.ok(Number.isSafeInteger(row!.sentCount) && row!.sentCount >= row!.deliveredCount)
  const one = { ...period, custSpaceId, phoneNumber: row!.phoneNumber, granularity: 'HALF_HOUR' }
  const halfHours = await client.getChatappPhoneNumberMetric(one)
  assert.equal(halfHours.data.length, 48)
})

test('metrics of a template come with clicks, and with the texts that the service may add', async () => {
  const client = emulator.client()
  const custSpaceId = emulator.channel
  const period = await collect(client, custSpaceId)
  const templateCode = '1100123456789012345678'
  const request = { ...period, custSpaceId, templateCode, language: 'en', templateType: 'WHATSAPP' }
  const { data } = await client.getChatappTemplateMetric(request)
  assert.equal(data[0]!.templateCode, templateCode)
  assert.ok(data[0]!.clicks.every(({ count, type }) => Number.isInteger(count) && type.endsWith('_button')))
  assert.ok(data.some(({ clicks }) => clicks.some(({ type }) => type === 'quick_reply_button')))
  const row = { TemplateCode: templateCode, Language: 'en', Start: 1, End: 2, SentCount: '9007199254740991' }
  const Cliented = [{ ButtonContent: 'x', Type: 'hologram', Count: 3 }]
  const body = { Code: 'OK', RequestId: 'r\n', Data: [{ ...row, Cliented }] }
  await emulator.fault({ type: 'respond', status: 200, body: JSON.stringify(body) })
  const told = await client.getChatappTemplateMetric(request)
  assert.equal(told.requestId, 'r')
  assert.equal(told.data[0]!.sentCount, Number.MAX_SAFE_INTEGER)
  assert.deepEqual(told.data[0]!.clicks, [{ buttonContent: 'x', type: 'hologram', count: 3 }])
})

test('any operation can be called by its name', async () => {
  const client = emulator.client()
  const answer: { Code: string } = await client.call('ListInstance', { PageSize: 10, PageIndex: 1n, IsBind: true })
  assert.equal(answer.Code, 'OK')
  assert.deepEqual((await emulator.log())[0]!.parameters, { PageSize: '10', PageIndex: '1', IsBind: 'true' })
  await assert.rejects(client.call('List Instance'), InvalidArgumentError)
})

test('what is nested is sent as compact JSON, in its order and with every digit', async () => {
  const client = emulator.client()
  const nested = { Z: [2n ** 64n, 0.5, -0, 'é"\n', null, [], {}], A: Object.create(null), B: true }
  await assert.rejects(client.call('ListWhatNobodyKnowsYet', { Nested: nested }), { code: 'InvalidApi.NotFound' })
  await assert.rejects(client.call('ListFlow', { Page: { Size: 10, Index: 1 } }), { code: 'InvalidApi.NotFound' })
  const [first, second] = await emulator.log()
  assert.equal(first!.parameters['Nested'], '{"Z":[18446744073709551616,0.5,0,"é\\"\\n",null,[],{}],"A":{},"B":true}')
  assert.equal(second!.parameters['Page'], '{"Size":10,"Index":1}')
})

test('what is known of an operation counts, unless the call is unchecked', async () => {
  const client = emulator.client()
  const wrong = { PageSise: 10 }
  await assert.rejects(client.call('ListInstance' as string, wrong), {
    kind: 'InvalidArgumentError',
    operation: 'ListInstance',
    hint: 'Did you mean PageSize?',
  })
  assert.deepEqual(await emulator.log(), [])
  await client.call('ListInstance' as string, wrong, { unchecked: true })
  assert.deepEqual((await emulator.log())[0]!.parameters, { PageSise: '10' })
})

test('the answer of a call by name comes as it is, and large integers exact where they are asked for', async () => {
  const text =
    '{"RequestId":"r", "Code":"OK","B":12345678901234567890,"A":[9007199254740993,-9007199254740993,9007199254740991],' +
    '"Text":"9007199254740993 \\"9007199254740993\\" {integer}","Nested":{"Id":18446744073709551616,"Half":0.125000000000000002,"E":1e20}}'
  await emulator.fault({ type: 'respond', status: 200, body: text })
  const client = emulator.client()
  assert.equal(await client.callText('ListInstance', { PageSize: 1 }), text)
  assert.deepEqual(await client.call('ListInstance'), JSON.parse(text))
  const exact = await client.call('ListInstance', {}, { bigIntegers: true })
  assert.deepEqual(exact, {
    ...JSON.parse(text),
    B: 12345678901234567890n,
    A: [9007199254740993n, -9007199254740993n, 9007199254740991],
    Nested: { Id: 18446744073709551616n, Half: 0.125, E: 1e20 },
  })
  assert.deepEqual(Object.keys(exact), ['RequestId', 'Code', 'B', 'A', 'Text', 'Nested'])
})

test('limits are kept by operation, in fractions too', async () => {
  const accountId = 'limits-by-operation'
  const rateLimit = { EnableWhatsappROIMetric: 0.5, ListInstance: 'off' } as const
  const client = emulator.client({ accountId, rateLimit })
  await Promise.all(Array.from({ length: 20 }, () => client.call('ListInstance')))
  await client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  const late = client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel }, { timeoutMs: 50 })
  const error = await late.catch((error) => error)
  assert.ok(error instanceof RequestTimeoutError, String(error))
  assert.deepEqual([error.timeoutPhase, error.retryable, error.attempts], ['queue', true, 0])
  assert.match(error.hint!, /enableMany/)
  assert.equal((await emulator.log()).length, 21)
})

test('no more connections are open at once than there may be', async () => {
  await emulator.fault({ type: 'delay', ms: 20 })
  const client = emulator.client({ maxConnections: 2 })
  await Promise.all(Array.from({ length: 12 }, () => client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })))
  const connections = new Set((await emulator.log()).map(({ connection }) => connection))
  assert.ok(connections.size <= 2, `${connections.size} connections`)
})

test('both signatures are accepted', async () => {
  for (const signature of ['acs3-hmac-sha256', 'hmac-sha1'] as const) {
    await emulator.client({ signature }).enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  }
  const signatures = (await emulator.log()).map(({ signature }) => signature)
  assert.equal(new Set(signatures).size, 2)
})

test('the function of the module takes its settings from the environment', async () => {
  Object.assign(process.env, emulator.environment, { NO_PROXY: '127.0.0.1' })
  try {
    await enableWhatsappRoiMetric({ custSpaceId: emulator.channels[1]! })
    assert.equal((await emulator.log()).length, 1)
    const error = await enableWhatsappRoiMetric({ custSpaceId: '' }).catch((error) => error)
    assert.ok(error instanceof InvalidArgumentError)
    assert.match(error.stack!.split('\n')[1]!, /client\.test/)
  } finally {
    for (const name of Object.keys(emulator.environment)) delete process.env[name]
  }
})

test('what is wrong with a setting is said before anything is sent', () => {
  const wrong = [
    { region: 'eu-central-1' },
    { endpoint: 'ftp://host' },
    { sharedLimits: 'http://127.0.0.1:1' },
    { proxy: 'nonsense://' },
    { caFile: '/nowhere/ca.pem' },
  ]
  for (const options of wrong) {
    assert.throws(
      () => new Client(options),
      (error) => error instanceof ConfigurationError && /client\.test/.test(error.stack!.split('\n')[1]!),
      JSON.stringify(options),
    )
  }
})

test('what is wrong with a call is said before anything is sent', async () => {
  const client = emulator.client()
  const now = new Date()
  const wrong: (() => Promise<unknown>)[] = [
    () => client.enableWhatsappRoiMetric({ custSpaceId: '' }),
    () => client.enableWhatsappRoiMetric({ custSpaceId: 'x' }, { timeoutMs: -1 }),
    () => client.enableWhatsappRoiMetric({ custSpaceId: 'x' }, { maxAttempts: 0 }),
    () => client.getChatappPhoneNumberMetric({ custSpaceId: 'x', start: now, end: now }),
  ]
  for (const call of wrong) await assert.rejects(call, InvalidArgumentError, String(call))
  assert.deepEqual(await emulator.log(), [])
})

test('a closed client refuses calls, and lets those that are under way end', async () => {
  await emulator.fault({ type: 'delay', ms: 200 })
  const client = emulator.client()
  assert.equal(client.endpoint, `${emulator.url}/`)
  const call = client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  let ended = false
  const noted = call.then(() => {
    ended = true
  })
  await client.close()
  await noted
  assert.ok(ended)
  assert.equal(client.endpoint, undefined)
  const closed = (error: unknown) => error instanceof InvalidArgumentError && /closed/.test(error.message)
  await assert.rejects(client.enableWhatsappRoiMetric({ custSpaceId: 'x' }), closed)
  await assert.rejects(client.enableMany(['x']).next(), closed)
  await client.close()
})

test('a client can be disposed of', async () => {
  const client = emulator.client()
  await client[Symbol.asyncDispose]()
  await assert.rejects(client.enableWhatsappRoiMetric({ custSpaceId: 'x' }), InvalidArgumentError)
})

test('each client’s logger is told what that client does', async () => {
  const records: LogRecord[] = []
  const { promise, resolve } = withResolvers()
  const logger = (record: LogRecord) => {
    records.push(record)
    if (record.message === 'attempt') resolve()
  }
  const told = emulator.client({ logger })
  await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channels[1]! })
  await told.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  await promise
  assert.equal(records.filter(({ message }) => message === 'attempt').length, 1)
  const attempt = records.find(({ message }) => message === 'attempt')!
  assert.equal(attempt.level, 'debug')
  assert.equal(attempt.fields['rpc.method'], 'cams/EnableWhatsappROIMetric')
  assert.equal(attempt.fields['cams.attempt'], 1)
  assert.equal(attempt.fields['cams.cust_space_id'], emulator.channel)
  assert.ok(!JSON.stringify(records).includes(emulator.credentials.accessKeySecret))
})

test('a daily time that is not in whole days is warned of once', async () => {
  const records: LogRecord[] = []
  const { promise, resolve } = withResolvers()
  const logger = (record: LogRecord) => {
    records.push(record)
    if (record.fields['rpc.method'] === 'cams/GetChatappTemplateMetric') resolve()
  }
  const client = emulator.client({ logger, logLevel: 'warn' })
  const custSpaceId = emulator.channel
  const [start, end] = [new Date('2026-03-01T08:00:00Z'), new Date('2026-03-02T08:00:00Z')]
  await client.getChatappPhoneNumberMetric({ custSpaceId, start, end })
  await client.getChatappPhoneNumberMetric({ custSpaceId, start, end, granularity: 'HALF_HOUR' })
  const midnights = { start: new Date('2026-03-01'), end: new Date('2026-03-02') }
  await client.getChatappPhoneNumberMetric({ custSpaceId, ...midnights })
  await client.getChatappTemplateMetric({ custSpaceId, templateCode: '7', start, end, granularity: 'DAILY' })
  await promise
  const told = records.map(({ level, message, fields }) => [level, message.slice(0, 29), fields['rpc.method']])
  assert.deepEqual(told, [
    ['warn', 'the time is not in whole days', 'cams/GetChatappPhoneNumberMetric'],
    ['warn', 'the time is not in whole days', 'cams/GetChatappTemplateMetric'],
  ])
})

test('a logger is told of nothing below its level', async () => {
  const levels: string[] = []
  const { promise, resolve } = withResolvers()
  const logger = ({ level }: LogRecord) => {
    levels.push(level)
    resolve()
  }
  await emulator.fault({ type: 'throttle' }, { times: 1 })
  await emulator
    .client({ logger, logLevel: 'info', rateLimit: undefined })
    .enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  await promise
  assert.deepEqual(new Set(levels), new Set(['info']))
})

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
