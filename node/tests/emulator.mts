// The service on localhost as a child process, and its controls.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
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

/** An emulator of its own, which ends with `stop`, or with this process. */
export class Emulator {
  static async start(...options: string[]): Promise<Emulator> {
    const command = process.env['CAMS_ROI_COMMAND']
    if (command === undefined) {
      throw new Error('CAMS_ROI_COMMAND must name the cams-roi program; `cargo xtask test` sets it')
    }
    const child = spawn(command, ['emulator', '--port', '0', '--exit-with-stdin', ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    // The line that it prints tells that it listens.
    const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => JSON.parse(text))
    const end = once(child, 'exit').then(([code]) => {
      throw new Error(`${command} emulator ended with ${code}`)
    })
    // That it ends later is as it should be.
    end.catch(() => {})
    const told = await Promise.race([line, end])
    return new Emulator(
      told.url,
      told.access_key_id,
      told.access_key_secret,
      told.cust_space_ids,
      told.isv_code,
      async () => {
        const ended = once(child, 'exit')
        child.stdin.end()
        await ended
      },
    )
  }

  constructor(
    readonly url: string,
    readonly accessKeyId: string,
    readonly accessKeySecret: string,
    readonly channels: string[],
    readonly isvCode: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** A channel of the ready account. */
  get channel(): string {
    const [first] = this.channels
    if (first === undefined) throw new Error('the emulator has no channel')
    return first
  }

  /** The ready account's key. */
  get credentials() {
    return { accessKeyId: this.accessKeyId, accessKeySecret: this.accessKeySecret }
  }

  /** What leads the environment's clients here. */
  get environment() {
    return {
      CAMS_ROI_ENDPOINT: this.url,
      ALIBABA_CLOUD_ACCESS_KEY_ID: this.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: this.accessKeySecret,
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
