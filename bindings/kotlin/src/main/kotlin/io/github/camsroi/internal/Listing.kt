package io.github.camsroi.internal

/** An operation that lists items, a page at a time. */
internal abstract class Listing<Request, Answer, Item> : Operation<Request, Answer>() {
    private val ofPage = object : Work<ItemsOfPage<Item>>(number) {
        override fun read(from: Input): ItemsOfPage<Item> {
            val answer = from.postcard()
            return ItemsOfPage(answer.optional { answer.text() }, items(this@Listing.read(answer)))
        }
    }

    /** The items of a page. */
    protected abstract fun items(page: Answer): List<Item>

    /** The same request for pages of this size. */
    abstract fun sized(request: Request, size: Int): Request

    /** A call for the page that [cursor] is of: nothing for the first page. */
    fun page(handle: Long, request: Request, cursor: String?, settings: Bytes): Task<ItemsOfPage<Item>> {
        val called = listOfNotNull("all", name, cursor).joinToString(" ")
        return Task(ofPage, handle, written(called, request, settings))
    }
}

/** What is on a page, and the cursor of the next one: nothing behind the last. */
internal class ItemsOfPage<Item>(val next: String?, val items: List<Item>)
