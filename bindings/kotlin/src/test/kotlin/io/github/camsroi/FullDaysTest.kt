package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

class FullDaysTest {
    private val now = Instant.parse("2026-11-27T20:00:00Z")

    @Test
    fun `days are whole, and none is today`() {
        val expected = mapOf(
            "yesterday" to "2026-11-26T00:00:00Z..2026-11-27T00:00:00Z",
            "7d" to "2026-11-20T00:00:00Z..2026-11-27T00:00:00Z",
            "2026-11-01" to "2026-11-01T00:00:00Z..2026-11-02T00:00:00Z",
            "2026-11-01..2026-11-07" to "2026-11-01T00:00:00Z..2026-11-08T00:00:00Z",
        )
        for ((days, times) in expected) assertEquals(times, FullDays.of(days, null, now).toString())
        val (start, end) = FullDays.of("1d")
        assertTrue(end <= Instant.now() && start < end)
    }

    @Test
    fun `they begin where the zone says, by its text or as Java has it`() {
        val there = FullDays.of("1d", "+08:00", now)
        assertEquals("2026-11-26T16:00:00Z..2026-11-27T16:00:00Z", there.toString())
        assertEquals(there, FullDays.of("1d", ZoneOffset.ofHours(8), now))
        assertEquals(there, FullDays.of("1d", ZoneId.of("UTC+08:00"), now))
        assertEquals(FullDays.of("1d", null, now), FullDays.of("1d", ZoneOffset.UTC, now))
        assertEquals(there.hashCode(), FullDays.of("1d", ZoneOffset.ofHours(8), now).hashCode())
    }

    @Test
    fun `what is no day, or no zone, is refused`() {
        for (days in listOf("", "today", "0d", "2026-13-01", "2026-11-02..2026-11-01")) {
            val error = assertThrows<CamsRoiException.InvalidArgument> { FullDays.of(days, null, now) }
            assertTrue(error.message.startsWith("days is \"$days\""), error.message)
            assertTrue("yesterday" in error.hint!!)
        }
        val error = assertThrows<CamsRoiException.InvalidArgument> { FullDays.of("1d", "Mars/Base", now) }
        assertTrue("Mars/Base" in error.message, error.message)
    }
}
