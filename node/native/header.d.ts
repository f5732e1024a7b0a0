/** What becomes of work: its value, the error that kept it from one, that it was cancelled, or what a panic said. */
export type Outcome<T> = { ok: T } | { err: Failure } | { cancelled: true } | { panicked: string }
/** A number by which an outcome finds who waits for it. */
export type Ticket<T> = number & { readonly value?: T }
/**
 * Takes an outcome: the ticket of who waits for it, the number of its key in `Outcome`, and its value. With 4 instead of a key,
 * the value is an event in JSON.
 */
export type Take = (ticket: number, key: number, value: unknown) => void
