import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, beforeEach, test } from 'node:test'
import { CredentialsError, ThrottledError } from 'cams-roi'
import { Emulator } from './emulator.mjs'

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(() => emulator.restart())

const request = () => ({ custSpaceId: emulator.channel })

test('credentials come from a function, sync or async, once for all who wait', async () => {
  for (const give of [() => emulator.credentials, async () => emulator.credentials]) {
    let asked = 0
    const credentials = () => {
      asked += 1
      return give()
    }
    const client = emulator.client({ credentials })
    await Promise.all(Array.from({ length: 8 }, () => client.enableWhatsappRoiMetric(request())))
    assert.equal(asked, 1)
  }
})

test('temporary credentials are asked for again before they expire', async () => {
  let asked = 0
  const credentials = () => {
    asked += 1
    return { ...emulator.credentials, expiresAt: new Date(Date.now() + 1000) }
  }
  const client = emulator.client({ credentials })
  while (asked < 2) await client.enableWhatsappRoiMetric(request())
})

test('what the credentials function throws is the cause', async () => {
  const mine = new Error('the vault is sealed')
  const throwing = () => {
    throw mine
  }
  for (const credentials of [throwing, async () => throwing()]) {
    const error = await emulator
      .client({ credentials })
      .enableWhatsappRoiMetric(request())
      .catch((error) => error)
    assert.ok(error instanceof CredentialsError)
    assert.equal(error.cause, mine)
    assert.match(error.message, /the vault is sealed/)
  }
})

test('a credentials function that cannot reach its source is asked again', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  for (const away of [
    refused,
    new TypeError('fetch failed', { cause: refused }),
    AbortSignal.timeout(0).reason ?? new DOMException('late', 'TimeoutError'),
    new ThrottledError('busy'),
    Object.assign(new Error('away'), { retryable: true }),
  ]) {
    let asked = 0
    const credentials = () => {
      asked += 1
      if (asked === 1) throw away
      return emulator.credentials
    }
    const outcomes = emulator.client({ credentials }).enableMany(emulator.channels)
    for await (const outcome of outcomes) assert.equal(outcome.error, undefined, String(away))
    assert.equal(asked, 2)
  }
})

test('what stays as it is is not asked again, and what may pass makes a retryable error', async () => {
  let asked = 0
  const thrown = async (away: unknown) => {
    const credentials = () => {
      asked += 1
      throw away
    }
    return emulator
      .client({ credentials })
      .enableWhatsappRoiMetric(request())
      .catch((error) => error)
  }
  const sealed = await thrown(new Error('sealed'))
  assert.deepEqual([sealed.kind, sealed.retryable, asked], ['CredentialsError', false, 1])
  const away = await thrown(Object.assign(new Error('away'), { code: 'ETIMEDOUT' }))
  assert.deepEqual([away.kind, away.retryable, asked], ['CredentialsError', true, 4])
})

test('what is no credentials is said', async () => {
  for (const given of [undefined, null, {}, { accessKeyId: 'id' }, { ...emulator.credentials, securityToken: 5 }]) {
    const client = emulator.client({ credentials: () => given as never })
    const error = await client.enableWhatsappRoiMetric(request()).catch((error) => error)
    assert.ok(error instanceof CredentialsError && error.cause instanceof TypeError, String(error))
  }
})

test('a call that waits for credentials can be aborted', async () => {
  const controller = new AbortController()
  const credentials = () => {
    controller.abort()
    return new Promise<never>(() => {})
  }
  const call = emulator.client({ credentials }).enableWhatsappRoiMetric(request(), { signal: controller.signal })
  await assert.rejects(call, { name: 'AbortError' })
})

test('what the logger throws is a warning of the process, and the call goes on', async () => {
  const logger = () => {
    throw new Error('the disk is full')
  }
  const warned = once(process, 'warning')
  await emulator.client({ logger }).enableWhatsappRoiMetric(request())
  const [warning] = await warned
  assert.equal(warning.name, 'CamsRoiWarning')
  assert.match(warning.detail, /the disk is full/)
})
