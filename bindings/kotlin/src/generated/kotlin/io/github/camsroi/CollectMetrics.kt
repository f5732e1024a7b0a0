// Written by `cargo xtask generate` from `model/operations/CollectMetrics.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.Channels
import io.github.camsroi.internal.copied
import io.github.camsroi.internal.given
import java.time.Instant
import java.util.Objects

/**
 * What is asked of [Operations.collectMetrics].
 *
 * @property channels The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and
 *   templates of each are read.
 * @property targets Single phone numbers or templates, in addition to `channels` or instead of them.
 * @property days Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a
 *   range such as `2026-11-01..2026-11-07`, which includes both days.
 * @property timeZone The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as
 *   `Asia/Shanghai`. The service does not document where its own days begin.
 * @property start The start of the time range, inclusive.
 * @property end The end of the time range, exclusive.
 * @property granularity The length of each row's period; `DAILY` by default.
 * @property phoneNumbers Whether the metrics of phone numbers are read; true by default.
 * @property templates Whether the metrics of templates are read; true by default.
 * @property isvCode The code by which the ISV authorised the caller, for channels without a code of their own.
 * @property daysPerQuery The largest number of days of one query; 90 by default. A longer range is split into several
 *   queries. The service documents no maximum.
 * @property journal What records which queries are done, so that a killed run can be resumed without them: a file,
 *   or, in a build with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query is done
 *   when its result was taken, which is when the next one is asked for.
 */
public class CollectMetricsRequest private constructor(
    public val channels: List<Channel>?,
    public val targets: List<MetricsTarget>?,
    public val days: String?,
    public val timeZone: String?,
    public val start: Instant?,
    public val end: Instant?,
    public val granularity: Granularity?,
    public val phoneNumbers: Boolean?,
    public val templates: Boolean?,
    public val isvCode: String?,
    public val daysPerQuery: Long?,
    public val journal: String?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is CollectMetricsRequest &&
        channels == other.channels &&
        targets == other.targets &&
        days == other.days &&
        timeZone == other.timeZone &&
        start == other.start &&
        end == other.end &&
        granularity == other.granularity &&
        phoneNumbers == other.phoneNumbers &&
        templates == other.templates &&
        isvCode == other.isvCode &&
        daysPerQuery == other.daysPerQuery &&
        journal == other.journal

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(
        channels,
        targets,
        days,
        timeZone,
        start,
        end,
        granularity,
        phoneNumbers,
        templates,
        isvCode,
        daysPerQuery,
        journal,
    )

    /** All that is asked. */
    override fun toString(): String =
        "CollectMetricsRequest(channels=$channels, targets=$targets, days=$days, timeZone=$timeZone, start=$start, " +
            "end=$end, granularity=$granularity, phoneNumbers=$phoneNumbers, templates=$templates, isvCode=$isvCode, " +
            "daysPerQuery=$daysPerQuery, journal=$journal)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor() {
        private var channels: List<Channel>? = null
        private var targets: List<MetricsTarget>? = null
        private var days: String? = null
        private var timeZone: String? = null
        private var start: Instant? = null
        private var end: Instant? = null
        private var granularity: Granularity? = null
        private var phoneNumbers: Boolean? = null
        private var templates: Boolean? = null
        private var isvCode: String? = null
        private var daysPerQuery: Long? = null
        private var journal: String? = null

        /**
         * The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and templates of
         * each are read.
         */
        public fun channels(channels: Collection<String>?): Builder =
            apply { this.channels = channels?.let { Channels.named("channels", it) } }

        /** The same, for channels of which some have an ISV code of their own; what [readChannels] gives is such. */
        public fun channels(channels: Iterable<Channel>): Builder =
            apply { this.channels = Channels.listed("channels", channels) }

        /** Single phone numbers or templates, in addition to `channels` or instead of them. */
        public fun targets(targets: List<MetricsTarget>?): Builder =
            apply { this.targets = targets?.let { copied("targets", it) } }

        /**
         * Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a range
         * such as `2026-11-01..2026-11-07`, which includes both days.
         */
        public fun days(days: String?): Builder = apply { this.days = days }

        /**
         * The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as
         * `Asia/Shanghai`. The service does not document where its own days begin.
         */
        public fun timeZone(timeZone: String?): Builder = apply { this.timeZone = timeZone }

        /** The start of the time range, inclusive. */
        public fun start(start: Instant?): Builder = apply { this.start = start }

        /** The end of the time range, exclusive. */
        public fun end(end: Instant?): Builder = apply { this.end = end }

        /** The length of each row's period; `DAILY` by default. */
        public fun granularity(granularity: Granularity?): Builder = apply { this.granularity = granularity }

        /** Whether the metrics of phone numbers are read; true by default. */
        public fun phoneNumbers(phoneNumbers: Boolean?): Builder = apply { this.phoneNumbers = phoneNumbers }

        /** Whether the metrics of templates are read; true by default. */
        public fun templates(templates: Boolean?): Builder = apply { this.templates = templates }

        /** The code by which the ISV authorised the caller, for channels without a code of their own. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /**
         * The largest number of days of one query; 90 by default. A longer range is split into several queries. The
         * service documents no maximum.
         */
        public fun daysPerQuery(daysPerQuery: Long?): Builder = apply { this.daysPerQuery = daysPerQuery }

        /**
         * What records which queries are done, so that a killed run can be resumed without them: a file, or, in a
         * build with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query is done
         * when its result was taken, which is when the next one is asked for.
         */
        public fun journal(journal: String?): Builder = apply { this.journal = journal }

        /** The request. */
        public fun build(): CollectMetricsRequest = CollectMetricsRequest(
            channels,
            targets,
            days,
            timeZone,
            start,
            end,
            granularity,
            phoneNumbers,
            templates,
            isvCode,
            daysPerQuery,
            journal,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()

        /** A request, in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(
            channels: Collection<String>? = null,
            targets: List<MetricsTarget>? = null,
            days: String? = null,
            timeZone: String? = null,
            start: Instant? = null,
            end: Instant? = null,
            granularity: Granularity? = null,
            phoneNumbers: Boolean? = null,
            templates: Boolean? = null,
            isvCode: String? = null,
            daysPerQuery: Long? = null,
            journal: String? = null,
        ): CollectMetricsRequest = builder()
            .channels(channels)
            .targets(targets)
            .days(days)
            .timeZone(timeZone)
            .start(start)
            .end(end)
            .granularity(granularity)
            .phoneNumbers(phoneNumbers)
            .templates(templates)
            .isvCode(isvCode)
            .daysPerQuery(daysPerQuery)
            .journal(journal)
            .build()

        /** The same, for channels of which some have an ISV code of their own. */
        @JvmSynthetic
        public operator fun invoke(
            channels: Iterable<Channel>,
            targets: List<MetricsTarget>? = null,
            days: String? = null,
            timeZone: String? = null,
            start: Instant? = null,
            end: Instant? = null,
            granularity: Granularity? = null,
            phoneNumbers: Boolean? = null,
            templates: Boolean? = null,
            isvCode: String? = null,
            daysPerQuery: Long? = null,
            journal: String? = null,
        ): CollectMetricsRequest = builder()
            .channels(channels)
            .targets(targets)
            .days(days)
            .timeZone(timeZone)
            .start(start)
            .end(end)
            .granularity(granularity)
            .phoneNumbers(phoneNumbers)
            .templates(templates)
            .isvCode(isvCode)
            .daysPerQuery(daysPerQuery)
            .journal(journal)
            .build()
    }
}

/**
 * Whose metrics are read: those of a whole channel, of one of its phone numbers, or of one of its templates.
 *
 * @property custSpaceId The channel's ID (`cams-…`).
 * @property phoneNumber One of its phone numbers: digits with country code, no `+`.
 * @property templateCode One of its templates, by its code.
 * @property language One language of the template.
 * @property templateName The template's name, for the rows; it is not sent.
 * @property isvCode The ISV code of this channel, if it has one of its own.
 */
public class MetricsTarget @JvmOverloads constructor(
    public val custSpaceId: String,
    public val phoneNumber: String? = null,
    public val templateCode: String? = null,
    public val language: String? = null,
    public val templateName: String? = null,
    public val isvCode: String? = null,
) {
    init {
        given("custSpaceId", custSpaceId)
    }

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is MetricsTarget &&
        custSpaceId == other.custSpaceId &&
        phoneNumber == other.phoneNumber &&
        templateCode == other.templateCode &&
        language == other.language &&
        templateName == other.templateName &&
        isvCode == other.isvCode

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(custSpaceId, phoneNumber, templateCode, language, templateName, isvCode)

    /** All fields. */
    override fun toString(): String =
        "MetricsTarget(custSpaceId=$custSpaceId, phoneNumber=$phoneNumber, templateCode=$templateCode, " +
            "language=$language, templateName=$templateName, isvCode=$isvCode)"
}

/**
 * The result of one query: its rows, or the error. A channel whose phone numbers or templates could not be listed has
 * a result with an error, too.
 *
 * @property custSpaceId The channel's ID.
 * @property phoneNumber The phone number of the query; absent if the query was about a template, or listed what the
 *   channel has.
 * @property templateCode The template of the query; absent if the query was about a phone number, or listed what the
 *   channel has.
 * @property templateName The template's name, as far as it is known.
 * @property language The template's language.
 * @property start The start of the query's time range.
 * @property end The end of the query's time range.
 * @property rows The rows; empty if nothing was counted, or if the query failed.
 * @property error Why the query failed; absent if it succeeded.
 * @property progress How far the run is with this result.
 */
public class CollectedMetrics(
    public val custSpaceId: String,
    public val phoneNumber: String?,
    public val templateCode: String?,
    public val templateName: String?,
    public val language: String?,
    public val start: Instant,
    public val end: Instant,
    public val rows: List<MetricsRow>,
    public val error: CamsRoiException?,
    public val progress: CollectProgress,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is CollectedMetrics &&
        custSpaceId == other.custSpaceId &&
        phoneNumber == other.phoneNumber &&
        templateCode == other.templateCode &&
        templateName == other.templateName &&
        language == other.language &&
        start == other.start &&
        end == other.end &&
        rows == other.rows &&
        error == other.error &&
        progress == other.progress

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        custSpaceId,
        phoneNumber,
        templateCode,
        templateName,
        language,
        start,
        end,
        rows,
        error,
        progress,
    )

    /** All fields. */
    override fun toString(): String =
        "CollectedMetrics(custSpaceId=$custSpaceId, phoneNumber=$phoneNumber, templateCode=$templateCode, " +
            "templateName=$templateName, language=$language, start=$start, end=$end, rows=$rows, error=$error, " +
            "progress=$progress)"
}

/**
 * How far a run is.
 *
 * @property channels Channels known so far.
 * @property done Queries that are done.
 * @property total Queries known so far. The number may grow until `isComplete`.
 * @property isComplete Whether all queries are known.
 * @property skipped Queries that an earlier run had done, according to the journal. They count as done.
 * @property failed Results with an error.
 */
public class CollectProgress(
    public val channels: Long,
    public val done: Long,
    public val total: Long,
    public val isComplete: Boolean,
    public val skipped: Long,
    public val failed: Long,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is CollectProgress &&
        channels == other.channels &&
        done == other.done &&
        total == other.total &&
        isComplete == other.isComplete &&
        skipped == other.skipped &&
        failed == other.failed

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(channels, done, total, isComplete, skipped, failed)

    /** All fields. */
    override fun toString(): String =
        "CollectProgress(channels=$channels, done=$done, total=$total, isComplete=$isComplete, skipped=$skipped, " +
            "failed=$failed)"
}

/**
 * The metrics of a phone number, or of a template in one language, for one period. Counts are returned as they came.
 * Rates are computed from them, and are absent if the divisor is zero.
 *
 * @property custSpaceId The channel's ID.
 * @property phoneNumber The business phone number; absent in a template's row.
 * @property templateCode The template's code; absent in a phone number's row.
 * @property templateName The template's name, as far as it is known.
 * @property language The template's language.
 * @property start When the period begins.
 * @property end When the period ends.
 * @property sentCount Messages sent.
 * @property deliveredCount Messages delivered.
 * @property readCount Messages read; absent in a phone number's row, because the service does not report it.
 * @property clickCount Clicks on all buttons together; absent in a phone number's row.
 * @property clicks Clicks by button.
 * @property deliveryRate Delivered messages divided by sent ones, from 0 to 1; absent if none was sent.
 * @property readRate Read messages divided by delivered ones, from 0 to 1; absent if none was delivered.
 * @property clickRate Clicks divided by delivered messages; it can be more than 1. Absent if none was delivered.
 */
public class MetricsRow(
    public val custSpaceId: String,
    public val phoneNumber: String?,
    public val templateCode: String?,
    public val templateName: String?,
    public val language: String?,
    public val start: Instant,
    public val end: Instant,
    public val sentCount: Long,
    public val deliveredCount: Long,
    public val readCount: Long?,
    public val clickCount: Long?,
    public val clicks: List<ButtonClicks>,
    public val deliveryRate: Double?,
    public val readRate: Double?,
    public val clickRate: Double?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is MetricsRow &&
        custSpaceId == other.custSpaceId &&
        phoneNumber == other.phoneNumber &&
        templateCode == other.templateCode &&
        templateName == other.templateName &&
        language == other.language &&
        start == other.start &&
        end == other.end &&
        sentCount == other.sentCount &&
        deliveredCount == other.deliveredCount &&
        readCount == other.readCount &&
        clickCount == other.clickCount &&
        clicks == other.clicks &&
        Objects.equals(deliveryRate, other.deliveryRate) &&
        Objects.equals(readRate, other.readRate) &&
        Objects.equals(clickRate, other.clickRate)

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        custSpaceId,
        phoneNumber,
        templateCode,
        templateName,
        language,
        start,
        end,
        sentCount,
        deliveredCount,
        readCount,
        clickCount,
        clicks,
        deliveryRate,
        readRate,
        clickRate,
    )

    /** All fields. */
    override fun toString(): String =
        "MetricsRow(custSpaceId=$custSpaceId, phoneNumber=$phoneNumber, templateCode=$templateCode, " +
            "templateName=$templateName, language=$language, start=$start, end=$end, sentCount=$sentCount, " +
            "deliveredCount=$deliveredCount, readCount=$readCount, clickCount=$clickCount, clicks=$clicks, " +
            "deliveryRate=$deliveryRate, readRate=$readRate, clickRate=$clickRate)"
}
