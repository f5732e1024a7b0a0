// The conformance cases, by the Node package. `conformance/format.md` says what a case is.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { type CallOptions, Client, isCamsRoiError, readChannels } from 'cams-roi'
import { denial, type Json, requestOf, resultOf } from './crossing.mjs'
import { Emulator } from './emulator.mjs'
import { OPERATIONS } from './generated/operations.mjs'

const FOLDER = new URL('../../conformance/', import.meta.url)
const emulator = await Emulator.start()
const silent = (await emulator.control('silent')).address
// Bun hides a HOME that is set later from what is native: whoever starts it gives one, and says so.
const { CAMS_ROI_TEST_HOME } = process.env
const home = CAMS_ROI_TEST_HOME ?? mkdtempSync(join(tmpdir(), 'conformance-'))
mkdirSync(home, { recursive: true })
for (const name of Object.keys(process.env)) {
  if (/^(ALIBABA_CLOUD_|CAMS_ROI_ENDPOINT$)|_proxy$/i.test(name)) delete process.env[name]
}
Object.assign(process.env, { HOME: home, ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' })

let passed = 0
for (const file of readdirSync(new URL('cases/', FOLDER)).sort()) {
  for (const item of read(`cases/${file}`)) {
    test(item.name, async () => {
      await play(item)
      passed += 1
    })
  }
}
after(async () => {
  console.log(`conformance node: ${passed} cases passed`)
  rmSync(home, { recursive: true })
  await emulator.stop()
})

function read(name: string): Json {
  const text = readFileSync(new URL(name, FOLDER), 'utf8')
  const { url } = emulator
  const filled = text.replaceAll('{url}', url).replaceAll('{host}', new URL(url).host)
  return JSON.parse(filled.replaceAll('{silent}', silent).replaceAll('{home}', home))
}

async function play({ name, emulator: controls, files, client, call, expect, seen, ...rest }: Json): Promise<void> {
  none(rest)
  for (const entry of readdirSync(home)) rmSync(join(home, entry), { recursive: true })
  for (const [path, content] of Object.entries(files ?? {})) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), bytesOf(content))
  }
  await emulator.control('reset', null)
  for (const [control, value] of controls ?? []) await emulator.control(control, value)
  const actual = await outcome({ ...read('client.json'), ...client }, call)
  const { problems } = await emulator.control('verify', { expect, outcome: actual, seen: seen ?? {} })
  assert.deepEqual(problems, [], JSON.stringify(actual))
}

/** A text as it is, bytes in base64, and anything else as JSON. */
function bytesOf(content: Json): string | Buffer {
  if (typeof content === 'string') return content
  const isBytes = Object.keys(content).join() === 'base64' && typeof content.base64 === 'string'
  return isBytes ? Buffer.from(content.base64, 'base64') : JSON.stringify(content)
}

async function outcome(settings: Json, { operation, request, options, cancel_when, ...rest }: Json): Promise<Json> {
  none(rest)
  const own = given(options ?? {}, 'timeout_ms max_attempts')
  const controller = new AbortController()
  try {
    const client = connect(settings)
    const done = send(client, operation, request ?? {}, { ...own, signal: controller.signal })
    if (cancel_when !== undefined) {
      const { requests } = given(cancel_when, 'requests')
      emulator.logged((log) => log.length >= requests).then(() => controller.abort())
    }
    return await done
  } catch (error) {
    if (isCamsRoiError(error)) return { error: told(error, ERROR) }
    if (controller.signal.aborted && error === controller.signal.reason) return { cancelled: true }
    throw error
  }
}

function connect(settings: Json): Client {
  const texts =
    'endpoint region profile account_id signature proxy ca_file ca_pem user_agent credentials rate_limit max_connections'
  const times = 'timeout_ms connect_timeout_ms attempt_timeout_ms max_attempts base_delay_ms max_delay_ms'
  const { timeoutMs, connectTimeoutMs, attemptTimeoutMs, ...more } = given(settings, `${texts} ${times}`)
  const { maxAttempts, baseDelayMs, maxDelayMs, credentials, ...rest } = more
  return new Client({
    ...rest,
    timeouts: { callMs: timeoutMs, connectMs: connectTimeoutMs, attemptMs: attemptTimeoutMs },
    retry: { maxAttempts, baseDelayMs, maxDelayMs },
    ...(credentials && { credentials: given(credentials, 'access_key_id access_key_secret security_token') }),
  })
}

const ERROR =
  'kind message detail code requestId httpStatus retryable retryAfterMs attempts operation custSpaceId phoneNumber templateCode hint accessDeniedDetail timeoutPhase'

async function send(client: Client, operation: string, request: Json, options: CallOptions): Promise<Json> {
  const typed = OPERATIONS[operation]
  if (typed !== undefined) {
    return { result: resultOf(typed, await typed.call(client, requestOf(typed, request), options)) }
  }
  switch (operation) {
    case 'call': {
      const { action, parameters, ...more } = given(request, 'action parameters idempotent unchecked')
      return { result: await client.call(action as string, parameters, { ...options, ...more }) }
    }
    case 'call_text': {
      const { action, parameters, ...more } = given(request, 'action parameters idempotent unchecked')
      return { result: { text: await client.callText(action as string, parameters, { ...options, ...more }) } }
    }
    case 'read_channels': {
      const { path } = given(request, 'path')
      return { result: { channels: [...readChannels(path)].map((channel) => told(channel, 'custSpaceId isvCode')) } }
    }
    case 'enable_many': {
      const { channels, ...settings } = given(request, 'channels isv_code journal concurrency stop_after_denials')
      const run = client.enableMany(
        channels.map((channel: Json) => given(channel, 'cust_space_id isv_code')),
        { ...options, ...settings },
      )
      const outcomes = []
      for await (const one of run) {
        outcomes.push(told(one, 'custSpaceId status requestId attempts resumed notCalled error'))
      }
      return { outcomes: outcomes.sort((one, other) => (one.cust_space_id < other.cust_space_id ? -1 : 1)) }
    }
    default:
      throw new Error(`no operation ${operation}`)
  }
}

/** What a case gives, by the names that Node has for it; and nothing else. */
function given(values: Json, known: string): Json {
  none(Object.fromEntries(Object.entries(values).filter(([name]) => !known.split(' ').includes(name))))
  const named = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  const there = Object.keys(values).filter((name) => values[name] !== null)
  return Object.fromEntries(there.map((name) => [named(name), values[name]]))
}

/** The way back: fields by the names of the cases, null for what is not there. */
function told(value: Json, names: string): Json {
  const named = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const plain = (field: Json, name: string) => {
    if (isCamsRoiError(field)) return told(field, ERROR)
    if (name === 'message' || name === 'hint') return inWordsOfTheCases(field ?? null)
    return name === 'accessDeniedDetail' && field ? denial.told(field) : (field ?? null)
  }
  return Object.fromEntries(names.split(' ').map((name) => [named(name), plain(value[name], name)]))
}

/** Names of options and parameters in messages, too, are those of the cases. */
function inWordsOfTheCases(text: string | null): string | null {
  const { NAMES } = createRequire(import.meta.url)('../dist/words.js') as { NAMES: Record<string, string> }
  const named = Object.entries(NAMES).reduce((text, [name, own]) => text?.replaceAll(own, name) ?? null, text)
  return named?.replaceAll('timeouts.callMs', 'timeout') ?? null
}

/** Nothing that is not known may be left over: it would be a promise that nobody checks. */
function none(unknown: object): void {
  assert.deepEqual(Object.keys(unknown), [], 'unknown keys')
}
