package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import java.util.concurrent.CancellationException
import java.util.concurrent.locks.LockSupport

/** Waits for the answer, on this thread. Interrupting it ends the call, and its request on the wire. */
internal fun <Answer> Task<Answer>.join(thrown: Thrown): Answer = Waiting(this).answer(thrown)

/** A thread that waits for an answer. Any thread may [end] that. */
internal class Waiting<Answer>(private val task: Task<Answer>) : Waiter {
    private val thread = Thread.currentThread()
    private var answer: ByteArray? = null

    @Volatile
    private var done = false

    @Volatile
    private var ended = false

    override fun done(answer: ByteArray?) {
        this.answer = answer
        done = true
        LockSupport.unpark(thread)
    }

    /** Has the thread wait no longer: it throws. */
    fun end() {
        ended = true
        LockSupport.unpark(thread)
    }

    /** Begins the task and waits for its answer. */
    fun answer(thrown: Thrown): Answer {
        if (Thread.currentThread().isInterrupted) throw interrupted(InterruptedException())
        val call = Jni.begin(task, this)
        while (!done) {
            val why = when {
                ended -> CancellationException("it was ended")
                Thread.currentThread().isInterrupted -> interrupted(InterruptedException())
                else -> null
            }
            // An answer that is about to be told is taken: it may say what is to be ended.
            if (why != null && Jni.end(call)) throw why
            LockSupport.park(this)
        }
        return called { bridgedNow(thrown) { Jni.answer(task, answer) } }
    }
}

/** That this thread, which waited, was interrupted. */
internal fun interrupted(cause: InterruptedException): CancellationException =
    CancellationException("the thread was interrupted").apply { initCause(cause) }

/** Takes our own lines from what is thrown. */
internal inline fun <T> called(work: () -> T): T = try {
    work()
} catch (failure: CamsRoiException) {
    throw failure.calledFrom(failure)
}
