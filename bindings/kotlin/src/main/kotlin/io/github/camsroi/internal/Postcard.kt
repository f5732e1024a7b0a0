// How options cross, and requests and answers of operations: in postcard's encoding, one by one in the order of the model,
// without names. Whole numbers are varints, zigzag where they have a sign; texts, lists and maps begin with their length,
// and what may be missing with 0 or 1. What is written and read is generated from the model, and belongs to the library's
// build.
package io.github.camsroi.internal

import io.github.camsroi.AccessDeniedDetail
import io.github.camsroi.CamsRoiException
import io.github.camsroi.Channel
import java.time.Instant

/** A request on its way to the library. */
internal class PostcardOutput(private val to: Output) {
    fun text(value: String) {
        val bytes = utf8(value)
        length(bytes.size)
        to.bytes(bytes)
    }

    fun long(value: Long) = varint((value shl 1) xor (value shr Long.SIZE_BITS - 1))

    fun double(value: Double) = to.long(java.lang.Long.reverseBytes(value.toRawBits()))

    fun boolean(value: Boolean) = to.boolean(value)

    /** A time in milliseconds: a number that can hold any, so that the core alone says what is wrong with one. */
    fun time(value: Instant) = double(value.toMs())

    inline fun <T : Any> optional(value: T?, write: (T) -> Unit) {
        boolean(value != null)
        if (value != null) write(value)
    }

    inline fun <T> list(values: Collection<T>, write: (T) -> Unit) {
        length(values.size)
        values.forEach { write(it) }
    }

    inline fun <T> map(values: Map<String, T>, write: (T) -> Unit) {
        length(values.size)
        values.forEach { (name, value) ->
            text(name)
            write(value)
        }
    }

    fun channels(values: List<Channel>) = list(values) { channel ->
        text(channel.custSpaceId)
        optional(channel.isvCode) { text(it) }
    }

    fun length(value: Int) = varint(value.toLong())

    private fun varint(value: Long) {
        var rest = value
        while (rest and LOW_BITS.inv() != 0L) {
            to.byte((rest or MORE).toByte())
            rest = rest ushr BITS
        }
        to.byte(rest.toByte())
    }
}

/** An answer of the library's, from one of its bytes on. [thrown] is for the errors that are part of it. */
internal class PostcardInput(private val bytes: ByteArray, private var at: Int, private val thrown: Thrown = NOTHING) {
    fun text(): String {
        val length = length()
        at += length
        return String(bytes, at - length, length, Charsets.UTF_8)
    }

    fun long(): Long = varint().let { (it ushr 1) xor -(it and 1) }

    fun double(): Double {
        var bits = 0L
        repeat(Long.SIZE_BYTES) { bits = bits or (byte() shl it * Byte.SIZE_BITS) }
        return Double.fromBits(bits)
    }

    fun boolean(): Boolean = bytes[at++] != 0.toByte()

    fun time(): Instant = Instant.ofEpochMilli(long())

    inline fun <T> optional(read: () -> T): T? = if (boolean()) read() else null

    inline fun <T> list(read: () -> T): List<T> = List(length()) { read() }

    inline fun <T> map(read: () -> T): Map<String, T> = buildMap { repeat(length()) { put(text(), read()) } }

    fun accessDeniedDetail(): AccessDeniedDetail = AccessDeniedDetail(
        text(),
        optional { text() },
        optional { text() },
        optional { text() },
        optional { text() },
        optional { text() },
        optional { text() },
        optional { text() },
    )

    /** An error that is part of an answer. */
    fun error(): CamsRoiException = errorInfo().let { exception(it, thrown(it)) }

    /** A length, or another number without a sign. */
    fun length(): Int = varint().toInt()

    private fun varint(): Long {
        var value = 0L
        var shift = 0
        while (true) {
            val byte = byte()
            value = value or (byte and LOW_BITS shl shift)
            if (byte and MORE == 0L) return value
            shift += BITS
        }
    }

    private fun byte(): Long = bytes[at++].toLong() and BYTE
}

/** A byte of a varint has seven bits of the number, and one that says whether more of it follows. */
private const val BITS = 7
private const val LOW_BITS = 0x7FL
private const val MORE = 0x80L
private const val BYTE = 0xFFL
