/** What becomes of work: its value, the error that kept it from one, or that it was cancelled. */
export type Outcome<T> = { ok: T } | { err: Failure } | { cancelled: true }
