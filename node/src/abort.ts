import type { CancelToken } from '../native/generated/binding.cjs'
import { binding } from './native.js'

/** Does work that `signal` can end. No listener is left behind. */
export async function abortable<T>(
  signal: AbortSignal | undefined,
  work: (token: CancelToken | undefined) => Promise<T>,
): Promise<T> {
  if (signal == null) return work(undefined)
  signal.throwIfAborted()
  const token = new binding.CancelToken()
  const cancel = () => token.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return await work(token)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
