package io.github.camsroi

import io.github.camsroi.internal.calledFrom
import io.github.camsroi.internal.given
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.future.future
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer

/**
 * A [Client] for Java, with a `CompletableFuture` for each call.
 *
 * A future that fails has a [CamsRoiException] as the cause of what `join` and `get` throw. `cancel` ends the request
 * itself. What is chained to a future without an executor of its own runs on a shared pool and must not block for long.
 */
public class AsyncClient internal constructor(private val client: Client) : AutoCloseable {
    /** The service's address. */
    public val endpoint: String get() = client.endpoint

    /** See [Client.enableWhatsappRoiMetric]. */
    @JvmOverloads
    public fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): CompletableFuture<EnableWhatsappRoiMetricResult> = begin {
        client.enableWhatsappRoiMetric(given("request", request), given("options", options))
    }

    /** See [Client.getChatappPhoneNumberMetric]. */
    @JvmOverloads
    public fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): CompletableFuture<GetChatappPhoneNumberMetricResult> =
        begin { client.getChatappPhoneNumberMetric(given("request", request), given("options", options)) }

    /** See [Client.getChatappTemplateMetric]. */
    @JvmOverloads
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): CompletableFuture<GetChatappTemplateMetricResult> = begin {
        client.getChatappTemplateMetric(given("request", request), given("options", options))
    }

    /** See [Client.callText]. */
    @JvmOverloads
    public fun callText(
        action: String,
        parameters: Map<String, Any?> = emptyMap(),
        options: RawCallOptions = RawCallOptions.NONE,
    ): CompletableFuture<String> = begin {
        client.callText(given("action", action), given("parameters", parameters), given("options", options))
    }

    /**
     * See [Client.enableMany]. Each outcome is given to [onOutcome], one after the other; what that throws ends the run.
     * The future is done when all are.
     */
    @JvmOverloads
    public fun enableMany(
        custSpaceIds: Iterable<String>,
        options: EnableManyOptions = EnableManyOptions.NONE,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?> = begin {
        client.enableMany(custSpaceIds, given("options", options)).collect(given("onOutcome", onOutcome)::accept)
        null
    }

    /** The same, for channels of which some have an ISV code of their own. */
    @JvmOverloads
    public fun enableManyChannels(
        channels: Iterable<Channel>,
        options: EnableManyOptions = EnableManyOptions.NONE,
        onOutcome: Consumer<ChannelOutcome>,
    ): CompletableFuture<Void?> = begin {
        client.enableMany(channels, given("options", options)).collect(given("onOutcome", onOutcome)::accept)
        null
    }

    /** See [Client.close]. */
    override fun close(): Unit = client.close()

    private fun <T> begin(call: suspend () -> T): CompletableFuture<T> {
        val site = Throwable()
        // What can be refused is refused here, and what is under way is so when the future is there to be waited for.
        return CALLERS.future(start = CoroutineStart.UNDISPATCHED) {
            try {
                call()
            } catch (e: CamsRoiException) {
                throw e.calledFrom(site)
            }
        }
    }

    private companion object {
        val CALLERS = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    }
}
