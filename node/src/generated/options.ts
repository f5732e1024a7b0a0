// What clients, calls and runs may be told.
//
// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

import type { RateLimit } from '../checks.js'
import type { CredentialsSource } from '../credentials.js'
import type { EnableManyProgress } from '../enable-many.js'
import type { ClientEvent } from '../events.js'
import type { Logger, LogLevel } from '../logger.js'

/**
 * How requests are signed.
 *
 * - `'acs3-hmac-sha256'`: What the vendor recommends and its SDKs send: the signature is in the `Authorization`
 *   header.
 * - `'hmac-sha1'`: The older RPC signature, which every RPC endpoint accepts.
 */
export type SignatureAlgorithm = 'acs3-hmac-sha256' | 'hmac-sha1'

/**
 * What calls do while the server that keeps shared limits is away, once it was there.
 *
 * - `'local'`: Each process goes on by itself, at its share of the limit: 1.25 of 5 for each of four processes.
 * - `'wait'`: Calls wait for the server until their deadline, and no longer than 60 seconds where they have none.
 */
export type WhenUnavailable = 'local' | 'wait'

/**
 * How a `Client` is configured. Everything has a default, which an explicit `undefined` asks for too; but not for
 * `credentials` and `profile`: without them another account may be called for, so that a variable that has no value is
 * refused. So is a key that is none of these.
 */
export interface ClientOptions {
  /** The region. Only `ap-southeast-1`, the default, has a documented endpoint. */
  region?: string | undefined
  /**
   * The service's address, as a host name (https) or a URL. It overrides `region`. Without it, the variable
   * `CAMS_ROI_ENDPOINT` is used.
   */
  endpoint?: string | undefined
  /**
   * An AccessKey, or a function that returns one. By default, credentials come from the environment, from files or
   * from the metadata server. An explicit `undefined` is refused.
   */
  credentials?: CredentialsSource
  /**
   * The profile of the Alibaba Cloud CLI's configuration or of the credentials file to take credentials from. No
   * other source is asked. An explicit `undefined` is refused.
   */
  profile?: string
  /**
   * The account that is called. Clients that name the same account share its rate limits, even if their AccessKeys
   * differ. Set it if a function of yours gives each client its own keys.
   */
  accountId?: string | undefined
  /** How requests are signed; `acs3-hmac-sha256` by default. */
  signature?: SignatureAlgorithm | undefined
  /** Deadlines. */
  timeouts?:
    | {
        /**
         * The deadline of a whole call, including its waits, its retries and the wait for its turn (rate limit,
         * connection), in milliseconds. Without it, a call has 60,000 ms from its turn on, however long it waits for
         * the turn.
         */
        callMs?: number | undefined
        /** The time limit for connecting (DNS, TCP, TLS), in milliseconds; 5,000 by default. */
        connectMs?: number | undefined
        /** The time limit for one attempt, up to its complete answer, in milliseconds; 10,000 by default. */
        attemptMs?: number | undefined
      }
    | undefined
  /** How often and how patiently a call is tried. */
  retry?:
    | {
        /** The largest number of attempts for one call, including the first; 3 by default. */
        maxAttempts?: number | undefined
        /**
         * Upper bound of the random delay before the first retry, in milliseconds; 100 by default. It doubles with
         * each further retry.
         */
        baseDelayMs?: number | undefined
        /** Upper bound of the delay before any retry, in milliseconds; 20,000 by default. */
        maxDelayMs?: number | undefined
      }
    | undefined
  /**
   * Calls per second for each operation, such as 5 or 1.25, or `'off'`; or an object with a value for each
   * operation's name; what the service documents by default. Operations that it does not name keep the documented
   * limit.
   */
  rateLimit?: RateLimit | Readonly<Record<string, RateLimit>> | undefined
  /**
   * The Redis or Valkey server (6 or newer) through which all processes that call for one account keep its rate
   * limits together: `redis://HOST:PORT/DB`, `rediss://` for TLS, `unix:///PATH`, `redis-sentinel://HOST,HOST/MASTER`
   * or `redis-cluster://HOST,HOST`; each process keeps the limits by itself by default. Processes with the same
   * `accountId`, or else the same AccessKey, share limits. Without it, the variable `CAMS_ROI_SHARED_LIMITS` is used.
   * An explicit `undefined` is refused.
   */
  sharedLimits?: string
  /** What calls do while the server of `sharedLimits` is away, once it was there; `local` by default. */
  whenUnavailable?: WhenUnavailable | undefined
  /** The largest number of open connections; 100 by default. A call that needs one waits for its turn. */
  maxConnections?: number | undefined
  /** A proxy's URL (http, https, socks5 or socks5h), or `'direct'` for none; the environment's by default. */
  proxy?: string | undefined
  /** A file of PEM certificates to trust, in addition to the usual ones. */
  caFile?: string | undefined
  /** PEM certificates to trust, in addition to the usual ones. */
  caPem?: string | undefined
  /** Trusts any certificate. Anybody on the way can then read and change what is sent: never use it in production. */
  dangerAcceptAnyCertificate?: boolean | undefined
  /** Your program's name. It follows the library's name in the `User-Agent` header. */
  userAgent?: string | undefined
  /**
   * Receives a record of each thing that the client does. What it throws becomes a warning of the process, and
   * nothing else.
   */
  logger?: Logger | undefined
  /** The least important level of the records that the logger receives; `debug` by default. */
  logLevel?: LogLevel | undefined
  /**
   * Receives an event when a call or a run over many channels begins, for each request, and when one ends: what
   * tracing and metrics are made of. What it throws is logged once, and changes no call.
   */
  onEvent?: ((event: ClientEvent) => void) | undefined
}

/** What one call does differently. */
export interface CallOptions {
  /** Ends the call: its HTTP request is aborted, and `signal.reason` is thrown. */
  signal?: AbortSignal | undefined
  /** The deadline of the whole call from now on, including the wait for its turn, in milliseconds. */
  timeoutMs?: number | undefined
  /** The largest number of attempts, including the first. */
  maxAttempts?: number | undefined
}

/** What `Client.callText` does differently. */
export interface RawCallOptions extends CallOptions {
  /**
   * Whether the operation may run twice with the effect of once. It is then repeated even if the service may have
   * acted on the first request. By default, this holds for operations that are known to change nothing, or nothing
   * more.
   */
  idempotent?: boolean | undefined
  /**
   * Whether the parameters are sent without checking them against what this version knows of the operation.
   * TypeScript takes any if the name is a plain string: `call('ListInstance' as string, { BrandNew: 1 }, { unchecked:
   * true })`.
   */
  unchecked?: boolean | undefined
}

/** What `Client.call` does differently. */
export interface JsonCallOptions extends RawCallOptions {
  /**
   * Whether integers beyond 2^53, which a number cannot hold, are returned as bigint. All others stay numbers.
   * Without it, all are numbers, rounded to the nearest one.
   */
  bigIntegers?: boolean | undefined
}

/** What a listing of all pages does differently. */
export interface PagesOptions extends CallOptions {
  /**
   * The number of items of a page; 50 by default. The service documents no maximum. An explicit `undefined` is
   * refused.
   */
  pageSize?: number
  /**
   * The number of items after which the listing ends; all of them by default. No further page is fetched. An explicit
   * `undefined` is refused.
   */
  limit?: number
  /** The deadline of the call for each page, including the wait for its turn, in milliseconds. */
  timeoutMs?: number | undefined
  /** The largest number of attempts for each page, including the first. */
  maxAttempts?: number | undefined
  /** Ends the listing: the call that is under way is aborted, and `signal.reason` is thrown. */
  signal?: AbortSignal | undefined
}

/** How many channels are enabled. */
export interface EnableManyOptions extends CallOptions {
  /**
   * The code by which the ISV authorised the caller, for every channel without a code of its own. An explicit
   * `undefined` is refused.
   */
  isvCode?: string
  /**
   * What every outcome is recorded in: a file, or redis://HOST:PORT/DB/NAME, a run that many workers share. Channels
   * that it records as enabled are not called again, so that a run that was ended can be resumed. An explicit
   * `undefined` is refused.
   */
  journal?: string
  /** The largest number of calls under way at once; as many as the rate limit allows in a second by default. */
  concurrency?: number | undefined
  /**
   * The number of different channels in a row, denied for the same reason, after which the rest is not called; 5 by
   * default. It is then the account that lacks the permission.
   */
  stopAfterDenials?: number | undefined
  /** The deadline of each call, including the wait for its turn, in milliseconds. */
  timeoutMs?: number | undefined
  /** The largest number of attempts of each call, including the first. */
  maxAttempts?: number | undefined
  /** Ends the run: the calls that are under way are aborted, and `signal.reason` is thrown. */
  signal?: AbortSignal | undefined
  /**
   * Receives the run's progress before each outcome is given. What it throws ends the run, and is thrown where
   * outcomes are taken.
   */
  onProgress?: ((progress: EnableManyProgress) => void) | undefined
}
