import type { CancelToken } from '../native/generated/binding.cjs'
import { binding } from './native.js'

/** Does work that `signal` can end. No listener is left behind. */
export async function abortable<T>(signal: AbortSignal, work: (token: CancelToken) => Promise<T>): Promise<T> {
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
