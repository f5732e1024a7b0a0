package io.github.camsroi

import com.google.gson.Gson
import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import java.net.ProxySelector
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes

/** The service on localhost as a child process, which ends with `close`, or with this process; and its controls. */
class Emulator(vararg options: String) : AutoCloseable {
    private val process: Process
    private val http = HttpClient.newBuilder().proxy(NO_PROXY).version(HttpClient.Version.HTTP_1_1).build()

    /** Its address. */
    val url: String

    /** The ready account's key. */
    val credentials: Credentials

    /** The ready account's channels. */
    val channels: List<String>
    val isvCode: String

    init {
        val command = System.getenv("CAMS_ROI_COMMAND") ?: error("CAMS_ROI_COMMAND must name the cams-roi program")
        process = ProcessBuilder(command, "emulator", "--port", "0", "--exit-with-stdin", *options)
            .redirectError(ProcessBuilder.Redirect.INHERIT).start()
        // The line that it prints tells that it listens.
        val line = process.inputReader().readLine() ?: error("$command emulator ended with ${process.waitFor()}")
        val told = JsonParser.parseString(line).asJsonObject
        url = told["url"].asString
        credentials = Credentials(told["access_key_id"].asString, told["access_key_secret"].asString)
        channels = told["cust_space_ids"].asJsonArray.map { it.asString }
        isvCode = told["isv_code"].asString
    }

    /** A client of the ready account that does not wait long. */
    fun client(configure: ClientConfig.Builder.() -> Unit = {}): Client = Client(config(configure))

    /** Its configuration. */
    fun config(configure: ClientConfig.Builder.() -> Unit = {}): ClientConfig = ClientConfig {
        endpoint = url
        credentials = this@Emulator.credentials
        proxy = Proxy.DIRECT
        rateLimit = RateLimit.OFF
        baseDelay = 1.milliseconds
        maxDelay = 1.milliseconds
        logger = Logger.NONE
        configure()
    }

    /** Reads a control, or sets it to [value]. */
    fun control(name: String, value: Any? = null, method: String = if (value == null) "GET" else "POST"): JsonElement {
        val body = if (value == null) BodyPublishers.noBody() else BodyPublishers.ofString(GSON.toJson(value))
        val request = HttpRequest.newBuilder(URI("$url/_emulator/$name")).method(method, body).build()
        val answer = http.send(request, BodyHandlers.ofString())
        check(answer.statusCode() < 300) { "/_emulator/$name: ${answer.body()}" }
        return JsonParser.parseString(answer.body())
    }

    /** Back to the start, without limits. */
    fun reset() {
        control("reset", method = "POST")
        control("limits", mapOf("enabled" to false))
    }

    /** What happens to the next requests: to all, or to so many [times]. */
    fun fault(times: Int? = null, vararg fault: Pair<String, Any>) = faultOf(emptyMap(), times, *fault)

    /** What happens to the next requests that are so. */
    fun faultOf(match: Map<String, String>, times: Int? = null, vararg fault: Pair<String, Any>) {
        control(
            "faults",
            JsonObject().apply {
                add("match", GSON.toJsonTree(match))
                add("times", GSON.toJsonTree(times))
                add("fault", GSON.toJsonTree(mapOf(*fault)))
            },
        )
    }

    fun changeAccount(vararg fields: Pair<String, Any>) {
        control("accounts", mapOf("account_id" to ACCOUNT, *fields))
    }

    fun log(): List<JsonObject> = (control("log") as JsonArray).map { it.asJsonObject }

    /** Waits until the log is as [wanted]. */
    fun logged(wanted: (List<JsonObject>) -> Boolean): List<JsonObject> = generateSequence { log() }.first(wanted)

    /** Waits until so many requests have come, and every one's client has gone. */
    fun abandoned(requests: Int = 1) {
        logged { log -> log.size == requests && log.all { it["outcome"].toString() == "\"client_gone\"" } }
    }

    override fun close() {
        process.outputStream.close()
        process.waitFor()
    }

    companion object {
        /** The account that the emulator begins with. */
        const val ACCOUNT = "1000000000000001"

        /** Writes `null` too: in a rule it says "always". */
        val GSON: Gson = Gson().newBuilder().serializeNulls().create()

        private val NO_PROXY = ProxySelector.of(null)
    }
}

/** Runs a test that suspends, on threads that really run at once. What hangs fails. */
fun suspending(test: suspend CoroutineScope.() -> Unit): Unit = runBlocking(Dispatchers.Default) {
    withTimeout(1.minutes, test)
}
