package io.github.camsroi

import io.github.camsroi.internal.Core
import io.github.camsroi.internal.FutureClient
import io.github.camsroi.internal.enableFound
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer
import java.util.function.Predicate

/**
 * A client for Java, with a `CompletableFuture` for each call: [Client.async] gives that of a [Client].
 *
 * A future that fails has a [CamsRoiException] as the cause of what `join` and `get` throw. `cancel` ends the request
 * itself. What is chained to a future without an executor of its own runs on the JVM's common pool and must not block for
 * long. It needs no kotlinx-coroutines.
 *
 * It is an interface, so that a test can have a client of its own.
 */
public interface AsyncClient :
    AsyncOperations,
    AutoCloseable {
    /** The service's address. */
    public val endpoint: String

    /** Calls any CAMS operation by its name; the answer is the text of the service's JSON exactly as it came. */
    public fun callText(action: String): CompletableFuture<String> = callText(action, emptyMap())

    /** The same, with parameters: texts, numbers and booleans; what is nested is given as the API's JSON text. */
    public fun callText(action: String, parameters: Map<String, Any?>): CompletableFuture<String> =
        callText(action, parameters, RawCallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun callText(
        action: String,
        parameters: Map<String, Any?>,
        options: RawCallOptions,
    ): CompletableFuture<String>

    /**
     * Enables every channel once: see [Client.enableMany]. Each outcome is given to [onOutcome], one after the other, on a
     * thread that may block; what that throws ends the run. The future is done when all are.
     */
    public fun enableMany(
        custSpaceIds: Iterable<String>,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?> =
        enableMany(custSpaceIds, EnableManyOptions.NONE, onOutcome)

    /** The same, with what this run does differently. */
    public fun enableMany(
        custSpaceIds: Iterable<String>,
        options: EnableManyOptions,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?>

    /** The same, for channels of which some have an ISV code of their own. */
    public fun enableManyChannels(
        channels: Iterable<Channel>,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?> =
        enableManyChannels(channels, EnableManyOptions.NONE, onOutcome)

    /** The same, with what this run does differently. */
    public fun enableManyChannels(
        channels: Iterable<Channel>,
        options: EnableManyOptions,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?>

    /** [enableAll] of every channel of the account. */
    public fun enableAll(): CompletableFuture<AsyncEnableRun> =
        enableAll(FindChannelsRequest(), EnableManyOptions.NONE)

    /** The same of the channels that are asked for, and with what this run does differently. */
    public fun enableAll(
        request: FindChannelsRequest,
        options: EnableManyOptions,
    ): CompletableFuture<AsyncEnableRun> = enableAll(request, options) { true }

    /**
     * Finds the account's channels, and gives the run that enables those that [where] wants: it has their number, and
     * begins when it is told who listens to its outcomes. Whatever [where] throws fails the future, and nothing is enabled.
     */
    public fun enableAll(
        request: FindChannelsRequest,
        options: EnableManyOptions,
        where: Predicate<FoundChannel>,
    ): CompletableFuture<AsyncEnableRun> = enableFound(this, request, options, where)

    /** Gives up the connections, once the calls that are under way have ended. Calls after it are refused. */
    override fun close()

    /** Makes clients. */
    public companion object {
        /** Makes a client with every default. */
        @JvmStatic
        public fun create(): AsyncClient = create(ClientConfig())

        /** Makes a client. Throws [CamsRoiException.Configuration], which says which setting is wrong. */
        @JvmStatic
        public fun create(config: ClientConfig): AsyncClient = FutureClient(Core(config))
    }
}
