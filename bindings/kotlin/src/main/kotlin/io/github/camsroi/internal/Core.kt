package io.github.camsroi.internal

import io.github.camsroi.CallOptions
import io.github.camsroi.ClientConfig
import io.github.camsroi.EnableManyOptions
import io.github.camsroi.EventListener
import io.github.camsroi.Logger
import io.github.camsroi.OpenTelemetryListener
import io.github.camsroi.PagesOptions
import io.github.camsroi.RawCallOptions
import io.github.camsroi.Slf4jLogger
import io.github.camsroi.LogLevel as PublicLevel

/** What the clients of each kind share. It knows no coroutines, so that Java needs none. */
internal class Core(config: ClientConfig) : AutoCloseable {
    private val provider = setting("config", config).settings.credentialsProvider?.let(::Provider)
    private val native: NativeClient
    private val listening: Listening

    /** What the user's function threw, if that is what an error is about. */
    val thrown: Thrown = { provider?.thrown(it) }

    init {
        Library.load()
        val given = config.settings.logger?.let { it to (config.settings.logLevel ?: PublicLevel.DEBUG) }
        val (logger, level) = given ?: Slf4jLogger.found() ?: (Logger.NONE to PublicLevel.ERROR)
        val sink = logger.takeUnless { it === Logger.NONE }?.let(::LoggerSink)
        listening = Listening(listeners(config.settings.onEvent))
        val product = listOfNotNull("jvm/${System.getProperty("java.version")}", config.settings.userAgent)
        val settings = settings(config.settings.copy().apply { userAgent = product.joinToString(" ") })
        native = bridgedNow { NativeClient(settings, level(level), provider, sink, listening) }
    }

    val endpoint: String = native.endpoint

    /** A call of an operation. */
    fun <Request, Answer> task(
        operation: Operation<Request, Answer>,
        request: Request,
        options: CallOptions,
    ): Task<Answer> {
        val settings = settings(given("options", options), listening.parent())
        return operation.task(native.handle, request, settings)
    }

    /** A call for a page of a listing. */
    fun <Request, Item> page(
        listing: Listing<Request, *, Item>,
        request: Request,
        cursor: String?,
        options: PagesOptions,
    ): Task<ItemsOfPage<Item>> {
        val settings = settings(options, listening.parent())
        return listing.page(native.handle, request, cursor, settings, thrown)
    }

    /** Ends the calls that go on until the page of a cursor is asked for, as [end] says. Nobody waits for that. */
    fun <Request> end(listing: Listing<Request, *, *>, request: Request, end: String, options: PagesOptions) {
        Jni.begin(page(listing, request, end, options)) { }
    }

    /** A call of any operation by its name. */
    fun call(action: String, parameters: Map<String, Any?>, options: RawCallOptions): Task<String> {
        val settings = settings(given("options", options), listening.parent())
        val written = parameters(given("parameters", parameters))
        val request = NamedCall(given("action", action), written, options.idempotent, options.unchecked)
        return NamedCall.task(native.handle, request, settings)
    }

    /** Begins to enable channels; a list is checked as a whole before the first is called. */
    fun enableMany(options: EnableManyOptions, isList: Boolean): Bulk = bridgedNow(thrown) {
        native.enableMany(settings(options, listening.parent()), isList)
    }

    override fun close(): Unit = native.close()
}

/** Who is told: the listener that is given, or OpenTelemetry where it is in use; with the one below it, both. */
private fun listeners(given: EventListener?): List<EventListener> {
    if (given === EventListener.NONE) return emptyList()
    val found = if (given is OpenTelemetryListener) null else OpenTelemetryListener.found()
    return listOfNotNull(given, found)
}
