package io.github.camsroi

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.cancel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestInstance
import java.nio.file.Path
import java.util.Base64
import kotlin.io.path.createDirectories
import kotlin.io.path.createParentDirectories
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readText
import kotlin.io.path.writeBytes
import kotlin.time.Duration.Companion.milliseconds

/** The conformance cases, by the Kotlin package. `conformance/format.md` says what a case is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private val emulator = Emulator()
    private val silent = emulator.control("silent").asJsonObject["address"].asString

    /** The build gives this process one of its own. */
    private val home = Path.of(System.getenv("HOME"))
    private var passed = 0

    @AfterAll
    fun stop() {
        println("conformance kotlin: $passed cases passed")
        emulator.close()
    }

    @TestFactory
    fun `the cases`(): List<DynamicTest> = FOLDER.resolve("cases").listDirectoryEntries("*.json").sorted()
        .flatMap { read(it).asJsonArray }
        .map { case -> dynamicTest(case.asJsonObject["name"].asString) { play(Known(case)) } }

    private fun read(file: Path): JsonElement = JsonParser.parseString(
        file.readText().replace("{url}", emulator.url).replace("{host}", emulator.url.removePrefix("http://"))
            .replace("{silent}", silent).replace("{home}", home.toString()),
    )

    private fun play(case: Known) {
        case.text("name")
        home.toFile().deleteRecursively()
        home.createDirectories()
        case.json("files")?.asJsonObject?.entrySet()?.forEach { (path, content) ->
            home.resolve(path).createParentDirectories().writeBytes(bytes(content))
        }
        emulator.control("reset", method = "POST")
        case.json("emulator")?.asJsonArray?.forEach { emulator.control(it.asJsonArray[0].asString, it.asJsonArray[1]) }
        val settings = read(FOLDER.resolve("client.json")).asJsonObject
        case.json("client")?.asJsonObject?.entrySet()?.forEach { (name, value) -> settings.add(name, value) }
        val outcome = runBlocking { outcome(Known(settings), Known(case.json("call")!!)) }
        val seen = case.json("seen") ?: JsonObject()
        val question = mapOf("expect" to case.json("expect"), "outcome" to outcome, "seen" to seen)
        case.nothingElse()
        val problems = emulator.control("verify", question).asJsonObject["problems"].asJsonArray
        assertTrue(problems.isEmpty, "$problems in $outcome")
        passed += 1
    }

    private fun bytes(content: JsonElement): ByteArray {
        val base64 = (content as? JsonObject)?.takeIf { it.keySet() == setOf("base64") }?.get("base64")
        return when {
            base64 != null -> Base64.getDecoder().decode(base64.asString)
            content.isJsonPrimitive -> content.asString.toByteArray()
            else -> content.toString().toByteArray()
        }
    }

    private suspend fun outcome(settings: Known, call: Known): JsonElement = try {
        val client = connect(settings)
        coroutineScope {
            val calling = this
            call.json("cancel_when")?.let(::Known)?.run {
                val requests = number("requests")!!
                nothingElse()
                // On a thread of its own, for it blocks.
                Thread {
                    emulator.logged { it.size >= requests }
                    calling.cancel()
                }.start()
            }
            send(client, call)
        }
    } catch (e: CamsRoiException) {
        json("error" to failure(e))
    } catch (_: CancellationException) {
        json("cancelled" to true)
    }

    private fun connect(given: Known) = Client {
        endpoint = given.text("endpoint")
        region = given.text("region")
        profile = given.text("profile")
        accountId = given.text("account_id")
        userAgent = given.text("user_agent")
        caFile = given.text("ca_file")?.let(Path::of)
        caPem = given.text("ca_pem")
        given.json("credentials")?.let(::Known)?.run {
            credentials = Credentials(text("access_key_id")!!, text("access_key_secret")!!, text("security_token"))
            nothingElse()
        }
        given.text("signature")?.let { signature = SignatureAlgorithm.valueOf(it.uppercase().replace('-', '_')) }
        timeout = given.number("timeout_ms")?.milliseconds
        connectTimeout = given.number("connect_timeout_ms")?.milliseconds
        attemptTimeout = given.number("attempt_timeout_ms")?.milliseconds
        maxAttempts = given.number("max_attempts")
        baseDelay = given.number("base_delay_ms")?.milliseconds
        maxDelay = given.number("max_delay_ms")?.milliseconds
        given.json("rate_limit")?.let { rateLimit = limit(it) }
        maxConnections = given.number("max_connections")
        given.text("proxy")?.let { proxy = if (it == "direct") Proxy.DIRECT else Proxy.of(it) }
        given.nothingElse()
    }

    private fun limit(given: JsonElement): RateLimit = when {
        given is JsonObject -> RateLimit.perOperation(given.asMap().mapValues { limit(it.value) })
        given.asJsonPrimitive.isNumber -> RateLimit.perSecond(given.asDouble)
        given.asString == "off" -> RateLimit.OFF
        else -> error("no limit: $given")
    }

    private suspend fun send(client: Client, call: Known): JsonElement {
        val options = Known(call.json("options") ?: JsonObject())
        val (timeout, maxAttempts) = options.number("timeout_ms")?.milliseconds to options.number("max_attempts")
        options.nothingElse()
        val request = Known(call.json("request") ?: JsonObject())
        val plain = CallOptions(timeout, maxAttempts)
        return when (val operation = call.text("operation")!!) {
            "call", "call_text" -> {
                val parameters = request.json("parameters")?.asJsonObject?.asMap().orEmpty().mapValues {
                    plain(it.value)
                }
                val (action, idempotent) = request.text("action")!! to request.json("idempotent")?.asBoolean
                val unchecked = request.json("unchecked")?.asBoolean ?: false
                request.nothingElse()
                val raw = RawCallOptions(timeout, maxAttempts, idempotent, unchecked)
                val answer = client.callText(action, parameters, raw)
                val result = if (operation == "call") JsonParser.parseString(answer) else json("text" to answer)
                json("result" to result)
            }
            "read_channels" -> {
                val path = Path.of(request.text("path")!!)
                request.nothingElse()
                val channels = readChannels(path).use { list ->
                    list.map { json("cust_space_id" to it.custSpaceId, "isv_code" to it.isvCode) }
                }
                json("result" to json("channels" to channels))
            }
            "enable_many" -> {
                val channels = request.json("channels")!!.asJsonArray.map { Known(it) }
                    .map { Channel(it.text("cust_space_id")!!, it.text("isv_code")).also { _ -> it.nothingElse() } }
                val (journal, concurrency) = request.text("journal")?.let(Path::of) to request.number("concurrency")
                val isv = request.text("isv_code")
                val denials = request.number("stop_after_denials")
                request.nothingElse()
                val many = EnableManyOptions(isv, journal, concurrency, denials, timeout, maxAttempts)
                val outcomes = client.enableMany(channels, many).toList().sortedBy { it.custSpaceId }
                json("outcomes" to outcomes.map(::outcome))
            }
            else -> json("result" to (typed(operation, client, request, plain) ?: error("no operation $operation")))
        }.also { call.nothingElse() }
    }

    /** A value as Kotlin has it. */
    private fun plain(json: JsonElement): Any? = when (json) {
        is JsonObject -> json.asMap().mapValues { plain(it.value) }
        is JsonArray -> json.map(::plain)
        is JsonPrimitive -> when {
            json.isBoolean -> json.asBoolean
            json.isNumber -> json.asNumber
            else -> json.asString
        }
        else -> null
    }

    private fun outcome(outcome: ChannelOutcome) = outcome.run {
        json(
            "cust_space_id" to custSpaceId, "status" to if (enabled) "enabled" else "failed", "request_id" to requestId,
            "attempts" to attempts, "resumed" to resumed, "not_called" to notCalled, "error" to error?.let(::failure),
        )
    }

    private fun failure(error: CamsRoiException) = error.run {
        json(
            "kind" to "${this::class.simpleName}Error", "message" to inWordsOfTheCases(message), "code" to code,
            "request_id" to requestId,
            "http_status" to httpStatus, "retryable" to retryable,
            "retry_after_ms" to retryAfter?.inWholeMilliseconds, "attempts" to attempts,
            "operation" to operation, "hint" to inWordsOfTheCases(hint),
            "access_denied_detail" to accessDeniedDetail?.let(::denial),
            "timeout_phase" to timeoutPhase?.name?.lowercase(), "detail" to detail, "cust_space_id" to custSpaceId,
            "phone_number" to phoneNumber, "template_code" to templateCode,
        )
    }

    /** Names of options and parameters in messages, too, are those of the cases. */
    private fun inWordsOfTheCases(text: String?) =
        text?.let { CAMEL.replace(it) { name -> name.value.replace(Regex("[A-Z]")) { "_" + it.value.lowercase() } } }

    private companion object {
        val FOLDER: Path = Path.of("../../conformance")
        val CAMEL = Regex("""(?<![\w./-])[a-z]+(?:[A-Z][a-z]+)+(?![\w./-]\w)""")
    }
}

/** A part of a case, of which nothing may be left over: it would be a promise that nobody checks. */
internal class Known(json: JsonElement) {
    private val left = json.asJsonObject.asMap().toMutableMap()

    fun json(name: String): JsonElement? = left.remove(name)?.takeUnless { it is JsonNull }

    fun text(name: String): String? = json(name)?.asString

    fun number(name: String): Int? = json(name)?.asInt

    fun nothingElse() = check(left.isEmpty()) { "unknown keys: ${left.keys}" }
}

internal fun json(vararg fields: Pair<String, Any?>): JsonObject =
    JsonObject().apply { fields.forEach { (name, value) -> add(name, Emulator.GSON.toJsonTree(value)) } }

internal fun denial(detail: AccessDeniedDetail): JsonObject = detail.run {
    json(
        "text" to text, "policy_type" to policyType, "auth_action" to authAction,
        "auth_principal_type" to authPrincipalType, "auth_principal_owner_id" to authPrincipalOwnerId,
        "auth_principal_display_name" to authPrincipalDisplayName, "no_permission_type" to noPermissionType,
        "encoded_diagnostic_message" to encodedDiagnosticMessage,
    )
}
