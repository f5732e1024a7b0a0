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

    @Suppress("TooGenericExceptionCaught") // Whatever it is, it is the future's.
    private fun enable(
        options: EnableManyOptions,
        onOutcome: Consumer<ChannelOutcome>,
        channels: () -> Channels,
    ): CompletableFuture<Void?> {
        val site = Throwable()
        val future = CompletableFuture<Void?>()
        try {
            val listener = given("onOutcome", onOutcome)
            val outcomes = Outcomes(core, channels(), given("options", options))
            future.whenComplete { _, _ -> outcomes.close() }
            THREADS.execute {
                future.settle(site) {
                    generateSequence { outcomes.next() }.forEach(listener::accept)
                    null
                }
            }
        } catch (failure: Throwable) {
            future.fail(site, failure)
        }
        return future
    }

    override fun close() = core.close()

    override fun toString(): String = "AsyncClient($endpoint)"
}
