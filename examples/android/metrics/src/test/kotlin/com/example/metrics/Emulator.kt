package com.example.metrics

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.net.ProxySelector
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

/** A request that the emulator got. */
data class Request(val action: String?, val accessKeyId: String?, val outcome: String?)

/** The service on this machine, as a child process, and its controls. */
class Emulator : AutoCloseable {
    private val http = HttpClient.newBuilder().proxy(ProxySelector.of(null)).build()
    private val process =
        ProcessBuilder(System.getenv("CAMS_ROI_COMMAND") ?: "cams-roi", "emulator", "--exit-with-stdin", "--qps", "off")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()

    // It prints this line when it listens.
    private val ready = Json.parseToJsonElement(process.inputReader().readLine()).jsonObject

    /** Its address. */
    val url: String = ready.getValue("url").jsonPrimitive.content

    /** The account's own AccessKey, which never expires. */
    val accessKeyId: String = ready.getValue("access_key_id").jsonPrimitive.content

    /** Temporary credentials of the account, as a backend gets them of STS. */
    fun temporaryCredentials(): String = ask("GET", "_emulator/credentials")

    /** Makes those that were given invalid. */
    fun expireCredentials() {
        ask("POST", "_emulator/expire_credentials")
    }

    /** Has the account these channels. */
    fun channels(json: String) {
        ask("POST", "_emulator/accounts", """{"account_id": "1000000000000001", "channels": $json}""")
    }

    /** Has requests for metrics meet a fault from now on. */
    fun fault(json: String) {
        val match = """{"action": "GetChatappPhoneNumberMetric"}"""
        ask("POST", "_emulator/faults", """{"match": $match, "times": null, "fault": $json}""")
    }

    /** What it got. */
    fun requests(): List<Request> = Json.parseToJsonElement(ask("GET", "_emulator/log")).jsonArray.map {
        val fields = it.jsonObject
        fun field(name: String) = fields[name]?.jsonPrimitive?.contentOrNull
        Request(field("action"), field("access_key_id"), field("outcome"))
    }

    private fun ask(method: String, path: String, body: String = ""): String {
        val request = HttpRequest.newBuilder(URI("$url/$path")).method(method, BodyPublishers.ofString(body)).build()
        val answer = http.send(request, BodyHandlers.ofString())
        check(answer.statusCode() == 200) { "$path: ${answer.body()}" }
        return answer.body()
    }

    override fun close() {
        process.outputStream.close()
        process.waitFor()
    }
}
