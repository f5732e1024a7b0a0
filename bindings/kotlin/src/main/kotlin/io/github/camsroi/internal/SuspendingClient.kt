package io.github.camsroi.internal

import io.github.camsroi.AsyncClient
import io.github.camsroi.BlockingClient
import io.github.camsroi.Channel
import io.github.camsroi.ChannelOutcome
import io.github.camsroi.Client
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.Operations
import io.github.camsroi.RawCallOptions
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.withIndex

/** The client whose calls suspend. */
internal class SuspendingClient(private val core: Core) :
    Client,
    Operations by SuspendingOperations(core) {
    override val endpoint: String get() = core.endpoint

    override suspend fun callText(action: String, parameters: Map<String, Any?>, options: RawCallOptions): String =
        suspended { core.call(action, parameters, options) }.await(core.thrown)

    override fun enableMany(custSpaceIds: Iterable<String>, options: EnableManyOptions): Flow<ChannelOutcome> =
        enable(Channels.ofIds(custSpaceIds), options)

    override fun enableManyChannels(channels: Iterable<Channel>, options: EnableManyOptions): Flow<ChannelOutcome> =
        enable(Channels.of(channels), options)

    override fun enableMany(custSpaceIds: Flow<String>, options: EnableManyOptions): Flow<ChannelOutcome> {
        val channels = custSpaceIds.withIndex().map { (index, id) -> Channels.channel(index, id) }
        return run(core, channels, false, { null }, options)
    }

    override fun enableManyChannels(channels: Flow<Channel>, options: EnableManyOptions): Flow<ChannelOutcome> {
        val channels = channels.withIndex().map { (index, channel) -> Channels.checked(index, channel) }
        return run(core, channels, false, { null }, options)
    }

    private fun enable(channels: Channels, options: EnableManyOptions) =
        run(core, channels.all.asFlow(), channels.isList, channels.total, options)

    override fun async(): AsyncClient = FutureClient(core)

    override fun blocking(): BlockingClient = WaitingClient(core)

    override fun close() = core.close()

    override fun toString(): String = "Client($endpoint)"
}
