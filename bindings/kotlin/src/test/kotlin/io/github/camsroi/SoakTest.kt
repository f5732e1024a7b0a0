package io.github.camsroi

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicInteger
import kotlin.io.path.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readLines

/** Many calls leave nothing behind. */
class SoakTest : EmulatedTest() {
    private class Use(val rssMiB: Int, val threads: Int, val descriptors: Int) {
        override fun toString() = "$rssMiB MiB, $threads threads, $descriptors descriptors"
    }

    private fun use(): Use {
        repeat(3) { System.gc() }
        val status = Path("/proc/self/status").readLines().associate {
            it.substringBefore(':') to it.substringAfter(':')
        }

        fun number(name: String) = status.getValue(name).trim().substringBefore(' ').toInt()
        return Use(number("VmRSS") / 1024, number("Threads"), Path.of("/proc/self/fd").listDirectoryEntries().size)
    }

    /** Makes calls, some at a time. */
    private fun make(calls: Int, call: suspend () -> Unit) = runBlocking(Dispatchers.Default) {
        val left = AtomicInteger(calls)
        repeat(IN_FLIGHT) { launch { while (left.getAndDecrement() > 0) call() } }
    }

    private fun grows(what: String, calls: Int, call: suspend () -> Unit) {
        // What is made once: connections, compiled code, and heaps, which take their time to find their size.
        make(calls, call)
        val before = use()
        make(calls, call)
        val after = settled(before.descriptors)
        println("$calls $what: $before before, $after after")
        assertTrue(after.rssMiB - before.rssMiB <= SLACK_MIB, "memory grows")
        assertTrue(after.threads <= before.threads + SLACK_THREADS, "threads grow")
        assertTrue(after.descriptors <= before.descriptors, "descriptors grow")
    }

    /** What is used once the sockets that are being closed are closed: that goes on after a client has gone. */
    private fun settled(descriptors: Int): Use {
        val until = System.nanoTime() + SETTLING_NANOS
        var now = use()
        while (now.descriptors > descriptors && System.nanoTime() < until) {
            Thread.sleep(POLL_MS)
            now = use()
        }
        return now
    }

    @Test
    fun `calls leave nothing behind`() {
        emulator.client().use { client -> grows("calls", CALLS) { client.enableWhatsappRoiMetric(aChannel) } }
    }

    @Test
    fun `cancelled calls leave nothing behind`() {
        emulator.fault(null, "type" to "hang")
        emulator.client().use { client ->
            grows("cancelled calls", CALLS / 10) {
                coroutineScope {
                    val call = launch { client.enableWhatsappRoiMetric(aChannel) }
                    yield()
                    call.cancelAndJoin()
                }
            }
        }
    }

    @Test
    fun `clients leave nothing behind`() {
        grows("clients", CALLS / 10) {
            emulator.client { logger = Logger { } }.use { it.enableWhatsappRoiMetric(aChannel) }
        }
    }

    private companion object {
        /** 10,000 in a longer run (`-Dsoak.calls=10000`); a tenth as many are cancelled. */
        val CALLS = System.getProperty("soak.calls").toInt()
        const val IN_FLIGHT = 32

        /** The longest that closing may take. */
        const val SETTLING_NANOS = 10_000_000_000

        const val POLL_MS = 20L

        /** What the allocators of two languages may keep: they grow by steps, however long the run is. */
        const val SLACK_MIB = 24

        /** Coroutines' own pools begin and end threads as they see fit. */
        const val SLACK_THREADS = 2
    }
}
