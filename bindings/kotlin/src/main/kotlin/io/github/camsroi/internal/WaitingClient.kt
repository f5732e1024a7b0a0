package io.github.camsroi.internal

import io.github.camsroi.BlockingClient
import io.github.camsroi.BlockingOperations
import io.github.camsroi.Channel
import io.github.camsroi.ChannelOutcome
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.RawCallOptions
import java.util.Spliterators
import java.util.function.Consumer
import java.util.stream.Stream
import java.util.stream.StreamSupport

/** The client whose calls block their thread. */
internal class WaitingClient(private val core: Core) :
    BlockingClient,
    BlockingOperations by WaitingOperations(core) {
    override val endpoint: String get() = core.endpoint

    override fun callText(action: String, parameters: Map<String, Any?>, options: RawCallOptions): String =
        called { core.call(action, parameters, options) }.join(core.thrown)

    override fun enableMany(custSpaceIds: Iterable<String>, options: EnableManyOptions): Stream<ChannelOutcome> =
        enable(called { Channels.ofIds(custSpaceIds) }, options)

    override fun enableManyChannels(channels: Iterable<Channel>, options: EnableManyOptions): Stream<ChannelOutcome> =
        enable(called { Channels.of(channels) }, options)

    private fun enable(channels: Channels, options: EnableManyOptions): Stream<ChannelOutcome> {
        val run = Run(channels, called { given("options", options) })
        return StreamSupport.stream(run, false).onClose(run::close)
    }

    /** A run that begins when it is read. */
    private inner class Run(private val channels: Channels, private val options: EnableManyOptions) :
        Spliterators.AbstractSpliterator<ChannelOutcome>(Long.MAX_VALUE, ORDERED or NONNULL),
        AutoCloseable {
        @Volatile
        private var outcomes: Outcomes? = null

        override fun tryAdvance(action: Consumer<in ChannelOutcome>): Boolean {
            val next = called { (outcomes ?: Outcomes(core, channels, options).also { outcomes = it }).next() }
            next?.let { give(it, action) }
            return next != null
        }

        /** Nobody may come who closes a stream that was thrown out of. */
        @Suppress("TooGenericExceptionCaught") // It is thrown on.
        private fun give(outcome: ChannelOutcome, action: Consumer<in ChannelOutcome>) = try {
            action.accept(outcome)
        } catch (thrown: Throwable) {
            close()
            throw thrown
        }

        override fun close() {
            outcomes?.close()
        }
    }

    override fun close() = core.close()

    override fun toString(): String = "BlockingClient($endpoint)"
}
