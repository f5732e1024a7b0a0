// The conformance cases, by the Node face. `conformance/README.md` says what a case is.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { type CallOptions, type CamsRoiError, Client, isCamsRoiError } from 'cams-roi'
import { Emulator } from './emulator.mjs'

// biome-ignore lint/suspicious/noExplicitAny: what JSON holds.
type Json = any

const FOLDER = new URL('../../conformance/', import.meta.url)
const emulator = await Emulator.start()
const silent = (await emulator.control('silent')).address
const home = mkdtempSync(join(tmpdir(), 'conformance-'))
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
    writeFileSync(join(home, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  await emulator.control('reset', null)
  for (const [control, value] of controls ?? []) await emulator.control(control, value)
  const actual = await outcome({ ...read('client.json'), ...client }, call)
  const { problems } = await emulator.control('verify', { expect, outcome: actual, seen: seen ?? {} })
  assert.deepEqual(problems, [], JSON.stringify(actual))
}

async function outcome(settings: Json, { operation, request, options, cancel_when, ...rest }: Json): Promise<Json> {
  none(rest)
  const { timeout_ms: timeoutMs, max_attempts: maxAttempts, ...others } = options ?? {}
  none(others)
  const controller = new AbortController()
  try {
    const client = connect(settings)
    const done = send(client, operation, request ?? {}, { timeoutMs, maxAttempts, signal: controller.signal })
    if (cancel_when !== undefined) {
      const { requests, ...unknown } = cancel_when
      none(unknown)
      emulator.logged((log) => log.length >= requests).then(() => controller.abort())
    }
    return await done
  } catch (error) {
    if (isCamsRoiError(error)) return { error: failure(error) }
    if (controller.signal.aborted && error === controller.signal.reason) return { cancelled: true }
    throw error
  }
}

function connect(settings: Json): Client {
  const given = Object.fromEntries(Object.entries<Json>(settings).map(([name, value]) => [name, value ?? undefined]))
  const { endpoint, region, profile, signature, proxy, credentials: key, ...more } = given
  const { account_id: accountId, rate_limit: rateLimit, user_agent: userAgent, ...times } = more
  const { timeout_ms: callMs, connect_timeout_ms: connectMs, attempt_timeout_ms: attemptMs, ...rest } = times
  const { max_attempts: maxAttempts, base_delay_ms: baseDelayMs, max_delay_ms: maxDelayMs, ...trust } = rest
  const { ca_file: caFile, ca_pem: caPem, ...unknown } = trust
  none(unknown)
  return new Client({
    ...{ endpoint, region, profile, signature, proxy, accountId, rateLimit, userAgent, caFile, caPem },
    timeouts: { callMs, connectMs, attemptMs },
    retry: { maxAttempts, baseDelayMs, maxDelayMs },
    credentials: key && camel(key, ['access_key_id', 'access_key_secret', 'security_token']),
  })
}

const CHANNEL = ['cust_space_id', 'isv_code']
const PERIOD = ['start', 'end', 'granularity', ...CHANNEL]

async function send(client: Client, operation: string, request: Json, options: CallOptions): Promise<Json> {
  switch (operation) {
    case 'enable_whatsapp_roi_metric': {
      const result = await client.enableWhatsappRoiMetric(camel(request, CHANNEL), options)
      return { result: { message: null, ...snake(result), access_denied_detail: denial(result.accessDeniedDetail) } }
    }
    case 'get_chatapp_phone_number_metric':
      return figures(await client.getChatappPhoneNumberMetric(camel(request, [...PERIOD, 'phone_number']), options))
    case 'get_chatapp_template_metric': {
      const names = [...PERIOD, 'template_code', 'language', 'template_type']
      return figures(await client.getChatappTemplateMetric(camel(request, names), options))
    }
    case 'call': {
      const { action, parameters, idempotent, ...unknown } = request
      none(unknown)
      return { result: await client.call(action, parameters, { ...options, idempotent }) }
    }
    case 'enable_many': {
      const { spaces, isv_code: isvCode, journal, concurrency, ...unknown } = request
      none(unknown)
      const outcomes = []
      const channels = spaces.map((space: Json) => camel(space, CHANNEL))
      for await (const one of client.enableMany(channels, { ...options, isvCode, journal, concurrency })) {
        const { error, ...fields } = one
        outcomes.push({ request_id: null, ...snake(fields), error: error ? failure(error) : null })
      }
      return { outcomes: outcomes.sort((one, other) => (one.cust_space_id < other.cust_space_id ? -1 : 1)) }
    }
    default:
      throw new Error(`no operation ${operation}`)
  }
}

function figures({ requestId, data }: { requestId?: string; data: object[] }): Json {
  return { result: { request_id: requestId ?? null, data: data.map((row) => ({ granularity: null, ...snake(row) })) } }
}

function failure(error: CamsRoiError): Json {
  const { kind, message, code, requestId, httpStatus, retryable, retryAfterMs, attempts, operation, hint } = error
  const fields = { code, requestId, httpStatus, retryAfterMs, operation, hint, timeoutPhase: error.timeoutPhase }
  const access_denied_detail = denial(error.accessDeniedDetail)
  assert.equal(error.name, kind)
  return { kind, message, retryable, attempts, ...snake(fields), access_denied_detail }
}

function denial(detail: CamsRoiError['accessDeniedDetail']): Json {
  if (detail === undefined) return null
  const { text, policyType, authAction, authPrincipalType, authPrincipalOwnerId } = detail
  const { authPrincipalDisplayName, noPermissionType, encodedDiagnosticMessage } = detail
  return snake({
    ...{ text, policyType, authAction, authPrincipalType, authPrincipalOwnerId },
    ...{ authPrincipalDisplayName, noPermissionType, encodedDiagnosticMessage },
  })
}

/** Names as Node has them; times as dates. */
function camel(given: Json, known: string[]): Json {
  none(Object.fromEntries(Object.entries(given).filter(([name]) => !known.includes(name))))
  const value = (name: string) => (['start', 'end'].includes(name) ? new Date(given[name]) : (given[name] ?? undefined))
  const named = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  return Object.fromEntries(Object.keys(given).map((name) => [named(name), value(name)]))
}

/** The way back: names as the cases have them, times in milliseconds, null for what is not there. */
function snake(value: Json): Json {
  if (Array.isArray(value)) return value.map(snake)
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'object' || value === null) return value ?? null
  const named = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [named(name), snake(item)]))
}

/** Nothing that is not known may be left over: it would be a promise that nobody checks. */
function none(unknown: object): void {
  assert.deepEqual(Object.keys(unknown), [], 'unknown keys')
}
