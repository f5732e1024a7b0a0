import {
  callable,
  checkObject,
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
import { ConfigurationError, InvalidArgumentError } from './errors.js'
import type { Logger, LogLevel } from './logger.js'
import type { Site } from './site.js'

/** How requests are signed. */
export type SignatureAlgorithm = 'acs3-hmac-sha256' | 'hmac-sha1'

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
        /** For a call as a whole, with its waits and retries; 60,000 by default. */
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
  /** Calls a second for each operation, or `'off'`; what the service documents by default. */
  rateLimit?: number | 'off' | undefined
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
  /** The deadline of the call as a whole, in milliseconds from now. */
  timeoutMs?: number | undefined
  /** Attempts in all. */
  maxAttempts?: number | undefined
}

/** What {@link Client.call} does differently. */
export interface RawCallOptions extends CallOptions {
  /**
   * Whether the operation may run twice with the effect of once, so that it is repeated even where the service may have
   * acted on the first request. Operations that only read, by their name, are.
   */
  idempotent?: boolean | undefined
}

const option = (kind: Kind | Shape): Key => ({ kind })

const rateLimit: Kind = {
  allowed: "calls a second (a number more than 0), or 'off'",
  accepts: (value) => value === 'off' || (typeof value === 'number' && value > 0 && value < Infinity),
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
    rateLimit: option(rateLimit),
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

const RAW_CALL = { ...CALL, idempotent: option(flag) } satisfies Record<keyof RawCallOptions, Key>

const ENABLE_MANY = {
  ...CALL,
  isvCode: { kind: text, strict: true },
  journal: { kind: text, strict: true },
  concurrency: option(count),
  onProgress: option(callable),
} satisfies Record<keyof EnableManyOptions, Key>

/** Checks what a client is given. */
export function checkClientOptions(options: ClientOptions, site: Site): void {
  const refuse = refusing(ConfigurationError, site)
  checkObject(options, CLIENT, { what: 'Client', example: "new Client({ accountId: '…' })" }, refuse)
  const { credentials } = options
  if (typeof credentials === 'object') checkCredentials(credentials, refuse)
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

/** Checks how many channels are enabled. */
export function checkEnableManyOptions(options: EnableManyOptions, site: Site): void {
  const about = { what: 'enableMany', example: "{ journal: 'channels.journal' }" }
  checkObject(options, { keys: ENABLE_MANY }, about, refusing(InvalidArgumentError, site))
}
