import {
  callable,
  checkObject,
  checkValue,
  count,
  flag,
  type Key,
  type Kind,
  oneOf,
  refusing,
  type Shape,
  secretText,
  signal,
  span,
  spanOrNone,
  text,
} from './checks.js'
import { type CredentialsSource, checkCredentials, credentialsSource } from './credentials.js'
import type { EnableManyOptions } from './enable-many.js'
import { ConfigurationError, InvalidArgumentError } from './generated/errors.js'
import type { Logger, LogLevel } from './logger.js'
import type { Site } from './site.js'

/** How requests are signed. */
export type SignatureAlgorithm = 'acs3-hmac-sha256' | 'hmac-sha1'

/** Calls a second, or `'off'` where somebody else keeps to the limit. */
export type RateLimit = number | 'off'

/**
 * How a {@link Client} is configured. Everything has a default, which an explicit `undefined` asks for too; but not for
 * `credentials` and `profile`: without them another account may be called for, so that a variable that has no value is
 * refused. So is a key that is none of these.
 */
export interface ClientOptions {
  /** The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented. */
  region?: string | undefined
  /** The service's address, as a host name or a URL. It wins over the region, and over `CAMS_ROI_ENDPOINT`. */
  endpoint?: string | undefined
  /**
   * An AccessKey, or a function that is asked for one. Without the key, the environment, files and metadata are asked; an
   * explicit `undefined` is refused.
   */
  credentials?: CredentialsSource
  /** The profile that is taken from the Alibaba Cloud CLI's file; an explicit `undefined` is refused. */
  profile?: string
  /** The account that is called for: clients that name the same one share its rate limits. */
  accountId?: string | undefined
  /** How requests are signed; `acs3-hmac-sha256` by default. */
  signature?: SignatureAlgorithm | undefined
  /** Deadlines, in milliseconds. */
  timeouts?:
    | {
        /**
         * For a call as a whole, with the wait for its turn, its waits and its retries. By default 60,000 from when it has
         * its turn (rate limit, connection), however long it waits for that.
         */
        callMs?: number | undefined
        /** For a connection to come about; 5,000 by default. */
        connectMs?: number | undefined
        /** For one attempt to its complete answer; 10,000 by default. */
        attemptMs?: number | undefined
      }
    | undefined
  /** How often and how patiently a call is tried. */
  retry?:
    | {
        /** Attempts in all, the first one included; 3 by default. */
        maxAttempts?: number | undefined
        /** What the random wait before the second attempt is at most; doubles from attempt to attempt; 100 by default. */
        baseDelayMs?: number | undefined
        /** What a wait is at most; 20,000 by default. */
        maxDelayMs?: number | undefined
      }
    | undefined
  /**
   * Calls a second for each operation, such as 5 or 1.25, or `'off'`; or an object of these by the operations' names. What
   * the service documents by default, also for operations that such an object does not name.
   */
  rateLimit?: RateLimit | Readonly<Record<string, RateLimit>> | undefined
  /** How many connections may be open at once; 100 by default. A call that waits for one waits for its turn. */
  maxConnections?: number | undefined
  /** A proxy's URL, or `'direct'` for none; what the environment says by default. */
  proxy?: string | undefined
  /** A file of PEM certificates to trust besides the usual ones. */
  caFile?: string | undefined
  /** PEM certificates to trust besides the usual ones. */
  caPem?: string | undefined
  /** Trusts any certificate, so that anybody on the way can read and change what is sent. Never for production. */
  dangerAcceptAnyCertificate?: boolean | undefined
  /** Your program's name, for the `User-Agent` header. */
  userAgent?: string | undefined
  /** Is told what the client does. What it throws becomes a warning of the process, and nothing else. */
  logger?: Logger | undefined
  /** The least that the logger is told; `debug` by default. */
  logLevel?: LogLevel | undefined
}

/** What one call does differently. */
export interface CallOptions {
  /** Ends the call: its request is given up on the wire, and what is thrown is `signal.reason`. */
  signal?: AbortSignal | undefined
  /** The deadline of the call as a whole, in milliseconds from now; the wait for its turn is a part of it. */
  timeoutMs?: number | undefined
  /** Attempts in all. */
  maxAttempts?: number | undefined
}

/** What {@link Client.callText} does differently. */
export interface RawCallOptions extends CallOptions {
  /**
   * Whether the operation may run twice with the effect of once, so that it is repeated even where the service may have
   * acted on the first request. By default those are that are known to change nothing, or nothing more.
   */
  idempotent?: boolean | undefined
  /**
   * Whether the parameters are sent without being compared with what this version knows of the operation. TypeScript
   * takes any where the name is a plain string: `call('ListInstance' as string, { BrandNew: 1 }, { unchecked: true })`.
   */
  unchecked?: boolean | undefined
}

/** What {@link Client.call} does differently. */
export interface JsonCallOptions extends RawCallOptions {
  /**
   * Whether integers that a number cannot hold (beyond 2^53) come as bigint, with every digit. All others stay numbers.
   * Without it, all are numbers, and the nearest that there is.
   */
  bigIntegers?: boolean | undefined
}

const option = (kind: Kind | Shape): Key => ({ kind })

const rateLimit: Kind = {
  allowed: "calls a second (a number more than 0), or 'off'",
  accepts: (value) => value === 'off' || (typeof value === 'number' && value > 0 && value < Infinity),
}

const rateLimits: Kind = {
  allowed: `${rateLimit.allowed}, or an object of these by the operations' names`,
  accepts: (value) =>
    rateLimit.accepts(value) || (typeof value === 'object' && value !== null && !Array.isArray(value)),
}

const logLevel = oneOf('error', 'warn', 'info', 'debug', 'trace')

const CLIENT: Shape = {
  keys: {
    region: option(text),
    endpoint: option(text),
    credentials: { kind: credentialsSource, strict: true },
    profile: { kind: text, strict: true },
    accountId: option(text),
    signature: option(oneOf('acs3-hmac-sha256', 'hmac-sha1')),
    timeouts: option({ keys: { callMs: option(span), connectMs: option(span), attemptMs: option(span) } }),
    retry: option({
      keys: { maxAttempts: option(count), baseDelayMs: option(spanOrNone), maxDelayMs: option(spanOrNone) },
    }),
    rateLimit: option(rateLimits),
    maxConnections: option(count),
    proxy: option(secretText),
    caFile: option(text),
    caPem: option(secretText),
    dangerAcceptAnyCertificate: option(flag),
    userAgent: option(text),
    logger: option(callable),
    logLevel: option(logLevel),
  } satisfies Record<keyof ClientOptions, Key>,
}

const CALL = {
  signal: option(signal),
  timeoutMs: option(spanOrNone),
  maxAttempts: option(count),
} satisfies Record<keyof CallOptions, Key>

const RAW_CALL = { ...CALL, idempotent: option(flag), unchecked: option(flag) } satisfies Record<
  keyof RawCallOptions,
  Key
>

const JSON_CALL = { ...RAW_CALL, bigIntegers: option(flag) } satisfies Record<keyof JsonCallOptions, Key>

const ENABLE_MANY = {
  ...CALL,
  isvCode: { kind: text, strict: true },
  journal: { kind: text, strict: true },
  concurrency: option(count),
  stopAfterDenials: option(count),
  onProgress: option(callable),
} satisfies Record<keyof EnableManyOptions, Key>

/** Checks what a client is given. */
export function checkClientOptions(options: ClientOptions, site: Site): void {
  const refuse = refusing(ConfigurationError, site)
  checkObject(options, CLIENT, { what: 'Client', example: "new Client({ accountId: '…' })" }, refuse)
  const { credentials } = options
  if (typeof credentials === 'object') checkCredentials(credentials, refuse)
  if (typeof options.rateLimit === 'object') {
    for (const [operation, limit] of Object.entries(options.rateLimit)) {
      checkValue(limit, `rateLimit.${operation}`, rateLimit, refuse)
    }
  }
}

/** Checks what one call does differently. */
export function checkCallOptions(options: CallOptions, site: Site, keys = CALL): void {
  checkObject(
    options,
    { keys },
    { what: 'a call', example: '{ timeoutMs: 5000 }' },
    refusing(InvalidArgumentError, site),
  )
}

/** Checks what a call by name does differently. */
export function checkRawCallOptions(options: RawCallOptions, site: Site): void {
  checkCallOptions(options, site, RAW_CALL)
}

/** Checks what a call by name does differently whose answer is read. */
export function checkJsonCallOptions(options: JsonCallOptions, site: Site): void {
  checkCallOptions(options, site, JSON_CALL)
}

/** Checks how many channels are enabled. */
export function checkEnableManyOptions(options: EnableManyOptions, site: Site): void {
  const about = { what: 'enableMany', example: "{ journal: 'channels.journal' }" }
  checkObject(options, { keys: ENABLE_MANY }, about, refusing(InvalidArgumentError, site))
}
