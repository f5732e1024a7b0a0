package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException

/** What lists items, a page at a time. */
internal abstract class Listing<Request, Answer, Item> : Operation<Request, Answer>() {
    private inner class OfPage(private val thrown: Thrown) : Work<ItemsOfPage<Item>>(number) {
        override fun read(from: Input): ItemsOfPage<Item> {
            val answer = from.postcard(thrown)
            return ItemsOfPage(answer.optional { answer.text() }, items(this@Listing.read(answer)))
        }
    }

    /** The items of a page. */
    protected abstract fun items(page: Answer): List<Item>

    /** Whether calls go on between two pages, until they are ended. */
    open val isRun: Boolean get() = false

    /** Why there is nothing else in an item. */
    open fun error(of: Item): CamsRoiException? = null

    /** The same request for pages of this size. */
    open fun sized(request: Request, size: Int): Request = throw CamsRoiException.InvalidArgument(
        "pageSize is $size, and these pages are of the library's own size",
        CamsRoiException.Details(hint = "Leave pageSize out; limit says after how many it ends."),
    )

    /** A call for the page that [cursor] is of: nothing for the first page. What it reads may have errors of its own. */
    fun page(
        handle: Long,
        request: Request,
        cursor: String?,
        settings: Bytes,
        thrown: Thrown,
    ): Task<ItemsOfPage<Item>> {
        val called = listOfNotNull("all", name, cursor).joinToString(" ")
        return Task(OfPage(thrown), handle, written(called, request, settings))
    }
}

/** What is on a page, and the cursor of the next one: nothing behind the last. */
internal class ItemsOfPage<Item>(val next: String?, val items: List<Item>)
