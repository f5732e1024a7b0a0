import type { CredentialsSource } from './credentials.js'
import type { Logger, LogLevel } from './logger.js'

/** How requests are signed. */
export type SignatureAlgorithm = 'acs3-hmac-sha256' | 'hmac-sha1'

/** How a {@link Client} is configured. Everything has a default. */
export interface ClientOptions {
  /** The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented. */
  region?: string | undefined
  /** The service's address, as a host name or a URL. It wins over the region, and over `CAMS_ROI_ENDPOINT`. */
  endpoint?: string | undefined
  /** An AccessKey, or a function that is asked for one. Without it, the environment, files and metadata are asked. */
  credentials?: CredentialsSource | undefined
  /** The profile that is taken from the Alibaba Cloud CLI's file. */
  profile?: string | undefined
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

/** Which channel is meant. */
export interface Channel {
  /** The channel's ID (`cams-…`). Without it, the account's own channel is meant. */
  custSpaceId?: string | undefined
  /** The code by which the ISV authorised the caller. */
  isvCode?: string | undefined
}

/** What is asked of `EnableWhatsappROIMetric`. */
export type EnableWhatsappRoiMetricRequest = Channel

/** How long a time each row of figures covers. */
export type Granularity = 'DAILY' | 'HALF_HOUR' | (string & {})

/** What is asked of `GetChatappPhoneNumberMetric`. */
export interface GetChatappPhoneNumberMetricRequest extends Channel {
  /** From when on. */
  start: Date
  /** Until before when. */
  end: Date
  /** How long a time each row covers. */
  granularity?: Granularity | undefined
  /** One business phone number: digits with country code, no `+`. */
  phoneNumber?: string | undefined
}

/** What is asked of `GetChatappTemplateMetric`. */
export interface GetChatappTemplateMetricRequest extends Channel {
  /** The template's code: a text, for it has more digits than a number can hold. */
  templateCode: string
  /** From when on. */
  start: Date
  /** Until before when. */
  end: Date
  /** One language of the template, for example `en` or `zh_CN`. */
  language?: string | undefined
  /** How long a time each row covers. */
  granularity?: Granularity | undefined
  /** The template's type; `WHATSAPP`, the default, is the only one documented. */
  templateType?: 'WHATSAPP' | (string & {}) | undefined
}

/** The parameters of any operation. What is `undefined` is left out; what is nested is given as the API's JSON text. */
export type CallParameters = Readonly<Record<string, string | number | bigint | boolean | undefined>>
