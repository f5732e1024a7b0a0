import type { ErrorKind } from './generated/error-kinds.js'

/**
 * Which deadline passed: that of the connection, of one attempt, of the wait for the call's turn (rate limit, connection),
 * or of the call as a whole.
 */
export type TimeoutPhase = 'connect' | 'attempt' | 'queue' | 'overall'

/** Why the service denied access. Only `text` is always there. */
export interface AccessDeniedDetail {
  /** The detail as it came: a text, or an object as JSON. */
  text: string
  /** Which kind of policy decided, for example `AccountLevelIdentityBasedPolicy`. */
  policyType?: string
  /** The RAM action that was refused. */
  authAction?: string
  /** `SubUser`, `AssumedRoleUser` or `Federated`. */
  authPrincipalType?: string
  /** The account to which the identity belongs. */
  authPrincipalOwnerId?: string
  /** The identity's name or ID. */
  authPrincipalDisplayName?: string
  /** `ImplicitDeny` or `ExplicitDeny`. */
  noPermissionType?: string
  /** Decode it with RAM's `DecodeDiagnosticMessage`. */
  encodedDiagnosticMessage?: string
}

/** What an error says besides its message. All of it may be left out where an error is made by hand, as in a test. */
export interface ErrorFields {
  /** The service's error code, verbatim. */
  code?: string | undefined
  /** The service's ID of the request. */
  requestId?: string | undefined
  /** The HTTP status of the answer. */
  httpStatus?: number | undefined
  /** Whether the same call may succeed later as it is; what is usual for the kind where it is left out. */
  retryable?: boolean | undefined
  /** How many milliseconds the service asked to wait. */
  retryAfterMs?: number | undefined
  /** How many requests were sent. */
  attempts?: number | undefined
  /** The operation that was called. */
  operation?: string | undefined
  /** The channel that the request named. */
  custSpaceId?: string | undefined
  /** The phone number that the request named. */
  phoneNumber?: string | undefined
  /** The template that the request named. */
  templateCode?: string | undefined
  /** What to do, in one sentence. */
  hint?: string | undefined
  /** The service's whole text, where the message is a part of it. */
  detail?: string | undefined
  /** Why access was denied. */
  accessDeniedDetail?: AccessDeniedDetail | undefined
  /** Which deadline passed. */
  timeoutPhase?: TimeoutPhase | undefined
  /** What caused the error. */
  cause?: unknown
  /** What `toString()` gives after the name, where that is not the message. */
  text?: string | undefined
}

/** An error as plain data: what `toJSON` gives and `CamsRoiError.fromJSON` takes. It survives `structuredClone`. */
export interface ErrorJson extends Omit<ErrorFields, 'cause'> {
  /** The name of the error's class. */
  kind: ErrorKind | 'CamsRoiError'
  /** What went wrong. */
  message: string
  /** What caused the error, as a text. */
  cause?: string | undefined
}
