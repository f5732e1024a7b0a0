package io.github.camsroi

import kotlinx.coroutines.flow.toList
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.writeText

class ReadChannelsTest : EmulatedTest() {
    @TempDir
    lateinit var folder: Path

    private fun list(text: String): Path = folder.resolve("channels.csv").apply { writeText(text) }

    @Test
    fun `a list is read as people have it, as often as wanted`() {
        val channels = readChannels(list("\uFEFFName;Channel ID;isv_code\r\nOne;cams-1;code\r\n;;\r\nTwo;cams-2;\r\n"))
        val expected = listOf(Channel("cams-1", "code"), Channel("cams-2"))
        assertEquals(expected, channels.toList())
        assertEquals(expected, channels.asSequence().toList())
        assertEquals(expected, channels.stream().use { it.toList() })
    }

    @Test
    fun `what reads a list enables its channels`() = suspending {
        val channels = readChannels(list("cust_space_id\n" + emulator.channels.joinToString("\n")))
        val outcomes = emulator.client().enableMany(channels).toList()
        assertEquals(emulator.channels.toSet(), outcomes.filter { it.enabled }.map { it.custSpaceId }.toSet())
        val again = emulator.client().blocking().enableManyChannels(channels).use { it.toList() }
        assertEquals(emulator.channels.size, again.size)
    }

    @Test
    fun `a file that is not there is said at once, and a line that is wrong when it is reached`() {
        val missing = assertThrows<CamsRoiException.Configuration> { readChannels(folder.resolve("none.csv")) }
        assertTrue("none.csv" in missing.message, missing.message)
        val channels = readChannels(list("id,name\ncams-1,one\n2.93E+10,two\n")).iterator()
        val wrong = assertThrows<CamsRoiException.InvalidArgument> { while (channels.hasNext()) channels.next() }
        assertTrue("channels.csv" in wrong.message && "3" in wrong.message, wrong.message)
        assertEquals("ReadChannelsTest.kt", wrong.stackTrace.first { "camsroi.Read" in it.className }.fileName)
    }

    @Test
    fun `a list that is left is closed`() {
        val path = list((1..100_000).joinToString("\n") { "cams-$it" })

        fun opened() = Path.of("/proc/self/fd").listDirectoryEntries()
            .count { runCatching { Files.readSymbolicLink(it) == path }.getOrDefault(false) }
        readChannels(path).use { channels ->
            assertEquals("cams-1", channels.first().custSpaceId)
            assertEquals(1, opened())
        }
        assertEquals(0, opened())
        readChannels(path).stream().use { assertEquals("cams-1", it.findFirst().get().custSpaceId) }
        assertEquals(0, opened())
        assertEquals(100_000, readChannels(path).count())
        assertEquals(0, opened())
    }
}
