package io.github.camsroi.internal

import io.github.camsroi.FoundChannel
import io.github.camsroi.PagesOptions
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.toList

/** The items of all pages. A page is fetched when its first item is collected; what goes on ends with the flow. */
internal fun <Request, Item> Core.itemsOfAll(
    listing: Listing<Request, *, Item>,
    request: Request,
    options: PagesOptions,
): Flow<Item> = flow {
    val pages = suspended { pagesOf(listing, request, options) }
    try {
        while (true) {
            // A page that comes too late says what is to be ended.
            val page = suspended { pages.next() }?.await(thrown, late = { pages.taken(it) }) ?: break
            for (item in pages.taken(page)) {
                listing.error(item)?.let { withCallers(it) }
                emit(item)
                pages.pass()
            }
        }
    } finally {
        pages.close()
    }
}

/** The channels that are wanted of those that are found. */
internal suspend fun wanted(found: Flow<FoundChannel>, where: suspend (FoundChannel) -> Boolean): List<FoundChannel> =
    each(found.filter(where).toList())
