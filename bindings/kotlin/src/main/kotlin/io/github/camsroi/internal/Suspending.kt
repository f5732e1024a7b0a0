package io.github.camsroi.internal

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlin.coroutines.resume

/**
 * Suspends for the answer. Cancelling ends the call, and its request on the wire. What fails is an exception of ours, with
 * the lines of the suspended callers.
 */
internal suspend fun <Answer> Task<Answer>.await(thrown: Thrown): Answer {
    val answer = suspendCancellableCoroutine { continuation ->
        val call = Jni.begin(this) { continuation.resume(it) }
        // At once where it was cancelled in the meantime.
        continuation.invokeOnCancellation { Jni.end(call) }
    }
    return suspended { bridgedNow(thrown) { Jni.answer(this, answer) } }
}

/** The same for an answer that must not be lost: where it comes although the coroutine was cancelled, [late] has it. */
internal suspend fun <Answer> Task<Answer>.await(thrown: Thrown, late: (Answer) -> Unit): Answer {
    val told = Told(this, late)
    val answer = try {
        suspendCancellableCoroutine<ByteArray?> { continuation ->
            val call = Jni.begin(this) {
                told.tell(it)
                continuation.resume(it)
            }
            continuation.invokeOnCancellation { Jni.end(call) }
        }
    } catch (cancelled: CancellationException) {
        told.leave()
        throw cancelled
    }
    return suspended { bridgedNow(thrown) { Jni.answer(this, answer) } }
}

/** The answer of a task, which whoever awaits it may leave before it comes, or before it is taken. */
private class Told<Answer>(private val task: Task<Answer>, private val late: (Answer) -> Unit) {
    private var answer: ByteArray? = null
    private var left = false

    @Synchronized
    fun tell(answer: ByteArray?) {
        this.answer = answer
        if (left) giveLate()
    }

    @Synchronized
    fun leave() {
        left = true
        giveLate()
    }

    /** An answer that says why it failed says nothing else. */
    private fun giveLate() {
        val answer = answer ?: return
        runCatching { Jni.answer(task, answer) }.onSuccess(late)
    }
}

/** Gives what is thrown at once the lines of the suspended callers. */
internal suspend inline fun <T> suspended(work: () -> T): T = try {
    work()
} catch (failure: RuntimeException) {
    raise(failure)
}
