package io.github.camsroi

import io.github.camsroi.internal.calledFrom
import io.github.camsroi.internal.given
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.channels.ReceiveChannel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.produceIn
import kotlinx.coroutines.runBlocking
import java.util.Spliterator
import java.util.Spliterators
import java.util.stream.Stream
import java.util.stream.StreamSupport

/**
 * A [Client] for Java, with calls that block their thread.
 *
 * What fails throws a [CamsRoiException], unchecked. Interrupting the thread ends the request itself: the call throws a
 * `java.util.concurrent.CancellationException`, unchecked too, and the thread stays interrupted.
 */
public class BlockingClient internal constructor(private val client: Client) : AutoCloseable {
    /** The service's address. */
    public val endpoint: String get() = client.endpoint

    /** See [Client.enableWhatsappRoiMetric]. */
    @JvmOverloads
    public fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): EnableWhatsappRoiMetricResult = await {
        client.enableWhatsappRoiMetric(given("request", request), given("options", options))
    }

    /** See [Client.getChatappPhoneNumberMetric]. */
    @JvmOverloads
    public fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappPhoneNumberMetricResult = await {
        client.getChatappPhoneNumberMetric(given("request", request), given("options", options))
    }

    /** See [Client.getChatappTemplateMetric]. */
    @JvmOverloads
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappTemplateMetricResult = await {
        client.getChatappTemplateMetric(given("request", request), given("options", options))
    }

    /** See [Client.callText]. */
    @JvmOverloads
    public fun callText(
        action: String,
        parameters: Map<String, Any?> = emptyMap(),
        options: RawCallOptions = RawCallOptions.NONE,
    ): String = await {
        client.callText(given("action", action), given("parameters", parameters), given("options", options))
    }

    /**
     * See [Client.enableMany]. Nothing happens before the stream is read; closing it ends the calls that are under way, so
     * open it in a `try` statement. It is read by one thread, and the channels are iterated over by another.
     */
    @JvmOverloads
    public fun enableMany(
        custSpaceIds: Iterable<String>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Stream<ChannelOutcome> = stream(client.enableMany(custSpaceIds, given("options", options)))

    /** The same, for channels of which some have an ISV code of their own. */
    @JvmOverloads
    public fun enableManyChannels(
        channels: Iterable<Channel>,
        options: EnableManyOptions = EnableManyOptions.NONE,
    ): Stream<ChannelOutcome> = stream(client.enableMany(channels, given("options", options)))

    /** See [Client.close]. */
    override fun close(): Unit = client.close()

    private fun stream(outcomes: Flow<ChannelOutcome>): Stream<ChannelOutcome> {
        val scope = CoroutineScope(Dispatchers.IO)
        val taken by lazy { outcomes.buffer(0).produceIn(scope) }
        val iterator = iterator { while (true) yield(await { next(taken) } ?: break) }
        val kind = Spliterator.ORDERED or Spliterator.NONNULL
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, kind), false).onClose {
            scope.cancel()
        }
    }

    private suspend fun next(outcomes: ReceiveChannel<ChannelOutcome>): ChannelOutcome? {
        val result = outcomes.receiveCatching()
        result.exceptionOrNull()?.let { throw it }
        return result.getOrNull()
    }

    private fun <T> await(call: suspend () -> T): T = try {
        runBlocking { call() }
    } catch (e: CamsRoiException) {
        throw e.calledFrom(Throwable())
    } catch (e: InterruptedException) {
        Thread.currentThread().interrupt()
        throw CancellationException("the thread was interrupted").apply { initCause(e) }
    }
}
