package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executor
import java.util.concurrent.ForkJoinPool
import java.util.concurrent.atomic.AtomicBoolean

/**
 * A future of the answer. What is refused by [task] fails the future too. Whatever else completes it ends the call, and
 * its request on the wire.
 */
@Suppress("TooGenericExceptionCaught") // Whatever it is, it is the future's.
internal fun <Answer> future(thrown: Thrown, task: () -> Task<Answer>): CompletableFuture<Answer> {
    val site = Throwable()
    val future = CompletableFuture<Answer>()
    try {
        val begun = task()
        val call = Jni.begin(begun) { answer ->
            // Whoever goes on with the answer holds up no other call.
            onPool {
                future.settle(site) { bridgedNow(thrown) { Jni.answer(begun, answer) } }
            }
        }
        future.whenComplete { _, _ -> Jni.end(call) }
    } catch (failure: Throwable) {
        future.fail(site, failure)
    }
    return future
}

/** Where whoever waits for a future goes on. The JVM may have been told to have no common pool. */
private val POOL: Executor = if (ForkJoinPool.getCommonPoolParallelism() > 0) ForkJoinPool.commonPool() else THREADS

/** Runs [work] on the pool, or here where the system starts no thread for it: a future must not stay open for that. */
@Suppress("TooGenericExceptionCaught") // The JVM has an Error for it.
private fun onPool(work: () -> Unit) {
    val isDone = AtomicBoolean()
    val once = Runnable { if (isDone.compareAndSet(false, true)) work() }
    try {
        POOL.execute(once)
    } catch (_: Throwable) {
        // A pool may keep what it could start no thread for.
        once.run()
    }
}

/** Completes a future with what [work] gives or throws. */
@Suppress("TooGenericExceptionCaught") // Whatever it is, it is the future's.
internal inline fun <T> CompletableFuture<T>.settle(site: Throwable, work: () -> T) {
    try {
        complete(work())
    } catch (failure: Throwable) {
        fail(site, failure)
    }
}

/** Fails a future, with the lines of who called, where the failure is ours. */
internal fun CompletableFuture<*>.fail(site: Throwable, failure: Throwable) {
    completeExceptionally(if (failure is CamsRoiException) failure.calledFrom(site) else failure)
}
