package io.github.camsroi

import io.github.camsroi.internal.Output
import io.github.camsroi.internal.PostcardInput
import io.github.camsroi.internal.PostcardOutput
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.time.Instant

/** Postcard's bytes, as its specification has them. */
class PostcardTest {
    private fun written(write: PostcardOutput.() -> Unit): List<Int> =
        Output().also { PostcardOutput(it).write() }.bytes().map { it.toInt() and 0xFF }

    private fun read(vararg bytes: Int) = PostcardInput(bytes.map { it.toByte() }.toByteArray(), 0)

    /** A value with its bytes, both ways. */
    private fun <T> crosses(
        value: T,
        vararg bytes: Int,
        write: PostcardOutput.(T) -> Unit,
        read: PostcardInput.() -> T,
    ) {
        assertEquals(bytes.toList(), written { write(value) }, "$value")
        assertEquals(value, read(*bytes).read(), "$value")
    }

    @Test
    fun `whole numbers are zigzag varints`() {
        fun crosses(value: Long, vararg bytes: Int) =
            crosses(value, *bytes, write = PostcardOutput::long, read = PostcardInput::long)
        crosses(0, 0x00)
        crosses(-1, 0x01)
        crosses(1, 0x02)
        crosses(63, 0x7E)
        crosses(-64, 0x7F)
        crosses(64, 0x80, 0x01)
        crosses(16_383, 0xFE, 0xFF, 0x01)
        crosses(Long.MAX_VALUE, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01)
        crosses(Long.MIN_VALUE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01)
    }

    @Test
    fun `numbers with a fraction begin with their lowest byte`() {
        fun crosses(value: Double, vararg bytes: Int) =
            crosses(value, *bytes, write = PostcardOutput::double, read = PostcardInput::double)
        crosses(1.0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F)
        crosses(-32.005859375, 0, 0, 0, 0, 0xC0, 0x00, 0x40, 0xC0)
        crosses(Double.NaN, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F)
    }

    @Test
    fun `texts begin with their length in bytes`() {
        fun crosses(value: String, vararg bytes: Int) =
            crosses(value, *bytes, write = PostcardOutput::text, read = PostcardInput::text)
        crosses("", 0)
        crosses("aé", 3, 0x61, 0xC3, 0xA9)
        val long = "x".repeat(200)
        crosses(long, 0xC8, 0x01, *IntArray(200) { 0x78 })
    }

    @Test
    fun `what may be missing, lists and maps say how much there is`() {
        crosses(null as Long?, 0, write = { optional(it) { long(it) } }, read = { optional { long() } })
        crosses(1L as Long?, 1, 2, write = { optional(it) { long(it) } }, read = { optional { long() } })
        crosses(true, 1, write = PostcardOutput::boolean, read = PostcardInput::boolean)
        crosses(listOf(1L, 2L), 2, 2, 4, write = { list(it) { long(it) } }, read = { list { long() } })
        crosses(mapOf("a" to 1L), 1, 1, 0x61, 2, write = { map(it) { long(it) } }, read = { map { long() } })
    }

    @Test
    fun `times go as numbers with a fraction, and come as whole milliseconds`() {
        assertEquals(written { double(1.5) }, written { time(Instant.ofEpochSecond(0, 1_500_000)) })
        assertEquals(Instant.ofEpochMilli(-1), read(0x01).time())
    }
}
