import type * as native from '../native/generated/binding.cjs'
import type { AccessDeniedDetail, ErrorFields, ErrorJson, ErrorKind, TimeoutPhase } from './error-fields.js'

const FIELDS = [
  'code',
  'requestId',
  'httpStatus',
  'retryable',
  'retryAfterMs',
  'attempts',
  'operation',
  'custSpaceId',
  'phoneNumber',
  'templateCode',
  'hint',
  'detail',
  'accessDeniedDetail',
  'timeoutPhase',
] as const

/** The kinds that are worth another try, unless an error says otherwise. */
const RETRYABLE: ReadonlySet<ErrorKind | 'CamsRoiError'> = new Set([
  'JournalInUseError',
  'TransportError',
  'RequestTimeoutError',
  'ThrottledError',
  'ServiceUnavailableError',
])

/** Under which a class keeps the mark that all its instances have, whichever copy of the package made them. */
const MARK: unique symbol = Symbol('mark')

/**
 * Anything that this package throws about a call, a client or its settings.
 *
 * `instanceof` also works where two copies of the package are loaded, as by Jest. `structuredClone` and `postMessage`
 * keep `message`, `stack` and `cause` alone: send `error.toJSON()`, and make an error of it with
 * {@link CamsRoiError.fromJSON} on the other side.
 */
export class CamsRoiError extends Error {
  /** What went wrong, in one line: the service's own message where it gave one. */
  declare readonly message: string
  /** The name of the error's class, to `switch` over; {@link AnyCamsRoiError} narrows with it. */
  declare readonly kind: ErrorKind | 'CamsRoiError'
  /** The service's error code, verbatim; `undefined` where the service did not answer with one. */
  declare readonly code: string | undefined
  /** The service's ID of the request, to be quoted to the vendor's support. */
  declare readonly requestId: string | undefined
  /** The HTTP status of the answer. */
  declare readonly httpStatus: number | undefined
  /** Whether the same call may succeed later as it is. The client has already tried as often as it was told to. */
  declare readonly retryable: boolean
  /** How many milliseconds the service asked to wait before the next try. */
  declare readonly retryAfterMs: number | undefined
  /** How many requests were sent for this call. */
  declare readonly attempts: number
  /** The operation that was called, for example `EnableWhatsappROIMetric`. */
  declare readonly operation: string | undefined
  /** The channel that the request named. */
  declare readonly custSpaceId: string | undefined
  /** The phone number that the request named. */
  declare readonly phoneNumber: string | undefined
  /** The template that the request named. */
  declare readonly templateCode: string | undefined
  /** What to do, in one sentence. */
  declare readonly hint: string | undefined
  /** The service's whole text, where the message is a part of it: the canonical request, for example. */
  declare readonly detail: string | undefined
  /** Why access was denied, where the service said so. */
  declare readonly accessDeniedDetail: AccessDeniedDetail | undefined
  /** Which deadline passed, for a {@link RequestTimeoutError}. */
  declare readonly timeoutPhase: TimeoutPhase | undefined

  readonly #text: string | undefined

  /** Makes an error, for example in a test. */
  constructor(message = '', fields: ErrorFields = {}) {
    super(message, 'cause' in fields && fields.cause !== undefined ? { cause: fields.cause } : undefined)
    // What is not known is left out, so that it does not clutter what consoles show.
    for (const field of FIELDS) {
      if (fields[field] !== undefined) Object.assign(this, { [field]: fields[field] })
    }
    Object.assign(this, { retryable: fields.retryable ?? RETRYABLE.has(this.kind), attempts: fields.attempts ?? 0 })
    this.#text = fields.text
  }

  static {
    name(this, 'CamsRoiError')
  }

  /** By a mark that all copies of the package share, not by the copy that made the error. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A subclass of somebody else's has no mark of its own.
    const mark = Object.hasOwn(this, MARK) ? (this as { [MARK]?: symbol })[MARK] : undefined
    if (mark === undefined) return Function.prototype[Symbol.hasInstance].call(this, value)
    return typeof value === 'object' && value !== null && mark in value
  }

  /** Makes an error of what `toJSON` gave, for example in another thread. */
  static fromJSON(json: ErrorJson): CamsRoiError {
    const made = json.kind === 'CamsRoiError' ? CamsRoiError : CLASSES[json.kind]
    return new (made ?? CamsRoiError)(json.message, json)
  }

  /** The name, the operation, the code and the message, in one line. */
  override toString(): string {
    return `${this.name}: ${this.#text ?? this.message}`
  }

  /** All fields that say something, as plain data; for logs, and for other threads. */
  toJSON(): ErrorJson {
    const json: ErrorJson = { kind: this.kind, message: this.message }
    for (const field of FIELDS) {
      if (this[field] !== undefined) Object.assign(json, { [field]: this[field] })
    }
    if (this.#text !== undefined) json.text = this.#text
    if (this.cause !== undefined) json.cause = String(this.cause)
    return json
  }
}

/** Names a class where minifiers cannot reach it, and marks it. */
function name(made: typeof CamsRoiError, kind: ErrorKind | 'CamsRoiError'): void {
  const mark = Symbol.for(`cams-roi.${kind}`)
  Object.defineProperty(made, MARK, { value: mark })
  const hidden = { configurable: true, enumerable: false, writable: true }
  Object.defineProperty(made.prototype, 'name', { ...hidden, value: kind })
  Object.defineProperty(made.prototype, 'kind', { ...hidden, value: kind })
  Object.defineProperty(made.prototype, mark, { value: true })
}

/** A bad endpoint, region, proxy, CA file or journal. Nothing was sent. */
export class ConfigurationError extends CamsRoiError {
  /** `ConfigurationError`, or the name of its subclass. */
  declare readonly kind: 'ConfigurationError' | 'JournalInUseError'
  static {
    name(this, 'ConfigurationError')
  }
}

/** Another run uses the journal; it can be used when that run has ended. Nothing was sent. */
export class JournalInUseError extends ConfigurationError {
  /** `JournalInUseError` */
  declare readonly kind: 'JournalInUseError'
  static {
    name(this, 'JournalInUseError')
  }
}

/**
 * No provider gave credentials; the message names each one tried, and why it failed. Where a function of yours threw,
 * `cause` is what it threw.
 */
export class CredentialsError extends CamsRoiError {
  /** `CredentialsError` */
  declare readonly kind: 'CredentialsError'
  static {
    name(this, 'CredentialsError')
  }
}

/** An empty ID, a start that is not before the end, a closed client… Nothing was sent. */
export class InvalidArgumentError extends CamsRoiError {
  /** `InvalidArgumentError` */
  declare readonly kind: 'InvalidArgumentError'
  static {
    name(this, 'InvalidArgumentError')
  }
}

/** DNS, connect, TLS, reset, or an answer that was cut off. */
export class TransportError extends CamsRoiError {
  /** `TransportError`, or the name of its subclass. */
  declare readonly kind: 'TransportError' | 'RequestTimeoutError'
  static {
    name(this, 'TransportError')
  }
}

/** A deadline passed; `timeoutPhase` tells which. */
export class RequestTimeoutError extends TransportError {
  /** `RequestTimeoutError` */
  declare readonly kind: 'RequestTimeoutError'
  static {
    name(this, 'RequestTimeoutError')
  }
}

/** The answer was not the API's JSON: a proxy's page, a redirect, too large. */
export class UnexpectedResponseError extends CamsRoiError {
  /** `UnexpectedResponseError` */
  declare readonly kind: 'UnexpectedResponseError'
  static {
    name(this, 'UnexpectedResponseError')
  }
}

/** The service answered with an error code. Its subclasses know the code; this class alone does not. */
export class ServiceError extends CamsRoiError {
  /** `ServiceError`, or the name of its subclass. */
  declare readonly kind:
    | 'ServiceError'
    | 'NotSubscribedError'
    | 'PermissionDeniedError'
    | 'ThrottledError'
    | 'UnknownResourceOwnerError'
    | 'AuthenticationError'
    | 'InvalidParameterError'
    | 'ServiceUnavailableError'
  static {
    name(this, 'ServiceError')
  }
}

/** The account has not subscribed to Chat App Message Service. */
export class NotSubscribedError extends ServiceError {
  /** `NotSubscribedError` */
  declare readonly kind: 'NotSubscribedError'
  static {
    name(this, 'NotSubscribedError')
  }
}

/** The identity lacks a permission; the hint names the RAM action to grant. */
export class PermissionDeniedError extends ServiceError {
  /** `PermissionDeniedError` */
  declare readonly kind: 'PermissionDeniedError'
  static {
    name(this, 'PermissionDeniedError')
  }
}

/** Too many calls. */
export class ThrottledError extends ServiceError {
  /** `ThrottledError` */
  declare readonly kind: 'ThrottledError'
  static {
    name(this, 'ThrottledError')
  }
}

/** The channel does not belong to the account. */
export class UnknownResourceOwnerError extends ServiceError {
  /** `UnknownResourceOwnerError` */
  declare readonly kind: 'UnknownResourceOwnerError'
  static {
    name(this, 'UnknownResourceOwnerError')
  }
}

/** The AccessKey, security token, signature, nonce or clock was refused. */
export class AuthenticationError extends ServiceError {
  /** `AuthenticationError` */
  declare readonly kind: 'AuthenticationError'
  static {
    name(this, 'AuthenticationError')
  }
}

/** The service refused a parameter, the action or the version. */
export class InvalidParameterError extends ServiceError {
  /** `InvalidParameterError` */
  declare readonly kind: 'InvalidParameterError'
  static {
    name(this, 'InvalidParameterError')
  }
}

/** The service failed or is overloaded. */
export class ServiceUnavailableError extends ServiceError {
  /** `ServiceUnavailableError` */
  declare readonly kind: 'ServiceUnavailableError'
  static {
    name(this, 'ServiceUnavailableError')
  }
}

/** The class of every kind. The compiler, and a test at run time, see to it that none is missing. */
export const CLASSES = {
  ConfigurationError,
  JournalInUseError,
  CredentialsError,
  InvalidArgumentError,
  TransportError,
  RequestTimeoutError,
  UnexpectedResponseError,
  ServiceError,
  NotSubscribedError,
  PermissionDeniedError,
  ThrottledError,
  UnknownResourceOwnerError,
  AuthenticationError,
  InvalidParameterError,
  ServiceUnavailableError,
} satisfies Record<native.ErrorKind | ErrorKind, typeof CamsRoiError>

/** The class of each kind, by name. */
export type ErrorClasses = { [Kind in ErrorKind]: InstanceType<(typeof CLASSES)[Kind]> }

/**
 * Any error of this package, as a union over {@link CamsRoiError.kind}: `switch (error.kind)` narrows it to the class.
 *
 * @example
 * ```ts
 * if (isCamsRoiError(error)) {
 *   switch (error.kind) {
 *     case 'ThrottledError':
 *       return wait(error.retryAfterMs ?? 1000)
 *     case 'RequestTimeoutError':
 *       return report(error.timeoutPhase)
 *   }
 * }
 * ```
 */
export type AnyCamsRoiError =
  | { [Kind in ErrorKind]: ErrorClasses[Kind] & { readonly kind: Kind } }[ErrorKind]
  | (CamsRoiError & { readonly kind: 'CamsRoiError' })

/**
 * Whether something that was thrown is an error of this package, and of that kind if one is given.
 *
 * @example
 * ```ts
 * if (isCamsRoiError(error, 'ThrottledError')) await wait(error.retryAfterMs ?? 1000)
 * ```
 */
export function isCamsRoiError(error: unknown): error is AnyCamsRoiError
export function isCamsRoiError<Kind extends ErrorKind>(error: unknown, kind: Kind): error is ErrorClasses[Kind]
export function isCamsRoiError(error: unknown, kind?: ErrorKind): boolean {
  return kind === undefined ? error instanceof CamsRoiError : error instanceof CLASSES[kind]
}
