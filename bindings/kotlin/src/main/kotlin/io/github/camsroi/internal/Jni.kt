package io.github.camsroi.internal

import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong

/**
 * The way into the library and back: an array of bytes each way. See `bindings/uniffi/src/jvm`, which has the same numbers
 * for functions and for work.
 */
internal object Jni {
    private val waiting = ConcurrentHashMap<Long, Waiter>()
    private val numbers = AtomicLong()

    /** Has answers told to [done]; tells whether they are, and not to the class of another class loader. */
    @JvmStatic
    external fun prepare(): Boolean

    @JvmStatic
    private external fun open(settings: ByteArray, source: Provider?, sink: Sink?, events: Sink?): ByteArray

    @JvmStatic
    private external fun now(handle: Long, function: Int, request: ByteArray): ByteArray

    /** An answer where the call cannot even begin, else nothing. */
    @JvmStatic
    private external fun begin(handle: Long, call: Long, work: Int, request: ByteArray): ByteArray?

    /** Tells whether the call was under way: then its answer is never told. */
    @JvmStatic
    private external fun cancel(call: Long): Boolean

    /**
     * Takes an answer, on the thread that calls are made on; whoever waits goes on elsewhere. There is none where there
     * was no memory for it. If this throws, it is called once more, without an answer.
     */
    @JvmStatic
    fun done(call: Long, answer: ByteArray?) {
        val waiter = waiting[call] ?: return
        waiter.done(answer)
        waiting.remove(call)
    }

    /** Makes a client. */
    fun open(settings: Bytes, level: LogLevel, source: Provider?, sink: Sink?, events: Sink?): Opened {
        val request = Output().apply {
            one(settings)
            one(level)
        }
        return read(open(request.bytes(), source, sink, events)) { Opened(long(), text()) }
    }

    /** Calls a function that takes no time. */
    fun <Answer> now(handle: Long, function: Function<Answer>, vararg request: Written): Answer {
        val bytes = Output().apply { request.forEach { one(it) } }.bytes()
        return read(now(handle, function.number, bytes), function.read)
    }

    /** Begins a task, of which [waiter] is told the answer; gives the number by which to [end] it. */
    fun begin(task: Task<*>, waiter: Waiter): Long {
        val call = numbers.incrementAndGet()
        waiting[call] = waiter
        begin(task.handle, call, task.work.number, task.request)?.let { done(call, it) }
        return call
    }

    /**
     * Ends what is under way, and its request on the wire. Tells whether it did: what has been answered by then is told, if
     * it was not yet.
     */
    fun end(call: Long): Boolean {
        val ended = call in waiting.keys && cancel(call)
        if (ended) waiting.remove(call)
        return ended
    }

    /** What a task was answered with. */
    fun <Answer> answer(task: Task<Answer>, answer: ByteArray?): Answer {
        val bytes = answer ?: throw OutOfMemoryError("no memory for the answer to a call of cams-roi")
        return read(bytes) { task.work.read(this) }
    }

    private inline fun <Answer> read(answer: ByteArray, read: Input.() -> Answer): Answer {
        val from = Input(answer)
        return when (val kind = from.byte()) {
            SUCCEEDED -> from.read()
            FAILED -> throw Failure.read(from)
            PANICKED -> throw Panic(from.text())
            else -> throw Panic("an answer of the kind $kind")
        }
    }

    private const val SUCCEEDED: Byte = 0
    private const val FAILED: Byte = 1
    private const val PANICKED: Byte = 2
}

/** Is told an answer once, on a thread that it must not hold up. */
internal fun interface Waiter {
    fun done(answer: ByteArray?)
}

/** The library panicked. */
internal class Panic(message: String) : Exception(message) {
    private companion object {
        private const val serialVersionUID = 1L
    }
}

/** A client as the library knows it. */
internal class Opened(val handle: Long, val endpoint: String)

/** What takes no time, by number. */
internal class Function<Answer> private constructor(val number: Int, val read: Input.() -> Answer) {
    companion object {
        val CLOSE = Function(0) { }
        val FORGET = Function(1) { }
        val ENABLE_MANY = Function(2) { long() }
        val FINISH = Function(3) { }
        val GIVE = Function(4) { }
        val REFUSE = Function(5) { }
        val ERROR_KINDS = Function(6) { list { KindAndParent.read(this) } }
        val OPEN_LIST = Function(7) { long() }
        val NEXT_OF_LIST = Function(8) { list { ListedChannel.read(this) } }
        val FULL_DAYS = Function(9) { NativeDays.read(this) }
    }
}

/** Whether something is so. */
internal class Flag(private val value: Boolean) : Written {
    override fun write(to: Output) = to.boolean(value)
}

/** A text by itself. */
internal class Text(private val value: String) : Written {
    override fun write(to: Output) = to.text(value)
}

/** A text that may be missing. */
internal class OptionalText(private val value: String?) : Written {
    override fun write(to: Output) = to.optional(value) { text(it) }
}

/** A time or a span of it. */
internal class Milliseconds(private val value: Double) : Written {
    override fun write(to: Output) = to.double(value)
}
