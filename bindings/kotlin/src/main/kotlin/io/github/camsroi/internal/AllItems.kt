package io.github.camsroi.internal

import io.github.camsroi.PagesOptions
import java.util.concurrent.CancellationException

/** The items of all pages for who waits for them. A page is fetched when its first item is asked for. */
internal class AllItems<Item : Any>(private val core: Core, private val pages: Pages<Item>) : OneByOne<Item> {
    private var items = emptyList<Item>().iterator()

    /** Who waits for a page now. */
    @Volatile
    private var waiting: Waiting<*>? = null

    @Volatile
    private var closed = false

    override fun next(): Item? {
        while (!items.hasNext()) {
            val page = join(pages.next() ?: return null)
            items = pages.taken(page).iterator()
        }
        return items.next()
    }

    private fun <Answer> join(task: Task<Answer>): Answer {
        val waits = Waiting(task)
        // Whoever closes it from now on finds who waits.
        waiting = waits
        try {
            if (closed) throw CancellationException("the listing was closed")
            return waits.answer(core.thrown)
        } finally {
            waiting = null
        }
    }

    override fun close() {
        closed = true
        waiting?.end()
    }
}

/** What is asked for in all its pages. */
internal fun <Request : Any, Item : Any> Core.allItems(
    listing: Listing<Request, *, Item>,
    request: Request?,
    options: PagesOptions?,
): AllItems<Item> = AllItems(this, pagesOf(listing, given("request", request), given("options", options)))
