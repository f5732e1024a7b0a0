import { checkObject, type Key, refusing, type Shape } from './checks.js'
import { checkCredentials } from './credentials.js'
import { ConfigurationError, InvalidArgumentError } from './generated/errors.js'
import type {
  CallOptions,
  ClientOptions,
  EnableManyOptions,
  JsonCallOptions,
  PagesOptions,
  RawCallOptions,
} from './generated/options.js'
import { CALL, CLIENT, ENABLE_MANY, JSON_CALL, PAGES, RAW_CALL } from './generated/tables.js'
import { toJson } from './json.js'
import type { Site } from './site.js'

type Keys = Shape['keys']

/** Checks what a client is given. */
export function checkClientOptions(options: ClientOptions, site: Site): void {
  const refuse = refusing(ConfigurationError, site)
  const about = { what: 'Client', example: "new Client({ accountId: '…' })" }
  checkObject(options, { keys: CLIENT }, about, refuse)
  const { credentials } = options
  if (typeof credentials === 'object') checkCredentials(credentials, refuse)
}

/** Checks what one call does differently. */
export function checkCallOptions(options: CallOptions, site: Site, keys: Keys = CALL): void {
  const about = { what: 'a call', example: '{ timeoutMs: 5000 }' }
  checkObject(options, { keys }, about, refusing(InvalidArgumentError, site))
}

/** Checks what a call by name does differently. */
export function checkRawCallOptions(options: RawCallOptions, site: Site): void {
  checkCallOptions(options, site, RAW_CALL)
}

/** Checks what a call by name does differently whose answer is read. */
export function checkJsonCallOptions(options: JsonCallOptions, site: Site): void {
  checkCallOptions(options, site, JSON_CALL)
}

/** Checks what a listing of all pages does differently. */
export function checkPagesOptions(options: PagesOptions, site: Site): void {
  const about = { what: 'a listing', example: '{ limit: 100 }' }
  checkObject(options, { keys: PAGES }, about, refusing(InvalidArgumentError, site))
}

/** Checks what the calls of something that the library does itself do differently. */
export function checkLocalOptions(options: PagesOptions, isRun: boolean, site: Site): void {
  // How many items a page has is its own affair, and a run's results come in no order that a limit could mean.
  const { pageSize: _, limit, ...of } = PAGES
  const about = { what: isRun ? 'a run' : 'a listing', example: isRun ? '{ timeoutMs: 5000 }' : '{ limit: 100 }' }
  checkObject(options, { keys: isRun ? of : { limit, ...of } }, about, refusing(InvalidArgumentError, site))
}

/** Checks how many channels are enabled. */
export function checkEnableManyOptions(options: EnableManyOptions, site: Site): void {
  const about = { what: 'enableMany', example: "{ journal: 'channels.journal' }" }
  checkObject(options, { keys: ENABLE_MANY }, about, refusing(InvalidArgumentError, site))
}

/** What a client is told, as the core takes it. */
export function clientSettings(options: ClientOptions): Record<string, unknown> {
  return settings(options, CLIENT)
}

/** What one call is told, as JSON for the core; nothing where that is nothing. `parent` is there where somebody listens. */
export function callSettings(options: CallOptions, parent: string | undefined): string | undefined {
  const given = settings(options, CALL, parent === undefined ? {} : { parent })
  for (const _ in given) return toJson(given)
  return undefined
}

/** What a run over many channels is told, as JSON for the core. */
export function enableManySettings(options: EnableManyOptions, parent: string | undefined): string {
  return toJson(settings(options, ENABLE_MANY, parent === undefined ? {} : { parent }))
}

/** The options that cross, by the names that the core has for them. */
function settings(options: object, keys: Keys, given: Record<string, unknown> = {}): Record<string, unknown> {
  for (const name in keys) {
    const { kind, core } = keys[name] as Key
    const value = (options as Record<string, unknown>)[name]
    if (value === undefined) continue
    if ('keys' in kind) settings(value as object, kind.keys, given)
    else if (core !== undefined) given[core] = 'write' in kind && kind.write ? kind.write(value) : value
  }
  return given
}
