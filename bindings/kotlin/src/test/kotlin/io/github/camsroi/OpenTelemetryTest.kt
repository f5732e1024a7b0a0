package io.github.camsroi

import io.opentelemetry.api.GlobalOpenTelemetry
import io.opentelemetry.api.common.AttributeKey
import io.opentelemetry.api.trace.Span
import io.opentelemetry.api.trace.SpanId
import io.opentelemetry.api.trace.SpanKind
import io.opentelemetry.api.trace.StatusCode
import io.opentelemetry.extension.kotlin.asContextElement
import io.opentelemetry.sdk.OpenTelemetrySdk
import io.opentelemetry.sdk.metrics.SdkMeterProvider
import io.opentelemetry.sdk.metrics.data.MetricData
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter
import io.opentelemetry.sdk.trace.ReadWriteSpan
import io.opentelemetry.sdk.trace.ReadableSpan
import io.opentelemetry.sdk.trace.SdkTracerProvider
import io.opentelemetry.sdk.trace.SpanProcessor
import io.opentelemetry.sdk.trace.data.SpanData
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.withContext
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Semaphore
import java.util.stream.Collectors

/** Spans and metrics, by OpenTelemetry's own exporters. */
class OpenTelemetryTest : EmulatedTest() {
    private val exporter = InMemorySpanExporter.create()
    private val reader = InMemoryMetricReader.create()

    /** Has a permit for each span of ours that has ended: it ends after the call. */
    private val ended = Semaphore(0)
    private val openTelemetry = OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .addSpanProcessor(Ended())
                .build(),
        )
        .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
        .build()
    private val tracer = openTelemetry.getTracer("tests")

    private inner class Ended : SpanProcessor {
        override fun onStart(context: io.opentelemetry.context.Context, span: ReadWriteSpan) = Unit

        override fun isStartRequired() = false

        override fun isEndRequired() = true

        override fun onEnd(span: ReadableSpan) {
            if (span.kind == SpanKind.CLIENT || span.name == "cams.enable_many") ended.release()
        }
    }

    private fun client(configure: ClientConfig.Builder.() -> Unit = {}) = emulator.client {
        onEvent = OpenTelemetryListener(openTelemetry)
        configure()
    }

    private fun spans(count: Int): List<SpanData> {
        ended.acquire(count)
        return exporter.finishedSpanItems
    }

    private fun text(span: SpanData, name: String) = span.attributes.get(AttributeKey.stringKey(name))

    private fun whole(span: SpanData, name: String) = span.attributes.get(AttributeKey.longKey(name))

    private suspend fun below(name: String, work: suspend () -> Unit): Span {
        val span = tracer.spanBuilder(name).startSpan()
        withContext(span.asContextElement()) { work() }
        span.end()
        return span
    }

    @AfterEach
    fun end() {
        openTelemetry.close()
        GlobalOpenTelemetry.resetForTest()
    }

    @Test
    fun `a call is a span below its caller's with an event for each request`() = suspending {
        emulator.fault(1, "type" to "throttle", "retry_after_ms" to 1)
        val client = client { maxAttempts = 2 }
        val nightly = below("nightly") {
            delay(1)
            client.enableWhatsappRoiMetric(aChannel)
        }
        val call = spans(1).single { it.kind == SpanKind.CLIENT }
        assertEquals(ENABLE, call.name)
        assertEquals(nightly.spanContext.spanId, call.parentSpanId)
        assertEquals(nightly.spanContext.traceId, call.traceId)
        assertEquals(StatusCode.UNSET, call.status.statusCode)
        val texts = call.attributes.asMap().mapKeys { it.key.key } - CHANGING
        val expected = mapOf(
            "rpc.system.name" to "alibaba_cloud",
            "rpc.method" to ENABLE,
            "rpc.response.status_code" to "OK",
            "http.request.method" to "POST",
            "cams.cust_space_id" to emulator.channels[0],
            "cams.attempts" to 2L,
        )
        assertEquals(expected, texts)
        assertTrue(CHANGING.all { name -> call.attributes.asMap().keys.any { it.key == name } })
        val (refused, answered) = call.events
        assertEquals(listOf("cams.attempt", "cams.attempt"), call.events.map { it.name })
        assertEquals("ThrottledError", refused.attributes.get(AttributeKey.stringKey("error.type")))
        assertEquals(1L, answered.attributes.get(AttributeKey.longKey("http.request.resend_count")))
        assertEquals(200L, answered.attributes.get(AttributeKey.longKey("http.response.status_code")))
        assertTrue(call.startEpochNanos <= refused.epochNanos && answered.epochNanos <= call.endEpochNanos)
    }

    @Test
    fun `what runs at the same time has its own parents, in coroutines, futures and threads`() = suspending {
        val client = client()
        val requests = emulator.channels.take(3).map { QueryChatappPhoneNumbersRequest(it) }
        val coroutines = requests.map { request ->
            async { below("coroutine") { client.queryChatappPhoneNumbers(request) } }
        }.awaitAll()
        val futures = requests.map { request ->
            val span = tracer.spanBuilder("future").startSpan()
            span.makeCurrent().use { client.async().queryChatappPhoneNumbers(request) }.join()
            span
        }
        val together = CountDownLatch(requests.size)
        val threads = requests.map { request ->
            val span = tracer.spanBuilder("thread").startSpan()
            span to Thread {
                span.makeCurrent().use {
                    together.countDown()
                    together.await()
                    client.blocking().queryChatappPhoneNumbers(request)
                }
            }.apply { start() }
        }
        threads.forEach { it.second.join() }
        client.queryChatappPhoneNumbers(requests[0])
        val calls = spans(10).filter { it.kind == SpanKind.CLIENT }
        val parents = (coroutines + futures + threads.map { it.first }).map { it.spanContext.spanId }
        val expected = parents.mapIndexed { index, parent -> emulator.channels[index % 3] to parent }
        val found = calls.map { text(it, "cams.cust_space_id") to it.parentSpanId }
        assertEquals((expected + (emulator.channels[0] to SpanId.getInvalid())).toSet(), found.toSet())
        assertEquals(10, found.size)
    }

    @Test
    fun `a run is a span with its calls below`() = suspending {
        val channels = listOf(emulator.channels[0], "cams-foreign")
        val nightly = below("nightly") { client().enableMany(channels).toList() }
        val waiting = tracer.spanBuilder("waiting").startSpan()
        waiting.makeCurrent().use {
            client().blocking().enableMany(channels).use { it.collect(Collectors.toList()) }
        }
        val all = spans(6)
        val runs = all.filter { it.name == "cams.enable_many" }
        val expected = setOf(nightly.spanContext.spanId, waiting.spanContext.spanId)
        assertEquals(expected, runs.map { it.parentSpanId }.toSet())
        for (run in runs) {
            assertEquals(SpanKind.INTERNAL, run.kind)
            assertEquals(1L, whole(run, "cams.channels.enabled"))
            assertEquals(1L, whole(run, "cams.channels.failed"))
            val calls = all.filter { it.parentSpanId == run.spanId }
            assertEquals(channels.toSet(), calls.map { text(it, "cams.cust_space_id") }.toSet())
            val failed = calls.single { it.status.statusCode == StatusCode.ERROR }
            assertEquals("UnknownResourceOwnerError", text(failed, "error.type"))
            assertTrue(failed.status.description.isNotEmpty())
        }
    }

    @Test
    fun `metrics are those of the guide`() = suspending {
        emulator.fault(1, "type" to "throttle", "retry_after_ms" to 1)
        val client = client { maxAttempts = 2 }
        client.enableWhatsappRoiMetric(aChannel)
        assertThrows<CamsRoiException> {
            client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest("cams-foreign"))
        }
        spans(2)
        val metrics = generateSequence {
            reader.collectAllMetrics()
        }.first { all -> "cams.channels.failed" in names(all) }
            .associateBy { it.name }
        assertEquals(
            setOf(
                "rpc.client.call.duration",
                "http.client.request.duration",
                "cams.client.calls",
                "cams.client.attempts",
                "cams.client.throttles",
                "cams.client.queue.duration",
                "cams.channels.enabled",
                "cams.channels.failed",
            ),
            metrics.keys,
        )
        val sum = { name: String -> metrics.getValue(name).longSumData.points.sumOf { it.value } }
        val count = { name: String -> metrics.getValue(name).histogramData.points.sumOf { it.count } }
        assertEquals(
            listOf(2L, 3L, 1L, 1L, 1L),
            listOf(
                "cams.client.calls",
                "cams.client.attempts",
                "cams.client.throttles",
                "cams.channels.enabled",
                "cams.channels.failed",
            ).map(sum),
        )
        val histograms =
            listOf("rpc.client.call.duration", "http.client.request.duration", "cams.client.queue.duration")
        assertEquals(listOf(2L, 3L, 3L), histograms.map(count))
        assertTrue(histograms.all { metrics.getValue(it).unit == "s" })
    }

    private fun names(metrics: Collection<MetricData>) = metrics.map { it.name }

    @Test
    fun `where it is set up globally, a client takes it by itself`() = suspending {
        val before = emulator.client()
        GlobalOpenTelemetry.set(openTelemetry)
        before.enableWhatsappRoiMetric(aChannel)
        emulator.client { onEvent = EventListener.NONE }.enableWhatsappRoiMetric(aChannel)
        emulator.client().enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(emulator.channels[1]))
        val call = spans(1).single()
        assertEquals(emulator.channels[1], text(call, "cams.cust_space_id"))
    }

    @Test
    fun `a client does not set it up`() {
        emulator.client().close()
        assertFalse(GlobalOpenTelemetry.isSet())
    }

    private companion object {
        const val ENABLE = "cams/EnableWhatsappROIMetric"

        /** What differs from call to call. */
        val CHANGING = setOf(
            "cams.call_id",
            "cams.request_id",
            "cams.duration",
            "cams.queue_wait",
            "server.address",
            "server.port",
        )
    }
}
