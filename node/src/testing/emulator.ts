import { once } from 'node:events'
import { Client, type ClientOptions, type Credentials } from '../index.js'
import { type Child, type EmulatorOptions, emulatorArguments, findCommand, launch, type Ready } from './process.js'
import { type EmulatedRequest, EmulatorError, readRequest } from './request.js'

const VERSION: string = require('../../package.json').version

/** Which requests meet a fault, and how many of them. */
export interface FaultOptions {
  /** How many requests meet it; `null` for all from now on. */
  times?: number | null
  /** Only requests for this operation, for example `EnableWhatsappROIMetric`. */
  operation?: string
  /** Only requests for this channel. */
  custSpaceId?: string
}

/** The same for flow control. */
export interface ThrottleOptions extends FaultOptions {
  /** How long the answer asks to wait, in milliseconds; by default it says nothing about that. */
  retryAfterMs?: number
}

/** How far the clock is moved: all of it together. */
export interface TimeSpan {
  /** Days of 24 hours. */
  days?: number
  /** Hours. */
  hours?: number
  /** Minutes. */
  minutes?: number
}

/**
 * Starts an emulated service on this machine, in a process of its own, which ends with `stop`, with `await using`, or with
 * this process.
 *
 * @throws EmulatorError where there is no command, it does not start, or it is of another version than this package.
 *
 * @example
 * ```ts
 * const emulator = await startEmulator()
 * await emulator.throttle({ times: 2 })
 * await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channels[0] })
 * await emulator.stop()
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const given = emulatorArguments(options)
  const command = options.command ?? findCommand(VERSION)
  const [child, ready] = await launch(command, given)
  const emulator = new Emulator(child, ready)
  const { version } = await emulator.control('health')
  if (version !== VERSION) {
    await emulator.stop()
    throw new EmulatorError(
      `${command} is of version ${version}, and cams-roi of version ${VERSION}: ` +
        `npm install --save-dev cams-roi-cli@${VERSION}`,
    )
  }
  return emulator
}

/**
 * An emulated service that runs. It checks what the service checks, and begins with an account that is ready. Nothing
 * limits how fast it is called, unless the option `qps` says so.
 */
export class Emulator {
  /** Its address, to be given to a client as `endpoint`. */
  readonly url: string
  /** The account's AccessKey. */
  readonly credentials: Credentials
  /** The account's channels. */
  readonly channels: readonly string[]
  /** The code by which the account's user proves that the ISV authorised it. */
  readonly isvCode: string
  /** The account's number. */
  readonly accountId = '1000000000000001'
  readonly #child: Child
  readonly #ended: Promise<unknown>

  /** @internal */
  constructor(child: Child, ready: Ready) {
    this.#child = child
    this.#ended = once(child, 'exit')
    this.url = ready.url
    this.credentials = { accessKeyId: ready.access_key_id, accessKeySecret: ready.access_key_secret }
    this.channels = ready.cust_space_ids
    this.isvCode = ready.isv_code
  }

  /** The variables that lead a program here which makes its client without options. */
  get environment(): Record<string, string> {
    return {
      CAMS_ROI_ENDPOINT: this.url,
      ALIBABA_CLOUD_ACCESS_KEY_ID: this.credentials.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: this.credentials.accessKeySecret,
      ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
      NO_PROXY: '127.0.0.1',
    }
  }

  /** What `client` gives to `Client`: the way here, no limit of its own, and hardly any wait before a retry. */
  get clientOptions(): ClientOptions {
    return {
      endpoint: this.url,
      credentials: this.credentials,
      proxy: 'direct',
      rateLimit: 'off',
      retry: { baseDelayMs: 1, maxDelayMs: 1 },
    }
  }

  /** Makes a client of the account; `options` win over `clientOptions`. */
  client(options: ClientOptions = {}): Client {
    return new Client({ ...this.clientOptions, ...options })
  }

  /**
   * Has the next request refused by flow control, as the service does, with HTTP 429 and `Throttling.User`; more with
   * `times`.
   */
  async throttle({ retryAfterMs, ...rule }: ThrottleOptions = {}): Promise<void> {
    const fault = { type: 'throttle', ...(retryAfterMs === undefined ? {} : { retry_after_ms: retryAfterMs }) }
    await this.fault(fault, { times: 1, ...rule })
  }

  /** Has requests refused as those of a caller whom RAM does not allow the operation: all from now on, without `times`. */
  async deny(rule: FaultOptions = {}): Promise<void> {
    await this.fault({ type: 'deny' }, rule)
  }

  /**
   * Has requests answered with an error of the service: all from now on, without `times`. It is HTTP 503 and
   * `ServiceUnavailable` where nothing else is given.
   */
  async fail(error: { status?: number; code?: string; message?: string } & FaultOptions = {}): Promise<void> {
    const { status = 503, code = 'ServiceUnavailable', message, ...rule } = error
    await this.fault({ type: 'error', status, code, ...(message === undefined ? {} : { message }) }, rule)
  }

  /**
   * Has requests meet any fault that the emulator knows, such as `{ type: 'hang' }`: all from now on, without `times`. The
   * emulator's page has all types, with their fields.
   */
  async fault(fault: { type: string } & Record<string, unknown>, rule: FaultOptions = {}): Promise<void> {
    const { times = null, operation, custSpaceId } = rule
    const match = {
      ...(operation === undefined ? {} : { action: operation }),
      ...(custSpaceId === undefined ? {} : { cust_space_id: custSpaceId }),
    }
    await this.control('faults', { match, times, fault })
  }

  /** Moves the clock that metrics live by: those of a day can be read once it is over. */
  async advance({ days = 0, hours = 0, minutes = 0 }: TimeSpan): Promise<void> {
    await this.control('clock', { advance_ms: Math.round(((days * 24 + hours) * 60 + minutes) * 60_000) })
  }

  /** Changes the account, for example `{ subscribed: false }` or its `channels`; the emulator's page has all fields. */
  async changeAccount(fields: Record<string, unknown>): Promise<void> {
    await this.control('accounts', { account_id: this.accountId, ...fields })
  }

  /** The requests since the start or the last `reset`, in the order in which they came. */
  async requests(): Promise<EmulatedRequest[]> {
    const log: Record<string, unknown>[] = await this.control('log')
    return log.map(readRequest)
  }

  /**
   * Waits until so many requests have come, or until they fulfil a condition, and gives them.
   *
   * @throws EmulatorError where they do not within `patienceMs`, 30 seconds by default.
   */
  async waitForRequests(
    condition: number | ((requests: EmulatedRequest[]) => boolean),
    { patienceMs = 30_000 }: { patienceMs?: number } = {},
  ): Promise<EmulatedRequest[]> {
    const isMet =
      typeof condition === 'number' ? (requests: EmulatedRequest[]) => requests.length >= condition : condition
    const deadline = Date.now() + patienceMs
    for (;;) {
      const requests = await this.requests()
      if (isMet(requests)) return requests
      if (Date.now() > deadline) {
        const last = JSON.stringify(requests.slice(-5))
        throw new EmulatorError(`the requests are not as expected after ${patienceMs} ms: ${last}`)
      }
    }
  }

  /** Goes back to the start: account, clock, faults and the list of requests. */
  async reset(): Promise<void> {
    await this.control('reset', undefined, 'POST')
  }

  /**
   * Reads one of the emulator's controls, or sets it to `value`; its page has all of them.
   *
   * @throws EmulatorError where it refuses that, with why.
   */
  // biome-ignore lint/suspicious/noExplicitAny: each control answers in its own way.
  async control(name: string, value?: unknown, method = value === undefined ? 'GET' : 'POST'): Promise<any> {
    const init = value === undefined ? { method } : { method, body: JSON.stringify(value) }
    let answer: Response
    try {
      answer = await fetch(`${this.url}/_emulator/${name}`, init)
    } catch (cause) {
      throw new EmulatorError(`the emulator at ${this.url} does not answer`, { cause })
    }
    const told = (await answer.json()) as { error?: string }
    if (!answer.ok) throw new EmulatorError(`/_emulator/${name}: ${told.error}`)
    return told
  }

  /** Ends it. It ends with this process, too. */
  async stop(): Promise<void> {
    this.#child.stdin.end()
    await this.#ended
  }

  /** Ends it, as `await using` does. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }
}
