package com.example.metrics

import io.github.camsroi.Proxy
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.AfterEach
import java.io.IOException
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes

private const val CHANNEL = "cams-1"

/** The model of the screen, with a backend and the emulated service. */
class ChannelModelTest {
    private val emulator = Emulator().apply {
        channels("""[{"id": "$CHANNEL", "phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"}]""")
    }
    private var answer: () -> Pair<Int, String> = { 200 to emulator.temporaryCredentials() }
    private val backend = Backend { answer() }
    private val credentials = BackendCredentials(backend.url) { "session-of-ada" }
    private val metrics = ChannelMetrics(accountId = "1000000000000001", credentials) {
        endpoint = emulator.url
        proxy = Proxy.DIRECT
        baseDelay = 1.milliseconds
        maxDelay = 1.milliseconds
    }
    private val scope = CoroutineScope(Dispatchers.Default)

    @AfterEach
    fun end() {
        scope.cancel()
        metrics.close()
        backend.close()
        emulator.close()
    }

    private fun List<Request>.metrics() = filter { it.action == "GetChatappPhoneNumberMetric" }

    private fun model(channel: String = CHANNEL) = ChannelModel(scope, metrics, channel)

    /** Loads, and gives what is shown then. */
    private fun ChannelModel.loaded(): ChannelState = runBlocking {
        load()
        withTimeout(1.minutes) { state.first { it != ChannelState.Loading } }
    }

    @Test
    fun `a week is loaded with credentials of the backend`() {
        val model = model()
        assertEquals(ChannelState.Loading, model.state.value)
        val days = assertIs<ChannelState.Loaded>(model.loaded()).days
        assertEquals(7, days.size)
        assertTrue(days.all { it.delivered in 0..it.sent } && days.any { it.sent > 0 })
        assertEquals(days.sortedBy { it.day }, days)
        assertEquals(listOf<String?>("Bearer session-of-ada"), backend.authorizations)
    }

    @Test
    fun `credentials are asked for once, and again when they are not taken any more`() {
        val model = model()
        model.loaded()
        model.loaded()
        assertEquals(1, backend.authorizations.size)
        emulator.expireCredentials()
        assertIs<ChannelState.Loaded>(model.loaded())
        assertEquals(2, backend.authorizations.size)
    }

    @Test
    fun `no key but the backend's is used`() {
        model().loaded()
        val given = Json.parseToJsonElement(backend.answers.single()).jsonObject.getValue("AccessKeyId").jsonPrimitive.content
        assertNotEquals(emulator.accessKeyId, given)
        assertEquals(listOf(Request("GetChatappPhoneNumberMetric", given, "answered")), emulator.requests().metrics())
    }

    @Test
    fun `who is signed out is told to sign in`() {
        answer = { 401 to "" }
        assertEquals(ChannelState.SignedOut, model().loaded())
        assertEquals(emptyList(), emulator.requests())
    }

    @Test
    fun `a channel of somebody else is said to be that`() {
        val failed = assertIs<ChannelState.Failed>(model("cams-of-others").loaded())
        assertContains(failed.message, "does not belong")
        assertEquals(false, failed.canRetry)
    }

    @Test
    fun `a user who is denied is told so, and trying again is not offered`() {
        emulator.fault("""{"type": "deny"}""")
        val failed = assertIs<ChannelState.Failed>(model().loaded())
        assertContains(failed.message, "not authorized")
        assertEquals(false, failed.canRetry)
    }

    @Test
    fun `what may pass can be tried again`() {
        emulator.fault("""{"type": "error", "status": 503, "code": "ServiceUnavailable"}""")
        assertTrue(assertIs<ChannelState.Failed>(model().loaded()).canRetry)
    }

    @Test
    fun `loading again gives up what is being loaded`() {
        emulator.fault("""{"type": "hang"}""")
        val model = model()
        model.load()
        while (emulator.requests().metrics().isEmpty()) Thread.onSpinWait()
        model.load()
        while (emulator.requests().metrics().first().outcome != "client_gone") Thread.onSpinWait()
        assertEquals(ChannelState.Loading, model.state.value)
    }

    @Test
    fun `a key that never expires is not taken`() {
        answer = { 200 to """{"AccessKeyId": "id", "AccessKeySecret": "secret"}""" }
        val error = assertFailsWith<IOException> { runBlocking { credentials.fetch() } }
        assertContains(error.message.orEmpty(), "lack SecurityToken")
    }

    @Test
    fun `an answer that makes no sense is said to be that`() {
        for (text in listOf("<html>", "[]", """{"AccessKeyId": {}}""")) {
            answer = { 200 to text }
            assertFailsWith<IOException>(text) { runBlocking { credentials.fetch() } }
        }
        val keys = """"AccessKeyId": "id", "AccessKeySecret": "secret", "SecurityToken": "token""""
        answer = { 200 to """{$keys, "Expiration": "tomorrow"}""" }
        assertContains(assertFailsWith<IOException> { runBlocking { credentials.fetch() } }.message.orEmpty(), "Expiration")
        answer = { 500 to "" }
        assertContains(assertFailsWith<IOException> { runBlocking { credentials.fetch() } }.message.orEmpty(), "HTTP 500")
    }
}
