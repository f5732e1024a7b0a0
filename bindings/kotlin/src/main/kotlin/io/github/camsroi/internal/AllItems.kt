package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import io.github.camsroi.PagesOptions
import java.util.concurrent.CancellationException

/** The items of all pages for who waits for them. A page is fetched when its first item is asked for. */
internal class AllItems<Item : Any>(
    private val core: Core,
    private val pages: Pages<Item>,
    private val error: (Item) -> CamsRoiException?,
) : OneByOne<Item> {
    private var items = emptyList<Item>().iterator()

    /** Whether an item was given, which is taken when the next one is asked for. */
    private var given = false

    /** Who waits for a page now. */
    @Volatile
    private var waiting: Waiting<*>? = null

    @Volatile
    private var closed = false

    @Suppress("TooGenericExceptionCaught") // It is thrown on.
    override fun next(): Item? = try {
        following()?.also { item -> error(item)?.run { calledFrom(this) } }
    } catch (thrown: Throwable) {
        // Nobody may come who closes it.
        close()
        throw thrown
    }

    private fun following(): Item? {
        if (given) pages.pass()
        given = false
        while (!items.hasNext()) {
            if (closed) throw CancellationException("the listing was closed")
            val page = join(pages.next() ?: return null)
            items = pages.taken(page).iterator()
        }
        return items.next().also { given = true }
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
        pages.close()
    }
}

/** What is asked for in all its pages. */
internal fun <Request : Any, Item : Any> Core.allItems(
    listing: Listing<Request, *, Item>,
    request: Request?,
    options: PagesOptions?,
): AllItems<Item> {
    val pages = pagesOf(listing, given("request", request), given("options", options))
    val items = AllItems(this, pages, listing::error)
    // A stream may be left and never closed.
    if (listing.isRun) Forgotten.watch(items) { pages.close() }
    return items
}
