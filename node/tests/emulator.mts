// The emulator as this package's own tests need it: with what it tells and does for nobody else.

import { Client, type ClientOptions } from 'cams-roi'
import { type EmulatorOptions, startEmulator, type Emulator as Testing } from 'cams-roi/testing'

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
  static async start(options: EmulatorOptions = {}): Promise<Emulator> {
    return new Emulator(options, await startEmulator(options))
  }

  readonly #options: EmulatorOptions
  #emulator: Testing

  private constructor(options: EmulatorOptions, emulator: Testing) {
    this.#options = options
    this.#emulator = emulator
  }

  get url(): string {
    return this.#emulator.url
  }

  get channels(): readonly string[] {
    return this.#emulator.channels
  }

  get isvCode(): string {
    return this.#emulator.isvCode
  }

  /** A channel of the ready account. */
  get channel(): string {
    const [first] = this.channels
    if (first === undefined) throw new Error('the emulator has no channel')
    return first
  }

  get credentials() {
    return this.#emulator.credentials
  }

  get environment() {
    return this.#emulator.environment
  }

  client(options: ClientOptions = {}): Client {
    // Not by its own function, which would be in the stack of what goes wrong.
    return new Client({ ...this.#emulator.clientOptions, ...options })
  }

  // biome-ignore lint/suspicious/noExplicitAny: each control answers in its own way.
  control(name: string, value?: unknown, method?: string): Promise<any> {
    return this.#emulator.control(name, value, method)
  }

  reset(): Promise<void> {
    return this.#emulator.reset()
  }

  /** A new one in its place, where calls that an earlier test left under way cannot arrive. */
  async restart(): Promise<void> {
    await this.stop()
    this.#emulator = await startEmulator(this.#options)
  }

  stop(): Promise<void> {
    return this.#emulator.stop()
  }

  /** What happens to the next requests. */
  async fault(fault: Record<string, unknown>, rule: Record<string, unknown> = {}): Promise<void> {
    await this.control('faults', { times: null, ...rule, fault })
  }

  changeAccount(fields: Record<string, unknown>): Promise<void> {
    return this.#emulator.changeAccount(fields)
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
