import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import vm from 'node:vm'
import * as camsRoi from 'cams-roi'
import {
  CamsRoiError,
  type Client,
  type ErrorKind,
  isCamsRoiError,
  RequestTimeoutError,
  ServiceError,
  ThrottledError,
  TransportError,
} from 'cams-roi'
import { Emulator } from './emulator.mjs'

const require = createRequire(import.meta.url)

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(() => emulator.restart())

const once = { maxAttempts: 1 }
const enable = (client: Client, options = {}) =>
  client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel }, { ...once, ...options })

/** How each class is raised. */
const THROWN: Record<ErrorKind, () => Promise<unknown>> = {
  ConfigurationError: async () => emulator.client({ endpoint: 'ftp://host' }),
  JournalInUseError: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
    const journal = join(folder, 'channels.journal')
    // A run that has been begun, and waits for a channel that does not come.
    async function* one() {
      yield emulator.channel
      await new Promise(() => {})
    }
    const first = emulator.client().enableMany(one(), { journal })
    try {
      await first.next()
      for await (const _ of emulator.client().enableMany([emulator.channel], { journal })) break
    } finally {
      first.return?.()
      rmSync(folder, { recursive: true })
    }
  },
  CredentialsError: () => {
    const credentials = () => Promise.reject(new Error('the vault is sealed'))
    return enable(emulator.client({ credentials }))
  },
  InvalidArgumentError: () => emulator.client().enableWhatsappRoiMetric({ custSpaceId: '' }),
  TransportError: async () => {
    await emulator.fault({ type: 'reset' })
    return enable(emulator.client())
  },
  RequestTimeoutError: async () => {
    await emulator.fault({ type: 'hang' })
    return enable(emulator.client({ timeouts: { attemptMs: 50 } }))
  },
  UnexpectedResponseError: async () => {
    await emulator.fault({ type: 'html', status: 502 })
    return enable(emulator.client())
  },
  ServiceError: async () => {
    await emulator.fault({ type: 'error', status: 400, code: 'Brand.New', message: 'never seen' })
    return enable(emulator.client())
  },
  NotSubscribedError: async () => {
    await emulator.changeAccount({ subscribed: false })
    return enable(emulator.client())
  },
  PermissionDeniedError: async () => {
    await emulator.changeAccount({ permissions: [], denial: 'object' })
    return enable(emulator.client())
  },
  ThrottledError: async () => {
    await emulator.fault({ type: 'throttle', retry_after_ms: 1500 })
    return enable(emulator.client())
  },
  UnknownResourceOwnerError: () => emulator.client().enableWhatsappRoiMetric({ custSpaceId: 'cams-of-others' }),
  AuthenticationError: () =>
    enable(
      emulator.client({ credentials: { accessKeyId: emulator.credentials.accessKeyId, accessKeySecret: 'wrong' } }),
    ),
  InvalidParameterError: async () => {
    const request = { start: new Date(0), end: new Date(), custSpaceId: emulator.channel, granularity: 'WEEKLY' }
    return emulator.client().getChatappPhoneNumberMetric(request)
  },
  ServiceUnavailableError: async () => {
    await emulator.fault({ type: 'error', status: 503, code: 'ServiceUnavailable', message: 'later' })
    return enable(emulator.client())
  },
}

const { binding } = require('../dist/native.js') as {
  binding: { errorKinds(): { kind: ErrorKind; parent?: ErrorKind; retryable: boolean }[] }
}
const KINDS = binding.errorKinds()
const thrownBy = (call: () => Promise<unknown>) =>
  call().then(
    () => assert.fail('nothing was thrown'),
    (error) => error,
  )

test('the binding and the package know the same kinds', () => {
  const known = KINDS.map(({ kind }) => kind)
  assert.deepEqual([...known].sort(), Object.keys(THROWN).sort())
  for (const { kind, parent } of KINDS) {
    assert.equal(camsRoi[kind].name, kind)
    assert.equal(Object.getPrototypeOf(camsRoi[kind]), camsRoi[parent ?? 'CamsRoiError'])
  }
})

for (const { kind, parent } of KINDS) {
  test(`${kind} is thrown, and caught as itself and as its parents`, async () => {
    const error = await thrownBy(THROWN[kind])
    const ancestors = new Set<string>([kind, parent ?? 'CamsRoiError', 'CamsRoiError'])
    assert.ok(error instanceof Error)
    assert.equal(error.name, kind)
    assert.ok(isCamsRoiError(error) && error.kind === kind)
    for (const other of ['CamsRoiError', ...KINDS.map(({ kind }) => kind)] as const) {
      assert.equal(error instanceof camsRoi[other], ancestors.has(other), `${kind} instanceof ${other}`)
    }
    assert.equal(isCamsRoiError(error, kind), true)
    assert.equal(isCamsRoiError(error, kind === 'ThrottledError' ? 'NotSubscribedError' : 'ThrottledError'), false)
    assert.ok(error.message.length > 0)
    assert.ok(error.hint, 'it says what to do')
    assert.match(error.stack!, /errors\.test/)
    assert.ok(!error.stack!.includes('/dist/'), error.stack)
    const json = JSON.parse(JSON.stringify(error))
    assert.equal(json.kind, kind)
    const again = CamsRoiError.fromJSON(structuredClone(error.toJSON()))
    assert.ok(again instanceof camsRoi[kind])
    assert.deepEqual(again.toJSON(), error.toJSON())
    assert.equal(String(again), String(error))
  })
}

test('an error that is made by hand is as retryable as its kind is', () => {
  for (const { kind, retryable } of KINDS) assert.equal(new camsRoi[kind]('x').retryable, retryable, kind)
  class Mine extends ThrottledError {}
  assert.equal(new Mine().retryable, true)
  assert.equal(new ThrottledError('x', { retryable: false }).retryable, false)
  assert.equal(new CamsRoiError('x').retryable, false)
})

test('what the service said is in the fields', async () => {
  const throttled = await thrownBy(THROWN.ThrottledError)
  assert.ok(throttled instanceof ThrottledError)
  assert.equal(throttled.code, 'Throttling.User')
  assert.equal(throttled.httpStatus, 429)
  assert.equal(throttled.retryable, true)
  assert.equal(throttled.retryAfterMs, 1500)
  assert.equal(throttled.attempts, 1)
  assert.equal(throttled.operation, 'EnableWhatsappROIMetric')
  assert.match(throttled.requestId!, /^[0-9A-F-]{36}$/)
  assert.match(String(throttled), /^ThrottledError: EnableWhatsappROIMetric: Throttling.User: .*\(HTTP 429, request /)
  await emulator.restart()
  const denied = await thrownBy(THROWN.PermissionDeniedError)
  assert.ok(isCamsRoiError(denied, 'PermissionDeniedError'))
  assert.equal(denied.accessDeniedDetail?.authAction, 'cams:EnableWhatsappROIMetric')
  assert.match(denied.hint!, /cams:EnableWhatsappROIMetric/)
})

test('an error carries what the request was about', async () => {
  await emulator.fault({ type: 'throttle' })
  const client = emulator.client({ retry: { maxAttempts: 1 } })
  const request = { custSpaceId: emulator.channel, start: new Date(0), end: new Date() }
  const byNumber = await thrownBy(() => client.getChatappPhoneNumberMetric({ ...request, phoneNumber: '99900000042' }))
  const byTemplate = await thrownBy(() => client.getChatappTemplateMetric({ ...request, templateCode: '1100' }))
  const by = ({ custSpaceId, phoneNumber, templateCode }: CamsRoiError) => [custSpaceId, phoneNumber, templateCode]
  assert.deepEqual(by(byNumber), [emulator.channel, '99900000042', undefined])
  assert.deepEqual(by(byTemplate), [emulator.channel, undefined, '1100'])
  assert.equal(CamsRoiError.fromJSON(byTemplate.toJSON()).templateCode, '1100')
})

test('a message is one line; the rest of a long one is its detail', async () => {
  const message = 'Specified signature is not matched with our calculation.\nserver string to sign is:\nPOST\n/'
  await emulator.fault({ type: 'error', status: 400, code: 'SignatureDoesNotMatch', message })
  const error = await thrownBy(() => enable(emulator.client()))
  assert.ok(isCamsRoiError(error, 'AuthenticationError'))
  assert.doesNotMatch(error.message + String(error), /\n/)
  assert.match(error.detail!, /POST/)
})

test('a deadline says which one it was', async () => {
  const attempt = await thrownBy(THROWN.RequestTimeoutError)
  assert.equal((attempt as RequestTimeoutError).timeoutPhase, 'attempt')
  const overall = await thrownBy(() => enable(emulator.client(), { timeoutMs: 50 }))
  assert.ok(overall instanceof RequestTimeoutError && overall instanceof TransportError)
  assert.equal(overall.timeoutPhase, 'overall')
  assert.equal(overall.retryable, false)
})

test('an error of the network has the system’s own as its cause', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listens) => server.once('listening', listens))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  const error = await thrownBy(() => enable(emulator.client({ endpoint: `http://127.0.0.1:${port}` })))
  assert.ok(error instanceof TransportError)
  let innermost: unknown = error.cause
  while (innermost instanceof Error && innermost.cause !== undefined) innermost = innermost.cause
  assert.match(String(innermost), /refused/i)
})

test('a failure that comes as HTTP 200 is thrown too', async () => {
  const body = JSON.stringify({ Code: 'Product.Unsubscript', Message: 'no', RequestId: 'r' })
  await emulator.fault({ type: 'respond', status: 200, body })
  const error = await thrownBy(() => enable(emulator.client()))
  assert.ok(isCamsRoiError(error, 'NotSubscribedError'))
  assert.equal(error.httpStatus, 200)
})

test('the stack shows the caller’s line, awaited or not', async () => {
  async function aFunctionOfTheUser() {
    return await emulator.client().enableWhatsappRoiMetric({ custSpaceId: 'cams-of-others' })
  }
  const awaited = await thrownBy(aFunctionOfTheUser)
  assert.match(awaited.stack.split('\n')[1], /aFunctionOfTheUser/)
  function anotherOne(done: (error: Error) => void) {
    emulator.client().enableWhatsappRoiMetric({ custSpaceId: 'cams-of-others' }).catch(done)
  }
  const caught = await new Promise<Error>(anotherOne)
  assert.match(caught.stack!.split('\n')[1]!, /anotherOne/)
})

test('both entry points have the same classes', () => {
  const common = require('cams-roi')
  assert.deepEqual(
    Object.keys(common).sort(),
    Object.keys(camsRoi)
      .filter((name) => !['default', 'module.exports', '__esModule'].includes(name))
      .sort(),
  )
  for (const name of Object.keys(common)) assert.equal(common[name], camsRoi[name as keyof typeof camsRoi])
})

test('instanceof also works where two copies are loaded, and in another realm', () => {
  const file = require.resolve('../dist/generated/errors.js')
  const error = new ThrottledError('too many')
  const copy = freshCopy(file, require.resolve('../dist/cams-roi-error.js'))
  assert.notEqual(copy.ThrottledError, ThrottledError)
  assert.ok(error instanceof copy.ThrottledError && error instanceof copy.ServiceError)
  assert.ok(!(error instanceof copy.NotSubscribedError))
  const context = vm.createContext({})
  const load = (file: string): Partial<typeof camsRoi> => {
    const exports = {}
    const beside = (name: string) => load(join(dirname(file), name))
    const module = `(function (exports, require) {${readFileSync(file, 'utf8')}\n})`
    vm.runInContext(module, context)(exports, beside)
    return exports
  }
  const exports = load(file)
  assert.ok(error instanceof exports.ThrottledError!)
  const foreign: unknown = new exports.ThrottledError!('from elsewhere')
  assert.ok(!(foreign instanceof Error) && foreign instanceof ThrottledError && foreign instanceof ServiceError)
  for (const other of [undefined, {}, 'text']) assert.ok(!isCamsRoiError(other))
})

test('a subclass of the user’s own is not mistaken for its parent', () => {
  class Mine extends ThrottledError {}
  assert.ok(new Mine() instanceof Mine && new Mine() instanceof ThrottledError)
  assert.ok(!(new ThrottledError() instanceof Mine))
})

test('structured clone keeps the message, the stack and the cause', () => {
  const error = new ThrottledError('too many', { code: 'Throttling.User', cause: new Error('why') })
  const clone: Error & { code?: string } = structuredClone(error)
  assert.ok(clone instanceof Error && !isCamsRoiError(clone))
  assert.equal(clone.message, 'too many')
  assert.equal(clone.stack, error.stack)
  assert.equal((clone.cause as Error).message, 'why')
  assert.equal(clone.code, undefined)
})

function freshCopy(file: string, ...parts: string[]): typeof camsRoi {
  const cached = [file, ...parts].map((file) => [file, require.cache[file]] as const)
  for (const [file] of cached) delete require.cache[file]
  try {
    return require(file)
  } finally {
    for (const [file, module] of cached) if (module) require.cache[file] = module
  }
}
