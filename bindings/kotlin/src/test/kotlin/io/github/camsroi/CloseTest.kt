package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.util.concurrent.ConcurrentLinkedQueue

/** A call is under way from the moment that its future exists. */
class CloseTest : EmulatedTest() {
    @Test
    fun `futures that were there before close end with their results`() {
        repeat(ROUNDS) {
            val client = emulator.client().async()
            val calls = List(CALLS) { client.enableWhatsappRoiMetric(aChannel) }
            client.close()
            calls.forEach { it.join() }
        }
        assertEquals(ROUNDS * CALLS, emulator.log().size)
    }

    @Test
    fun `a run that was there before close ends with all its outcomes`() {
        val outcomes = ConcurrentLinkedQueue<ChannelOutcome>()
        val client = emulator.client().async()
        val run = client.enableMany(emulator.channels, EnableManyOptions(concurrency = 1)) { outcomes += it }
        client.close()
        run.join()
        assertEquals(emulator.channels.toSet(), outcomes.filter { it.enabled }.map { it.custSpaceId }.toSet())
    }

    private companion object {
        const val ROUNDS = 10
        const val CALLS = 30
    }
}
