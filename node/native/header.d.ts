/** What becomes of work: its value, the error that kept it from one, that it was cancelled, or what a panic said. */
export type Outcome<T> = { ok: T } | { err: Failure } | { cancelled: true } | { panicked: string }
