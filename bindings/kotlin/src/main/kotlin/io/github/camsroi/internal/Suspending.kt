package io.github.camsroi.internal

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

/** Gives what is thrown at once the lines of the suspended callers. */
internal suspend inline fun <T> suspended(work: () -> T): T = try {
    work()
} catch (failure: RuntimeException) {
    raise(failure)
}
