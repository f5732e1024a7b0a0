import type * as native from '../native/generated/binding.cjs'

/** Instead of the number of an outcome's key: it is an event, in JSON. */
const EVENT = 4

type Taker = (outcome: native.Outcome<unknown>) => void

/**
 * Who waits for outcomes of a client's native work. Each comes with the ticket with which its work was started: a promise
 * from the binding for each call would cost several times as much.
 */
export class Waiting {
  /** By ticket; a ticket that nobody has is used again. */
  readonly #takers: (Taker | undefined)[] = []
  readonly #free: number[] = []
  readonly #tell: (event: string) => void

  constructor(tell: (event: string) => void) {
    this.#tell = tell
  }

  /** The binding has it for as long as there is the client, so that it must not know the client. */
  readonly take: native.Take = (ticket, key, value) => {
    if (key === EVENT) {
      this.#tell(value as string)
      return
    }
    const taker = this.#takers[ticket]
    this.#release(ticket)
    taker?.(outcome(key, value))
  }

  /** Starts native work, and waits for its outcome. */
  outcomeOf<T>(start: (ticket: native.Ticket<T>) => void): Promise<native.Outcome<T>> {
    return new Promise((resolve) => {
      const ticket = this.#free.pop() ?? this.#takers.length
      this.#takers[ticket] = resolve as Taker
      try {
        start(ticket)
      } catch (error) {
        this.#release(ticket)
        throw error
      }
    })
  }

  #release(ticket: number): void {
    if (this.#takers[ticket] === undefined) return
    this.#takers[ticket] = undefined
    this.#free.push(ticket)
  }
}

function outcome(key: number, value: unknown): native.Outcome<unknown> {
  switch (key) {
    case 0:
      return { ok: value }
    case 1:
      return { err: value as native.Failure }
    case 2:
      return { cancelled: true }
    default:
      return { panicked: value as string }
  }
}
