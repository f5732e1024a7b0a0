package io.github.camsroi

import io.github.camsroi.internal.findingOptions
import io.github.camsroi.internal.wanted
import kotlinx.coroutines.flow.Flow
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer
import java.util.stream.Stream

/**
 * Channels that were found, ready to be enabled: [enableAll] gives it.
 *
 * @property channels the channels, each once.
 * @property outcomes what becomes of them, as [Client.enableMany] tells it. To collect them is to enable the channels.
 */
public class EnableRun(public val channels: List<FoundChannel>, public val outcomes: Flow<ChannelOutcome>) {
    /** How many channels there are. */
    public val total: Int get() = channels.size
}

/**
 * Channels that were found, ready to be enabled: [AsyncClient.enableAll] gives it.
 *
 * @property channels the channels, each once.
 * @param begin enables the channels, and gives each outcome to what it is given.
 */
public class AsyncEnableRun(
    public val channels: List<FoundChannel>,
    private val begin: java.util.function.Function<Consumer<ChannelOutcome>, CompletableFuture<Void?>>,
) {
    /** How many channels there are. */
    public val total: Int get() = channels.size

    /** Enables the channels, and gives each outcome to [onOutcome], as [AsyncClient.enableMany] does. */
    public fun outcomes(onOutcome: Consumer<ChannelOutcome>): CompletableFuture<Void?> = begin.apply(onOutcome)
}

/**
 * Channels that were found, ready to be enabled: [BlockingClient.enableAll] gives it.
 *
 * @property channels the channels, each once.
 * @param begin enables the channels while what it gives is read.
 */
public class BlockingEnableRun(
    public val channels: List<FoundChannel>,
    private val begin: java.util.function.Supplier<Stream<ChannelOutcome>>,
) {
    /** How many channels there are. */
    public val total: Int get() = channels.size

    /** What becomes of the channels, as [BlockingClient.enableMany] tells it. To read it is to enable them. */
    public fun outcomes(): Stream<ChannelOutcome> = begin.get()
}

/**
 * Finds the account's channels, all of them, and gives the run that enables those that [where] wants.
 *
 * ```
 * val run = client.enableAll(state = "published") { !it.name.startsWith("test") }
 * println("${run.total} channels")
 * run.outcomes.collect { outcome -> outcome.error?.let { println("${outcome.custSpaceId}: ${it.hint}") } }
 * ```
 * Nothing is enabled before the outcomes are collected. Whatever [where] throws is thrown, and nothing is enabled.
 *
 * @param name channels whose name has this text in it, in any letter case.
 * @param state channels in this state alone, in any letter case.
 * @param region channels of this region alone, in any letter case.
 * @param options what this run does differently: see [Client.enableMany].
 * @param where whether a channel is enabled.
 */
@JvmSynthetic
public suspend fun Client.enableAll(
    name: String? = null,
    state: String? = null,
    region: String? = null,
    options: EnableManyOptions = EnableManyOptions.NONE,
    where: suspend (FoundChannel) -> Boolean = { true },
): EnableRun {
    val channels = wanted(findChannels(FindChannelsRequest(name, state, region), findingOptions(options)), where)
    return EnableRun(channels, enableMany(channels.map { it.custSpaceId }, options))
}
