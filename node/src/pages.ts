/** A page as it crosses: the cursor of the next one, which is not there behind the last, and the page's fields. */
export type Page = readonly [next: string | null, fields: unknown]

/** The items of all pages; a page is fetched when its first item is asked for. */
export async function* itemsOfAll<Item>(
  itemsOf: (fields: unknown) => readonly Item[],
  fetch: (cursor: string) => Promise<string>,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Item, void, undefined> {
  let left = limit
  let cursor: string | null = ''
  while (cursor !== null) {
    const [next, fields]: Page = JSON.parse(await fetch(cursor && ` ${cursor}`))
    for (const item of itemsOf(fields)) {
      yield item
      left -= 1
      if (left === 0) return
    }
    cursor = next
  }
}
