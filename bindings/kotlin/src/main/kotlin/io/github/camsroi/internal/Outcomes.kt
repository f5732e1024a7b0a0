package io.github.camsroi.internal

import io.github.camsroi.ChannelOutcome
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.Progress
import java.util.concurrent.CancellationException
import java.util.concurrent.ExecutionException
import java.util.concurrent.FutureTask

/**
 * A run of the library's for who waits for its outcomes: one thread takes them, and another, of ours, gives the channels.
 * Closing it ends the calls that are under way.
 */
internal class Outcomes(
    private val core: Core,
    private val channels: Channels,
    options: EnableManyOptions,
) : OneByOne<ChannelOutcome> {
    private val bulk = core.enableMany(options, channels.isList)
    private val progress = options.onProgress?.let { Count(channels.total(), it) }
    private val fed = FutureTask(::feed, null)

    /** Who waits for the library now. The run is closed when nobody does: a closed one can be asked for nothing. */
    private val waiting = HashSet<Waiting<*>>()
    private var closed = false

    /** Whether all outcomes were taken. */
    private var ended = false

    init {
        try {
            THREADS.execute(fed)
        } catch (error: OutOfMemoryError) {
            // The system has no thread to give.
            bulk.close()
            throw error
        }
    }

    @Suppress("TooGenericExceptionCaught") // It is thrown on.
    override fun next(): ChannelOutcome? = try {
        val next = if (ended) null else join(bulk.next())
        if (next == null) end() else told(next)
    } catch (thrown: Throwable) {
        close()
        throw thrown
    }

    private fun told(next: NativeChannelOutcome): ChannelOutcome {
        val outcome = outcome(next, core.thrown)
        outcome.error?.run { calledFrom(this) }
        progress?.tell(outcome)
        return outcome
    }

    /** Nobody may come who closes it. */
    private fun end(): ChannelOutcome? {
        if (ended) return null
        ended = true
        thrownByChannels()?.let { throw it }
        close()
        return null
    }

    /** Gives the library one channel after the other, as fast as it takes them. */
    private fun feed() {
        try {
            for (channel in channels.all) if (!join(bulk.add(channel))) break
        } finally {
            synchronized(waiting) { if (!closed) bulk.finish() }
        }
    }

    /** What the user's own channels threw: it is told after the outcomes of those that came before. */
    private fun thrownByChannels(): Throwable? = try {
        fed.get()
        null
    } catch (thrown: ExecutionException) {
        thrown.cause
    } catch (interrupted: InterruptedException) {
        Thread.currentThread().interrupt()
        interrupted(interrupted)
    }

    private fun <Answer> join(task: Task<Answer>): Answer {
        val waits = Waiting(task)
        synchronized(waiting) {
            if (closed) throw CancellationException("the run was closed")
            waiting += waits
        }
        try {
            return waits.answer(core.thrown)
        } finally {
            synchronized(waiting) {
                waiting -= waits
                if (closed && waiting.isEmpty()) bulk.close()
            }
        }
    }

    override fun close() {
        synchronized(waiting) {
            if (closed) return
            closed = true
            waiting.forEach { it.end() }
            if (waiting.isEmpty()) bulk.close()
        }
        // The user's own channels may take their time, too.
        fed.cancel(true)
    }
}

/** Counts outcomes, and tells how far a run is. */
internal class Count(private val total: Int?, private val onProgress: (Progress) -> Unit) {
    private var enabled = 0
    private var failed = 0
    private var resumed = 0

    fun tell(outcome: ChannelOutcome) {
        if (outcome.enabled) enabled += 1 else failed += 1
        if (outcome.resumed) resumed += 1
        onProgress(Progress(enabled + failed, enabled, failed, resumed, total))
    }
}
