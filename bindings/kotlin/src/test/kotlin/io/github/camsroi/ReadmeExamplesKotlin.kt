package io.github.camsroi

import kotlinx.coroutines.withTimeout
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import kotlin.time.Duration.Companion.seconds

/** The Kotlin of README.md; `ReadmeTest` compares and runs it. */
object ReadmeExamplesKotlin {
    suspend fun firstCall() {
        // First call
        val client = Client() // credentials from the environment, files, or the machine's role
        client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(custSpaceId = "cams-1"))

        // A day later, at the earliest:
        val end = Instant.now()
        val start = end - Duration.ofDays(7)
        val figures = client.getChatappPhoneNumberMetric(
            GetChatappPhoneNumberMetricRequest(start, end, custSpaceId = "cams-1", Granularity.DAILY),
        )
        for (row in figures.data) println("${row.start} ${row.phoneNumber} ${row.sentCount} ${row.deliveredCount}")
        // end
    }

    suspend fun errors(client: Client) {
        // Errors
        try {
            client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(custSpaceId = "cams-1"))
        } catch (e: CamsRoiException.NotSubscribed) {
            println(e.hint)
        } catch (e: CamsRoiException) {
            println("${e.code} ${e.requestId} ${e.retryable}: $e")
        }
        // end
    }

    suspend fun manyChannels(client: Client) {
        // Many channels
        val channels = readChannels(Path.of("channels.csv"))
        client.enableMany(channels, EnableManyOptions(journal = Path.of("channels.journal"))).collect { outcome ->
            outcome.error?.let { println("${outcome.custSpaceId}: ${it.hint}") }
        }
        // end
    }

    suspend fun cancelling(client: Client) {
        // Cancelling
        withTimeout(2.seconds) {
            client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(custSpaceId = "cams-1"))
        }
        // end
    }
}
