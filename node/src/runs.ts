import type { Page } from './pages.js'

/** Asks for a page of a run, by what stands behind the run's name; the wait ends with the signal. */
type Fetch = (cursor: string, signal: AbortSignal | undefined) => Promise<string>

/** What goes on between two pages. It does not know who reads it, so that a reader that nobody has any more can go. */
class OpenRun {
  readonly #fetch: Fetch
  /** Ends the wait for a page. */
  readonly #left = new AbortController()
  /** Of the page to ask for next; `null` behind the last one. */
  #cursor: string | null = ''
  #ending: Promise<unknown> | undefined
  /** How many results of the last page were taken: behind each of them the next one was asked for. */
  taken = 0

  constructor(fetch: Fetch) {
    this.#fetch = fetch
  }

  get isOver(): boolean {
    return this.#cursor === null
  }

  get isLeft(): boolean {
    return this.#left.signal.aborted
  }

  /** The fields of the next page. */
  async page(): Promise<unknown> {
    const behind = this.#cursor ? ` ${this.#cursor}` : ''
    const answer = await this.#fetch(behind, this.#left.signal)
    const [next, fields]: Page = JSON.parse(answer)
    this.#cursor = next
    this.taken = 0
    return fields
  }

  leave(): void {
    this.#left.abort()
    // What it may fail with is told where it is awaited.
    this.end().catch(() => {})
  }

  /** Ends the run, as far as it has begun and not come to its end. */
  async end(): Promise<void> {
    if (this.#cursor) this.#ending ??= this.#fetch(` ${this.#cursor} end ${this.taken}`, undefined)
    await this.#ending
  }
}

/** Ends runs that were dropped without being left. */
const FORGOTTEN = new FinalizationRegistry<OpenRun>((run) => run.leave())

/** Results of a run whose calls go on between two pages. Whoever leaves it ends them. */
export class Run<Item> implements AsyncIterableIterator<Item> {
  readonly #run: OpenRun
  readonly #results: AsyncGenerator<Item, void, undefined>

  constructor(itemsOf: (fields: unknown) => readonly Item[], fetch: Fetch, signal: AbortSignal | undefined) {
    this.#run = new OpenRun(fetch)
    this.#results = resultsOf(this.#run, itemsOf, signal)
    FORGOTTEN.register(this, this.#run)
  }

  next(): Promise<IteratorResult<Item, void>> {
    // Whoever waits for a result has not forgotten the run.
    return this.#results.next().finally(() => this.#run)
  }

  /** Ends the calls that are under way, also while somebody waits for the next result. */
  return(): Promise<IteratorResult<Item, void>> {
    this.#run.leave()
    return this.#results.return()
  }

  throw(error: unknown): Promise<IteratorResult<Item, void>> {
    this.#run.leave()
    return this.#results.throw(error)
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

async function* resultsOf<Item>(
  run: OpenRun,
  itemsOf: (fields: unknown) => readonly Item[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Item, void, undefined> {
  signal?.throwIfAborted()
  const leave = () => run.leave()
  signal?.addEventListener('abort', leave, { once: true })
  try {
    while (!run.isOver) {
      for (const item of itemsOf(await run.page())) {
        signal?.throwIfAborted()
        yield item
        run.taken += 1
      }
      signal?.throwIfAborted()
    }
  } catch (error) {
    signal?.throwIfAborted()
    // What ends the wait is no error of the run's.
    if (!run.isLeft) throw error
  } finally {
    signal?.removeEventListener('abort', leave)
    await run.end()
  }
}
