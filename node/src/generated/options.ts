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
 * - `'acs3-hmac-sha256'`: What the vendor recommends, and its own SDKs send: the signature travels in the
 *   `Authorization` header.
 * - `'hmac-sha1'`: The older RPC signature, which every endpoint of its kind takes.
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
  /** The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented. */
  region?: string | undefined
  /**
   * The service's address, as a host name (https) or a URL. It wins over `region`. Without it, the variable
   * `CAMS_ROI_ENDPOINT` is asked.
   */
  endpoint?: string | undefined
  /**
   * An AccessKey, or a function that is asked for one. Without it, the environment, files and metadata are asked. An
   * explicit `undefined` is refused.
   */
  credentials?: CredentialsSource
  /**
   * The profile that is taken from the Alibaba Cloud CLI's configuration or from the credentials file. An explicit
   * `undefined` is refused.
   */
  profile?: string
  /**
   * The account that is called for: clients that name the same one share its rate limits, also where their AccessKeys
   * differ. Give it where a function of yours gives each client keys of its own.
   */
  accountId?: string | undefined
  /** How requests are signed; `acs3-hmac-sha256` by default. */
  signature?: SignatureAlgorithm | undefined
  /** Deadlines. */
  timeouts?:
    | {
        /**
         * The deadline of a call as a whole, with its waits, its retries and its wait for a turn (rate limit,
         * connection), in milliseconds. Without one, a call has 60,000 ms from its turn on, however long it waits for
         * that.
         */
        callMs?: number | undefined
        /** How long it may take to connect (DNS, TCP, TLS), in milliseconds; 5,000 by default. */
        connectMs?: number | undefined
        /** How long one attempt may take to its complete answer, in milliseconds; 10,000 by default. */
        attemptMs?: number | undefined
      }
    | undefined
  /** How often and how patiently a call is tried. */
  retry?:
    | {
        /** Attempts in all for one call, the first one included; 3 by default. */
        maxAttempts?: number | undefined
        /**
         * What the random wait before the second attempt is at most, in milliseconds; 100 by default. It doubles with
         * each further one.
         */
        baseDelayMs?: number | undefined
        /** What a wait before any attempt is at most, in milliseconds; 20,000 by default. */
        maxDelayMs?: number | undefined
      }
    | undefined
  /**
   * Calls a second for each operation, such as 5 or 1.25, or `'off'`; or an object of these by the operations' names,
   * where those that it does not name keep the documented limit; what the service documents by default.
   */
  rateLimit?: RateLimit | Readonly<Record<string, RateLimit>> | undefined
  /**
   * The Redis or Valkey server (6 or newer) through which all processes that call for one account keep its rate
   * limits together: `redis://HOST:PORT/DB`, `rediss://` for TLS, `unix:///PATH`, `redis-sentinel://HOST,HOST/MASTER`
   * or `redis-cluster://HOST,HOST`; each process keeps the limits by itself by default. Processes with the same
   * `accountId`, or else the same AccessKey, share limits. Without it, the variable `CAMS_ROI_SHARED_LIMITS` is
   * asked. An explicit `undefined` is refused.
   */
  sharedLimits?: string
  /** What calls do while the server of `sharedLimits` is away, once it was there; `local` by default. */
  whenUnavailable?: WhenUnavailable | undefined
  /**
   * How many connections are open at once at the most; 100 by default. A call that waits for one waits for its turn.
   */
  maxConnections?: number | undefined
  /** A proxy's URL (http, https, socks5 or socks5h), or `'direct'` for none; the environment's by default. */
  proxy?: string | undefined
  /** A file of PEM certificates to trust besides the usual ones. */
  caFile?: string | undefined
  /** PEM certificates to trust besides the usual ones. */
  caPem?: string | undefined
  /** Trusts any certificate, so that anybody on the way can read and change what is sent. Never for production. */
  dangerAcceptAnyCertificate?: boolean | undefined
  /** Your program's name, which the `User-Agent` header says after the library's own. */
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
  /** Ends the call: its request is given up on the wire, and what is thrown is `signal.reason`. */
  signal?: AbortSignal | undefined
  /** The deadline of the call as a whole, from now on, with its wait for its turn, in milliseconds. */
  timeoutMs?: number | undefined
  /** Attempts in all, the first one included. */
  maxAttempts?: number | undefined
}

/** What `Client.callText` does differently. */
export interface RawCallOptions extends CallOptions {
  /**
   * Whether the operation may run twice with the effect of once, so that it is repeated even where the service may
   * have acted on the first request. By default those are that are known to change nothing, or nothing more.
   */
  idempotent?: boolean | undefined
  /**
   * Whether the parameters are sent without being compared with what this version knows of the operation. TypeScript
   * takes any where the name is a plain string: `call('ListInstance' as string, { BrandNew: 1 }, { unchecked: true
   * })`.
   */
  unchecked?: boolean | undefined
}

/** What `Client.call` does differently. */
export interface JsonCallOptions extends RawCallOptions {
  /**
   * Whether integers that a number cannot hold (beyond 2^53) come as bigint, with every digit. All others stay
   * numbers. Without it, all are numbers, and the nearest that there is.
   */
  bigIntegers?: boolean | undefined
}

/** What a listing of all pages does differently. */
export interface PagesOptions extends CallOptions {
  /** How many items a page has; 50 by default. The service documents no maximum. An explicit `undefined` is refused. */
  pageSize?: number
  /**
   * After how many items the listing ends; all of them by default. No page is fetched behind them. An explicit
   * `undefined` is refused.
   */
  limit?: number
  /** The deadline of the call for each page as a whole, with its wait for its turn, in milliseconds. */
  timeoutMs?: number | undefined
  /** Attempts for each page in all, the first one included. */
  maxAttempts?: number | undefined
  /** Ends the listing: the call that is under way is given up, and what is thrown is `signal.reason`. */
  signal?: AbortSignal | undefined
}

/** How many channels are enabled. */
export interface EnableManyOptions extends CallOptions {
  /**
   * The code by which the ISV authorised the caller, for every channel that has none of its own. An explicit
   * `undefined` is refused.
   */
  isvCode?: string
  /**
   * A file that every outcome is recorded in. Channels that it records as enabled are not called again, so that a run
   * that was ended can be resumed. An explicit `undefined` is refused.
   */
  journal?: string
  /** How many calls may be under way at once; as many as the rate limit allows in a second by default. */
  concurrency?: number | undefined
  /**
   * After so many different channels in a row that are denied for the same reason the rest is not called, because
   * then it is the account that lacks the permission; 5 by default.
   */
  stopAfterDenials?: number | undefined
  /** The deadline of each call as a whole, with its wait for its turn, in milliseconds. */
  timeoutMs?: number | undefined
  /** Attempts of each call in all, the first one included. */
  maxAttempts?: number | undefined
  /** Ends the run: the calls that are under way are given up, and what is thrown is `signal.reason`. */
  signal?: AbortSignal | undefined
  /**
   * Receives the run's progress before each outcome is given. What it throws ends the run, and is thrown where
   * outcomes are taken.
   */
  onProgress?: ((progress: EnableManyProgress) => void) | undefined
}
