package io.github.camsroi

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.joinAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import kotlin.time.Duration.Companion.milliseconds

class CancelTest : EmulatedTest() {
    @Test
    fun `cancelling a coroutine ends the request on the wire`() = suspending {
        emulator.fault(null, "type" to "hang")
        val call = async { emulator.client().enableWhatsappRoiMetric(aChannel) }
        emulator.logged { it.size == 1 }
        call.cancelAndJoin()
        assertTrue(call.isCancelled)
        emulator.abandoned()
    }

    @Test
    fun `withTimeout ends it too`() = suspending {
        emulator.fault(null, "type" to "hang")
        assertThrows<TimeoutCancellationException> {
            withTimeout(300.milliseconds) { emulator.client().enableWhatsappRoiMetric(aChannel) }
        }
        emulator.abandoned()
    }

    @Test
    fun `a coroutine that is cancelled already sends nothing`() = suspending {
        val call = async(start = CoroutineStart.LAZY) { emulator.client().enableWhatsappRoiMetric(aChannel) }
        call.cancel()
        assertThrows<CancellationException> { call.await() }
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `one scope ends many calls`() = suspending {
        emulator.fault(null, "type" to "hang")
        val client = emulator.client()
        val calls = List(8) { launch { client.enableWhatsappRoiMetric(aChannel) } }
        emulator.logged { it.size == calls.size }
        calls.forEach { it.cancel() }
        calls.joinAll()
        emulator.abandoned(calls.size)
    }

    @Test
    fun `a sibling's failure ends the request, as everywhere`() = suspending {
        emulator.fault(null, "type" to "hang")
        assertThrows<IllegalStateException> {
            coroutineScope {
                launch { emulator.client().enableWhatsappRoiMetric(aChannel) }
                emulator.logged { it.size == 1 }
                error("the sibling failed")
            }
        }
        emulator.abandoned()
    }

    @Test
    fun `a deadline ends the request too`() = suspending {
        emulator.fault(null, "type" to "hang")
        assertThrows<CamsRoiException.RequestTimeout> {
            emulator.client().enableWhatsappRoiMetric(aChannel, CallOptions(timeout = 50.milliseconds))
        }
        emulator.abandoned()
    }

    @Test
    fun `cancelling ends the calls of enableMany`() = suspending {
        emulator.fault(null, "type" to "hang")
        val run = launch { emulator.client().enableMany(emulator.channels).collect() }
        emulator.logged { it.size == emulator.channels.size }
        run.cancelAndJoin()
        emulator.abandoned(emulator.channels.size)
    }

    @Test
    fun `a future that is cancelled ends the request`() {
        emulator.fault(null, "type" to "hang")
        val call = emulator.client().async().enableWhatsappRoiMetric(aChannel)
        emulator.logged { it.size == 1 }
        assertTrue(call.cancel(true))
        emulator.abandoned()
    }

    @Test
    fun `interrupting a thread ends its request, and it stays interrupted`() {
        emulator.fault(null, "type" to "hang")
        val client = emulator.client().blocking()
        var thrown: Throwable? = null
        var interrupted = false
        val thread = Thread {
            thrown = runCatching { client.enableWhatsappRoiMetric(aChannel) }.exceptionOrNull()
            interrupted = Thread.currentThread().isInterrupted
        }
        thread.start()
        emulator.logged { it.size == 1 }
        thread.interrupt()
        thread.join()
        assertInstanceOf(CancellationException::class.java, thrown)
        assertInstanceOf(InterruptedException::class.java, thrown!!.cause)
        assertTrue(interrupted)
        emulator.abandoned()
    }

    @Test
    fun `a thread that is interrupted already sends nothing`() {
        Thread.currentThread().interrupt()
        val thrown = runCatching { emulator.client().blocking().enableWhatsappRoiMetric(aChannel) }.exceptionOrNull()
        assertTrue(Thread.interrupted())
        assertInstanceOf(CancellationException::class.java, thrown)
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `a future that somebody else completes ends the request`() {
        emulator.fault(null, "type" to "hang")
        val call = emulator.client().async().enableWhatsappRoiMetric(aChannel)
        emulator.logged { it.size == 1 }
        assertTrue(call.completeExceptionally(IllegalStateException("no longer of interest")))
        emulator.abandoned()
    }

    @Test
    fun `a future of many channels that is cancelled ends their calls`() {
        emulator.fault(null, "type" to "hang")
        val run = emulator.client().async().enableMany(emulator.channels) { }
        emulator.logged { it.size == emulator.channels.size }
        assertTrue(run.cancel(true))
        emulator.abandoned(emulator.channels.size)
    }

    @Test
    fun `closing a stream ends its calls`() {
        emulator.fault(null, "type" to "hang")
        val outcomes = emulator.client().blocking().enableMany(emulator.channels)
        val reader = Thread { runCatching { outcomes.iterator().next() } }
        reader.start()
        emulator.logged { it.size == emulator.channels.size }
        outcomes.close()
        emulator.abandoned(emulator.channels.size)
        reader.join()
        assertFalse(reader.isAlive)
    }
}
