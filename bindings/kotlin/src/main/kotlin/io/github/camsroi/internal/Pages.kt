package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import io.github.camsroi.PagesOptions

/** Where a listing of all pages stands. It asks for no page by itself. Any thread may close it. */
internal class Pages<Item>(
    private val ask: (cursor: String?) -> Task<ItemsOfPage<Item>>,
    private var left: Int?,
    /** Ends the calls that go on between two pages, by the cursor of the next one; tells how many items were taken. */
    private val end: (cursor: String, taken: Int) -> Unit,
) : AutoCloseable {
    private var cursor: String? = null
    private var ended = false

    /** How many items of the last page were taken: behind each of them the next one was asked for. */
    private var passed = 0

    /** The call for the next page; nothing at the end. */
    @Synchronized
    fun next(): Task<ItemsOfPage<Item>>? {
        if (left == 0) close()
        return if (ended) null else ask(cursor)
    }

    /** The items to give of a page that came: none where nobody wants them any more. */
    @Synchronized
    fun taken(page: ItemsOfPage<Item>): List<Item> {
        cursor = page.next
        passed = 0
        val items = if (ended) emptyList() else left?.let { page.items.take(it) } ?: page.items
        left = left?.minus(items.size)
        if (cursor == null || ended) close()
        return items
    }

    /** Counts an item that was taken. Behind the last that is wanted, nothing goes on. */
    @Synchronized
    fun pass() {
        passed++
    }

    /** Wants no more. */
    @Synchronized
    override fun close() {
        ended = true
        cursor?.let { end(it, passed) }
        cursor = null
    }
}

/** The pages of what is asked for. */
internal fun <Request, Item> Core.pagesOf(
    listing: Listing<Request, *, Item>,
    request: Request,
    options: PagesOptions,
): Pages<Item> {
    val limit = options.limit
    if (limit != null && limit < 1) {
        val details = CamsRoiException.Details(hint = "Give limit as 1 or more, or leave it out for all.")
        throw CamsRoiException.InvalidArgument("limit is $limit", details)
    }
    val asked = options.pageSize?.let { listing.sized(request, it) } ?: request
    return Pages({ page(listing, asked, it, options) }, limit) { cursor, taken ->
        if (listing.isRun) end(listing, asked, "$cursor end $taken", options)
    }
}
