package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import io.github.camsroi.PagesOptions

/** Where a listing of all pages stands. It asks for no page by itself. */
internal class Pages<Item>(private val ask: (cursor: String?) -> Task<ItemsOfPage<Item>>, private var left: Int?) {
    private var cursor: String? = null
    private var ended = false

    /** The call for the next page; nothing at the end. */
    fun next(): Task<ItemsOfPage<Item>>? = if (ended) null else ask(cursor)

    /** The items to give of a page that came. */
    fun taken(page: ItemsOfPage<Item>): List<Item> {
        val items = left?.let { page.items.take(it) } ?: page.items
        left = left?.minus(items.size)
        cursor = page.next
        ended = cursor == null || left == 0
        return items
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
    return Pages({ cursor -> page(listing, asked, cursor, options) }, limit)
}
