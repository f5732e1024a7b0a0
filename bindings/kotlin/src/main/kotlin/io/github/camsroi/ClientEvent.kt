package io.github.camsroi

import java.time.Instant

/**
 * Is told what a client does: when a call or a run over many channels begins, of each request, and when one ends. That is
 * a little after it was so, on a thread of its own.
 *
 * For OpenTelemetry, give an [OpenTelemetryListener].
 */
public fun interface EventListener {
    /** Takes one event. What it throws goes to `java.util.logging`, once, and changes no call. */
    public fun onEvent(event: ClientEvent)

    /**
     * Where in a trace a call is made, as W3C's header `traceparent` says it; empty where it is made outside of any. It is
     * asked for each call, on the thread that makes it, and the call's events have it as their [ClientEvent.parent].
     */
    public fun traceparent(): String = ""

    /** Listeners that are always there. */
    public companion object {
        /** Is told nothing, and keeps the client from looking for OpenTelemetry. */
        @JvmField
        public val NONE: EventListener = EventListener { }
    }
}

/**
 * One thing that a client tells of its work. It never holds a secret.
 *
 * Each `call.start` is followed by one `call.attempt` for each request, and by one `call.end`; each `run.start` by the
 * calls of the run, and by one `run.end`.
 *
 * @property name `call.start`, `call.attempt`, `call.end`, `run.start` or `run.end`.
 * @property time when it was, by this machine's clock.
 * @property callId the call's ID, which its log records have too; `null` for what is of a run as a whole.
 * @property runId the ID of the run over many channels that it belongs to, if any.
 * @property operation the operation, for example `EnableWhatsappROIMetric`.
 * @property custSpaceId the channel that the call is about, if any.
 * @property parent where in a trace the call was made, as W3C's header `traceparent` says it, where that is known.
 * @property attributes the particulars, by their names in OpenTelemetry's semantic conventions: each is a `String`, a
 *   `Long`, a `Double` or a `Boolean`, and times are in seconds. `docs/watching.md` lists them.
 */
public class ClientEvent(
    public val name: String,
    public val time: Instant,
    public val callId: String?,
    public val runId: String?,
    public val operation: String,
    public val custSpaceId: String?,
    public val parent: String?,
    public val attributes: Map<String, Any>,
) {
    /** All that it says, in one line. */
    override fun toString(): String =
        "$name $operation(callId=$callId, runId=$runId, custSpaceId=$custSpaceId, time=$time) $attributes"
}
