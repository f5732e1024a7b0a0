package io.github.camsroi

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.CancellationException

class CollectMetricsTest : CollectedTest() {
    @TempDir
    lateinit var folder: Path

    /** What each kind of client gives. */
    private val readers: List<suspend (CollectMetricsRequest, PagesOptions) -> List<CollectedMetrics>> = listOf(
        { request, options -> client().collectMetrics(request, options).toList() },
        { request, options -> client().blocking().collectMetrics(request, options).toList() },
        { request, options -> buildList { client().async().collectMetrics(request, options) { add(it) }.answer() } },
    )

    private fun forEachReader(
        test: suspend (read: suspend (CollectMetricsRequest, PagesOptions) -> List<CollectedMetrics>) -> Unit,
    ) = suspending {
        for (reader in readers) {
            emulator.reset()
            arrange()
            test(reader)
        }
    }

    private fun of(result: CollectedMetrics) = "${result.custSpaceId} ${result.templateCode} ${result.language}"

    @Test
    fun `every channel is found and asked for`() = forEachReader { read ->
        val results = read(CollectMetricsRequest(days = "3d", timeZone = "UTC"), PagesOptions())
        val parts = listOf("null null", "744 de", "744 en")
        assertEquals(all.flatMap { id -> parts.map { "$id $it" } }.toSet(), results.map(::of).toSet())
        val (start, end) = FullDays.of("3d")
        assertTrue(results.all { it.error == null && it.start == start && it.end == end })
        val numbers = results.single { it.custSpaceId == "cams-1" && it.templateCode == null }
        assertEquals(3, numbers.rows.size)
        assertTrue(numbers.rows.all { it.phoneNumber == "99900000001" && it.clicks.isEmpty() })
        val progress = results.last().progress
        assertEquals(
            CollectProgress(channels = 4, done = 12, total = 12, isComplete = true, skipped = 0, failed = 0),
            progress,
        )
    }

    @Test
    fun `what is given is asked for alone`() = suspending {
        val results = client().collectMetrics(
            channels = listOf("cams-1"),
            targets = listOf(
                MetricsTarget("cams-2", templateCode = "7", language = "en"),
                MetricsTarget("cams-3", isvCode = "isv-3"),
            ),
            start = Instant.parse("2026-03-01T00:00:00Z"),
            end = Instant.parse("2026-03-05T00:00:00Z"),
            templates = false,
            daysPerQuery = 2,
        ).toList()
        val asked = results.map { "${it.custSpaceId} ${it.templateCode} ${it.start.toString().take(10)}" }
        val parts = listOf("cams-1 null", "cams-2 7").flatMap { listOf("$it 2026-03-01", "$it 2026-03-03") }
        // The ISV code is not the account's, so that the phone numbers of that channel cannot be found.
        assertEquals(parts + "cams-3 null 2026-03-01", asked.sorted())
        assertEquals(setOf(null, "isv-3"), asked("IsvCode").toSet())
    }

    @Test
    fun `channels come with ISV codes, and from files`() = suspending {
        val file = folder.resolve("channels.csv")
        Files.writeString(file, "cust_space_id,isv_code\ncams-1,\ncams-3,isv-3\n")
        for (given in listOf(listOf(Channel("cams-1"), Channel("cams-3", "isv-3")), readChannels(file))) {
            emulator.control("log", method = "DELETE")
            client().collectMetrics(given, days = "yesterday", templates = false).collect()
            val codes = asked("CustSpaceId").zip(asked("IsvCode")).toSet()
            assertEquals(setOf("cams-1" to null, "cams-3" to "isv-3"), codes)
        }
    }

    @Test
    fun `a denied channel has an error, and the others go on`() = forEachReader { read ->
        val denied = arrayOf("type" to "error", "status" to 403, "code" to "Ram.PermissionDeny", "message" to "No.")
        emulator.faultOf(mapOf("cust_space_id" to "cams-2"), null, *denied)
        val results = read(CollectMetricsRequest(channels, days = "yesterday"), PagesOptions())
        val failed = results.filter { it.error != null }
        assertEquals(setOf("cams-2"), failed.map { it.custSpaceId }.toSet())
        assertEquals(6, results.size - failed.size)
        val error = assertInstanceOf(CamsRoiException.PermissionDenied::class.java, failed.first().error)
        assertEquals(listOf("Ram.PermissionDeny", 403, 1), listOf(error.code, error.httpStatus, error.attempts))
        assertEquals(listOf("cams-2", "No."), listOf(error.custSpaceId, error.message))
        assertFalse(error.retryable)
        assertNotNull(error.hint)
        assertNotNull(error.requestId)
        assertTrue("Ram.PermissionDeny" in error.toString(), error.toString())
        assertFalse("camsroi.internal" in error.stackTrace.first().className)
        assertEquals(failed.size.toLong(), results.last().progress.failed)
    }

    @Test
    fun `an error of the whole account ends it`() = forEachReader { read ->
        emulator.changeAccount("subscribed" to false)
        assertThrows<CamsRoiException.NotSubscribed> { read(CollectMetricsRequest(days = "yesterday"), PagesOptions()) }
    }

    @Test
    fun `what times out says so in its result`() = suspending {
        hang("cams-2")
        val client = emulator.client {
            maxAttempts = 1
            attemptTimeout = kotlin.time.Duration.parse("50ms")
        }
        val results = client.collectMetrics(listOf("cams-2"), days = "yesterday", templates = false).toList()
        val error = assertInstanceOf(CamsRoiException.RequestTimeout::class.java, results.single().error)
        assertEquals(TimeoutPhase.ATTEMPT, error.timeoutPhase)
        assertTrue(error.retryable)
    }

    @Test
    fun `a second run with the same journal asks nothing twice`() = forEachReader { read ->
        val journal = folder.resolve("${System.nanoTime()}.journal").toString()
        val first = CollectMetricsRequest(channels.take(2), days = "2026-03-01", journal = journal)
        assertEquals(6, read(first, PagesOptions()).size)
        emulator.control("log", method = "DELETE")
        val second = CollectMetricsRequest(channels, days = "2026-03-01", journal = journal)
        val results = read(second, PagesOptions())
        assertEquals(setOf("cams-3"), results.map { it.custSpaceId }.toSet())
        assertEquals(6L, results.last().progress.skipped)
        val queries = emulator.log().filter { it["action"].asString.endsWith("Metric") }
        val queried = queries.map { it["parameters"].asJsonObject["CustSpaceId"].asString }
        assertEquals(setOf("cams-3"), queried.toSet())
    }

    /** Ways to take four results and leave behind them; the fourth is not taken, for no next one is asked for. */
    private val leaving: List<suspend (CollectMetricsRequest) -> List<CollectedMetrics>> = listOf(
        { request -> client().collectMetrics(request).take(4).toList() },
        { request ->
            client().blocking().collectMetrics(request).use { stream ->
                val results = stream.iterator()
                List(4) { results.next() }
            }
        },
        { request ->
            buildList {
                val thrown = IllegalStateException("enough")
                val leave = { result: CollectedMetrics -> if (!(add(result) && size < 4)) throw thrown }
                val collecting = client().async().collectMetrics(request) { leave(it) }
                assertThrows<IllegalStateException> { collecting.answer() }
            }
        },
    )

    @Test
    fun `what was taken before the run was left is done`() = suspending {
        for ((number, leave) in leaving.withIndex()) {
            val journal = folder.resolve("$number.journal").toString()
            val request = CollectMetricsRequest(channels, days = "2026-03-01", journal = journal)
            val first = leave(request).map(::of)
            val second = client().collectMetrics(request).toList().map(::of)
            assertEquals(listOf(first[3]), first.filter { it in second })
            assertEquals(6, second.size)
            assertEquals(emptyList<CollectedMetrics>(), client().collectMetrics(request).toList())
        }
    }

    @Test
    fun `a limit ends the calls`() = forEachReader { read ->
        hang("cams-2")
        val request = CollectMetricsRequest(channels, days = "yesterday")
        assertEquals(2, read(request, PagesOptions(limit = 2)).size)
        endsForGood()
    }

    @Test
    fun `wrong days and options are refused before anything is sent`() = forEachReader { read ->
        val wrong = mapOf(
            (CollectMetricsRequest(days = "soon") to PagesOptions()) to "days is \"soon\"",
            (CollectMetricsRequest(days = "7d", timeZone = "+8") to PagesOptions()) to "the time zone \"+8\"",
            (CollectMetricsRequest(days = "7d") to PagesOptions(limit = 0)) to "limit is 0",
            (CollectMetricsRequest(days = "7d") to PagesOptions(pageSize = 2)) to "pageSize is 2",
        )
        for ((asked, message) in wrong) {
            val error = assertThrows<CamsRoiException.InvalidArgument> { read(asked.first, asked.second) }
            assertTrue(message in error.message, error.message)
        }
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `leaving the flow ends the calls`() = suspending {
        hang("cams-2")
        client().collectMetrics(channels, days = "yesterday").first()
        endsForGood()
        client().collectMetrics(channels, days = "yesterday").take(2).toList()
        endsForGood()
        val mine = IllegalStateException("mine")
        assertThrows<IllegalStateException> { client().collectMetrics(channels, days = "7d").collect { throw mine } }
        endsForGood()
    }

    @Test
    fun `cancelling ends the calls, whether or not there was a result`() = suspending {
        hang("cams-2")
        for (given in listOf(listOf("cams-2"), channels)) {
            emulator.control("log", method = "DELETE")
            val results = client().collectMetrics(given, days = "yesterday", templates = false)
            // Begun on this thread, which waits for the requests without suspending.
            val reading = launch(start = CoroutineStart.UNDISPATCHED) { results.collect() }
            emulator.logged { log -> log.size == 2 * given.size - 1 && log.count { it["outcome"].isJsonNull } == 1 }
            reading.cancelAndJoin()
            endsForGood()
        }
    }

    @Test
    fun `closing a stream ends the calls`() {
        hang("cams-2")
        val request = CollectMetricsRequest(channels, days = "yesterday")
        client().blocking().collectMetrics(request).use { assertTrue(it.findFirst().isPresent) }
        endsForGood()
        val mine = IllegalStateException("mine")
        assertThrows<IllegalStateException> { client().blocking().collectMetrics(request).forEach { throw mine } }
        endsForGood()
    }

    private fun journalled(name: String) = CollectMetricsRequest(
        channels,
        days = "yesterday",
        templates = false,
        journal = folder.resolve(name).toString(),
    )

    @Test
    fun `a stream that is read to its end lets go of its journal, though nobody closes it`() {
        val client = client().blocking()
        val stream = client.collectMetrics(journalled("read"))
        assertEquals(3, stream.count())
        assertEquals(0, client.collectMetrics(journalled("read")).count())
    }

    @Test
    fun `a parallel stream takes nothing in advance`() {
        val client = client().blocking()
        val stream = client.collectMetrics(journalled("parallel")).parallel()
        assertThrows<IllegalStateException> { stream.forEach { error("mine") } }
        assertEquals(3, client.collectMetrics(journalled("parallel")).count())
    }

    @Test
    fun `a stream that its reader threw out of ends and lets go of its journal, though nobody closes it`() {
        hang("cams-2")
        val client = client().blocking()
        val mine = IllegalStateException("mine")
        val stream = client.collectMetrics(journalled("thrown"))
        assertEquals(mine, assertThrows<IllegalStateException> { stream.forEach { throw mine } })
        endsForGood()
        emulator.control("faults", method = "DELETE")
        assertEquals(3, client.collectMetrics(journalled("thrown")).count())
    }

    @Test
    fun `a stream that is forgotten ends and lets go of its journal`() {
        hang("cams-2")
        val client = client().blocking()

        fun forget() = assertNotNull(client.collectMetrics(journalled("forgotten")).iterator().next())
        forget()
        // What nobody has any more is given up when the next is made.
        while (emulator.log().any { it["outcome"].isJsonNull }) {
            System.gc()
            client().close()
        }
        endsForGood()
        emulator.control("faults", method = "DELETE")
        assertEquals(3, client.collectMetrics(journalled("forgotten")).count())
    }

    @Test
    fun `closing a stream ends the calls of who waits for a result`() {
        hang("cams-2")
        for (given in listOf(listOf("cams-2"), channels)) {
            emulator.control("log", method = "DELETE")
            val request = CollectMetricsRequest(given, days = "yesterday", templates = false)
            val stream = client().blocking().collectMetrics(request)
            val thrown = arrayOfNulls<Throwable>(1)
            val reader = Thread { thrown[0] = runCatching { stream.forEach { } }.exceptionOrNull() }
            reader.start()
            emulator.logged { log -> log.size == 2 * given.size - 1 && log.count { it["outcome"].isJsonNull } == 1 }
            stream.close()
            reader.join()
            assertInstanceOf(CancellationException::class.java, thrown[0])
            endsForGood()
        }
    }

    @Test
    fun `interrupting a thread ends the calls`() {
        hang("cams-2")
        val request = CollectMetricsRequest(channels, days = "yesterday", templates = false)
        val reader = Thread { runCatching { client().blocking().collectMetrics(request).forEach { } } }
        reader.start()
        emulator.logged { log -> log.size == 2 * channels.size - 1 && log.count { it["outcome"].isJsonNull } == 1 }
        reader.interrupt()
        reader.join()
        endsForGood()
    }

    @Test
    fun `a future that is cancelled ends the calls`() {
        hang("cams-2")
        for (given in listOf(listOf("cams-2"), channels)) {
            emulator.control("log", method = "DELETE")
            val request = CollectMetricsRequest(given, days = "yesterday", templates = false)
            val collecting = client().async().collectMetrics(request) { }
            emulator.logged { log -> log.size == 2 * given.size - 1 && log.count { it["outcome"].isJsonNull } == 1 }
            assertTrue(collecting.cancel(true))
            endsForGood()
        }
    }

    @Test
    fun `a client that is closed ends its runs`() {
        hang("cams-2")
        val client = client()
        val request = CollectMetricsRequest(channels, days = "yesterday")
        val results = client.blocking().collectMetrics(request).iterator()
        results.next()
        client.close()
        endsForGood()
        assertThrows<CamsRoiException.InvalidArgument> { while (results.hasNext()) results.next() }
    }

    @Test
    fun `each collection is a run`() = suspending {
        val flow = client().collectMetrics(listOf("cams-1"), days = "yesterday", templates = false)
        assertEquals(0, emulator.log().size)
        assertEquals(flow.toList(), flow.toList())
        assertEquals(2, emulator.log().count { it["action"].asString == "GetChatappPhoneNumberMetric" })
    }
}
