package io.github.camsroi

import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Instant
import java.util.concurrent.BlockingQueue
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.atomic.AtomicInteger
import java.util.logging.Handler
import java.util.logging.LogRecord as JulRecord
import java.util.logging.Logger as JulLogger

/** What a client tells of its calls and runs. */
class EventsTest : EmulatedTest() {
    private val events: BlockingQueue<ClientEvent> = LinkedBlockingQueue()

    /** The events up to the one of this name. */
    private fun until(name: String): List<ClientEvent> =
        generateSequence { events.take() }.let { all ->
            val told = mutableListOf<ClientEvent>()
            for (event in all) {
                told += event
                if (event.name == name) break
            }
            told
        }

    private fun told(configure: ClientConfig.Builder.() -> Unit = {}) = emulator.client {
        onEvent = EventListener { events += it }
        configure()
    }

    @Test
    fun `a call is told from its start over each attempt to its end`() = suspending {
        emulator.fault(1, "type" to "throttle", "retry_after_ms" to 1)
        val result = told { maxAttempts = 2 }.enableWhatsappRoiMetric(aChannel)
        val all = until("call.end")
        assertEquals(listOf("call.start", "call.attempt", "call.attempt", "call.end"), all.map { it.name })
        val (start, refused, answered, end) = all
        for (event in all) {
            assertEquals(start.callId, event.callId)
            assertEquals("EnableWhatsappROIMetric", event.operation)
            assertEquals(emulator.channels[0], event.custSpaceId)
            assertNull(event.runId)
        }
        assertEquals("cams/EnableWhatsappROIMetric", start.attributes["rpc.method"])
        assertEquals(emulator.url, start.attributes.run { "http://${get("server.address")}:${get("server.port")}" })
        assertEquals(true, refused.attributes["cams.throttled"])
        assertEquals("ThrottledError", refused.attributes["error.type"])
        assertEquals(200L, answered.attributes["http.response.status_code"])
        assertEquals(result.requestId, answered.attributes["cams.request_id"])
        assertTrue(answered.attributes["cams.latency"] is Double)
        assertEquals(2L, end.attributes["cams.attempts"])
        assertFalse("error.type" in end.attributes)
        assertTrue(start.time <= end.time && end.time <= Instant.now())
        assertFalse(emulator.credentials.accessKeySecret in all.toString())
    }

    @Test
    fun `a call that fails, or is cancelled, ends with the reason`() = suspending {
        val client = told()
        emulator.fault(1, "type" to "error", "status" to 400, "code" to "Product.Unsubscript", "message" to "no")
        assertThrows<CamsRoiException.NotSubscribed> { client.enableWhatsappRoiMetric(aChannel) }
        assertEquals("NotSubscribedError", until("call.end").last().attributes["error.type"])
        emulator.fault(null, "type" to "hang")
        val call = launch { client.enableWhatsappRoiMetric(aChannel) }
        emulator.logged { it.size == 2 }
        call.cancelAndJoin()
        assertEquals("cancelled", until("call.end").last().attributes["error.type"])
    }

    @Test
    fun `a run is told with its sums`() = suspending {
        told().enableMany(listOf(emulator.channels[0], "cams-foreign")).toList()
        val all = until("run.end")
        assertEquals("run.start", all.first().name)
        assertEquals(1, all.map { it.runId }.toSet().size)
        assertEquals(1L, all.last().attributes["cams.channels.enabled"])
        assertEquals(1L, all.last().attributes["cams.channels.failed"])
    }

    @Test
    fun `a listener that throws is logged once, and changes no call`() = suspending {
        val logged = CopyOnWriteArrayList<JulRecord>()
        val handler = object : Handler() {
            override fun publish(record: JulRecord) = logged.add(record).let { }

            override fun flush() = Unit

            override fun close() = Unit
        }
        val own = JulLogger.getLogger("io.github.camsroi")
        own.addHandler(handler)
        own.useParentHandlers = false
        val asked = AtomicInteger()
        try {
            val client = emulator.client {
                onEvent = object : EventListener {
                    override fun onEvent(event: ClientEvent) {
                        events += event
                        error("no room")
                    }

                    override fun traceparent(): String = error("no trace ${asked.incrementAndGet()}")
                }
            }
            client.enableWhatsappRoiMetric(aChannel)
            client.async().enableWhatsappRoiMetric(aChannel).join()
            client.blocking().enableWhatsappRoiMetric(aChannel)
            repeat(3) { until("call.end") }
        } finally {
            own.removeHandler(handler)
            own.useParentHandlers = true
        }
        assertEquals(3, asked.get())
        assertEquals(listOf("no trace 1"), logged.map { it.thrown.message })
    }

    @Test
    fun `log records have the ID of the call`() = suspending {
        val records = LinkedBlockingQueue<LogRecord>()
        val client = told { logger = Logger { records += it } }
        client.enableWhatsappRoiMetric(aChannel)
        val id = until("call.end").first().callId
        val attempt = generateSequence { records.take() }.first { it.message == "attempt" }
        assertEquals(id, attempt.fields["cams.call_id"])
        assertEquals(emulator.channels[0], attempt.fields["cams.cust_space_id"])
    }
}
