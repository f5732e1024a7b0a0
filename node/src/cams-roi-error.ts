import type { AccessDeniedDetail, ErrorFields, ErrorJson, TimeoutPhase } from './error-fields.js'
import { type ErrorKind, RETRYABLE } from './generated/error-kinds.js'

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

/** The class of each kind, and their common one. */
const CLASSES = new Map<string, typeof CamsRoiError>()

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
  /** The name of the error's class, to `switch` over; `isCamsRoiError` narrows with it. */
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
  /** Which deadline passed, for a `RequestTimeoutError`. */
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
    return new (CLASSES.get(json.kind) ?? CamsRoiError)(json.message, json)
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

/** Makes a class that of its kind: names it where minifiers cannot reach the name, and marks it. */
export function name(made: typeof CamsRoiError, kind: ErrorKind | 'CamsRoiError'): void {
  CLASSES.set(kind, made)
  const mark = Symbol.for(`cams-roi.${kind}`)
  Object.defineProperty(made, MARK, { value: mark })
  const hidden = { configurable: true, enumerable: false, writable: true }
  Object.defineProperty(made.prototype, 'name', { ...hidden, value: kind })
  Object.defineProperty(made.prototype, 'kind', { ...hidden, value: kind })
  Object.defineProperty(made.prototype, mark, { value: true })
}
