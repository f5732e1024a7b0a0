package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Test
import org.mockito.Mockito.mock
import org.mockito.Mockito.`when`
import java.util.concurrent.CompletableFuture

/** Clients of a test's own, in the place of one that calls the service. */
class OwnClientTest : EmulatedTest() {
    private val answer = EnableWhatsappRoiMetricResult("r", null, null)

    @Test
    fun `a client that does one thing differently is an object over another`() = suspending {
        val asked = mutableListOf<EnableWhatsappRoiMetricRequest>()
        val client = object : Client by emulator.client() {
            override suspend fun enableWhatsappRoiMetric(
                request: EnableWhatsappRoiMetricRequest,
                options: CallOptions,
            ) = answer.also { asked += request }
        }
        assertSame(answer, client.enableWhatsappRoiMetric(aChannel))
        assertSame(answer, client.enableWhatsappRoiMetric(custSpaceId = "cams-1", isvCode = "isv"))
        assertEquals(listOf(aChannel, EnableWhatsappRoiMetricRequest("cams-1", "isv")), asked)
        client.getChatappTemplateMetric("1100123456789", DAY_1, DAY_2, emulator.channels[0])
        assertEquals(listOf("GetChatappTemplateMetric"), emulator.log().map { it["action"].asString })
    }

    @Test
    fun `a mock answers to what it is asked`() = suspending {
        // What a function is suspended with is an argument, too, which differs each time.
        val client = mock(Client::class.java) { asked ->
            answer.takeIf { asked.method.name == "enableWhatsappRoiMetric" && asked.arguments[0] == aChannel }
        }
        assertSame(answer, client.enableWhatsappRoiMetric(emulator.channels[0]))
        val blocking = mock(BlockingClient::class.java)
        `when`(blocking.enableWhatsappRoiMetric(aChannel)).thenReturn(answer)
        assertSame(answer, blocking.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(emulator.channels[0])))
        val async = mock(AsyncClient::class.java)
        `when`(async.enableWhatsappRoiMetric(aChannel)).thenReturn(CompletableFuture.completedFuture(answer))
        assertSame(answer, async.enableWhatsappRoiMetric(aChannel).join())
        assertEquals(0, emulator.log().size)
    }

    private companion object {
        val DAY_1: java.time.Instant = java.time.Instant.EPOCH
        val DAY_2: java.time.Instant = java.time.Instant.EPOCH.plusSeconds(86_400)
    }
}
