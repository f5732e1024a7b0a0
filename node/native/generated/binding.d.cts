/** What becomes of work: its value, the error that kept it from one, that it was cancelled, or what a panic said. */
export type Outcome<T> = { ok: T } | { err: Failure } | { cancelled: true } | { panicked: string }
/** A number by which an outcome finds who waits for it. */
export type Ticket<T> = number & { readonly value?: T }
/**
 * Takes an outcome: the ticket of who waits for it, the number of its key in `Outcome`, and its value. With 4 instead of a key,
 * the value is an event in JSON.
 */
export type Take = (ticket: number, key: number, value: unknown) => void

/** A run of `enableMany`. */
export declare class Bulk {
  /** Adds a channel as soon as there is room for it; tells whether more are wanted. */
  add(ticket: Ticket<boolean>, custSpaceId: string, isvCode?: string | undefined | null): void
  /** Says that no more channels will come. */
  finish(): void
  /** The next outcome, or nothing at the end. */
  next(ticket: Ticket<ChannelOutcome | null>): void
  /** Ends the calls that are under way, and makes no more. */
  close(): void
}

/** Ends the one call that it is given to. */
export declare class CancelToken {
  constructor()
  /** Ends the call, or keeps it from beginning. */
  cancel(): void
}

/** A list of channels that is being read. */
export declare class ChannelReader {
  /** The next channels; none at the end. */
  nextBatch(): Outcome<Array<ListedChannel>>
}

/** A client of the core, until it is closed. */
export declare class Client {
  /** The service's address; nothing when the client is closed. */
  get endpoint(): string | null
  /**
   * Calls an operation by its name on the wire, or `call`. The request is an array in JSON, of the parameters in the
   * model's order; the answer is one of its fields, or the service's own text. What the call does differently is in JSON, too.
   */
  send(ticket: Ticket<string>, operation: string, request: string, settings?: string | undefined | null, cancel?: CancelToken | undefined | null): void
  /** The same client for a run: closing this one does not end it. Nothing when it is closed. */
  held(): Client | null
  /**
   * Begins to enable many channels, with settings in JSON. Channels that are all known are checked before the first is
   * called.
   */
  enableMany(settings: string, isList: boolean): Outcome<Bulk>
  /** Gives up the connections; calls that are under way end as they would have. */
  close(): void
}

/** Why access was denied. */
export interface AccessDeniedDetail {
  text: string
  policyType?: string
  authAction?: string
  authPrincipalType?: string
  authPrincipalOwnerId?: string
  authPrincipalDisplayName?: string
  noPermissionType?: string
  encodedDiagnosticMessage?: string
}

/** What became of one channel. */
export interface ChannelOutcome {
  custSpaceId: string
  requestId?: string
  attempts: number
  resumed: boolean
  notCalled: boolean
  error?: Failure
}

/** Makes a client, of settings in JSON. Sends nothing. `take` is called with the outcomes of all that is started with it, and with events. */
export declare function createClient(settings: string, take: Take, askForKey?: (() => Promise<KeyAnswer>) | undefined, log?: ((record: LogRecord) => void) | undefined, level?: string | undefined | null): Outcome<Client>

/** Every kind of error that the core knows. */
export declare function errorKinds(): Array<KindAndParent>

/** An error of the core, as data. */
export interface Failure {
  /** The name of its class. */
  kind: string
  message: string
  /** The message with all that helps to find the cause, in one line. */
  text: string
  hint: string
  code?: string
  requestId?: string
  httpStatus?: number
  retryable: boolean
  retryAfterMs?: number
  attempts: number
  operation?: string
  accessDeniedDetail?: AccessDeniedDetail
  timeoutPhase?: 'connect' | 'attempt' | 'queue' | 'overall'
  /** The whole of a text of which the message is the first line. */
  detail?: string
  custSpaceId?: string
  phoneNumber?: string
  templateCode?: string
  /** What caused it, and what caused that, and so on. */
  causes: Array<string>
}

/** When whole days begin and end. Times are milliseconds since 1970. */
export declare function fullDays(days: string, timeZone?: string | undefined | null, now?: number | undefined | null): Outcome<Array<number>>

/** An AccessKey pair. */
export interface Key {
  accessKeyId: string
  accessKeySecret: string
  securityToken?: string
  /** In milliseconds since 1970. */
  expiresAt?: number
}

/** What the function gave: a key, or why it has none. */
export interface KeyAnswer {
  key?: Key
  reason?: string
  /** Whether asking again may help. */
  passes?: boolean
}

/** A kind, and the kind of which it is a special case. */
export interface KindAndParent {
  /** The name of its errors' class. */
  kind: string
  parent?: string
  /** Whether its errors are worth another try where nothing more is known. */
  retryable: boolean
}

/** A channel of a list. */
export interface ListedChannel {
  custSpaceId: string
  isvCode?: string
}

/** One thing that the core tells. */
export interface LogRecord {
  level: string
  message: string
  /** An object in JSON. */
  fields: string
}

/** Opens a list. */
export declare function openChannels(path: string): Outcome<ChannelReader>
