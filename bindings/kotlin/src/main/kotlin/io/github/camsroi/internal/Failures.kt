package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import io.github.camsroi.CamsRoiPanicException
import java.time.Duration
import kotlin.coroutines.Continuation
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn
import kotlin.coroutines.jvm.internal.CoroutineStackFrame
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.toJavaDuration

/** Gives what the user's function threw, if that is what this error is about. */
internal typealias Thrown = (ErrorInfo) -> Throwable?

/** Calls the binding. What it throws becomes an exception of ours. */
internal inline fun <T> bridgedNow(noinline thrown: Thrown = NOTHING, work: () -> T): T = try {
    work()
} catch (failure: Failure) {
    throw exception(failure, thrown)
} catch (panic: Panic) {
    throw exception(panic)
}

/** Of what no function of the user's has a part in. */
internal val NOTHING: Thrown = { null }

internal fun exception(panic: Panic): CamsRoiPanicException =
    CamsRoiPanicException("a mistake in cams-roi, please report it: ${panic.message}", panic)

internal fun exception(failure: Failure, thrown: Thrown): RuntimeException = when (failure) {
    is Failure.Failed -> exception(failure.error, thrown(failure.error))
    // Only a cancel token does that, which Kotlin hands over to no call.
    is Failure.Cancelled -> CamsRoiPanicException("a mistake in cams-roi: cancelled by nobody", failure)
}

/** The exception of an error of the library. */
internal fun exception(error: ErrorInfo, thrown: Throwable? = null): CamsRoiException =
    exceptionOf(error.kind, error.reason, details(error), thrown ?: Cause.of(error.causes))

private fun details(error: ErrorInfo) = CamsRoiException.Details(
    code = error.code,
    requestId = error.requestId,
    httpStatus = error.httpStatus,
    retryable = error.retryable,
    retryAfter = error.retryAfterMs?.milliseconds?.toJavaDuration(),
    attempts = error.attempts,
    operation = error.operation,
    custSpaceId = error.custSpaceId,
    phoneNumber = error.phoneNumber,
    templateCode = error.templateCode,
    hint = error.hint,
    detail = error.detail,
    accessDeniedDetail = error.accessDeniedDetail?.let(::accessDeniedDetail),
    timeoutPhase = error.timeoutPhase?.let(::timeoutPhase),
).apply { text = error.text }

private fun timeoutPhase(phase: Phase) = when (phase) {
    Phase.CONNECT -> io.github.camsroi.TimeoutPhase.CONNECT
    Phase.ATTEMPT -> io.github.camsroi.TimeoutPhase.ATTEMPT
    Phase.QUEUE -> io.github.camsroi.TimeoutPhase.QUEUE
    Phase.OVERALL -> io.github.camsroi.TimeoutPhase.OVERALL
}

/** What caused an error of the core: it has words, and no stack. */
private class Cause(message: String, cause: Throwable?) : Exception(message, cause, false, false) {
    override fun toString(): String = message.orEmpty()

    companion object {
        private const val serialVersionUID = 1L

        fun of(texts: List<String>): Throwable? =
            texts.foldRight(null as Throwable?) { text, cause -> Cause(text, cause) }
    }
}

/**
 * Throws for the coroutine that calls. Where it was suspended, the thread's stack shows who resumed it and not who
 * called; the continuations know that.
 */
internal suspend fun raise(exception: RuntimeException): Nothing =
    suspendCoroutineUninterceptedOrReturn { continuation ->
        val callers = callers(continuation)
        if (callers.isNotEmpty()) exception.stackTrace = callers.toTypedArray()
        throw exception
    }

/** Gives an error that is no failure of this call, but part of its result, the caller's lines all the same. */
internal suspend fun withCallers(exception: RuntimeException): Unit =
    suspendCoroutineUninterceptedOrReturn { continuation ->
        exception.stackTrace = callers(continuation).toTypedArray()
    }

private fun callers(continuation: Continuation<*>): List<StackTraceElement> =
    generateSequence(continuation as? CoroutineStackFrame) { it.callerFrame }
        .mapNotNull { it.getStackTraceElement() }
        .dropWhile { OURS.matches(it.className) }
        .toList()

/** Of no use to who reads a stack trace for their own lines. */
private val OURS = Regex(
    """io\.github\.camsroi\.(internal\..*|((Async|Blocking)?(Client|Operations)|NamedArguments|EnableAll)(Kt)?""" +
        """($|\$.*))""",
)

/** Gives an exception the lines of who called, without ours. */
internal fun <E : Throwable> E.calledFrom(site: Throwable): E = apply {
    stackTrace = site.stackTrace.dropWhile { OURS.matches(it.className) }.toTypedArray()
}
