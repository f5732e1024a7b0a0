package io.github.camsroi.internal

import java.util.Spliterator
import java.util.Spliterators
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer
import java.util.stream.Stream
import java.util.stream.StreamSupport

/** What comes one by one: one thread waits for it, and any may close it. */
internal interface OneByOne<T : Any> : AutoCloseable {
    /** The next one, or nothing at the end. Whatever is thrown ends it. */
    fun next(): T?
}

/** A stream of what comes. It is opened when the stream is first read, and closed with it. */
internal fun <T : Any> streamOf(open: () -> OneByOne<T>): Stream<T> {
    val each = Each(open)
    return StreamSupport.stream(each, false).onClose(each::close)
}

private class Each<T : Any>(private val open: () -> OneByOne<T>) :
    Spliterators.AbstractSpliterator<T>(Long.MAX_VALUE, ORDERED or NONNULL),
    AutoCloseable {
    @Volatile
    private var source: OneByOne<T>? = null

    @Volatile
    private var closed = false

    /** Never in parts: what a part of a parallel stream took in advance would count as taken, and nobody had it. */
    override fun trySplit(): Spliterator<T>? = null

    override fun tryAdvance(action: Consumer<in T>): Boolean {
        val next = called { (source ?: opened()).next() }
        next?.let { give(it, action) }
        return next != null
    }

    /** Whoever closed it before has closed nothing yet. */
    private fun opened(): OneByOne<T> = open().also {
        source = it
        if (closed) it.close()
    }

    /** Nobody may come who closes a stream that was thrown out of. */
    @Suppress("TooGenericExceptionCaught") // It is thrown on.
    private fun give(next: T, action: Consumer<in T>) = try {
        action.accept(next)
    } catch (thrown: Throwable) {
        close()
        throw thrown
    }

    override fun close() {
        closed = true
        source?.close()
    }
}

/** Gives a listener what comes, on a thread that may block. The future is done when it has all. */
@Suppress("TooGenericExceptionCaught") // Whatever it is, it is the future's.
internal fun <T : Any> givenTo(listener: () -> Consumer<T>, open: () -> OneByOne<T>): CompletableFuture<Void?> {
    val site = Throwable()
    val future = CompletableFuture<Void?>()
    try {
        val told = listener()
        val source = open()
        future.whenComplete { _, _ -> source.close() }
        THREADS.execute {
            future.settle(site) {
                generateSequence { source.next() }.forEach(told::accept)
                null
            }
        }
    } catch (failure: Throwable) {
        future.fail(site, failure)
    }
    return future
}
