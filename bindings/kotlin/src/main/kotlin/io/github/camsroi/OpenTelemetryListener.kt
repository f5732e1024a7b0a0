package io.github.camsroi

import io.github.camsroi.internal.Measures
import io.github.camsroi.internal.attributes
import io.opentelemetry.api.GlobalOpenTelemetry
import io.opentelemetry.api.OpenTelemetry
import io.opentelemetry.api.common.Attributes
import io.opentelemetry.api.trace.Span
import io.opentelemetry.api.trace.SpanContext
import io.opentelemetry.api.trace.SpanKind
import io.opentelemetry.api.trace.StatusCode
import io.opentelemetry.api.trace.TraceFlags
import io.opentelemetry.api.trace.TraceState
import io.opentelemetry.context.Context
import java.util.concurrent.ConcurrentHashMap

/**
 * Traces and measures calls with OpenTelemetry. It needs `io.opentelemetry:opentelemetry-api` on the class path, which this
 * library does not bring. A client takes one by itself where OpenTelemetry is set up globally (`GlobalOpenTelemetry`, also by
 * the Java agent) when the client is made.
 *
 * Every call becomes a span, below that in which it was made, with an event for each request; a run of `enableMany` becomes
 * a span with those of its calls below it. Nothing is exported by this library itself.
 *
 * @param openTelemetry what makes spans and instruments.
 */
public class OpenTelemetryListener(openTelemetry: OpenTelemetry) : EventListener {
    private val tracer = openTelemetry.getTracer(SCOPE)
    private val measures = Measures(openTelemetry.getMeter(SCOPE))

    /** Calls and runs that are under way. */
    private val open = ConcurrentHashMap<String, Open>()

    /** The span of a call or a run, and what it began with. */
    private class Open(val span: Span, val started: Map<String, Any>)

    /** The current span's place. */
    override fun traceparent(): String {
        val place = Span.current().spanContext
        return if (place.isValid) "00-${place.traceId}-${place.spanId}-${place.traceFlags.asHex()}" else ""
    }

    /** Makes spans and metrics of it. */
    override fun onEvent(event: ClientEvent) {
        val key = event.callId ?: event.runId ?: return
        when (event.name) {
            "call.start", "run.start" -> open[key] = Open(start(event), event.attributes)
            "call.attempt" -> open[key]?.let {
                it.span.addEvent("cams.attempt", attributes(event.attributes), event.time)
                measures.attempt(it.started, event.attributes)
            }
            "call.end", "run.end" -> open.remove(key)?.let {
                end(it.span, event)
                if (event.name == "call.end") measures.call(it.started, event) else measures.run(event)
            }
        }
    }

    private fun start(event: ClientEvent): Span {
        val isCall = event.callId != null
        val name = if (isCall) event.attributes.getValue("rpc.method").toString() else "cams.enable_many"
        val builder = tracer.spanBuilder(name)
            .setSpanKind(if (isCall) SpanKind.CLIENT else SpanKind.INTERNAL)
            .setParent(context(event))
            .setStartTimestamp(event.time)
            .setAllAttributes(attributes(event.attributes))
        event.callId?.let { builder.setAttribute("cams.call_id", it) }
        event.runId?.let { builder.setAttribute("cams.run_id", it) }
        event.custSpaceId?.let { builder.setAttribute("cams.cust_space_id", it) }
        return builder.startSpan()
    }

    /** What a span is made in: below its run's, else below its caller's. */
    private fun context(event: ClientEvent): Context {
        val run = event.runId?.let { open[it] }
        if (run != null) return Context.root().with(run.span)
        val (_, trace, span, flags) = event.parent?.split('-') ?: return Context.root()
        val place = SpanContext.create(trace, span, TraceFlags.fromHex(flags, 0), TraceState.getDefault())
        return Context.root().with(Span.wrap(place))
    }

    private fun end(span: Span, event: ClientEvent) {
        val known: Attributes = attributes(event.attributes - MESSAGE)
        span.setAllAttributes(known)
        event.attributes["error.type"]?.let {
            span.setStatus(StatusCode.ERROR, (event.attributes[MESSAGE] ?: it).toString())
        }
        span.end(event.time)
    }

    internal companion object {
        private const val SCOPE = "io.github.camsroi"
        private const val MESSAGE = "error.message"

        /** What there is where OpenTelemetry is on the class path, and set up globally. */
        fun found(): EventListener? = try {
            // Not `get`, which would set it up for good, as one that does nothing.
            if (GlobalOpenTelemetry.isSet()) OpenTelemetryListener(GlobalOpenTelemetry.getOrNoop()) else null
        } catch (_: LinkageError) {
            null
        }
    }
}
