package io.github.camsroi.internal

import io.github.camsroi.BlockingClient
import io.github.camsroi.BlockingOperations
import io.github.camsroi.Channel
import io.github.camsroi.ChannelOutcome
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.RawCallOptions
import java.util.stream.Stream

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
        called { given("options", options) }
        return streamOf { Outcomes(core, channels, options) }
    }

    override fun close() = core.close()

    override fun toString(): String = "BlockingClient($endpoint)"
}
