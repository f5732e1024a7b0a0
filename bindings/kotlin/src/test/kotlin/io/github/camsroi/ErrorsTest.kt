package io.github.camsroi

import io.github.camsroi.internal.Function
import io.github.camsroi.internal.Jni
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.supervisorScope
import kotlinx.coroutines.withContext
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertThrows
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.net.InetAddress
import java.net.ServerSocket
import java.time.Instant
import kotlin.io.path.createTempFile
import kotlin.reflect.KClass
import kotlin.time.Duration.Companion.milliseconds

class ErrorsTest : EmulatedTest() {
    private suspend fun enable(client: Client, options: CallOptions = CallOptions(maxAttempts = 1)) =
        client.enableWhatsappRoiMetric(aChannel, options)

    private suspend fun faulty(vararg fault: Pair<String, Any>) {
        emulator.fault(null, *fault)
        enable(emulator.client())
    }

    /** How each class is raised. */
    private val raised: Map<KClass<out CamsRoiException>, suspend () -> Unit> = mapOf(
        CamsRoiException.Configuration::class to { emulator.client { endpoint = "ftp://host" } },
        CamsRoiException.JournalInUse::class to {
            coroutineScope {
                val options = EnableManyOptions(journal = createTempFile())
                val endless = flow {
                    emit(emulator.channels[0])
                    awaitCancellation()
                }
                val other = launch(Dispatchers.Default) { emulator.client().enableMany(endless, options).collect() }
                emulator.logged { it.size == 1 }
                try {
                    emulator.client().enableMany(emulator.channels, options).collect()
                } finally {
                    other.cancel()
                }
            }
        },
        CamsRoiException.Credentials::class to {
            enable(emulator.client { credentialsProvider = { error("the vault is sealed") } })
        },
        CamsRoiException.InvalidArgument::class to {
            emulator.client().enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(""))
        },
        CamsRoiException.Transport::class to { faulty("type" to "reset") },
        CamsRoiException.RequestTimeout::class to {
            emulator.fault(null, "type" to "hang")
            enable(emulator.client { attemptTimeout = 50.milliseconds })
        },
        CamsRoiException.UnexpectedResponse::class to { faulty("type" to "html", "status" to 502) },
        CamsRoiException.Service::class to {
            faulty("type" to "error", "status" to 400, "code" to "Brand.New", "message" to "never seen")
        },
        CamsRoiException.NotSubscribed::class to {
            emulator.changeAccount("subscribed" to false)
            enable(emulator.client())
        },
        CamsRoiException.PermissionDenied::class to {
            emulator.changeAccount("permissions" to emptyList<String>(), "denial" to "object")
            enable(emulator.client())
        },
        CamsRoiException.Throttled::class to { faulty("type" to "throttle", "retry_after_ms" to 1500) },
        CamsRoiException.UnknownResourceOwner::class to {
            emulator.client().enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest("cams-of-others"))
        },
        CamsRoiException.Authentication::class to {
            enable(emulator.client { credentials = Credentials(emulator.credentials.accessKeyId, "wrong") })
        },
        CamsRoiException.InvalidParameter::class to {
            val channel = emulator.channels[0]
            emulator.client().getChatappPhoneNumberMetric(
                GetChatappPhoneNumberMetricRequest(
                    Instant.EPOCH,
                    Instant.now(),
                    granularity = Granularity.of("WEEKLY"),
                    custSpaceId = channel,
                ),
            )
        },
        CamsRoiException.ServiceUnavailable::class to {
            faulty("type" to "error", "status" to 503, "code" to "ServiceUnavailable", "message" to "later")
        },
    )

    private inline fun <reified E : CamsRoiException> raise(): E = assertInstanceOf(E::class.java, raise(E::class))

    private fun raise(kind: KClass<out CamsRoiException>): CamsRoiException =
        assertThrows { runBlocking { raised.getValue(kind)() } }

    @Test
    fun `the binding and the package know the same kinds, with the same parents`() {
        fun className(kind: String) = kind.removeSuffix("Error")
        val kinds = Jni.now(0, Function.ERROR_KINDS)
        assertEquals(raised.keys.map { it.simpleName }.toSet(), kinds.map { className(it.name) }.toSet())
        for (kind in kinds) {
            val known = raised.keys.single { it.simpleName == className(kind.name) }
            val parent = kind.parent?.let { className(it) } ?: "CamsRoiException"
            assertEquals(parent, known.java.superclass.simpleName)
            // As a test makes one.
            val made = known.java.getConstructor(String::class.java).newInstance("made")
            assertEquals(kind.retryable, made.retryable, kind.name)
        }
        assertFalse(CamsRoiException.Throttled("made", CamsRoiException.Details(retryable = false)).retryable)
    }

    @TestFactory
    fun `each class is raised for real`(): List<DynamicTest> = raised.keys.map { kind ->
        dynamicTest("${kind.simpleName} is caught as itself and as its parents") {
            emulator.reset()
            val exception = raise(kind)
            assertSame(kind.java, exception.javaClass)
            for (other in raised.keys) {
                val isOther = other.java.isAssignableFrom(kind.java)
                assertEquals(isOther, other.isInstance(exception), "$kind is $other")
            }
            assertInstanceOf(RuntimeException::class.java, exception)
            assertTrue(exception.message.isNotEmpty())
            assertTrue(exception.toString().endsWith(exception.hint!!), exception.toString())
            assertTrue(exception.stackTrace.any { it.className.startsWith("io.github.camsroi.ErrorsTest") })
            assertSameFields(exception, overTheWire(exception))
        }
    }

    private fun assertSameFields(one: CamsRoiException, other: CamsRoiException) {
        fun fields(exception: CamsRoiException) = exception.run {
            val asked = listOf(operation, custSpaceId, phoneNumber, templateCode)
            val said = listOf(code, requestId, httpStatus, hint, detail, accessDeniedDetail)
            asked + said + listOf(retryable, retryAfter, attempts)
        }
        assertSame(one.javaClass, other.javaClass)
        assertEquals(fields(one), fields(other))
        assertEquals(one.timeoutPhase, other.timeoutPhase)
        assertEquals(one.toString(), other.toString())
        assertEquals(one.stackTrace.toList(), other.stackTrace.toList())
    }

    private fun overTheWire(exception: CamsRoiException): CamsRoiException {
        val bytes = ByteArrayOutputStream().also { ObjectOutputStream(it).writeObject(exception) }.toByteArray()
        return ObjectInputStream(ByteArrayInputStream(bytes)).readObject() as CamsRoiException
    }

    @Test
    fun `what the service said is in the fields`() {
        val throttled = raise<CamsRoiException.Throttled>()
        assertEquals("Throttling.User", throttled.code)
        assertEquals(429, throttled.httpStatus)
        assertTrue(throttled.retryable)
        assertEquals(1500.milliseconds, throttled.retryAfter)
        assertEquals(1, throttled.attempts)
        assertEquals("EnableWhatsappROIMetric", throttled.operation)
        assertTrue(throttled.requestId!!.matches(Regex("[0-9A-F-]{36}")))
        val text = Regex("""\S+Throttled: EnableWhatsappROIMetric: Throttling.User: .*\(HTTP 429, request .*""")
        assertTrue(throttled.toString().matches(text), throttled.toString())
        emulator.reset()
        val denied = raise<CamsRoiException.PermissionDenied>()
        assertEquals("cams:EnableWhatsappROIMetric", denied.accessDeniedDetail?.authAction)
        assertTrue("cams:EnableWhatsappROIMetric" in denied.hint!!)
    }

    @Test
    fun `a deadline says which one it was`() {
        assertEquals(TimeoutPhase.ATTEMPT, raise<CamsRoiException.RequestTimeout>().timeoutPhase)
        val overall = assertThrows<CamsRoiException.RequestTimeout> {
            runBlocking { enable(emulator.client(), CallOptions(timeout = 50.milliseconds)) }
        }
        assertEquals(TimeoutPhase.OVERALL, overall.timeoutPhase)
    }

    @Test
    fun `a deadline that passes before a call has its turn says so`() = suspending {
        val client = emulator.client {
            accountId = "one whose limit no other test has"
            rateLimit = RateLimit.perSecond(0.05)
        }
        client.enableWhatsappRoiMetric(aChannel)
        val queued = assertThrows<CamsRoiException.RequestTimeout> { enable(client, CallOptions(50.milliseconds)) }
        assertEquals(TimeoutPhase.QUEUE, queued.timeoutPhase)
        assertTrue(queued.retryable)
        assertEquals(0, queued.attempts)
        assertTrue("enableMany" in queued.hint!!, queued.hint)
    }

    @Test
    fun `an error says what was asked for`() = suspending {
        val channel = assertThrows<CamsRoiException> { aFunctionOfTheUser() }
        assertEquals("cams-of-others", channel.custSpaceId)
        val client = emulator.client()
        val (start, end) = Instant.EPOCH to Instant.EPOCH.plusSeconds(86400)
        val number = assertThrows<CamsRoiException> {
            client.getChatappPhoneNumberMetric(
                GetChatappPhoneNumberMetricRequest(start, end, "cams-of-others", phoneNumber = "8613800000000"),
            )
        }
        assertEquals("8613800000000", number.phoneNumber)
        val template = assertThrows<CamsRoiException> {
            client.getChatappTemplateMetric(GetChatappTemplateMetricRequest("1100", start, end, "cams-of-others"))
        }
        assertEquals("1100", template.templateCode)
    }

    @Test
    fun `a message is one line, and its whole text in a field`() {
        val body = """{"Code": "SignatureDoesNotMatch", "Message": "one\ntwo\nthree", "RequestId": "r"}"""
        emulator.fault(null, "type" to "respond", "status" to 400, "body" to body)
        val error = assertThrows<CamsRoiException.Authentication> { runBlocking { enable(emulator.client()) } }
        assertEquals(1, error.message.lines().size)
        assertEquals(1, error.toString().lines().size)
        assertTrue("three" in error.detail!!, error.detail)
    }

    @Test
    fun `an error of the network has the system's own as its cause`() {
        val port = ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { it.localPort }
        val error = assertThrows<CamsRoiException.Transport> {
            runBlocking { enable(emulator.client { endpoint = "http://127.0.0.1:$port" }) }
        }
        val innermost = generateSequence<Throwable>(error) { it.cause }.last()
        assertTrue(innermost.toString().contains("refused", ignoreCase = true), innermost.toString())
    }

    @Test
    fun `a failure that comes as HTTP 200 is thrown too`() {
        val body = """{"Code": "Product.Unsubscript", "Message": "no", "RequestId": "r"}"""
        emulator.fault(null, "type" to "respond", "status" to 200, "body" to body)
        val error = assertThrows<CamsRoiException.NotSubscribed> { runBlocking { enable(emulator.client()) } }
        assertEquals(200, error.httpStatus)
    }

    @Test
    fun `the stack shows the caller's lines, though it was suspended`() = suspending {
        val error = assertThrows<CamsRoiException> { withContext(Dispatchers.IO) { aFunctionOfTheUser() } }
        assertEquals("aFunctionOfTheUser", error.stackTrace[0].methodName, error.stackTraceToString())
        assertEquals("ErrorsTest.kt", error.stackTrace[0].fileName)
        assertTrue(error.stackTrace.none { "camsroi.internal" in it.className })
    }

    private suspend fun aFunctionOfTheUser(): String {
        val request = EnableWhatsappRoiMetricRequest("cams-of-others")
        return emulator.client().enableWhatsappRoiMetric(request).toString()
    }

    @Test
    fun `an error keeps its fields on its way from one coroutine to another`() = suspending {
        supervisorScope {
            val call = async { aFunctionOfTheUser() }
            val error = assertThrows<CamsRoiException.UnknownResourceOwner> { call.await() }
            assertEquals("Unknown.ResourceOwnerId", error.code)
        }
    }

    @Test
    fun `every error can be made by hand, for a test`() {
        val details = CamsRoiException.Details(code = "Throttling.User", retryable = true)
        val made = CamsRoiException.Throttled("too many", details)
        assertEquals("io.github.camsroi.CamsRoiException\$Throttled: too many", made.toString())
        val hinted = CamsRoiException.Throttled("too many", CamsRoiException.Details(hint = "Wait."))
        assertEquals("io.github.camsroi.CamsRoiException\$Throttled: too many. Wait.", hinted.toString())
        assertTrue(made.retryable)
        assertEquals("Throttling.User", made.code)
        assertNotNull(CamsRoiException.Service("x"))
    }
}
