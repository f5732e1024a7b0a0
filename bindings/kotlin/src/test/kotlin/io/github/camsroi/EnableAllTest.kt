package io.github.camsroi

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

class EnableAllTest : CollectedTest() {
    @TempDir
    lateinit var folder: Path

    private class Enabled(val total: Int, val channels: List<FoundChannel>, val outcomes: List<ChannelOutcome>)

    /** What each kind of client does. */
    private val enablers: List<suspend (FindChannelsRequest, EnableManyOptions, (FoundChannel) -> Boolean) -> Enabled> =
        listOf(
            { request, options, where ->
                val run = client().enableAll(request.name, request.state, request.region, options) { where(it) }
                Enabled(run.total, run.channels, run.outcomes.toList())
            },
            { request, options, where ->
                val run = client().blocking().enableAll(request, options, where)
                Enabled(run.total, run.channels, run.outcomes().use { it.toList() })
            },
            { request, options, where ->
                val run = client().async().enableAll(request, options, where).answer()
                Enabled(run.total, run.channels, buildList { run.outcomes { add(it) }.answer() })
            },
        )

    private fun forEachEnabler(
        test: suspend (
            enable: suspend (FindChannelsRequest, EnableManyOptions, (FoundChannel) -> Boolean) -> Enabled,
        ) -> Unit,
    ) = suspending {
        for (enabler in enablers) {
            emulator.reset()
            arrange()
            test(enabler)
        }
    }

    private val everything = FindChannelsRequest()
    private val wanted: (FoundChannel) -> Boolean = { true }

    private fun enabled(): List<String?> =
        emulator.log().filter { it["action"].asString == "EnableWhatsappROIMetric" }
            .map { it["parameters"].asJsonObject["CustSpaceId"].asString }

    /** Has the listing answered with channels, each with a state and a region. */
    private fun list(vararg channels: Triple<String, String, String>) {
        val data = channels.map { (id, state, region) ->
            mapOf(
                "InstanceId" to id,
                "InstanceName" to "Shop $id",
                "ChannelType" to "whatsapp",
                "State" to state,
                "ResourceRegionId" to region,
            )
        }
        val body = Emulator.GSON.toJson(mapOf("Code" to "OK", "TotalCount" to data.size, "Data" to data))
        emulator.control("faults", method = "DELETE")
        emulator.faultOf(mapOf("action" to "ListInstance"), null, "type" to "respond", "status" to 200, "body" to body)
    }

    @Test
    fun `all channels are found and enabled, and their number is told`() = forEachEnabler { enable ->
        val totals = mutableSetOf<Int?>()
        val run = enable(everything, EnableManyOptions(onProgress = { totals += it.total }), wanted)
        assertEquals(all.size, run.total)
        assertEquals(all.toSet(), run.channels.map { it.custSpaceId }.toSet())
        assertEquals(all.toSet(), run.outcomes.filter { it.enabled }.map { it.custSpaceId }.toSet())
        assertEquals(setOf<Int?>(all.size), totals)
        assertEquals(all.sorted(), enabled().sortedBy { it })
    }

    @Test
    fun `channels are chosen by name, state, region, and by what the caller says`() = forEachEnabler { enable ->
        val found = arrayOf(
            Triple("cams-1", "published", "cn-hongkong"),
            Triple("cams-2", "draft", "cn-hongkong"),
            Triple("cams-3", "published", "ap-southeast-1"),
        )
        val choices = listOf<Triple<FindChannelsRequest, (FoundChannel) -> Boolean, List<String>>>(
            Triple(FindChannelsRequest(name = "CAMS-2"), wanted, listOf("cams-2")),
            Triple(FindChannelsRequest(state = "Published"), wanted, listOf("cams-1", "cams-3")),
            Triple(FindChannelsRequest(region = "cn-hongkong"), wanted, listOf("cams-1", "cams-2")),
            Triple(FindChannelsRequest(state = "published"), { it.region != "cn-hongkong" }, listOf("cams-3")),
            Triple(everything, { it.name == "none" }, emptyList()),
        )
        for ((request, where, expected) in choices) {
            emulator.control("log", method = "DELETE")
            list(*found)
            val run = enable(request, EnableManyOptions(), where)
            assertEquals(expected.size, run.total)
            assertEquals(expected, run.outcomes.map { it.custSpaceId }.sorted())
            assertEquals(expected, enabled().sortedBy { it })
        }
    }

    @Test
    fun `a channel that is listed twice is enabled once`() = forEachEnabler { enable ->
        list(Triple("cams-1", "", ""), Triple("cams-1", "", ""))
        assertEquals(1, enable(everything, EnableManyOptions(), wanted).total)
        assertEquals(listOf("cams-1"), enabled())
    }

    @Test
    fun `where the caller's choice throws, nothing is enabled`() = forEachEnabler { enable ->
        val mine = IllegalStateException("mine")
        val thrown = assertThrows<IllegalStateException> {
            enable(everything, EnableManyOptions()) { if (it.custSpaceId == "cams-2") throw mine else true }
        }
        // Where assertions are on, coroutines throw a copy that shows both stacks.
        assertSame(mine, generateSequence<Throwable>(thrown) { it.cause }.last())
        assertEquals(emptyList<String>(), enabled())
    }

    @Test
    fun `where channels cannot be listed, it is thrown`() = forEachEnabler { enable ->
        emulator.changeAccount("subscribed" to false)
        assertThrows<CamsRoiException.NotSubscribed> { enable(everything, EnableManyOptions(), wanted) }
        assertEquals(1, emulator.log().size)
    }

    @Test
    fun `a journal carries over what is done`() = forEachEnabler { enable ->
        val options = EnableManyOptions(journal = folder.resolve("${System.nanoTime()}.journal"))
        enable(FindChannelsRequest(name = "cams-1"), options, wanted)
        val again = enable(everything, options, wanted)
        assertEquals(listOf("cams-1"), again.outcomes.filter { it.resumed }.map { it.custSpaceId })
        assertEquals(all.sorted(), enabled().sortedBy { it })
    }

    @Test
    fun `nothing is enabled before outcomes are asked for`() = suspending {
        val (suspending, blocking) = client().enableAll() to client().blocking().enableAll()
        val async = client().async().enableAll().answer()
        assertEquals(listOf(4, 4, 4), listOf(suspending.total, blocking.total, async.total))
        assertEquals(emptyList<String>(), enabled())
    }

    @Test
    fun `cancelling ends the call that finds channels`() = suspending {
        emulator.faultOf(mapOf("action" to "ListInstance"), null, "type" to "hang")
        // Begun on this thread, which waits for the request without suspending.
        val finding = launch(start = CoroutineStart.UNDISPATCHED) { client().enableAll() }
        emulator.logged { it.size == 1 }
        finding.cancelAndJoin()
        emulator.abandoned()
        val future = client().async().enableAll()
        emulator.logged { it.size == 2 }
        assertTrue(future.cancel(true))
        emulator.abandoned(2)
    }
}
