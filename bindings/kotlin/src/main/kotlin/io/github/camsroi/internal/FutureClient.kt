package io.github.camsroi.internal

import io.github.camsroi.AsyncClient
import io.github.camsroi.AsyncOperations
import io.github.camsroi.Channel
import io.github.camsroi.ChannelOutcome
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.RawCallOptions
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer

/** The client with a future for each call. */
internal class FutureClient(private val core: Core) :
    AsyncClient,
    AsyncOperations by FutureOperations(core) {
    override val endpoint: String get() = core.endpoint

    override fun callText(
        action: String,
        parameters: Map<String, Any?>,
        options: RawCallOptions,
    ): CompletableFuture<String> = future(core.thrown) { core.call(action, parameters, options) }

    override fun enableMany(
        custSpaceIds: Iterable<String>,
        options: EnableManyOptions,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?> = enable(options, onOutcome) { Channels.ofIds(custSpaceIds) }

    override fun enableManyChannels(
        channels: Iterable<Channel>,
        options: EnableManyOptions,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?> = enable(options, onOutcome) { Channels.of(channels) }

    private fun enable(
        options: EnableManyOptions,
        onOutcome: Consumer<ChannelOutcome>,
        channels: () -> Channels,
    ): CompletableFuture<Void?> = givenTo({ given("onOutcome", onOutcome) }) {
        Outcomes(core, channels(), given("options", options))
    }

    override fun close() = core.close()

    override fun toString(): String = "AsyncClient($endpoint)"
}
