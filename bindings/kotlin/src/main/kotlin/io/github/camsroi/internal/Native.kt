package io.github.camsroi.internal

import io.github.camsroi.Channel
import java.lang.ref.PhantomReference
import java.lang.ref.ReferenceQueue
import java.util.concurrent.ConcurrentHashMap

/** A client as the library has it, until nobody here has it any more. */
internal class NativeClient(settings: Bytes, level: LogLevel, source: Provider?, sink: Sink?, events: Sink?) {
    private val opened: Opened

    init {
        opened = Jni.open(settings, level, source, sink, events)
        val handle = opened.handle
        Forgotten.watch(this) { Jni.now(handle, Function.FORGET) }
    }

    val handle: Long get() = opened.handle

    val endpoint: String get() = opened.endpoint

    fun close() = Jni.now(handle, Function.CLOSE)

    fun enableMany(settings: Bytes, isList: Boolean) =
        Bulk(Jni.now(handle, Function.ENABLE_MANY, settings, Flag(isList)))
}

/** What nobody has any more. It is given up when the next is made: no thread waits for that. */
internal object Forgotten {
    private val queue = ReferenceQueue<Any>()
    private val watched: MutableSet<Watched> = ConcurrentHashMap.newKeySet()

    private class Watched(owner: Any, val giveUp: () -> Unit) : PhantomReference<Any>(owner, queue)

    /** Has something given up when nobody has its owner any more, which it must not know. */
    fun watch(owner: Any, giveUp: () -> Unit) {
        collect()
        watched += Watched(owner, giveUp)
    }

    private fun collect() {
        while (true) {
            val gone = queue.poll() as Watched? ?: break
            watched -= gone
            gone.giveUp()
        }
    }
}

/** A run over many channels, until it is closed. */
internal class Bulk(private val handle: Long) : AutoCloseable {
    /** Adds a channel as soon as there is room for it; tells whether more are wanted. */
    fun add(channel: Channel): Task<Boolean> {
        val to = Output()
        to.text(channel.custSpaceId)
        to.optional(channel.isvCode) { text(it) }
        return Task(Work.Add, handle, to.bytes())
    }

    /** Says that no more channels will come. */
    fun finish() = Jni.now(handle, Function.FINISH)

    /** The next outcome, or nothing at the end. */
    fun next(): Task<NativeChannelOutcome?> = Task(Work.Next, handle, ByteArray(0))

    /** Ends the calls that are under way, and makes no more. */
    override fun close() = Jni.now(handle, Function.FORGET)
}

/** A list of channels that is being read, until it is closed or nobody has it any more. */
internal class ChannelReader(path: String) : AutoCloseable {
    private val handle: Long = Jni.now(0, Function.OPEN_LIST, Text(path))

    @Volatile
    private var closed = false

    init {
        val handle = handle
        Forgotten.watch(this) { Jni.now(handle, Function.FORGET) }
    }

    /** The next channels; none at the end, and once it is closed. */
    fun next(): List<ListedChannel> = if (closed) emptyList() else Jni.now(handle, Function.NEXT_OF_LIST)

    override fun close() {
        closed = true
        Jni.now(handle, Function.FORGET)
    }
}
