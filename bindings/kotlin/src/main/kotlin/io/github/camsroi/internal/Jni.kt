package io.github.camsroi.internal

import kotlinx.coroutines.CancellableContinuation
import kotlinx.coroutines.suspendCancellableCoroutine
import java.nio.ByteBuffer
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong
import kotlin.coroutines.resume

/**
 * The short way for calls: an array of bytes there, and one back, written and read by what is generated. See
 * `bindings/uniffi/src/jvm.rs`, which it calls and which calls it.
 */
internal object Jni {
    private val waiting = ConcurrentHashMap<Long, CancellableContinuation<ByteArray>>()
    private val numbers = AtomicLong()

    /** Has answers told to [done]. */
    @JvmStatic
    external fun prepare()

    @JvmStatic
    private external fun begin(client: Long, call: Long, operation: Int, request: ByteArray)

    @JvmStatic
    private external fun cancel(call: Long)

    /** Takes an answer, on the thread that calls are made on; whoever waits goes on elsewhere. */
    @JvmStatic
    fun done(call: Long, answer: ByteArray) {
        waiting.remove(call)?.resume(answer)
    }

    /** Makes a call. Cancelling ends it, and its request on the wire. */
    suspend fun <Request, Answer> call(
        operation: Operation<Request, Answer>,
        client: Long,
        request: Request,
        settings: CallSettings,
    ): Answer {
        val bytes = written(operation, request, settings)
        val call = numbers.incrementAndGet()
        val answer = suspendCancellableCoroutine { continuation ->
            waiting[call] = continuation
            continuation.invokeOnCancellation { if (waiting.remove(call) != null) cancel(call) }
            begin(client, call, operation.number, bytes)
        }
        return read(operation, ByteBuffer.wrap(answer))
    }

    private fun <Request> written(
        operation: Operation<Request, *>,
        request: Request,
        settings: CallSettings,
    ): ByteArray {
        val most = operation.request.allocationSize(request) + FfiConverterTypeCallSettings.allocationSize(settings)
        val buffer = ByteBuffer.allocate(most.toInt())
        operation.request.write(request, buffer)
        FfiConverterTypeCallSettings.write(settings, buffer)
        return buffer.array().copyOf(buffer.position())
    }

    private fun <Answer> read(operation: Operation<*, Answer>, answer: ByteBuffer): Answer =
        when (val kind = answer.get()) {
            SUCCEEDED -> operation.answer.read(answer)
            FAILED -> throw FfiConverterTypeFailure.read(answer)
            PANICKED -> throw InternalException(FfiConverterString.read(answer))
            else -> throw InternalException("an answer of the kind $kind")
        }

    private const val SUCCEEDED: Byte = 0
    private const val FAILED: Byte = 1
    private const val PANICKED: Byte = 2
}

/** An operation, as `jvm.rs` numbers them. */
internal class Operation<Request, Answer> private constructor(
    val number: Int,
    val request: FfiConverter<Request, *>,
    val answer: FfiConverter<Answer, *>,
) {
    companion object {
        val ENABLE = Operation(0, FfiConverterTypeEnableRequest, FfiConverterTypeEnabled)
        val PHONE_NUMBER = Operation(1, FfiConverterTypePhoneNumberRequest, FfiConverterTypePhoneNumberFigures)
        val TEMPLATE = Operation(2, FfiConverterTypeTemplateRequest, FfiConverterTypeTemplateFigures)
        val CALL = Operation(3, FfiConverterTypeCallRequest, FfiConverterString)
    }
}
