package io.github.camsroi

import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.CancellationException
import java.util.concurrent.CompletionException
import java.util.stream.Stream

class PagesTest : EmulatedTest() {
    private val everything = ListInstanceRequest()

    /** A client that makes one attempt. */
    private fun client() = emulator.client { maxAttempts = 1 }

    /** A page of channels whose IDs are numbers. */
    private fun page(ids: IntRange, total: Int?) = mapOf(
        "Code" to "OK",
        "RequestId" to "R",
        "TotalCount" to total,
        "Data" to ids.map { mapOf("InstanceId" to "$it") },
    )

    /** Has the requests answered with these, one after the other. */
    private fun answer(vararg bodies: Map<String, Any?>) {
        for (body in bodies) {
            emulator.fault(1, "type" to "respond", "status" to 200, "body" to Emulator.GSON.toJson(body))
        }
    }

    private fun asked(vararg names: String): List<List<String?>> = emulator.log().map { request ->
        names.map { request["parameters"].asJsonObject[it]?.asString }
    }

    private val refused = mapOf("Code" to "Product.Unsubscript", "Message" to "No.")

    /** The IDs that each kind of client gives. */
    private val readers: List<suspend (ListInstanceRequest, PagesOptions) -> List<String>> = listOf(
        { request, options -> client().allInstances(request, options).map { it.instanceId }.toList() },
        { request, options -> client().blocking().allInstances(request, options).map { it.instanceId }.toList() },
        { request, options ->
            buildList { client().async().allInstances(request, options) { add(it.instanceId) }.failing().join() }
        },
    )

    /** The same future; what it fails with is thrown as it is. */
    private fun <T> java.util.concurrent.CompletableFuture<T>.failing() = object {
        fun join(): T = try {
            this@failing.join()
        } catch (failure: CompletionException) {
            throw failure.cause!!
        }
    }

    private fun forEachReader(
        test: suspend (read: suspend (ListInstanceRequest, PagesOptions) -> List<String>) -> Unit,
    ) = suspending {
        for (reader in readers) {
            emulator.reset()
            test(reader)
        }
    }

    @Test
    fun `all pages come in turn`() = forEachReader { read ->
        answer(page(0..1, 5), page(2..3, 5), page(4..4, 5))
        val request = ListInstanceRequest(pageIndex = 7, channelType = "whatsapp")
        assertEquals(listOf("0", "1", "2", "3", "4"), read(request, PagesOptions(pageSize = 2)))
        val pages = listOf("1", "2", "3").map { listOf(it, "2", "whatsapp") }
        assertEquals(pages, asked("PageIndex", "PageSize", "ChannelType"))
    }

    @Test
    fun `a page is as long as the request says, else it has fifty items`() = forEachReader { read ->
        answer(page(0..0, 1), page(0..0, 1))
        read(everything, PagesOptions())
        read(ListInstanceRequest(pageSize = 3), PagesOptions())
        assertEquals(listOf(listOf("1", "50"), listOf("1", "3")), asked("PageIndex", "PageSize"))
    }

    @Test
    fun `a limit fetches no page behind it`() = forEachReader { read ->
        answer(page(0..1, 6), page(2..3, 6), page(4..5, 6))
        assertEquals(listOf("0", "1", "2"), read(everything, PagesOptions(limit = 3)))
        assertEquals(2, emulator.log().size)
        emulator.reset()
        answer(page(0..1, 6), page(2..3, 6))
        assertEquals(listOf("0", "1"), read(everything, PagesOptions(limit = 2)))
        assertEquals(1, emulator.log().size)
    }

    @Test
    fun `an error is thrown`() = forEachReader { read ->
        answer(page(0..1, 4), refused, page(2..3, 4))
        val error = assertThrows<CamsRoiException.NotSubscribed> { read(everything, PagesOptions()) }
        assertEquals("ListInstance", error.operation)
        assertTrue(error.stackTrace.any { it.className.startsWith("io.github.camsroi.PagesTest") })
        assertEquals(2, emulator.log().size)
    }

    @Test
    fun `a page that comes again is an error`() = forEachReader { read ->
        answer(page(0..1, null), page(0..1, null))
        val error = assertThrows<CamsRoiException.UnexpectedResponse> { read(everything, PagesOptions()) }
        assertTrue("page 2 is the same as page 1" in error.message, error.message)
        assertEquals(2, emulator.log().size)
    }

    @Test
    fun `what is wrong with the options is refused before anything is sent`() = forEachReader { read ->
        val wrong = mapOf(
            PagesOptions(pageSize = 0) to "a page of 0 items is asked for",
            PagesOptions(pageSize = -1) to "a page of -1 items is asked for",
            PagesOptions(limit = 0) to "limit is 0",
            PagesOptions(limit = -1) to "limit is -1",
        )
        for ((options, message) in wrong) {
            val error = assertThrows<CamsRoiException.InvalidArgument> { read(everything, options) }
            assertTrue(message in error.message, error.message)
        }
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `a page is fetched when its first item is collected`() = suspending {
        answer(page(0..1, 4), page(2..3, 4))
        val flow = client().allInstances()
        assertEquals(0, emulator.log().size)
        val sent = mutableListOf<Int>()
        flow.onEach { sent += emulator.log().size }.collect()
        assertEquals(listOf(1, 1, 2, 2), sent)
    }

    @Test
    fun `each collection begins with the first page`() = suspending {
        answer(page(0..0, 1), page(0..0, 1))
        val flow = client().allInstances()
        assertEquals(flow.toList(), flow.toList())
        assertEquals(listOf(listOf("1"), listOf("1")), asked("PageIndex"))
    }

    @Test
    fun `whoever leaves a flow sends nothing more`() = suspending {
        answer(page(0..1, 4), page(2..3, 4))
        assertEquals("0", client().allInstances().first().instanceId)
        assertEquals(1, emulator.log().size)
    }

    @Test
    fun `cancelling ends the call for a page`() = suspending {
        emulator.fault(null, "type" to "hang")
        val reading = launch { client().allInstances().collect() }
        emulator.logged { it.size == 1 }
        reading.cancelAndJoin()
        emulator.abandoned()
    }

    @Test
    fun `a stream fetches a page when its first item is read, and none once it is closed`() {
        answer(page(0..1, 4), page(2..3, 4))
        val stream: Stream<Instance> = client().blocking().allInstances(everything)
        assertEquals(0, emulator.log().size)
        val items = stream.iterator()
        assertEquals(listOf("0", "1"), List(2) { items.next().instanceId })
        assertEquals(1, emulator.log().size)
        stream.close()
        assertThrows<CancellationException> { items.next() }
        assertEquals(1, emulator.log().size)
    }

    @Test
    fun `closing a stream ends the call for its page`() {
        emulator.fault(null, "type" to "hang")
        val stream = client().blocking().allInstances(everything)
        val items = stream.iterator()
        var thrown: Throwable? = null
        val reader = Thread { thrown = runCatching { items.next() }.exceptionOrNull() }
        reader.start()
        emulator.logged { it.size == 1 }
        stream.close()
        reader.join()
        assertInstanceOf(CancellationException::class.java, thrown)
        emulator.abandoned()
    }

    @Test
    fun `a future that is cancelled ends the call for its page`() {
        emulator.fault(null, "type" to "hang")
        val listing = client().async().allInstances(everything) { }
        emulator.logged { it.size == 1 }
        assertTrue(listing.cancel(true))
        emulator.abandoned()
    }

    @Test
    fun `what a listener throws ends the listing`() {
        answer(page(0..1, 4), page(2..3, 4))
        val listing = client().async().allInstances(everything) { error("mine") }
        assertEquals("mine", assertThrows<CompletionException> { listing.join() }.cause!!.message)
        assertEquals(1, emulator.log().size)
    }

    @Test
    fun `a page as JSON is asked for by number`() = suspending {
        val client = client()
        val listings: List<Triple<String, String, Flow<String>>> = listOf(
            Triple("ListTemplate", "TemplateCode", client.allTemplates("cams-1").map { it.templateCode }),
            Triple(
                "Data",
                "MessageId",
                client.allMessages(ListChatappMessageRequest("8613", "whatsapp", Page(7, 2), "cams-1"))
                    .map { it.messageId },
            ),
            Triple(
                "Data",
                "MessageId",
                client.allMessages("8613", "whatsapp", "cams-1", options = PagesOptions(pageSize = 2))
                    .map { it.messageId },
            ),
        )
        val sizes = listOf(50, 2, 2)
        for ((listing, size) in listings.zip(sizes)) {
            emulator.reset()
            val (rows, id, items) = listing
            answer(
                mapOf("Code" to "OK", rows to listOf("1", "2").map { mapOf(id to it) }),
                mapOf("Code" to "OK", rows to listOf(mapOf(id to "3"))),
            )
            assertEquals(listOf("1", "2", "3"), items.toList())
            assertEquals(listOf(1, 2).map { listOf("""{"Index":$it,"Size":$size}""") }, asked("Page"))
        }
    }

    @Test
    fun `the same channel is meant on pages of another length`() = suspending {
        answer(mapOf("Code" to "OK", "ListTemplate" to emptyList<Any>()))
        val own = ListChatappTemplateRequest.ownChannel(category = "MARKETING")
        client().allTemplates(own, PagesOptions(pageSize = 2)).toList()
        assertEquals(listOf(listOf(null, "MARKETING")), asked("CustSpaceId", "Category"))
    }

    @Test
    fun `options are equal by what they say`() {
        val options = PagesOptions.builder().pageSize(1).limit(2).maxAttempts(3).build()
        assertEquals(PagesOptions(pageSize = 1, limit = 2, maxAttempts = 3), options)
        assertEquals("PagesOptions(pageSize=1, limit=2, timeout=null, maxAttempts=3)", options.toString())
    }
}
