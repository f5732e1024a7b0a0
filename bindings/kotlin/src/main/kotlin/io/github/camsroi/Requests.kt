package io.github.camsroi

import java.time.Instant

/**
 * What is asked of `EnableWhatsappROIMetric`.
 *
 * @property custSpaceId the channel's ID (`cams-…`). Without it, the account's own channel is meant.
 * @property isvCode the code by which the ISV authorised the caller.
 */
public class EnableWhatsappRoiMetricRequest @JvmOverloads constructor(
    public val custSpaceId: String? = null,
    public val isvCode: String? = null,
)

/**
 * What is asked of `GetChatappPhoneNumberMetric`.
 *
 * @property start from when on.
 * @property end until before when.
 * @property granularity how long a time each row covers.
 * @property phoneNumber one business phone number: digits with country code, no `+`.
 * @property custSpaceId the channel's ID (`cams-…`). Without it, the account's own channel is meant.
 * @property isvCode the code by which the ISV authorised the caller.
 */
public class GetChatappPhoneNumberMetricRequest @JvmOverloads constructor(
    public val start: Instant,
    public val end: Instant,
    public val granularity: Granularity? = null,
    public val phoneNumber: String? = null,
    public val custSpaceId: String? = null,
    public val isvCode: String? = null,
) {
    /** Puts a request together, in Java. */
    public class Builder internal constructor(private val start: Instant, private val end: Instant) {
        private var granularity: Granularity? = null
        private var phoneNumber: String? = null
        private var custSpaceId: String? = null
        private var isvCode: String? = null

        /** How long a time each row covers. */
        public fun granularity(granularity: Granularity?): Builder = apply { this.granularity = granularity }

        /** One business phone number: digits with country code, no `+`. */
        public fun phoneNumber(phoneNumber: String?): Builder = apply { this.phoneNumber = phoneNumber }

        /** The channel's ID (`cams-…`). Without it, the account's own channel is meant. */
        public fun custSpaceId(custSpaceId: String?): Builder = apply { this.custSpaceId = custSpaceId }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. */
        public fun build(): GetChatappPhoneNumberMetricRequest =
            GetChatappPhoneNumberMetricRequest(start, end, granularity, phoneNumber, custSpaceId, isvCode)
    }

    /** Makes builders. */
    public companion object {
        /** Begins a request for the time from [start] to [end], in Java. */
        @JvmStatic
        public fun builder(start: Instant, end: Instant): Builder = Builder(start, end)
    }
}

/**
 * What is asked of `GetChatappTemplateMetric`.
 *
 * @property templateCode the template's code: a text, for it has more digits than a number can hold.
 * @property start from when on.
 * @property end until before when.
 * @property language one language of the template, for example `en` or `zh_CN`.
 * @property granularity how long a time each row covers.
 * @property templateType the template's type; `WHATSAPP`, the default, is the only one documented.
 * @property custSpaceId the channel's ID (`cams-…`). Without it, the account's own channel is meant.
 * @property isvCode the code by which the ISV authorised the caller.
 */
public class GetChatappTemplateMetricRequest @JvmOverloads constructor(
    public val templateCode: String,
    public val start: Instant,
    public val end: Instant,
    public val language: String? = null,
    public val granularity: Granularity? = null,
    public val templateType: String? = null,
    public val custSpaceId: String? = null,
    public val isvCode: String? = null,
) {
    /** Puts a request together, in Java. */
    public class Builder internal constructor(
        private val templateCode: String,
        private val start: Instant,
        private val end: Instant,
    ) {
        private var language: String? = null
        private var granularity: Granularity? = null
        private var templateType: String? = null
        private var custSpaceId: String? = null
        private var isvCode: String? = null

        /** One language of the template, for example `en` or `zh_CN`. */
        public fun language(language: String?): Builder = apply { this.language = language }

        /** How long a time each row covers. */
        public fun granularity(granularity: Granularity?): Builder = apply { this.granularity = granularity }

        /** The template's type; `WHATSAPP`, the default, is the only one documented. */
        public fun templateType(templateType: String?): Builder = apply { this.templateType = templateType }

        /** The channel's ID (`cams-…`). Without it, the account's own channel is meant. */
        public fun custSpaceId(custSpaceId: String?): Builder = apply { this.custSpaceId = custSpaceId }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. */
        public fun build(): GetChatappTemplateMetricRequest = GetChatappTemplateMetricRequest(
            templateCode,
            start,
            end,
            language,
            granularity,
            templateType,
            custSpaceId,
            isvCode,
        )
    }

    /** Makes builders. */
    public companion object {
        /** Begins a request for a template and the time from [start] to [end], in Java. */
        @JvmStatic
        public fun builder(templateCode: String, start: Instant, end: Instant): Builder =
            Builder(templateCode, start, end)
    }
}

/**
 * How long a time each row of figures covers. Any text can be one, since the service may add to these.
 *
 * @property value the service's word.
 */
public class Granularity private constructor(public val value: String) {
    /** Whether the other one is the same word. */
    override fun equals(other: Any?): Boolean = other is Granularity && value == other.value

    /** By the word. */
    override fun hashCode(): Int = value.hashCode()

    /** The service's word. */
    override fun toString(): String = value

    /** Those that are documented, and any other. */
    public companion object {
        /** A day. */
        @JvmField
        public val DAILY: Granularity = Granularity("DAILY")

        /** Half an hour. */
        @JvmField
        public val HALF_HOUR: Granularity = Granularity("HALF_HOUR")

        /** By the service's word. */
        @JvmStatic
        public fun of(value: String): Granularity = Granularity(value)
    }
}
