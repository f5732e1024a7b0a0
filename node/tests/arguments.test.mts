// What is wrong with an argument or an option is said before anything is sent: in JavaScript's words, naming the key.

import assert from 'node:assert/strict'
import { createReadStream, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { after, before, beforeEach, test } from 'node:test'
import {
  CamsRoiError,
  Client,
  ConfigurationError,
  CredentialsError,
  enableWhatsappRoiMetric,
  InvalidArgumentError,
  OWN_CHANNEL,
  readChannels,
} from 'cams-roi'
import { Emulator } from './emulator.mjs'

let emulator: Emulator
let client: Client
before(async () => {
  emulator = await Emulator.start()
  client = emulator.client()
})
after(() => emulator.stop())
beforeEach(() => emulator.reset())

// biome-ignore lint/suspicious/noExplicitAny: what those write who use no TypeScript.
type Any = any

/** Nothing was sent, and the error says these things in its message and its hint. */
async function refused(
  call: () => unknown,
  message: string,
  hint: RegExp,
  kind: typeof CamsRoiError = InvalidArgumentError,
) {
  const error: unknown = await (async () => call())().then(
    () => assert.fail(`${call} was not refused`),
    (error) => error,
  )
  assert.ok(error instanceof kind, `${call}: ${error}`)
  assert.equal(error.message, message)
  assert.match(error.hint ?? '', hint)
  assert.doesNotMatch(`${error} ${error.hint}`, /rust|napi|f64|usize|Option</i)
  assert.match(error.stack ?? '', /^.*\n.*arguments\.test/)
  assert.deepEqual(await emulator.log(), [])
}

const OWN = /OWN_CHANNEL for the account's own channel/

for (const [request, message, hint] of [
  [undefined, 'the request is undefined', /custSpaceId: 'cams-…'/],
  [null, 'the request is null', /custSpaceId/],
  ['cams-1', 'the request is the string "cams-1"', /custSpaceId: 'cams-…'/],
  [['cams-1'], 'the request is an array', /custSpaceId/],
  [{}, 'custSpaceId is not given', OWN],
  [{ custSpaceId: undefined }, 'custSpaceId is undefined', OWN],
  [{ custSpaceId: null }, 'custSpaceId is null', OWN],
  [{ custSpaceId: '' }, 'custSpaceId is not given', /OWN_CHANNEL/],
  [{ custSpaceId: 5 }, 'custSpaceId is 5', OWN],
  [{ custSpaceId: Symbol('cams-roi.OWN_CHANNEL') }, 'custSpaceId is a symbol', OWN],
  [{ custSpaceId: Promise.resolve('cams-1') }, 'custSpaceId is a Promise: await it first', OWN],
  [{ custSpaceID: 'cams-1' }, 'the request has no key custSpaceID', /Did you mean custSpaceId\?/],
  [{ cust_space_id: 'cams-1' }, 'the request has no key cust_space_id', /Did you mean custSpaceId\?/],
  [{ custSpaceId: 'cams-1', isvcode: 'x' }, 'the request has no key isvcode', /Did you mean isvCode\?/],
  [{ custSpaceId: 'cams-1', note: 'x' }, 'the request has no key note', /There are custSpaceId, isvCode\./],
  [{ custSpaceId: 'cams-1', isvCode: undefined }, 'isvCode is undefined', /leave the key out/],
  [{ custSpaceId: 'cams-1', isvCode: null }, 'isvCode is null', /as a string/],
  [{ custSpaceId: OWN_CHANNEL, isvCode: undefined }, 'isvCode is undefined', /leave the key out/],
] as [Any, string, RegExp][]) {
  test(`enableWhatsappRoiMetric: ${message}`, async () => {
    await refused(() => client.enableWhatsappRoiMetric(request), message, hint)
    await refused(() => enableWhatsappRoiMetric(request), message, hint)
  })
}

const start = new Date(0)
const end = new Date()
const custSpaceId = 'cams-1'

for (const [request, message, hint] of [
  [{ start, end }, 'custSpaceId is not given', OWN],
  [{ custSpaceId: undefined, start, end }, 'custSpaceId is undefined', OWN],
  [{ custSpaceId, end }, 'start is not given', /Give start as a Date/],
  [{ custSpaceId, start: 1, end }, 'start is 1', /Give start as a Date/],
  [{ custSpaceId, start, end: new Date('no') }, 'end is a Date of no time', /Give end as a Date/],
  [{ custSpaceId, start, end, phoneNumber: undefined }, 'phoneNumber is undefined', /leave the key out/],
  [{ custSpaceId, start, end, granularity: undefined }, 'granularity is undefined', /leave the key out/],
  [{ custSpaceId, start, end, phone: '1' }, 'the request has no key phone', /phoneNumber/],
] as [Any, string, RegExp][]) {
  test(`getChatappPhoneNumberMetric: ${message}`, () =>
    refused(() => client.getChatappPhoneNumberMetric(request), message, hint))
}

for (const [request, message, hint] of [
  [{ custSpaceId, start, end }, 'templateCode is not given', /as a string/],
  [{ custSpaceId, start, end, templateCode: 1100 }, 'templateCode is 1100', /as a string/],
  [{ custSpaceId, start, end, templateCode: undefined }, 'templateCode is undefined', /as a string/],
  [{ custSpaceId, start, end, templateCode: '1', lang: 'en' }, 'the request has no key lang', /language/],
] as [Any, string, RegExp][]) {
  test(`getChatappTemplateMetric: ${message}`, () =>
    refused(() => client.getChatappTemplateMetric(request), message, hint))
}

for (const [options, message, hint] of [
  [null, 'a call is null', /timeoutMs/],
  [5000, 'a call is 5000', /timeoutMs/],
  [{ timeout: 5 }, 'a call has no key timeout', /Did you mean timeoutMs\?/],
  [new Map([['timeoutMs', 5]]), 'a call is a Map', /timeoutMs/],
  [{ timeoutMs: '5' }, 'timeoutMs is the string "5"', /milliseconds, 0 or more/],
  [{ timeoutMs: -1 }, 'timeoutMs is -1', /milliseconds, 0 or more/],
  [{ timeoutMs: Number.NaN }, 'timeoutMs is NaN', /milliseconds/],
  [{ maxAttempts: 0 }, 'maxAttempts is 0', /a whole number, 1 or more/],
  [{ maxAttempts: 1.5 }, 'maxAttempts is 1.5', /a whole number, 1 or more/],
  [{ signal: new AbortController() }, 'signal is an object', /an AbortSignal/],
  [{ signal: null }, 'signal is null', /an AbortSignal/],
] as [Any, string, RegExp][]) {
  test(`options of a call: ${message}`, () =>
    refused(() => client.enableWhatsappRoiMetric({ custSpaceId }, options), message, hint))
}

function endless(): Any {
  const endless: Any = {}
  endless.Page = endless
  return endless
}

for (const [parameters, message, hint] of [
  [null, 'the parameters are null', /an object/],
  ['PageSize=1', 'the parameters are the string "PageSize=1"', /an object/],
  [new Map([['PageSize', 1]]), 'the parameters are a Map', /an object/],
  [{ CustSpaceId: undefined }, 'the parameter CustSpaceId is undefined', /leave the key out/],
  [{ CustSpaceId: null }, 'the parameter CustSpaceId is null', /as a string/],
  [{ At: new Date(0) }, 'the parameter At is a Date', /a plain object/],
  [{ Of: () => 1 }, 'the parameter Of is a function', /a plain object/],
  [{ Ids: ['a', undefined] }, 'the parameter Ids[1] is undefined', /leave the key out/],
  [{ Ids: new Array(1) }, 'the parameter Ids[0] is undefined', /leave the key out/],
  [{ Page: { Index: 2 ** 60 } }, 'the parameter Page.Index is 1152921504606847000', /a bigint/],
  [{ Page: { At: [new Map()] } }, 'the parameter Page.At[0] is a Map', /a plain object/],
  [{ Page: endless() }, `the parameter Page${'.Page'.repeat(100)} nests too deeply`, /less/],
  [{ Id: 2 ** 60 }, 'the parameter Id is 1152921504606847000', /a bigint/],
  [{ Id: Number.NaN }, 'the parameter Id is NaN', /a bigint/],
] as [Any, string, RegExp][]) {
  test(`call: ${message}`, () => refused(() => client.call('ListInstance', parameters), message, hint))
}

for (const [parameters, message, hint] of [
  [{ PageSize: 'x' }, 'PageSize is the text "x"', /as a whole number/],
  [{ PageSise: 1 }, 'ListInstance has no parameter PageSise', /Did you mean PageSize\?/],
] as [Any, string, RegExp][]) {
  test(`call, by what is known of the operation: ${message}`, () =>
    refused(() => client.call('ListInstance', parameters), message, hint))
}

test('readChannels: the path is a text', () =>
  refused(() => readChannels(undefined as Any), 'path is undefined', /path/))

test('readChannels: what a list names stands as it is', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'cams-roi-')), 'list.csv')
  writeFileSync(path, 'name,isv_code\nShop,x\n')
  const read = () => Array.from(readChannels(path) as Iterable<unknown>)
  const names = /line 1: the header names no column of channel IDs; it names "name", "isv_code"$/
  assert.throws(read, { name: 'InvalidArgumentError', message: names })
})

test('call: the action is a text', () =>
  refused(() => client.call(undefined as Any), 'action is undefined', /ListInstance/))

for (const [channels, message, hint] of [
  ['cams-1', 'the channels are the string "cams-1"', /\["cams-1"\]/],
  [new String('cams-1'), 'the channels are the string "cams-1"', /\["cams-1"\]/],
  [undefined, 'the channels are undefined', /an array/],
  [null, 'the channels are null', /an array/],
  [{ custSpaceId }, 'the channels are an object', /an array/],
  [['cams-1', null], 'channel number 2 is null', /its ID/],
  [['cams-1', undefined], 'channel number 2 is undefined', /its ID/],
  [new Set([5]), 'channel number 1 is 5', /its ID/],
  [[['cams-1', 'x']], 'channel number 1 is an array', /its ID/],
  [[OWN_CHANNEL], 'channel number 1 is OWN_CHANNEL', /enableWhatsappRoiMetric/],
  [[{ custSpaceId: null }], 'channel number 1: custSpaceId is null', /as a string/],
  [[{ custSpaceId, isvCode: undefined }], 'channel number 1: isvCode is undefined', /leave the key out/],
  [[{ id: 'cams-1' }], 'channel number 1 has no key id', /custSpaceId, isvCode/],
] as [Any, string, RegExp][]) {
  test(`enableMany: ${message}`, () => refused(() => client.enableMany(channels), message, hint))
}

test('enableMany: a file is read by readChannels', async () => {
  const lines = /readChannels\(path\)/
  const message = 'the channels are a stream of text or its lines'
  const file = createReadStream(new URL(import.meta.url))
  await refused(() => client.enableMany(file as Any), message, lines)
  await refused(() => client.enableMany(file.setEncoding('utf8') as Any), message, lines)
  const reader = createInterface({ input: file })
  await refused(() => client.enableMany(reader as Any), message, lines)
  reader.close()
  file.destroy()
  // IDs from a database, for example.
  for await (const outcome of client.enableMany(Readable.from([emulator.channel]))) {
    assert.equal(outcome.status, 'enabled')
  }
})

test('half of a surrogate pair is refused by name', async () => {
  const half = /in whole characters/
  const message = (name: string) => `${name} holds half of a surrogate pair`
  for (const option of ['accountId', 'region', 'profile', 'endpoint', 'proxy', 'caFile', 'caPem', 'userAgent']) {
    await refused(() => new Client({ [option]: 'a\ud800b' }), message(option), half, ConfigurationError)
    new Client({ [option === 'accountId' ? option : 'userAgent']: '\u{1f600}' })
  }
  const credentials = { accessKeyId: 'id', accessKeySecret: '\udc00' }
  await refused(() => new Client({ credentials }), message('credentials.accessKeySecret'), half, ConfigurationError)
  await refused(() => client.enableWhatsappRoiMetric({ custSpaceId: '\ud800' }), message('custSpaceId'), half)
  await refused(() => client.enableMany(['cams-1', '\ud800']), message('channel number 2'), half)
  await refused(() => client.enableMany(['cams-1'], { journal: '\ud800' }), message('journal'), half)
  await refused(() => client.call('ListInstance' as string, { A: '\ud800' }), message('the parameter A'), half)
  const nested = { A: { B: ['\ud800'] } }
  await refused(() => client.call('X' as string, nested), message('the parameter A.B[0]'), half)
  await refused(() => client.call('X' as string, { '\ud800': 1 }), message('the name of a parameter'), half)
  await refused(() => readChannels('\ud800'), message('path'), /path/)
})

test('enableMany: what becomes known one by one is checked as it comes', async () => {
  const all = async (channels: Any) => {
    for await (const _ of client.enableMany(channels)) assert.fail('an outcome of nothing')
  }
  async function* broken() {
    yield undefined
  }
  await refused(() => all(broken()), 'channel number 1 is undefined', /its ID/)
  await refused(() => all(new Map([['cams-1', 'x']])), 'channel number 1 is an array', /its ID/)
})

for (const [options, message, hint] of [
  [{ journal: undefined }, 'journal is undefined', /leave the key out/],
  [{ isvCode: undefined }, 'isvCode is undefined', /leave the key out/],
  [{ journl: 'x' }, 'enableMany has no key journl', /Did you mean journal\?/],
  [{ concurrency: 0 }, 'concurrency is 0', /1 or more/],
  [{ stopAfterDenials: 0 }, 'stopAfterDenials is 0', /1 or more/],
  [{ onProgress: 'x' }, 'onProgress is the string "x"', /a function/],
] as [Any, string, RegExp][]) {
  test(`options of enableMany: ${message}`, () =>
    refused(() => client.enableMany([custSpaceId], options), message, hint))
}

for (const [options, message, hint] of [
  [null, 'Client is null', /an object/],
  ['https://host', 'Client is the string "https://host"', /an object/],
  [{ rateLimt: 5 }, 'Client has no key rateLimt', /Did you mean rateLimit\?/],
  [{ rate_limit: 5 }, 'Client has no key rate_limit', /Did you mean rateLimit\?/],
  [{ timeout: 5 }, 'Client has no key timeout', /Did you mean timeouts\?/],
  [{ timeouts: { callms: 5 } }, 'timeouts has no key callms', /Did you mean timeouts\.callMs\?/],
  [{ timeouts: { call: 5 } }, 'timeouts has no key call', /callMs/],
  [{ retry: { attempts: 5 } }, 'retry has no key attempts', /maxAttempts/],
  [{ timeouts: 5 }, 'timeouts is 5', /an object/],
  [{ timeouts: { callMs: 0 } }, 'timeouts.callMs is zero', /Give timeouts\.callMs some time/],
  [{ timeouts: { callMs: -1 } }, 'timeouts.callMs is -1', /more than 0/],
  [{ timeouts: { connectMs: Number.NaN } }, 'timeouts.connectMs is NaN', /milliseconds/],
  [{ timeouts: { attemptMs: '10s' } }, 'timeouts.attemptMs is the string "10s"', /milliseconds/],
  [{ retry: { maxAttempts: 1.5 } }, 'retry.maxAttempts is 1.5', /1 or more/],
  [{ retry: { baseDelayMs: -1 } }, 'retry.baseDelayMs is -1', /0 or more/],
  [new Map(), 'Client is a Map', /an object/],
  [{ timeouts: new Date() }, 'timeouts is a Date', /an object/],
  [{ rateLimit: new Map([['EnableWhatsappROIMetric', 1]]) }, 'rateLimit is a Map', /an object of these/],
  [{ rateLimit: -1 }, 'rateLimit is -1', /calls a second.*'off'/],
  [{ rateLimit: 0 }, 'rateLimit is 0', /calls a second.*'off'/],
  [{ rateLimit: { EnableWhatsappROIMetric: '5' } }, 'rateLimit.EnableWhatsappROIMetric is the string "5"', /'off'/],
  [
    { rateLimit: { EnableWhatsappRoiMetric: 5 } },
    'rateLimit names the operation "EnableWhatsappRoiMetric", which does not exist',
    /EnableWhatsappROIMetric\?/,
  ],
  [{ maxConnections: 0 }, 'maxConnections is 0', /1 or more/],
  [{ rateLimit: 'on' }, 'rateLimit is the string "on"', /'off'/],
  [{ endpoint: null }, 'endpoint is null', /a string/],
  [{ endpoint: 5 }, 'endpoint is 5', /a string/],
  [{ signature: 'md5' }, 'signature is the string "md5"', /'acs3-hmac-sha256' or 'hmac-sha1'/],
  [{ logLevel: 'verbose' }, 'logLevel is the string "verbose"', /'error' or 'warn'/],
  [{ logger: console }, 'logger is an object', /a function/],
  [{ dangerAcceptAnyCertificate: 'no' }, 'dangerAcceptAnyCertificate is the string "no"', /true or false/],
  [{ credentials: undefined }, 'credentials is undefined', /leave the key out/],
  [{ profile: undefined }, 'profile is undefined', /leave the key out/],
  [{ credentials: 'LTAI' }, 'credentials is a string', /accessKeyId/],
  [{ credentials: { accessKeyId: 'id' } }, 'credentials.accessKeySecret is not given', /both/],
  [
    { credentials: { accessKeyId: 'id', accessKeySecret: undefined } },
    'credentials.accessKeySecret is undefined',
    /both/,
  ],
  [
    { credentials: { accessKeyId: 'id', accessKeySecret: 's', sessionToken: 't' } },
    'credentials has no key sessionToken',
    /securityToken/,
  ],
] as [Any, string, RegExp][]) {
  test(`options of a client: ${message}`, () => refused(() => new Client(options), message, hint, ConfigurationError))
}

test('an option that is undefined is one that is not given', () => {
  const client = new Client({
    endpoint: undefined,
    timeouts: { callMs: undefined },
    retry: undefined,
    rateLimit: undefined,
  })
  assert.match(client.endpoint!, /^https:\/\/cams\./)
})

test('nothing of a secret is shown', () => {
  for (const secret of [{ value: 's3cret' }, ['s3cret']]) {
    const options: Any[] = [{ credentials: { accessKeyId: 'id', accessKeySecret: secret } }, { caPem: secret }]
    for (const one of options) {
      assert.throws(
        () => new Client(one),
        (error) => error instanceof CamsRoiError && !JSON.stringify(error).includes('s3cret'),
      )
    }
  }
})

test('a function that gives a misspelt key of credentials is told so, and one that gives more than is needed is not', async () => {
  const { accessKeyId, accessKeySecret } = emulator.credentials
  const misspelt = { accessKeyId, accessKeySecret, SecurityToken: 'token' } as Any
  const error = await emulator
    .client({ credentials: () => misspelt })
    .enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
    .catch((error) => error)
  assert.ok(error instanceof CredentialsError)
  assert.match(error.message, /a key SecurityToken. Did you mean securityToken\?/)
  const more = { accessKeyId, accessKeySecret, securityToken: undefined, type: 'access_key', providerName: 'x' } as Any
  await emulator.client({ credentials: () => more }).enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
})
