package io.github.camsroi

import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.withTimeout
import java.nio.file.Path
import kotlin.time.Duration.Companion.seconds

/** The Kotlin of README.md; `ReadmeTest` compares and runs it. */
object ReadmeExamplesKotlin {
    suspend fun firstCall() {
        // First call
        val client = Client() // credentials from the environment, files, or the machine's role
        client.enableWhatsappRoiMetric(custSpaceId = "cams-1")

        // A day later, at the earliest:
        val week = FullDays.of("7d")
        val metrics = client.getChatappPhoneNumberMetric(week.start, week.end, custSpaceId = "cams-1")
        for (row in metrics.data) println("${row.start} ${row.phoneNumber} ${row.sentCount} ${row.deliveredCount}")
        // end
    }

    suspend fun errors(client: Client) {
        // Errors
        try {
            client.enableWhatsappRoiMetric(custSpaceId = "cams-1")
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

    suspend fun listings(client: Client): List<Template> {
        // Listings
        client.allInstances(channelType = "whatsapp").collect { println("${it.instanceId} ${it.instanceName}") }
        val some = client.allTemplates("cams-1", category = "MARKETING", options = PagesOptions(limit = 100)).toList()
        // end
        return some
    }

    suspend fun everyDay(client: Client) {
        // Every day's metrics of all channels
        val yesterday = client.collectMetrics(days = "yesterday")
        yesterday.collect { result ->
            result.error?.let { println("${result.custSpaceId}: ${it.hint}") }
            for (row in result.rows) println("${row.custSpaceId} ${row.templateName} ${row.deliveredCount}")
        }
        // end
    }

    suspend fun cancelling(client: Client) {
        // Cancelling
        withTimeout(2.seconds) {
            client.enableWhatsappRoiMetric(custSpaceId = "cams-1")
        }
        // end
    }
}
