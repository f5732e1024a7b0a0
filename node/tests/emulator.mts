// The service on localhost as a child process, and its controls.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { Client, type ClientOptions } from 'cams-roi'

/** The account that the emulator begins with. */
export const ACCOUNT = '1000000000000001'

export interface LoggedRequest {
  action: string
  parameters: Record<string, string>
  user_agent: string
  access_key_id: string
  connection: number
  signature: string
  outcome: string | null
}

/** What an emulator prints when it listens. */
interface Ready {
  url: string
  access_key_id: string
  access_key_secret: string
  cust_space_ids: string[]
  isv_code: string
}

/** An emulator of its own, which ends with `stop`, or with this process. */
export class Emulator {
  static async start(...options: string[]): Promise<Emulator> {
    const [child, ready] = await launch(options)
    return new Emulator(options, child, ready)
  }

  readonly #options: string[]
  #child: Child
  #ready: Ready

  private constructor(options: string[], child: Child, ready: Ready) {
    this.#options = options
    this.#child = child
    this.#ready = ready
  }

  get url(): string {
    return this.#ready.url
  }

  /** The ready account's channels. */
  get channels(): string[] {
    return this.#ready.cust_space_ids
  }

  get isvCode(): string {
    return this.#ready.isv_code
  }

  /** A channel of the ready account. */
  get channel(): string {
    const [first] = this.channels
    if (first === undefined) throw new Error('the emulator has no channel')
    return first
  }

  /** The ready account's key. */
  get credentials() {
    return { accessKeyId: this.#ready.access_key_id, accessKeySecret: this.#ready.access_key_secret }
  }

  /** What leads the environment's clients here. */
  get environment() {
    return {
      CAMS_ROI_ENDPOINT: this.url,
      ALIBABA_CLOUD_ACCESS_KEY_ID: this.#ready.access_key_id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: this.#ready.access_key_secret,
    }
  }

  /** A client of the ready account that does not wait long. */
  client(options: ClientOptions = {}): Client {
    return new Client({
      endpoint: this.url,
      credentials: this.credentials,
      proxy: 'direct',
      rateLimit: 'off',
      retry: { baseDelayMs: 1, maxDelayMs: 1 },
      ...options,
    })
  }

  /** Reads a control, or sets it to `value`. */
  // biome-ignore lint/suspicious/noExplicitAny: each control answers in its own way.
  async control(name: string, value?: unknown, method = value === undefined ? 'GET' : 'POST'): Promise<any> {
    const init = value === undefined ? { method } : { method, body: JSON.stringify(value) }
    const answer = await fetch(`${this.url}/_emulator/${name}`, init)
    const told = (await answer.json()) as { error?: string }
    if (!answer.ok) throw new Error(`/_emulator/${name}: ${told.error}`)
    return told
  }

  /** Back to the start, without limits. */
  async reset(): Promise<void> {
    await this.control('reset', undefined, 'POST')
    await this.control('limits', { enabled: false })
  }

  /** A new one in its place, without limits, where calls that an earlier test left under way cannot arrive. */
  async restart(): Promise<void> {
    await this.stop()
    ;[this.#child, this.#ready] = await launch(this.#options)
    await this.control('limits', { enabled: false })
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.stdin.end()
    await ended
  }

  /** What happens to the next requests. */
  async fault(fault: Record<string, unknown>, rule: Record<string, unknown> = {}): Promise<void> {
    await this.control('faults', { times: null, ...rule, fault })
  }

  async changeAccount(fields: Record<string, unknown>): Promise<void> {
    await this.control('accounts', { account_id: ACCOUNT, ...fields })
  }

  log(): Promise<LoggedRequest[]> {
    return this.control('log')
  }

  /** Waits until the log is as `is` wants it. */
  async logged(is: (log: LoggedRequest[]) => boolean): Promise<LoggedRequest[]> {
    for (;;) {
      const log = await this.log()
      if (is(log)) return log
    }
  }
}

type Child = ChildProcessByStdio<Writable, Readable, null>

/** Starts one, and waits for the line that says that it listens. */
async function launch(options: string[]): Promise<[Child, Ready]> {
  const command = process.env['CAMS_ROI_COMMAND']
  if (command === undefined) {
    throw new Error('CAMS_ROI_COMMAND must name the cams-roi program; `cargo xtask test` sets it')
  }
  const child = spawn(command, ['emulator', '--port', '0', '--exit-with-stdin', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => JSON.parse(text) as Ready)
  const end = once(child, 'exit').then(([code]) => {
    throw new Error(`${command} emulator ended with ${code}`)
  })
  // That it ends later is as it should be.
  end.catch(() => {})
  return [child, await Promise.race([line, end])]
}
