package io.github.camsroi

import com.google.gson.JsonParser
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.math.BigDecimal
import java.math.BigInteger
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

class ClientTest : EmulatedTest() {
    private val channel = emulator.channels[0]

    private fun parameters(index: Int = 0): Map<String, String> =
        emulator.log()[index]["parameters"].asJsonObject.entrySet().associate { (name, value) ->
            name to value.asString
        }

    /** Enables a channel, lets two days go by, and gives the day on which metrics began. */
    private suspend fun collect(client: Client): Pair<Instant, Instant> {
        client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(channel))
        val now = Instant.parse(emulator.control("clock").asJsonObject["now"].asString)
        emulator.control("clock", mapOf("advance_ms" to 2 * DAY.toMillis()))
        val start = Instant.ofEpochMilli((now.toEpochMilli() / DAY.toMillis() + 1) * DAY.toMillis())
        return start to start + DAY
    }

    @Test
    fun `a channel is enabled, with all its parameters`() = suspending {
        emulator.client().use { client ->
            val result = client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(channel, emulator.isvCode))
            assertTrue(result.requestId!!.matches(Regex("[0-9A-F-]{36}")))
            assertNull(result.message)
            assertNull(result.accessDeniedDetail)
        }
        assertEquals(mapOf("CustSpaceId" to channel, "IsvCode" to emulator.isvCode), parameters())
        val userAgent = emulator.log()[0]["user_agent"].asString
        assertTrue(userAgent.matches(Regex("""cams-roi/[\d.]+ \(.*\) jvm/\d+.*""")), userAgent)
    }

    @Test
    fun `the account's own channel is asked for by a form of its own`() = suspending {
        emulator.changeAccount("direct_channel" to mapOf("id" to "cams-direct"))
        val client = emulator.client()
        client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest.ownChannel())
        val (start, end) = Instant.EPOCH to Instant.EPOCH + DAY
        client.getChatappPhoneNumberMetric(GetChatappPhoneNumberMetricRequest.ownChannel(start, end))
        client.getChatappTemplateMetric(GetChatappTemplateMetricRequest.ownChannel("1100123456789", start, end))
        assertTrue((0..2).none { "CustSpaceId" in parameters(it) })
    }

    @Test
    fun `metrics of phone numbers come typed, with instants`() = suspending {
        val client = emulator.client()
        val (start, end) = collect(client)
        val daily = GetChatappPhoneNumberMetricRequest(start, end, channel, Granularity.DAILY)
        val result = client.getChatappPhoneNumberMetric(daily)
        assertNotNull(result.requestId)
        val row = result.data.first()
        assertEquals(start, row.start)
        assertEquals(Granularity.DAILY, row.granularity)
        assertTrue(row.phoneNumber.matches(Regex("""\d+""")))
        assertTrue(row.sentCount >= row.deliveredCount)
        val halfHours = GetChatappPhoneNumberMetricRequest(start, end, channel, Granularity.HALF_HOUR, row.phoneNumber)
        assertEquals(48, client.getChatappPhoneNumberMetric(halfHours).data.size)
    }

    @Test
    fun `metrics of a template come with clicks, and with the texts that the service may add`() = suspending {
        val client = emulator.client()
        val (start, end) = collect(client)
        val code = "1100123456789012345678"
        val request = GetChatappTemplateMetricRequest(code, start, end, channel, "en", templateType = "WHATSAPP")
        val data = client.getChatappTemplateMetric(request).data
        assertEquals(code, data[0].templateCode)
        assertTrue(data.any { row -> row.clicks.any { it.type == ButtonType.QUICK_REPLY } })
        val row = """{"TemplateCode": "$code", "Language": "en", "Start": 1, "End": 2, "SentCount": "9223372036854775807",
            "Cliented": [{"ButtonContent": "x", "Type": "hologram", "Count": 3}]}"""
        val body = """{"Code": "OK", "RequestId": "r\n", "Data": [$row]}"""
        emulator.fault(null, "type" to "respond", "status" to 200, "body" to body)
        val told = client.getChatappTemplateMetric(request)
        assertEquals("r", told.requestId)
        assertEquals(Long.MAX_VALUE, told.data[0].sentCount)
        assertEquals(listOf(ButtonClicks("x", ButtonType.of("hologram"), 3)), told.data[0].clicks)
        assertEquals(told, client.getChatappTemplateMetric(request))
        assertTrue("hologram" in told.toString())
    }

    @Test
    fun `any operation can be called by its name`() = suspending {
        val client = emulator.client()
        val given = mapOf("PageSize" to 10, "IsBind" to true, "BindId" to StringBuilder("a"), "InstanceId" to null)
        val answer = JsonParser.parseString(client.callText("ListInstance", given)).asJsonObject
        assertEquals("OK", answer["Code"].asString)
        assertEquals(mapOf("PageSize" to "10", "IsBind" to "true", "BindId" to "a"), parameters())
        assertThrows<CamsRoiException.InvalidArgument> { client.callText("List Instance") }
    }

    @Test
    fun `what is nested is sent as compact JSON, in its order and with every digit`() = suspending {
        val client = emulator.client()
        val nested = linkedMapOf(
            "Z" to listOf(BigInteger.TWO.pow(64), BigDecimal("1.50"), 0.5, null, "é\"\\\n", emptyList<Int>()),
            "A" to arrayOf(setOf(1), mapOf("B" to false)),
            "I" to intArrayOf(1, 2),
            "L" to longArrayOf(),
        )
        assertThrows<CamsRoiException.InvalidParameter> { client.callText("ListNobodyKnows", mapOf("Of" to nested)) }
        val json =
            """{"Z":[18446744073709551616,1.50,0.5,null,"é\"\\\u000a",[]],"A":[[1],{"B":false}],"I":[1,2],"L":[]}"""
        assertEquals(mapOf("Of" to json), parameters())
    }

    @Test
    fun `what is no JSON is refused by its place`() = suspending {
        val client = emulator.client()
        val endless = mutableListOf<Any>()
        endless.add(endless)
        for ((value, message) in listOf(
            Any() to "parameter Of is no text, number, boolean, map, iterable or array",
            listOf(1, Any()) to "parameter Of[1] is no text, number, boolean, map, iterable or array",
            mapOf("A" to listOf(Double.NaN)) to "parameter Of.A[0] is NaN",
            Float.POSITIVE_INFINITY to "parameter Of is Infinity",
            mapOf(1 to 2) to "parameter Of has a key that is no text",
            endless to "parameter Of${"[0]".repeat(101)} nests too deeply",
        )) {
            val error = assertThrows<CamsRoiException.InvalidArgument> {
                client.callText("ListNobodyKnows", mapOf("Of" to value))
            }
            assertEquals(message, error.message)
        }
    }

    @Test
    fun `what is known of an operation counts, unless the call is unchecked`() = suspending {
        val client = emulator.client()
        val wrong = mapOf("PageSise" to 10)
        val error = assertThrows<CamsRoiException.InvalidArgument> { client.callText("ListInstance", wrong) }
        assertEquals("ListInstance has no parameter PageSise", error.message)
        assertEquals("Did you mean PageSize?", error.hint)
        client.callText("ListInstance", wrong, RawCallOptions(unchecked = true))
        assertEquals(mapOf("PageSise" to "10"), parameters())
    }

    @Test
    fun `what may not run twice is not repeated, unless it is said to be idempotent`() = suspending {
        val client = emulator.client()
        val action = "OpenChatappService"
        emulator.fault(1, "type" to "cut_off", "after_bytes" to 10)
        assertEquals(1, assertThrows<CamsRoiException.Transport> { client.callText(action) }.attempts)
        emulator.fault(1, "type" to "cut_off", "after_bytes" to 10)
        // The second attempt is answered: the emulator knows no such operation.
        val idempotent = RawCallOptions(idempotent = true)
        assertEquals(
            2,
            assertThrows<CamsRoiException.InvalidParameter> {
                client.callText(action, options = idempotent)
            }.attempts,
        )
    }

    @Test
    fun `both signatures are accepted`() = suspending {
        for (algorithm in SignatureAlgorithm.entries) {
            emulator.client { signature = algorithm }.enableWhatsappRoiMetric(aChannel)
        }
        assertEquals(2, emulator.log().map { it["signature"].asString }.toSet().size)
    }

    @Test
    fun `what is wrong with a setting is said before anything is sent`() {
        val wrong: List<ClientConfig.Builder.() -> Unit> = listOf(
            {
                region = "eu-central-1"
                endpoint = null
            },
            { endpoint = "ftp://host" },
            { proxy = Proxy.of("nonsense://") },
            { caFile = Path.of("/nowhere/ca.pem") },
            { rateLimit = RateLimit.perSecond(0) },
            { timeout = (-1).seconds },
            { connectTimeout = (-1).milliseconds },
            { attemptTimeout = 0.seconds },
            { maxAttempts = -1 },
            { maxAttempts = 0 },
            { baseDelay = (-1).milliseconds },
        )
        for ((index, configure) in wrong.withIndex()) {
            val error = assertThrows<CamsRoiException.Configuration>("the setting $index") {
                emulator.client(configure)
            }
            assertTrue(error.stackTrace.any { it.className.startsWith("io.github.camsroi.ClientTest") })
        }
    }

    @Test
    fun `what is wrong with a call is said before anything is sent`() = suspending {
        val client = emulator.client()
        val now = Instant.now()
        val wrong: List<suspend () -> Unit> = listOf(
            { client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest("")) },
            { client.enableWhatsappRoiMetric(aChannel, CallOptions(timeout = (-1).seconds)) },
            { client.enableWhatsappRoiMetric(aChannel, CallOptions(maxAttempts = 0)) },
            { client.getChatappPhoneNumberMetric(GetChatappPhoneNumberMetricRequest(now, now, channel)) },
            { client.getChatappPhoneNumberMetric(GetChatappPhoneNumberMetricRequest(Instant.MIN, now, channel)) },
            { client.getChatappTemplateMetric(GetChatappTemplateMetricRequest("", Instant.EPOCH, now, channel)) },
        )
        for (call in wrong) assertThrows<CamsRoiException.InvalidArgument> { call() }
        assertEquals(0, emulator.log().size)
    }

    @Test
    fun `a closed client refuses calls, and lets those that are under way end`() = suspending {
        emulator.fault(null, "type" to "delay", "ms" to 200)
        val client = emulator.client()
        assertEquals("${emulator.url}/", client.endpoint)
        val call = async { client.enableWhatsappRoiMetric(aChannel) }
        emulator.logged { it.size == 1 }
        client.close()
        client.close()
        assertNotNull(call.await().requestId)
        val calls: List<suspend () -> Unit> = listOf(
            { client.enableWhatsappRoiMetric(aChannel) },
            { client.enableMany(listOf("x")).first() },
            { client.callText("ListInstance") },
        )
        for (refused in calls) {
            val error = assertThrows<CamsRoiException.InvalidArgument> { refused() }
            assertTrue("closed" in error.message)
        }
        assertEquals(1, emulator.log().size)
    }

    @Test
    fun `a configuration does not change with its builder`() {
        val builder = ClientConfig.builder().endpoint("one")
        val config = builder.build()
        builder.endpoint("other")
        assertTrue("endpoint=one" in config.toString(), config.toString())
    }

    @Test
    fun `values are equal by what they say`() {
        assertEquals(Channel("a"), Channel("a"))
        assertNotEquals(Channel("a"), Channel("a", "b"))
        assertEquals(Granularity.DAILY, Granularity.of("DAILY"))
        assertEquals(Credentials("a", "b"), Credentials("a", "b"))
        assertEquals(Credentials("a", "b").hashCode(), Credentials("a", "b").hashCode())
        assertNotEquals(Credentials("a", "b"), Credentials("a", "c"))
        val options = CallOptions.builder().timeout(Duration.ofSeconds(1)).maxAttempts(2).build()
        assertEquals(CallOptions(1.seconds, 2), options)
        assertNotEquals(RawCallOptions(idempotent = true), RawCallOptions())
    }

    @Test
    fun `requests are equal by what they ask, and show it`() {
        val (start, end) = Instant.EPOCH to Instant.EPOCH + DAY
        val request = GetChatappTemplateMetricRequest("1100", start, end, "cams-1", granularity = Granularity.DAILY)
        val built = GetChatappTemplateMetricRequest.builder("1100", start, end).custSpaceId("cams-1")
            .granularity(Granularity.of("DAILY")).build()
        assertEquals(request, built)
        assertEquals(request.hashCode(), built.hashCode())
        assertEquals(request.toString(), built.toString())
        assertTrue("custSpaceId=cams-1" in request.toString() && "granularity=DAILY" in request.toString())
        val others = listOf(
            GetChatappTemplateMetricRequest("1101", start, end, "cams-1", granularity = Granularity.DAILY),
            GetChatappTemplateMetricRequest("1100", start, end, "cams-2", granularity = Granularity.DAILY),
            GetChatappTemplateMetricRequest("1100", start, end, "cams-1", "en", Granularity.DAILY),
            GetChatappTemplateMetricRequest.ownChannel("1100", start, end, granularity = Granularity.DAILY),
        )
        for (other in others) assertNotEquals(request, other)
        val own = EnableWhatsappRoiMetricRequest.builder().ownChannel().build()
        assertEquals(EnableWhatsappRoiMetricRequest.ownChannel(), own)
    }

    @Test
    fun `words that are documented are known again, and misspelt ones too`() {
        assertSame(ButtonType.QUICK_REPLY, ButtonType.of("quick_relpy_button"))
        assertEquals("quick_reply_button", ButtonType.of("quick_relpy_button").value)
        assertEquals("hologram", ButtonType.of("hologram").value)
    }

    private companion object {
        val DAY: Duration = Duration.ofDays(1)
    }
}
