// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateMetric.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import java.time.Instant
import java.util.Objects

/**
 * What is asked of `GetChatappTemplateMetric`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property templateCode The template's code. It is a text, even if it consists of digits.
 * @property start The start of the time range, inclusive.
 * @property end The end of the time range, exclusive.
 * @property language One language of the template, for example `en` or `zh_CN`.
 * @property granularity The length of each row's period. The service documents no default; as far as is known, it is
 *   `DAILY`.
 * @property templateType The template's type. `WHATSAPP` is the only one documented, and the service's default.
 * @property isvCode The code by which the ISV authorised the caller.
 */
public class GetChatappTemplateMetricRequest private constructor(
    public val templateCode: String,
    public val start: Instant,
    public val end: Instant,
    public val language: String?,
    public val granularity: Granularity?,
    public val templateType: String?,
    channel: WantedChannel,
    public val isvCode: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappTemplateMetricRequest &&
        templateCode == other.templateCode &&
        start == other.start &&
        end == other.end &&
        language == other.language &&
        granularity == other.granularity &&
        templateType == other.templateType &&
        custSpaceId == other.custSpaceId &&
        isvCode == other.isvCode

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(
        templateCode,
        start,
        end,
        language,
        granularity,
        templateType,
        custSpaceId,
        isvCode,
    )

    /** All that is asked. */
    override fun toString(): String =
        "GetChatappTemplateMetricRequest(templateCode=$templateCode, start=$start, end=$end, language=$language, " +
            "granularity=$granularity, templateType=$templateType, custSpaceId=$custSpaceId, isvCode=$isvCode)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor(
        private val templateCode: String,
        private val start: Instant,
        private val end: Instant,
    ) {
        private var language: String? = null
        private var granularity: Granularity? = null
        private var templateType: String? = null
        private var isvCode: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** One language of the template, for example `en` or `zh_CN`. */
        public fun language(language: String?): Builder = apply { this.language = language }

        /** The length of each row's period. The service documents no default; as far as is known, it is `DAILY`. */
        public fun granularity(granularity: Granularity?): Builder = apply { this.granularity = granularity }

        /** The template's type. `WHATSAPP` is the only one documented, and the service's default. */
        public fun templateType(templateType: String?): Builder = apply { this.templateType = templateType }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): GetChatappTemplateMetricRequest = GetChatappTemplateMetricRequest(
            templateCode,
            start,
            end,
            language,
            granularity,
            templateType,
            WantedChannel.of(custSpaceId, own),
            isvCode,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request with what is required, in Java. */
        @JvmStatic
        public fun builder(
            templateCode: String,
            start: Instant,
            end: Instant,
        ): Builder = Builder(given("templateCode", templateCode), given("start", start), given("end", end))

        /** A request for the channel [custSpaceId], in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(
            templateCode: String,
            start: Instant,
            end: Instant,
            custSpaceId: String,
            language: String? = null,
            granularity: Granularity? = null,
            templateType: String? = null,
            isvCode: String? = null,
        ): GetChatappTemplateMetricRequest = builder(templateCode, start, end)
            .custSpaceId(custSpaceId)
            .language(language)
            .granularity(granularity)
            .templateType(templateType)
            .isvCode(isvCode)
            .build()

        /** For the account's own channel, in Kotlin. */
        @JvmSynthetic
        public fun ownChannel(
            templateCode: String,
            start: Instant,
            end: Instant,
            language: String? = null,
            granularity: Granularity? = null,
            templateType: String? = null,
            isvCode: String? = null,
        ): GetChatappTemplateMetricRequest = builder(templateCode, start, end)
            .ownChannel()
            .language(language)
            .granularity(granularity)
            .templateType(templateType)
            .isvCode(isvCode)
            .build()
    }
}

/**
 * The answer to `GetChatappTemplateMetric`.
 *
 * @property requestId The service's ID of the request.
 * @property data The rows as the service returned them; empty if there is no data yet.
 */
public class GetChatappTemplateMetricResult(
    public val requestId: String?,
    public val data: List<TemplateMetric>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappTemplateMetricResult &&
        requestId == other.requestId &&
        data == other.data

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, data)

    /** All fields. */
    override fun toString(): String = "GetChatappTemplateMetricResult(requestId=$requestId, data=$data)"
}

/**
 * One template's metrics in one language for one period. Rows are returned as they came: in the service's sample,
 * there are more clicks than deliveries.
 *
 * @property templateCode The template's code: a long string of digits, never a number.
 * @property language The template's language; empty if the service left it out.
 * @property start When the period begins.
 * @property end When the period ends.
 * @property sentCount Messages sent; zero if the service left it out.
 * @property deliveredCount Messages delivered; zero if the service left it out.
 * @property readCount Messages read; zero if the service left it out.
 * @property clicks Clicks by button. The service calls the list `Cliented`.
 */
public class TemplateMetric(
    public val templateCode: String,
    public val language: String,
    public val start: Instant,
    public val end: Instant,
    public val sentCount: Long,
    public val deliveredCount: Long,
    public val readCount: Long,
    public val clicks: List<ButtonClicks>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is TemplateMetric &&
        templateCode == other.templateCode &&
        language == other.language &&
        start == other.start &&
        end == other.end &&
        sentCount == other.sentCount &&
        deliveredCount == other.deliveredCount &&
        readCount == other.readCount &&
        clicks == other.clicks

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        templateCode,
        language,
        start,
        end,
        sentCount,
        deliveredCount,
        readCount,
        clicks,
    )

    /** All fields. */
    override fun toString(): String =
        "TemplateMetric(templateCode=$templateCode, language=$language, start=$start, end=$end, " +
            "sentCount=$sentCount, deliveredCount=$deliveredCount, readCount=$readCount, clicks=$clicks)"
}
