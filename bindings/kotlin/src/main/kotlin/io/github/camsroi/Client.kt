package io.github.camsroi

import io.github.camsroi.internal.CallRequest
import io.github.camsroi.internal.Jni
import io.github.camsroi.internal.Library
import io.github.camsroi.internal.NativeClient
import io.github.camsroi.internal.Operation
import io.github.camsroi.internal.Parameter
import io.github.camsroi.internal.Provider
import io.github.camsroi.internal.Sink
import io.github.camsroi.internal.Thrown
import io.github.camsroi.internal.bridged
import io.github.camsroi.internal.bridgedNow
import io.github.camsroi.internal.bulk
import io.github.camsroi.internal.call
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import io.github.camsroi.internal.level
import io.github.camsroi.internal.raise
import io.github.camsroi.internal.request
import io.github.camsroi.internal.result
import io.github.camsroi.internal.run
import io.github.camsroi.internal.setting
import io.github.camsroi.internal.settings
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.withIndex

/**
 * Calls the service. Make one, and use it for all calls, from any thread: it holds connections, credentials and limits.
 *
 * ```
 * val client = Client()
 * client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(custSpaceId = "cams-1"))
 * ```
 * Cancelling the coroutine that calls ends the request itself. In Java, call through [async] or [blocking].
 *
 * @constructor Makes a client. Sends nothing, and asks for no credentials yet. Throws
 *   [CamsRoiException.Configuration], which says which setting is wrong.
 */
public class Client @JvmOverloads constructor(config: ClientConfig = ClientConfig()) : AutoCloseable {
    private val provider = setting("config", config).settings.credentialsProvider?.let(::Provider)
    private val native: NativeClient
    private val thrown: Thrown = { provider?.thrown(it) }

    init {
        Library.load()
        val given = config.settings.logger?.let { it to (config.settings.logLevel ?: LogLevel.DEBUG) }
        val (logger, level) = given ?: Slf4jLogger.found() ?: (Logger.NONE to LogLevel.ERROR)
        val sink = logger.takeUnless { it === Logger.NONE }?.let(::Sink)
        native = bridgedNow { NativeClient(settings(config), level(level), provider, sink) }
    }

    /** The service's address. */
    public val endpoint: String = native.endpoint

    /**
     * Calls `EnableWhatsappROIMetric`: from now on, collect a channel's figures. Calling it again changes nothing.
     *
     * Data shows up a day later at the earliest, and what was sent before is never counted.
     */
    @JvmSynthetic
    public suspend fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): EnableWhatsappRoiMetricResult = bridged(thrown) {
        result(Jni.call(Operation.ENABLE, native.handle, request(request), call(options.timeout, options.maxAttempts)))
    }

    /** Calls `GetChatappPhoneNumberMetric`: messages sent and delivered, by phone number. */
    @JvmSynthetic
    public suspend fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappPhoneNumberMetricResult = bridged(thrown) {
        val settings = call(options.timeout, options.maxAttempts)
        result(Jni.call(Operation.PHONE_NUMBER, native.handle, request(request), settings))
    }

    /** Calls `GetChatappTemplateMetric`: what became of a marketing template's messages. */
    @JvmSynthetic
    public suspend fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappTemplateMetricResult = bridged(thrown) {
        val settings = call(options.timeout, options.maxAttempts)
        result(Jni.call(Operation.TEMPLATE, native.handle, request(request), settings))
    }

    /**
     * Calls any CAMS operation by its name; the answer is the text of the service's JSON exactly as it came, to be read
     * with the JSON library of your choice.
     *
     * ```
     * client.callText("ListInstance", mapOf("PageSize" to 10))
     * ```
     *
     * @param action the operation's name.
     * @param parameters texts, numbers and booleans; what is `null` is left out, and what is nested is given as the API's
     *   JSON text.
     * @param options what this call does differently.
     */
    @JvmSynthetic
    public suspend fun callText(
        action: String,
        parameters: Map<String, Any?> = emptyMap(),
        options: RawCallOptions = RawCallOptions.NONE,
    ): String {
        val request = CallRequest(action, parameters(parameters), options.idempotent)
        return bridged(thrown) {
            Jni.call(Operation.CALL, native.handle, request, call(options.timeout, options.maxAttempts))
        }
    }

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
    @JvmSynthetic
    public fun enableMany(
        custSpaceIds: Iterable<String>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome> {
        (custSpaceIds as? Collection)?.forEachIndexed { index, id -> channelId(id, "custSpaceIds[$index]") }
        return enable(channels(given("custSpaceIds", custSpaceIds).asFlow()), options) {
            (custSpaceIds as? Collection)?.toSet()?.size
        }
    }

    /** The same, for channels of which some have an ISV code of their own. */
    @JvmSynthetic
    @JvmName("enableManyChannels")
    public fun enableMany(
        channels: Iterable<Channel>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome> {
        (channels as? Collection)?.forEachIndexed { index, channel -> given("channels[$index]", channel) }
        return enable(given("channels", channels).asFlow().checked(), options) {
            (channels as? Collection)?.distinctBy { it.custSpaceId }?.size
        }
    }

    /** The same, for channels that become known one by one. */
    @JvmSynthetic
    public fun enableMany(
        custSpaceIds: Flow<String>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome> = enable(channels(custSpaceIds), options) { null }

    /** The same, for channels that become known one by one, and of which some have an ISV code of their own. */
    @JvmSynthetic
    @JvmName("enableManyChannels")
    public fun enableMany(
        channels: Flow<Channel>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Flow<ChannelOutcome> = enable(channels.checked(), options) { null }

    /** This client for Java, with a `CompletableFuture` for each call. Closing either closes both. */
    public fun async(): AsyncClient = AsyncClient(this)

    /** This client for Java, with calls that block their thread. Closing either closes both. */
    public fun blocking(): BlockingClient = BlockingClient(this)

    /**
     * Gives up the connections, once the calls that are under way have ended. Calls after it are refused; closing again
     * does nothing.
     */
    override fun close(): Unit = native.close()

    /** The service's address. */
    override fun toString(): String = "Client($endpoint)"

    private fun enable(channels: Flow<Channel>, options: EnableManyOptions, total: () -> Int?): Flow<ChannelOutcome> {
        val begin = { native.enableMany(bulk(options), call(options.timeout, options.maxAttempts)) }
        return run(begin, channels, total, options.onProgress, thrown)
    }
}

/** Makes a client, as in `Client { accountId = "1234567890" }`. */
@JvmSynthetic
public fun Client(configure: ClientConfig.Builder.() -> Unit): Client = Client(ClientConfig(configure))

private fun channels(custSpaceIds: Flow<String>): Flow<Channel> =
    custSpaceIds.withIndex().map { (index, id) -> Channel(channelId(id, "custSpaceIds[$index]")) }

private fun Flow<Channel>.checked(): Flow<Channel> =
    withIndex().map { (index, channel) -> given("channels[$index]", channel) }

private suspend fun parameters(parameters: Map<String, Any?>): List<Parameter> =
    parameters.mapNotNull { (name, value) ->
        when (value) {
            null -> null
            is CharSequence, is Number, is Boolean -> Parameter(name, value.toString())
            else -> {
                val hint = "Give it as a text: what is nested, as the JSON text that the operation's page shows."
                val details = CamsRoiException.Details(hint = hint)
                raise(CamsRoiException.InvalidArgument("parameter $name is no text, number or boolean", details))
            }
        }
    }
