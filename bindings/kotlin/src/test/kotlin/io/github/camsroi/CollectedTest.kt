package io.github.camsroi

import org.junit.jupiter.api.BeforeEach
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException

/** Tests with some channels, each with a phone number, and with a marketing template in two languages. */
abstract class CollectedTest : EmulatedTest() {
    protected val channels = listOf("cams-1", "cams-2", "cams-3")

    /** Those that are found. */
    protected val all = channels + "cams-own"

    @BeforeEach
    fun arrange() {
        // Enabled long ago.
        fun channel(id: String, vararg numbers: String) =
            mapOf("id" to id, "name" to id, "phone_numbers" to numbers, "enabled_at" to "2020-01-01T00:00:00Z")
        emulator.changeAccount(
            "channels" to channels.map { channel(it, "9990000000${it.last()}") },
            "direct_channel" to channel("cams-own", "99900000009"),
        )
        val templates = listOf("en", "de").map {
            mapOf(
                "TemplateCode" to "744",
                "TemplateName" to "sale",
                "Language" to it,
                "Category" to "MARKETING",
                "AuditStatus" to "pass",
            )
        }
        val body = Emulator.GSON.toJson(mapOf("Code" to "OK", "Total" to 2, "ListTemplate" to templates))
        val listing = mapOf("action" to "ListChatappTemplate")
        emulator.faultOf(listing, null, "type" to "respond", "status" to 200, "body" to body)
    }

    /** A client that makes one attempt. */
    protected fun client() = emulator.client { maxAttempts = 1 }

    /** Has the calls about a channel hang, so that there is something to end. */
    protected fun hang(channel: String) = emulator.faultOf(mapOf("cust_space_id" to channel), null, "type" to "hang")

    /** Waits until no request is under way; then none may follow. */
    protected fun endsForGood() {
        val log = emulator.logged { log -> log.isNotEmpty() && log.none { it["outcome"].isJsonNull } }
        check(log.any { it["outcome"].toString() == "\"client_gone\"" }) { "$log" }
        // What was about to be sent comes before this.
        client().blocking().callText("ListInstance")
        check(emulator.log().last()["action"].asString == "ListInstance") { "${emulator.log()}" }
    }

    protected fun asked(name: String): List<String?> =
        emulator.log().map { it["parameters"].asJsonObject[name]?.asString }

    /** The answer; what the future fails with is thrown as it is. */
    protected fun <T> CompletableFuture<T>.answer(): T = try {
        join()
    } catch (failure: CompletionException) {
        throw failure.cause!!
    }
}
