package io.github.camsroi.internal

import io.github.camsroi.ClientEvent
import io.github.camsroi.EventListener
import java.time.Instant
import java.util.concurrent.atomic.AtomicBoolean
import java.util.logging.Level
import java.util.logging.Logger

/** Whoever is told what a client does: its user's listener, and OpenTelemetry, where that is in use. */
internal class Listening(private val listeners: List<EventListener>) : Sink() {
    private val hasThrown = AtomicBoolean()

    /**
     * Where in a trace a call is made that begins now, on this thread: what the library is given with a call, so that it
     * tells of it. Nothing where nobody listens.
     */
    @Suppress("TooGenericExceptionCaught") // It changes no call.
    fun parent(): String? {
        if (listeners.isEmpty()) return null
        return listeners.firstNotNullOfOrNull { listener ->
            try {
                listener.traceparent().ifEmpty { null }
            } catch (thrown: Throwable) {
                log(thrown)
                null
            }
        } ?: ""
    }

    @Suppress("TooGenericExceptionCaught") // Nobody waits for it who could catch.
    override fun take(bytes: ByteArray) {
        val event = NativeEvent.read(Input(bytes)).told()
        for (listener in listeners) {
            try {
                listener.onEvent(event)
            } catch (thrown: Throwable) {
                log(thrown)
            }
        }
    }

    private fun log(thrown: Throwable) {
        if (hasThrown.getAndSet(true)) return
        val own = Logger.getLogger("io.github.camsroi")
        own.log(Level.WARNING, "The event listener of a cams-roi client threw; this is not told again", thrown)
    }
}

private fun NativeEvent.told() = ClientEvent(
    name,
    instant(time),
    callId,
    runId,
    operation,
    custSpaceId,
    parent,
    attributes.associate { it.name to it.value.told() },
)

private fun NativeValue.told(): Any = when (this) {
    is NativeValue.Text -> text
    is NativeValue.Whole -> whole
    is NativeValue.Number -> number
    is NativeValue.Flag -> flag
}

/** With the fraction of a millisecond. */
private fun instant(ms: Double): Instant {
    val whole = ms.toLong()
    return Instant.ofEpochMilli(whole).plusNanos(((ms - whole) * NANOSECONDS).toLong())
}

private const val NANOSECONDS = 1_000_000
