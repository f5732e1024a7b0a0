// How errors and channels cross: uniffi's own encoding, in which numbers are big-endian. The classes of what
// crosses are generated from the library and know their fields; this is what those are made of. Options, and requests
// and answers of operations, have an encoding of their own: see Postcard.kt.
package io.github.camsroi.internal

import java.nio.ByteBuffer
import java.nio.CharBuffer
import java.nio.charset.CodingErrorAction

/** What can be written, to cross the binding. */
internal interface Written {
    fun write(to: Output)
}

/** Bytes that cross as they are. */
internal class Bytes(private val value: ByteArray) : Written {
    override fun write(to: Output) {
        to.int(value.size)
        to.bytes(value)
    }
}

/** The bytes of what crosses. */
internal class Output {
    private var buffer = ByteBuffer.allocate(INITIAL)

    fun bytes(): ByteArray = buffer.array().copyOf(buffer.position())

    fun byte(value: Byte) {
        room(1).put(value)
    }

    fun bytes(value: ByteArray) {
        room(value.size).put(value)
    }

    fun int(value: Int) {
        room(Int.SIZE_BYTES).putInt(value)
    }

    fun long(value: Long) {
        room(Long.SIZE_BYTES).putLong(value)
    }

    fun double(value: Double) {
        room(Double.SIZE_BYTES).putDouble(value)
    }

    fun boolean(value: Boolean) {
        room(1).put(if (value) 1 else 0)
    }

    fun text(value: String) {
        val bytes = utf8(value)
        int(bytes.size)
        bytes(bytes)
    }

    fun one(value: Written) = value.write(this)

    inline fun <T : Any> optional(value: T?, write: Output.(T) -> Unit) {
        boolean(value != null)
        if (value != null) write(value)
    }

    inline fun <T> list(values: Collection<T>, write: Output.(T) -> Unit) {
        int(values.size)
        values.forEach { write(it) }
    }

    inline fun <K, V> map(values: Map<K, V>, key: Output.(K) -> Unit, value: Output.(V) -> Unit) {
        int(values.size)
        values.forEach {
            key(it.key)
            value(it.value)
        }
    }

    private fun room(bytes: Int): ByteBuffer {
        if (buffer.remaining() < bytes) {
            val more = ByteBuffer.allocate(maxOf(buffer.capacity() * 2, buffer.position() + bytes))
            more.put(buffer.array(), 0, buffer.position())
            buffer = more
        }
        return buffer
    }

    private companion object {
        /** More than most requests have. */
        const val INITIAL = 256
    }
}

/**
 * A text as it crosses. In the place of half a surrogate pair comes the character that the core refuses by the option's
 * name; Java would write a question mark, which it cannot tell from one that is meant.
 */
internal fun utf8(text: String): ByteArray {
    if (text.none { it.isSurrogate() }) return text.encodeToByteArray()
    val encoder = Charsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)
    val bytes = encoder.replaceWith("\ufffd".encodeToByteArray()).encode(CharBuffer.wrap(text))
    return ByteArray(bytes.remaining()).also { bytes.get(it) }
}

/** What crossed, as it is read. */
internal class Input(bytes: ByteArray) {
    private val buffer = ByteBuffer.wrap(bytes)

    fun byte(): Byte = buffer.get()

    fun int(): Int = buffer.getInt()

    fun long(): Long = buffer.getLong()

    fun double(): Double = buffer.getDouble()

    fun boolean(): Boolean = buffer.get() != 0.toByte()

    fun text(): String {
        val length = int()
        val text = String(buffer.array(), buffer.position(), length, Charsets.UTF_8)
        buffer.position(buffer.position() + length)
        return text
    }

    inline fun <T> optional(read: Input.() -> T): T? = if (boolean()) read() else null

    inline fun <T> list(read: Input.() -> T): List<T> = List(int()) { read() }

    inline fun <K, V> map(key: Input.() -> K, value: Input.() -> V): Map<K, V> =
        buildMap { repeat(int()) { put(key(), value()) } }

    /** What follows is the answer of an operation. */
    fun postcard(thrown: Thrown = NOTHING): PostcardInput = PostcardInput(buffer.array(), buffer.position(), thrown)
}
