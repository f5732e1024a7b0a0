package io.github.camsroi.internal

import io.github.camsroi.PagesOptions
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/** The items of all pages. A page is fetched when its first item is collected. */
internal fun <Request, Item> Core.itemsOfAll(
    listing: Listing<Request, *, Item>,
    request: Request,
    options: PagesOptions,
): Flow<Item> = flow {
    val pages = suspended { pagesOf(listing, request, options) }
    while (true) {
        val page = suspended { pages.next() }?.await(thrown) ?: break
        pages.taken(page).forEach { emit(it) }
    }
}
