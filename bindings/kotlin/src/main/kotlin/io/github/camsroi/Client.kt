package io.github.camsroi

import io.github.camsroi.internal.Core
import io.github.camsroi.internal.SuspendingClient
import kotlinx.coroutines.flow.Flow

/**
 * Calls the service. Make one, and use it for all calls, from any thread: it holds connections, credentials and limits.
 *
 * ```
 * val client = Client()
 * client.enableWhatsappRoiMetric(custSpaceId = "cams-1")
 * ```
 * Cancelling the coroutine that calls ends the request itself. In Java, call through [async] or [blocking]; where
 * kotlinx-coroutines is not on the class path, make an [AsyncClient] or a [BlockingClient] at once.
 *
 * It is an interface, so that a test can have a client of its own.
 */
public interface Client :
    Operations,
    AutoCloseable {
    /** The service's address. */
    public val endpoint: String

    /**
     * Calls any CAMS operation by its name; the answer is the text of the service's JSON exactly as it came, to be read
     * with the JSON library of your choice.
     *
     * ```
     * client.callText("ListFlow", mapOf("CustSpaceId" to "cams-1", "Page" to mapOf("Index" to 1, "Size" to 10)))
     * ```
     * What the operation does not take, and what it requires and is not given, is refused before anything is sent.
     *
     * @param action the operation's name.
     * @param parameters texts, numbers and booleans; maps, iterables and arrays of these, which are sent as JSON. What is
     *   `null` is left out.
     * @param options what this call does differently.
     */
    public suspend fun callText(
        action: String,
        parameters: Map<String, Any?> = emptyMap(),
        options: RawCallOptions = RawCallOptions.NONE,
    ): String

    /**
     * Enables every channel once, at the limit's full speed, and tells what became of each as soon as it is known.
     *
     * Outcomes come in the order in which calls end. After an error that is the account's beyond doubt (no credentials, a
     * bad signature, not subscribed), and after the same denial of several channels in a row
     * ([EnableManyOptions.stopAfterDenials]), the channels that are left are not called: their outcomes carry that error,
     * and a later run with the same journal takes them up. Nothing happens before the flow is collected, and leaving it
     * ends the calls that are under way.
     *
     * ```
     * val channels = readChannels(Path("channels.csv"))
     * client.enableMany(channels, EnableManyOptions(journal = Path("channels.journal"))).collect { outcome ->
     *     outcome.error?.let { println("${outcome.custSpaceId}: ${it.hint}") }
     * }
     * ```
     */
    public fun enableMany(
        custSpaceIds: Iterable<String>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome>

    /** The same, for channels of which some have an ISV code of their own: [enableMany] takes them, too. */
    public fun enableManyChannels(
        channels: Iterable<Channel>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome>

    /** The same, for channels that become known one by one. */
    public fun enableMany(
        custSpaceIds: Flow<String>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome>

    /** The same, for channels that become known one by one, and of which some have an ISV code of their own. */
    public fun enableManyChannels(
        channels: Flow<Channel>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome>

    /** This client for Java, with a `CompletableFuture` for each call. Closing either closes both. */
    public fun async(): AsyncClient

    /** This client for Java, with calls that block their thread. Closing either closes both. */
    public fun blocking(): BlockingClient

    /**
     * Gives up the connections, once the calls that are under way have ended. Calls after it are refused; closing again
     * does nothing.
     */
    override fun close()

    /** Makes clients. */
    public companion object {
        /**
         * Makes a client. Sends nothing, and asks for no credentials yet. Throws [CamsRoiException.Configuration], which
         * says which setting is wrong.
         */
        @JvmSynthetic
        public operator fun invoke(config: ClientConfig = ClientConfig()): Client = create(config)

        /** Makes a client, as in `Client { accountId = "1234567890" }`. */
        @JvmSynthetic
        public operator fun invoke(configure: ClientConfig.Builder.() -> Unit): Client =
            create(ClientConfig(configure))

        /** Makes a client with every default, in Java. */
        @JvmStatic
        public fun create(): Client = create(ClientConfig())

        /**
         * Makes a client, in Java. Sends nothing, and asks for no credentials yet. Throws
         * [CamsRoiException.Configuration], which says which setting is wrong.
         */
        @JvmStatic
        public fun create(config: ClientConfig): Client = SuspendingClient(Core(config))
    }
}

/** [Client.enableManyChannels]. */
@JvmSynthetic
@JvmName("enableManyChannels")
public fun Client.enableMany(
    channels: Iterable<Channel>,
    options: EnableManyOptions = EnableManyOptions.NONE,
): Flow<ChannelOutcome> = enableManyChannels(channels, options)

/** [Client.enableManyChannels]. */
@JvmSynthetic
@JvmName("enableManyChannels")
public fun Client.enableMany(
    channels: Flow<Channel>,
    options: EnableManyOptions = EnableManyOptions.NONE,
): Flow<ChannelOutcome> = enableManyChannels(channels, options)
