import type { Page } from './pages.js'

/** Asks for a page of a run, by what stands behind the run's name; the wait ends with the signal. */
type Fetch = (cursor: string, signal: AbortSignal | undefined) => Promise<string>

/** Results of a run whose calls go on between two pages. Whoever leaves it ends them. */
export class Run<Item> implements AsyncIterableIterator<Item> {
  readonly #fetch: Fetch
  readonly #signal: AbortSignal | undefined
  readonly #results: AsyncGenerator<Item, void, undefined>
  /** Ends the wait for a page. */
  readonly #left = new AbortController()
  /** Of the page to ask for next; `null` behind the last one. */
  #cursor: string | null = ''
  #ending: Promise<unknown> | undefined

  constructor(itemsOf: (fields: unknown) => readonly Item[], fetch: Fetch, signal: AbortSignal | undefined) {
    this.#fetch = fetch
    this.#signal = signal
    this.#results = this.#pages(itemsOf)
  }

  async *#pages(itemsOf: (fields: unknown) => readonly Item[]): AsyncGenerator<Item, void, undefined> {
    const signal = this.#signal
    signal?.throwIfAborted()
    const leave = () => this.#leave()
    signal?.addEventListener('abort', leave, { once: true })
    try {
      while (this.#cursor !== null) {
        const [next, fields]: Page = JSON.parse(
          await this.#fetch(this.#cursor && ` ${this.#cursor}`, this.#left.signal),
        )
        this.#cursor = next
        for (const item of itemsOf(fields)) {
          signal?.throwIfAborted()
          yield item
        }
        signal?.throwIfAborted()
      }
    } catch (error) {
      signal?.throwIfAborted()
      // What ends the wait is no error of the run's.
      if (!this.#left.signal.aborted) throw error
    } finally {
      signal?.removeEventListener('abort', leave)
      await this.#end()
    }
  }

  next(): Promise<IteratorResult<Item, void>> {
    return this.#results.next()
  }

  /** Ends the calls that are under way, also while somebody waits for the next result. */
  return(): Promise<IteratorResult<Item, void>> {
    this.#leave()
    return this.#results.return()
  }

  throw(error: unknown): Promise<IteratorResult<Item, void>> {
    this.#leave()
    return this.#results.throw(error)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #leave(): void {
    this.#left.abort()
    // What it may fail with is told where it is awaited.
    this.#end().catch(() => {})
  }

  /** Ends the run, as far as it has begun and not come to its end. */
  async #end(): Promise<void> {
    if (this.#cursor) this.#ending ??= this.#fetch(` ${this.#cursor} end`, undefined)
    await this.#ending
  }
}
