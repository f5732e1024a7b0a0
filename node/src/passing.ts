/** The codes of Node's and undici's errors about the network. */
const CODES: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
])

/** A chain of causes that is longer goes in a circle. */
const DEEPEST = 10

/**
 * Whether what a credentials function threw may pass: it could not reach what it asks, or says so itself. `fetch` throws
 * a `TypeError` that has the error of the network as its cause, and `AbortSignal.timeout` a `TimeoutError`.
 */
export function passes(thrown: unknown): boolean {
  let error = thrown
  for (let depth = 0; depth < DEEPEST && typeof error === 'object' && error !== null; depth += 1) {
    const { retryable, code, name, cause } = error as Record<string, unknown>
    if (retryable === true || name === 'TimeoutError' || CODES.has(code)) return true
    error = cause
  }
  return false
}
