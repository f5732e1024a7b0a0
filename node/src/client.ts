import type * as native from '../native/generated/binding.cjs'
import { abortable } from './abort.js'
import { CamsRoiError } from './cams-roi-error.js'
import { GuardedProvider } from './credentials.js'
import { type Listing, type Local, type Operation, send, sendAll, sendLocal } from './crossing.js'
import { checkEnableAll, type EnableAllRequest, enableAll } from './enable-all.js'
import { type Channels, checkChannels, type EnableManyRun, enableMany, isList } from './enable-many.js'
import type { AnyCamsRoiError } from './errors.js'
import { type ClientEvent, callerOf, teller } from './events.js'
import { withNodeCertificates } from './extra-certificates.js'
import { bug, ownErrorOf } from './failure.js'
import { CredentialsError } from './generated/errors.js'
import type {
  EnableWhatsappRoiMetricOptions,
  EnableWhatsappRoiMetricRequest,
  EnableWhatsappRoiMetricResult,
} from './generated/index.js'
import type {
  CallOptions,
  ClientOptions,
  EnableManyOptions,
  JsonCallOptions,
  PagesOptions,
  RawCallOptions,
} from './generated/options.js'
import { FIND_CHANNELS } from './generated/tables.js'
import { TypedOperations } from './generated/typed-operations.js'
import { parseWithBigIntegers, toJson } from './json.js'
import { guarded } from './logger.js'
import { binding } from './native.js'
import {
  callSettings,
  checkCallOptions,
  checkClientOptions,
  checkEnableManyOptions,
  checkJsonCallOptions,
  checkLocalOptions,
  checkPagesOptions,
  checkRawCallOptions,
  clientSettings,
  enableManySettings,
} from './options.js'
import { Waiting } from './outcomes.js'
import { itemsOfAll } from './pages.js'
import { type CallArguments, callRequest, type OperationName } from './requests.js'
import { Run } from './runs.js'
import { at, here, type Site } from './site.js'

/**
 * Calls the service. Make one, and use it for all calls: it holds connections, credentials and limits.
 *
 * @example
 * ```ts
 * const client = new Client()
 * await client.enableWhatsappRoiMetric({ custSpaceId: 'cams-1' })
 * ```
 */
export class Client extends TypedOperations {
  readonly #native: native.Client
  readonly #provider: GuardedProvider | undefined
  readonly #onEvent: ((event: ClientEvent) => void) | undefined
  readonly #waiting: Waiting
  #underWay = 0
  #idle: (() => void) | undefined

  /**
   * Makes a client. Sends nothing, and asks for no credentials yet.
   *
   * @throws {@link ConfigurationError} that says which option is wrong.
   */
  constructor(options: ClientOptions = {}) {
    super()
    const site = here(Client)
    checkClientOptions(options, site)
    const { credentials, logger, logLevel, userAgent, caPem, onEvent } = options
    this.#onEvent = onEvent
    this.#waiting = new Waiting(teller(onEvent))
    this.#provider = typeof credentials === 'function' ? new GuardedProvider(credentials) : undefined
    const settings = clientSettings(options)
    settings['user_agent'] = `node/${process.versions.node}${userAgent ? ` ${userAgent}` : ''}`
    const log = logger && guarded(logger)
    const outcome = withNodeCertificates(caPem, (caPem) =>
      binding.createClient(
        toJson({ ...settings, ca_pem: caPem }),
        this.#waiting.take,
        this.#provider?.ask,
        log,
        logLevel,
      ),
    )
    this.#native = this.#settle(outcome, site)
  }

  /** The service's address; `undefined` when the client is closed. */
  get endpoint(): string | undefined {
    return this.#native.endpoint ?? undefined
  }

  /**
   * Calls any CAMS operation by its name; the answer is what `JSON.parse` makes of the service's JSON.
   *
   * What the operation does not take, and what it requires and is not given, is refused before anything is sent, and for
   * the operations that this version knows TypeScript checks it too. The type of the answer is that of the variable that
   * it is put into.
   *
   * @example
   * ```ts
   * const instances: { Data: unknown[] } = await client.call('ListInstance', { PageSize: 10 })
   * ```
   */
  call<Answer = Record<string, unknown>, Name extends OperationName = string>(
    action: Name,
    ...rest: CallArguments<Name, JsonCallOptions>
  ): Promise<Answer>
  async call(action: string, parameters: object = {}, options: JsonCallOptions = {}): Promise<unknown> {
    const site = here(Client.prototype.call)
    checkJsonCallOptions(options, site)
    const text = await this.#text(site, action, parameters, options)
    return options.bigIntegers ? parseWithBigIntegers(text) : JSON.parse(text)
  }

  /** Calls any CAMS operation by its name, as {@link call} does; the answer is the service's JSON exactly as it came. */
  callText<Name extends OperationName>(action: Name, ...rest: CallArguments<Name, RawCallOptions>): Promise<string>
  async callText(action: string, parameters: object = {}, options: RawCallOptions = {}): Promise<string> {
    const site = here(Client.prototype.callText)
    checkRawCallOptions(options, site)
    return this.#text(site, action, parameters, options)
  }

  /**
   * Enables every channel once, at the limit's full speed, and tells what became of each as soon as it is known.
   *
   * Outcomes come in the order in which calls end. After an error that concerns the account as a whole (credentials,
   * subscription, permission) the channels that are left are not called: their outcomes carry that error, and a later
   * run with the same journal takes them up. Leaving the loop ends the calls that are under way.
   *
   * @example
   * ```ts
   * for await (const outcome of client.enableMany(ids, { journal: 'channels.journal' })) {
   *   if (outcome.status === 'failed') console.error(outcome.custSpaceId, outcome.error.hint)
   * }
   * ```
   */
  enableMany(channels: Channels, options: EnableManyOptions = {}): EnableManyRun {
    const site = here(Client.prototype.enableMany)
    checkChannels(channels, site)
    checkEnableManyOptions(options, site)
    return this.#enableMany(channels, options, site)
  }

  /**
   * Finds the account's WhatsApp channels, and enables all of them, or those that are wanted, as {@link enableMany} does.
   *
   * The channels are found when the first outcome is asked for; from then on the run's `total` is known.
   *
   * @example
   * ```ts
   * const isWanted = (channel: FoundChannel) => !channel.name.startsWith('test')
   * for await (const outcome of client.enableAll({ state: 'published', where: isWanted })) {
   *   if (outcome.status === 'failed') console.error(outcome.custSpaceId, outcome.error.hint)
   * }
   * ```
   */
  enableAll(request: EnableAllRequest = {}, options: EnableManyOptions = {}): EnableManyRun {
    const site = here(Client.prototype.enableAll)
    checkEnableAll(request, site)
    checkEnableManyOptions(options, site)
    const { where, ...wanted } = request
    const { timeoutMs, maxAttempts, signal } = options
    const given = Object.entries({ timeoutMs, maxAttempts, signal }).filter(([, value]) => value !== undefined)
    const found = this[sendLocal](FIND_CHANNELS, wanted, Object.fromEntries(given), site)
    return enableAll(found, where, (channels) => this.#enableMany(channels, options, site))
  }

  #enableMany(channels: Channels, options: EnableManyOptions, site: Site): EnableManyRun {
    const begin = () => {
      const settings = enableManySettings(options, callerOf(this.#onEvent))
      return this.#settle(this.#native.enableMany(settings, isList(channels)), site)
    }
    return enableMany(begin, this.#waiting, channels, options, (failure) => at(site, this.#error(failure)), site)
  }

  /** Gives up the connections, once the calls that are under way have ended. Calls after it are refused. */
  async close(): Promise<void> {
    this.#native.close()
    if (this.#underWay > 0) {
      const before = this.#idle
      await new Promise<void>((resolve) => {
        this.#idle = () => {
          before?.()
          resolve()
        }
      })
    }
  }

  /** Closes the client at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  protected async [send]<Request, Result>(
    operation: Operation<Request, Result>,
    request: Request,
    options: CallOptions,
    site: Site,
  ): Promise<Result> {
    operation.check(request, site)
    checkCallOptions(options, site)
    // As `#send`, without another promise in between.
    this.#begin()
    try {
      const outcome = await this.#outcome(this.#native, operation.name, operation.write(request), options)
      return operation.read(JSON.parse(this.#answer(outcome, options, site)))
    } finally {
      this.#end()
    }
  }

  protected [sendAll]<Request extends object, Result, Item>(
    listing: Listing<Request, Result, Item>,
    request: Partial<Request>,
    options: PagesOptions,
    site: Site,
  ): AsyncIterableIterator<Item> {
    checkPagesOptions(options, site)
    const { pageSize = listing.pageSize, limit, ...call } = options
    const paged = typeof request === 'object' ? { ...listing.page(pageSize), ...request } : request
    listing.check(paged as Request, site)
    const written = listing.write(paged as Request)
    const fetch = (cursor: string) => this.#send(site, `all ${listing.name}${cursor}`, written, call)
    return itemsOfAll((fields) => listing.items(listing.read(fields)), fetch, limit)
  }

  protected [sendLocal]<Request extends object, Item>(
    local: Local<Request, Item>,
    request: Request,
    options: PagesOptions,
    site: Site,
  ): AsyncIterableIterator<Item> {
    checkLocalOptions(options, local.isRun, site)
    const { limit, signal, ...call } = options
    local.check(request, site)
    const written = local.write(request)
    // It has begun when it is given: closing this client ends neither a run nor a listing.
    const held = this.#native.held() ?? this.#native
    const fetch = (cursor: string, signal: AbortSignal | undefined) =>
      this.#send(site, `all ${local.name}${cursor}`, written, signal === undefined ? call : { ...call, signal }, held)
    const itemsOf = (fields: unknown) => {
      const items = local.items(fields)
      for (const item of items) {
        const error = local.error?.(item)
        if (error !== undefined) at(site, error)
      }
      return items
    }
    if (local.isRun) return new Run(itemsOf, fetch, signal)
    return itemsOfAll(itemsOf, (cursor) => fetch(cursor, signal), limit)
  }

  async #text(site: Site, action: string, parameters: object, options: RawCallOptions): Promise<string> {
    return this.#send(site, 'call', callRequest(action, parameters, options, site), options)
  }

  async #send(
    site: Site,
    operation: string,
    request: string,
    options: CallOptions,
    client = this.#native,
  ): Promise<string> {
    this.#begin()
    try {
      return this.#answer(await this.#outcome(client, operation, request, options), options, site)
    } finally {
      this.#end()
    }
  }

  #outcome(
    client: native.Client,
    operation: string,
    request: string,
    options: CallOptions,
  ): Promise<native.Outcome<string>> {
    const settings = callSettings(options, callerOf(this.#onEvent))
    const start = (token?: native.CancelToken) =>
      this.#waiting.outcomeOf<string>((ticket) => client.send(ticket, operation, request, settings, token))
    return options.signal == null ? start() : abortable(options.signal, start)
  }

  #answer(outcome: native.Outcome<string>, options: CallOptions, site: Site): string {
    if ('cancelled' in outcome) throw options.signal?.reason
    return this.#settle(outcome, site)
  }

  #begin(): void {
    this.#underWay += 1
  }

  #end(): void {
    this.#underWay -= 1
    if (this.#underWay === 0) this.#idle?.()
  }

  #settle<T>(outcome: native.Outcome<T>, site: Site): T {
    if ('ok' in outcome) return outcome.ok
    if ('err' in outcome) throw at(site, this.#error(outcome.err))
    throw bug('panicked' in outcome ? outcome.panicked : 'cancelled by nobody', site)
  }

  #error(failure: native.Failure): AnyCamsRoiError {
    const error = ownErrorOf(failure)
    const thrown = error instanceof CredentialsError ? this.#provider?.thrown : undefined
    if (thrown !== undefined) Object.defineProperty(error, 'cause', { ...HIDDEN, value: thrown })
    return error
  }
}

const HIDDEN = { configurable: true, enumerable: false, writable: true }

let shared: Client | undefined

/**
 * Calls `EnableWhatsappROIMetric` with a client of the environment's settings, which all such calls share.
 *
 * @example
 * ```ts
 * await enableWhatsappRoiMetric({ custSpaceId: 'cams-1' })
 * ```
 */
export async function enableWhatsappRoiMetric(
  request: EnableWhatsappRoiMetricRequest,
  options: EnableWhatsappRoiMetricOptions = {},
): Promise<EnableWhatsappRoiMetricResult> {
  const site = here(enableWhatsappRoiMetric)
  shared ??= new Client()
  try {
    return await shared.enableWhatsappRoiMetric(request, options)
  } catch (error) {
    throw error instanceof CamsRoiError ? at(site, error) : error
  }
}

/** All that a `Client` can do, as the type of a fake: the private fields of the class would keep one from having its type. */
export interface ClientInterface extends Pick<Client, keyof Client> {}
