package com.example.metrics

import io.github.camsroi.Client
import io.github.camsroi.ClientConfig
import io.github.camsroi.FullDays
import io.github.camsroi.Granularity
import io.github.camsroi.getChatappPhoneNumberMetric
import java.time.LocalDate
import java.time.ZoneOffset
import kotlin.time.Duration.Companion.seconds

/**
 * A channel's messages of a day, of all its phone numbers together.
 *
 * @property day a day of UTC.
 */
data class Day(val day: LocalDate, val sent: Long, val delivered: Long)

/**
 * Reads a channel's metrics. Make one for the app, and close it when nobody is signed in any more.
 *
 * @param accountId the Alibaba Cloud account. All temporary credentials of it share its rate limits.
 * @param credentials the backend that gives them.
 * @param configure sets other options of the client.
 */
class ChannelMetrics(
    accountId: String,
    credentials: BackendCredentials,
    configure: ClientConfig.Builder.() -> Unit = {},
) : AutoCloseable {
    private val client = Client {
        credentialsProvider = { credentials.fetch() }
        this.accountId = accountId
        timeout = 20.seconds
        configure()
    }

    /** The last seven whole days. Days on which nothing was sent are missing. */
    suspend fun lastWeek(custSpaceId: String): List<Day> {
        val week = FullDays.of("7d")
        val daily = Granularity.DAILY
        val metrics =
            client.getChatappPhoneNumberMetric(week.start, week.end, custSpaceId = custSpaceId, granularity = daily)
        return metrics.data
            .groupBy { it.start.atOffset(ZoneOffset.UTC).toLocalDate() }
            .map { (day, rows) -> Day(day, rows.sumOf { it.sentCount }, rows.sumOf { it.deliveredCount }) }
            .sortedBy { it.day }
    }

    override fun close() = client.close()
}
