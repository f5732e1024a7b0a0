package io.github.camsroi

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.onCompletion
import kotlinx.coroutines.flow.toList
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import kotlin.io.path.readLines

class EnableManyTest : EmulatedTest("--channels", "40") {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `every channel is enabled once, from any source`() = suspending {
        val ids = emulator.channels
        val channels = ids.map { Channel(it) }
        val runs: List<(Client) -> Flow<ChannelOutcome>> = listOf(
            { it.enableMany(ids) },
            { it.enableMany(ids + ids) },
            { it.enableMany(channels) },
            { it.enableMany(ids.asFlow()) },
            { it.enableMany(channels.asFlow()) },
        )
        for (run in runs) {
            emulator.control("log", method = "DELETE")
            val outcomes = run(emulator.client()).toList()
            assertEquals(ids.toSet(), outcomes.map { it.custSpaceId }.toSet())
            assertEquals(ids.size, outcomes.size)
            for (outcome in outcomes) {
                assertTrue(outcome.enabled)
                assertNull(outcome.error)
                assertNotNull(outcome.requestId)
                assertEquals(1, outcome.attempts)
                assertFalse(outcome.resumed)
            }
            assertEquals(ids.size, emulator.log().size)
        }
    }

    @Test
    fun `a failure is an outcome, with its error`() = suspending {
        val outcomes = emulator.client().enableMany(listOf(emulator.channels[0], "cams-of-others")).toList()
        val failed = outcomes.single { !it.enabled }
        assertEquals("cams-of-others", failed.custSpaceId)
        assertInstanceOf(CamsRoiException.UnknownResourceOwner::class.java, failed.error)
        assertTrue(failed.error!!.stackTrace.any { it.className.startsWith("io.github.camsroi.EnableManyTest") })
        assertEquals(emulator.channels[0], outcomes.single { it.enabled }.custSpaceId)
    }

    @Test
    fun `ISV codes are those of the channel, else those of the run`() = suspending {
        val channels = listOf(Channel(emulator.channels[0], "its own"), Channel(emulator.channels[1]))
        emulator.client().enableMany(channels, EnableManyOptions(isvCode = emulator.isvCode)).toList()
        val codes = emulator.log().map { it["parameters"].asJsonObject["IsvCode"].asString }
        assertEquals(setOf(emulator.isvCode, "its own"), codes.toSet())
    }

    @Test
    fun `a journal carries over what is done`() = suspending {
        val journal = folder.resolve("channels.journal")
        val progress = mutableListOf<Progress>()
        emulator.client().enableMany(emulator.channels.take(3), EnableManyOptions(journal = journal)).toList()
        assertEquals(3, journal.readLines().size)
        val options = EnableManyOptions(journal = journal, onProgress = progress::add)
        val outcomes = emulator.client().enableMany(emulator.channels.take(5), options).toList()
        assertEquals(3, outcomes.count { it.resumed })
        assertEquals(5, emulator.log().size)
        assertEquals(Progress(done = 5, enabled = 5, failed = 0, resumed = 3, total = 5), progress.last())
        assertEquals(listOf(1, 2, 3, 4, 5), progress.map { it.done })
    }

    @Test
    fun `a journal that cannot be used is said`() = suspending {
        val error = assertThrows<CamsRoiException.Configuration> {
            emulator.client().enableMany(emulator.channels, EnableManyOptions(journal = folder)).toList()
        }
        assertTrue("journal" in error.message)
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `calls under way are as many as is said`() = suspending {
        emulator.fault(null, "type" to "delay", "ms" to 20)
        emulator.client().enableMany(emulator.channels, EnableManyOptions(concurrency = 1)).toList()
        assertEquals(emulator.channels, emulator.log().map { it["parameters"].asJsonObject["CustSpaceId"].asString })
        assertThrows<CamsRoiException.InvalidArgument> {
            emulator.client().enableMany(emulator.channels, EnableManyOptions(concurrency = -1)).toList()
        }
    }

    @Test
    fun `what onProgress throws reaches the user, and ends the run`() = suspending {
        val mine = IllegalStateException("mine")
        val run = emulator.client().enableMany(emulator.channels, EnableManyOptions(onProgress = { throw mine }))
        assertMine(mine, assertThrows<IllegalStateException> { run.toList() })
    }

    @Test
    fun `what the user's channels throw comes after the outcomes of those before it`() = suspending {
        val mine = IllegalStateException("the database is gone")
        val broken = flow {
            emit(emulator.channels[0])
            emit(emulator.channels[1])
            throw mine
        }
        val seen = mutableListOf<String>()
        val thrown = assertThrows<IllegalStateException> {
            emulator.client().enableMany(broken).collect { seen += it.custSpaceId }
        }
        assertMine(mine, thrown)
        assertEquals(emulator.channels.take(2).toSet(), seen.toSet())
    }

    @Test
    fun `a channel that is null is named by its place, before anything is sent`() = suspending {
        // As a list of Java's may be, whatever Kotlin says.
        @Suppress("UNCHECKED_CAST")
        fun <T> broken(vararg elements: Any?) = elements.toList() as List<T>
        val client = emulator.client()
        val ids = assertThrows<CamsRoiException.InvalidArgument> {
            client.enableMany(broken<String>(emulator.channels[0], null)).toList()
        }
        assertEquals("custSpaceIds[1] is null", ids.message)
        val channels = assertThrows<CamsRoiException.InvalidArgument> {
            client.enableMany(broken<Channel>(Channel(emulator.channels[0]), null)).toList()
        }
        assertEquals("channels[1] is null", channels.message)
        assertEquals(0, emulator.log().size)
        val flow = assertThrows<CamsRoiException.InvalidArgument> {
            client.enableMany(broken<String>(emulator.channels[0], null).asFlow()).toList()
        }
        assertEquals("custSpaceIds[1] is null", flow.message)
    }

    @Test
    fun `leaving the flow stops the calls, and the user's own`() = suspending {
        val left = CompletableDeferred<Unit>()
        val endless = flow { generateSequence(0) { it + 1 }.forEach { emit("cams-$it") } }
            .onCompletion { left.complete(Unit) }
        emulator.client().enableMany(endless).first()
        left.await()
    }

    @Test
    fun `nothing happens before the flow is collected, and each collection is a run`() = suspending {
        val run = emulator.client().enableMany(emulator.channels.take(2))
        assertEquals(0, emulator.log().size)
        run.toList()
        run.toList()
        assertEquals(4, emulator.log().size)
    }

    @Test
    fun `a stream for Java reads to its end, and can be left`() {
        val client = emulator.client().blocking()
        client.enableMany(emulator.channels).use { outcomes ->
            assertEquals(40L, outcomes.filter { it.enabled }.count())
        }
        val endless = Iterable { generateSequence(0) { it + 1 }.map { "cams-$it" }.iterator() }
        client.enableMany(endless).use { assertTrue(it.findFirst().isPresent) }
        val error = assertThrows<CamsRoiException.Configuration> {
            client.enableMany(emulator.channels, EnableManyOptions(journal = folder)).use { it.toList() }
        }
        assertEquals("EnableManyTest.kt", error.stackTrace.first { "camsroi" in it.className }.fileName)
    }

    @Test
    fun `a stream that is at its end, or that was thrown out of, lets go of its journal`() {
        val client = emulator.client().blocking()
        val journal = folder.resolve("channels.journal")
        val mine = IllegalStateException("mine")
        val failing = EnableManyOptions(journal = journal, concurrency = 1, onProgress = { throw mine })
        assertSame(mine, assertThrows<IllegalStateException> { client.enableMany(emulator.channels, failing).toList() })
        val options = EnableManyOptions(journal = journal)
        repeat(2) { assertEquals(40L, client.enableMany(emulator.channels, options).filter { it.enabled }.count()) }
    }

    @Test
    fun `a stream whose reader throws lets go of its journal`() {
        val client = emulator.client().blocking()
        val options = EnableManyOptions(journal = folder.resolve("channels.journal"), concurrency = 1)
        val mine = IllegalStateException("mine")
        assertSame(
            mine,
            assertThrows<IllegalStateException> {
                client.enableMany(emulator.channels, options).forEach { throw mine }
            },
        )
        assertEquals(40L, client.enableMany(emulator.channels, options).filter { it.enabled }.count())
    }

    @Test
    fun `an ID with a line end is not sent, and a list is what readChannels reads`() {
        val lines = emulator.channels.map { "$it\n" }
        val outcomes = emulator.client().blocking().enableMany(lines).toList()
        assertTrue(outcomes.all { "readChannels" in it.error!!.hint.orEmpty() })
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `half of a surrogate pair is not sent as another character`() = suspending {
        val broken = "cams-\ud800"
        val error = assertThrows<CamsRoiException.InvalidArgument> {
            emulator.client().enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(broken))
        }
        assertTrue("a character that was lost (U+FFFD) at position 6" in error.message, error.message)
        for ((name, configure) in mapOf<String, ClientConfig.Builder.() -> Unit>(
            "accountId" to { accountId = broken },
            "region" to { region = broken },
            "profile" to { profile = broken },
            "userAgent" to { userAgent = broken },
            "endpoint" to { endpoint = broken },
        )) {
            val refused = assertThrows<CamsRoiException.Configuration> { Client(ClientConfig(configure)) }
            assertTrue(refused.message.startsWith(name), refused.message)
        }
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `what Java's channels and listeners throw ends a run too`() {
        val mine = IllegalStateException("the database is gone")
        val broken = Iterable {
            iterator {
                yield(emulator.channels[0])
                throw mine
            }
        }
        val seen = mutableListOf<String>()
        val thrown = assertThrows<IllegalStateException> {
            emulator.client().blocking().enableMany(broken).use { run -> run.forEach { seen += it.custSpaceId } }
        }
        assertSame(mine, thrown)
        assertEquals(listOf(emulator.channels[0]), seen)
        val listener = assertThrows<java.util.concurrent.CompletionException> {
            emulator.client().async().enableMany(emulator.channels) { throw mine }.join()
        }
        assertSame(mine, listener.cause)
    }

    @Test
    fun `errors of Java's outcomes have the lines of who reads them`() {
        val channels = listOf("cams-of-others")
        val outcomes = emulator.client().blocking().enableMany(channels).use { it.toList() }
        val stack = outcomes.single().error!!.stackTrace
        assertTrue(stack.none { "camsroi.internal" in it.className }, stack.joinToString("\n"))
        assertTrue(stack.any { it.className.startsWith("io.github.camsroi.EnableManyTest") })
    }

    /** Where assertions are on, coroutines throw a copy that shows both stacks. */
    private fun assertMine(mine: Throwable, thrown: Throwable) {
        assertSame(mine, generateSequence(thrown) { it.cause }.last())
    }
}
