package io.github.camsroi.internal

import io.github.camsroi.ClientEvent
import io.opentelemetry.api.common.Attributes
import io.opentelemetry.api.metrics.DoubleHistogram
import io.opentelemetry.api.metrics.Meter

/** Makes metrics of events; the instruments are named and described as in the guide. */
internal class Measures(private val meter: Meter) {
    private val calls = counter("cams.client.calls", "{call}", "Calls that have ended.")
    private val attempts = counter("cams.client.attempts", "{attempt}", "Requests that were sent.")
    private val throttles =
        counter("cams.client.throttles", "{attempt}", "Requests that the service refused as too many.")
    private val callDuration = seconds("rpc.client.call.duration", "Duration of calls, with their waits and retries.")
    private val latency = seconds("http.client.request.duration", "Duration of single requests.")
    private val queue = seconds("cams.client.queue.duration", "How long requests waited for their turn.")
    private val enabled = counter("cams.channels.enabled", "{channel}", "Channels that were enabled.")
    private val failed =
        counter("cams.channels.failed", "{channel}", "Channels that were to be enabled, and were not.")

    private fun counter(name: String, unit: String, description: String) =
        meter.counterBuilder(name).setUnit(unit).setDescription(description).build()

    private fun seconds(name: String, description: String): DoubleHistogram =
        meter.histogramBuilder(name).setUnit("s").setDescription(description)
            .setExplicitBucketBoundariesAdvice(SECONDS).build()

    /** A request of a call that began with these attributes has ended. */
    fun attempt(started: Map<String, Any>, attempt: Map<String, Any>) {
        val common = of(started, COMMON)
        val outcome = of(attempt, REQUEST_OUTCOME)
        attempts.add(1, attributes(common + outcome))
        if (attempt["cams.throttled"] == true) throttles.add(1, attributes(common))
        queue.record(attempt.getValue("cams.queue_wait") as Double, attributes(common))
        latency.record(attempt.getValue("cams.latency") as Double, attributes(of(started, REQUEST) + outcome))
    }

    /** A call that began with these attributes has ended. */
    fun call(started: Map<String, Any>, event: ClientEvent) {
        val end = event.attributes
        val all = attributes(of(started, COMMON) + of(end, OUTCOME))
        calls.add(1, all)
        callDuration.record(end.getValue("cams.duration") as Double, all)
        if (event.operation != ENABLE) return
        if ("error.type" !in end) {
            enabled.add(1)
        } else if ((end["cams.attempts"] as Long? ?: 0) > 0) {
            failed.add(1, attributes(of(end, listOf("error.type"))))
        }
    }

    /** A run has ended. */
    fun run(event: ClientEvent) {
        // The others were counted by their calls.
        val notCalled = event.attributes.getValue("cams.channels.not_called") as Long
        if (notCalled > 0) failed.add(notCalled, Attributes.builder().put("error.type", "not_called").build())
    }

    private fun of(attributes: Map<String, Any>, names: List<String>) = attributes.filterKeys { it in names }

    private companion object {
        private const val ENABLE = "EnableWhatsappROIMetric"
        private val COMMON = listOf("rpc.system.name", "rpc.method", "server.address", "server.port")
        private val REQUEST = listOf("http.request.method", "server.address", "server.port")
        private val REQUEST_OUTCOME = listOf("http.response.status_code", "error.type")
        private val OUTCOME = listOf("rpc.response.status_code", "error.type")

        /** What the semantic conventions advise for times in seconds, and, since calls wait for their turns, more. */
        private val SECONDS: List<Double> =
            listOf(
                0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75,
                1.0, 2.5, 5.0, 7.5, 10.0, 25.0, 50.0, 100.0,
            )
    }
}

/** Attributes as OpenTelemetry has them. */
internal fun attributes(of: Map<String, Any>): Attributes {
    val builder = Attributes.builder()
    for ((name, value) in of) {
        when (value) {
            is Long -> builder.put(name, value)
            is Double -> builder.put(name, value)
            is Boolean -> builder.put(name, value)
            else -> builder.put(name, value.toString())
        }
    }
    return builder.build()
}
