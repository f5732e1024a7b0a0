package io.github.camsroi

import io.github.camsroi.internal.Core
import io.github.camsroi.internal.WaitingClient
import io.github.camsroi.internal.each
import io.github.camsroi.internal.findingOptions
import io.github.camsroi.internal.given
import java.util.function.Predicate
import java.util.stream.Collectors
import java.util.stream.Stream

/**
 * A client for Java, with calls that block their thread: [Client.blocking] gives that of a [Client].
 *
 * What fails throws a [CamsRoiException], unchecked. Interrupting the thread ends the request itself: the call throws a
 * `java.util.concurrent.CancellationException`, unchecked too, and the thread stays interrupted. It needs no
 * kotlinx-coroutines.
 *
 * It is an interface, so that a test can have a client of its own.
 */
public interface BlockingClient :
    BlockingOperations,
    AutoCloseable {
    /** The service's address. */
    public val endpoint: String

    /** Calls any CAMS operation by its name; the answer is the text of the service's JSON exactly as it came. */
    public fun callText(action: String): String = callText(action, emptyMap())

    /** The same, with parameters: texts, numbers and booleans; what is nested is given as the API's JSON text. */
    public fun callText(action: String, parameters: Map<String, Any?>): String =
        callText(action, parameters, RawCallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun callText(action: String, parameters: Map<String, Any?>, options: RawCallOptions): String

    /**
     * Enables every channel once: see [Client.enableMany]. Nothing happens before the stream is read; closing it ends the
     * calls that are under way, so open it in a `try` statement. It is read by one thread, and the channels are iterated
     * over by another.
     */
    public fun enableMany(custSpaceIds: Iterable<String>): Stream<ChannelOutcome> =
        enableMany(custSpaceIds, EnableManyOptions.NONE)

    /** The same, with what this run does differently. */
    public fun enableMany(custSpaceIds: Iterable<String>, options: EnableManyOptions): Stream<ChannelOutcome>

    /** The same, for channels of which some have an ISV code of their own. */
    public fun enableManyChannels(channels: Iterable<Channel>): Stream<ChannelOutcome> =
        enableManyChannels(channels, EnableManyOptions.NONE)

    /** The same, with what this run does differently. */
    public fun enableManyChannels(channels: Iterable<Channel>, options: EnableManyOptions): Stream<ChannelOutcome>

    /** [enableAll] of every channel of the account. */
    public fun enableAll(): BlockingEnableRun = enableAll(FindChannelsRequest(), EnableManyOptions.NONE)

    /** The same of the channels that are asked for, and with what this run does differently. */
    public fun enableAll(request: FindChannelsRequest, options: EnableManyOptions): BlockingEnableRun =
        enableAll(request, options) { true }

    /**
     * Finds the account's channels, and gives the run that enables those that [where] wants: it has their number, and
     * begins when its outcomes are read. Whatever [where] throws is thrown, and nothing is enabled.
     */
    public fun enableAll(
        request: FindChannelsRequest,
        options: EnableManyOptions,
        where: Predicate<FoundChannel>,
    ): BlockingEnableRun {
        val isWanted = given("where", where)
        val listing = findingOptions(given("options", options))
        val found = findChannels(request, listing).use { all -> all.filter(isWanted).collect(Collectors.toList()) }
        val channels = each(found)
        return BlockingEnableRun(channels) { enableMany(channels.map { it.custSpaceId }, options) }
    }

    /** Gives up the connections, once the calls that are under way have ended. Calls after it are refused. */
    override fun close()

    /** Makes clients. */
    public companion object {
        /** Makes a client with every default. */
        @JvmStatic
        public fun create(): BlockingClient = create(ClientConfig())

        /** Makes a client. Throws [CamsRoiException.Configuration], which says which setting is wrong. */
        @JvmStatic
        public fun create(config: ClientConfig): BlockingClient = WaitingClient(Core(config))
    }
}
