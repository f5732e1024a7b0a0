package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import java.time.Instant

/**
 * What is asked of `EnableWhatsappROIMetric`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property isvCode the code by which the ISV authorised the caller.
 */
public class EnableWhatsappRoiMetricRequest private constructor(
    channel: WantedChannel,
    public val isvCode: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** For the channel of this ID. */
    @JvmOverloads
    public constructor(custSpaceId: String, isvCode: String? = null) :
        this(WantedChannel(channelId(custSpaceId)), isvCode)

    /** Makes requests. */
    public companion object {
        /** For the account's own channel. */
        @JvmStatic
        @JvmOverloads
        public fun ownChannel(isvCode: String? = null): EnableWhatsappRoiMetricRequest =
            EnableWhatsappRoiMetricRequest(WantedChannel.OWN, isvCode)
    }
}

/**
 * What is asked of `GetChatappPhoneNumberMetric`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property start from when on.
 * @property end until before when.
 * @property granularity how long a time each row covers.
 * @property phoneNumber one business phone number: digits with country code, no `+`.
 * @property isvCode the code by which the ISV authorised the caller.
 */
public class GetChatappPhoneNumberMetricRequest private constructor(
    public val start: Instant,
    public val end: Instant,
    channel: WantedChannel,
    public val granularity: Granularity?,
    public val phoneNumber: String?,
    public val isvCode: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** Puts a request together. */
    public class Builder internal constructor(private val start: Instant, private val end: Instant) {
        private var granularity: Granularity? = null
        private var phoneNumber: String? = null
        private var custSpaceId: String? = null
        private var own = false
        private var isvCode: String? = null

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** How long a time each row covers. */
        public fun granularity(granularity: Granularity?): Builder = apply { this.granularity = granularity }

        /** One business phone number: digits with country code, no `+`. */
        public fun phoneNumber(phoneNumber: String?): Builder = apply { this.phoneNumber = phoneNumber }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): GetChatappPhoneNumberMetricRequest = GetChatappPhoneNumberMetricRequest(
            start,
            end,
            WantedChannel.of(custSpaceId, own),
            granularity,
            phoneNumber,
            isvCode,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request for the time from [start] to [end], in Java. */
        @JvmStatic
        public fun builder(start: Instant, end: Instant): Builder = Builder(given("start", start), given("end", end))

        /** Asks about the account's own channel. */
        @JvmSynthetic
        public fun ownChannel(
            start: Instant,
            end: Instant,
            granularity: Granularity? = null,
            phoneNumber: String? = null,
            isvCode: String? = null,
        ): GetChatappPhoneNumberMetricRequest =
            builder(start, end).ownChannel().granularity(granularity).phoneNumber(phoneNumber).isvCode(isvCode).build()
    }
}

/** Asks about the channel [custSpaceId], in Kotlin; [GetChatappPhoneNumberMetricRequest] says what each is. */
@JvmSynthetic
public fun GetChatappPhoneNumberMetricRequest(
    start: Instant,
    end: Instant,
    custSpaceId: String,
    granularity: Granularity? = null,
    phoneNumber: String? = null,
    isvCode: String? = null,
): GetChatappPhoneNumberMetricRequest = GetChatappPhoneNumberMetricRequest.builder(start, end)
    .custSpaceId(custSpaceId).granularity(granularity).phoneNumber(phoneNumber).isvCode(isvCode).build()

/**
 * What is asked of `GetChatappTemplateMetric`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property templateCode the template's code: a text, for it has more digits than a number can hold.
 * @property start from when on.
 * @property end until before when.
 * @property language one language of the template, for example `en` or `zh_CN`.
 * @property granularity how long a time each row covers.
 * @property templateType the template's type; `WHATSAPP`, the default, is the only one documented.
 * @property isvCode the code by which the ISV authorised the caller.
 */
public class GetChatappTemplateMetricRequest private constructor(
    public val templateCode: String,
    public val start: Instant,
    public val end: Instant,
    channel: WantedChannel,
    public val language: String?,
    public val granularity: Granularity?,
    public val templateType: String?,
    public val isvCode: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** Puts a request together. */
    public class Builder internal constructor(
        private val templateCode: String,
        private val start: Instant,
        private val end: Instant,
    ) {
        private var language: String? = null
        private var granularity: Granularity? = null
        private var templateType: String? = null
        private var custSpaceId: String? = null
        private var own = false
        private var isvCode: String? = null

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** One language of the template, for example `en` or `zh_CN`. */
        public fun language(language: String?): Builder = apply { this.language = language }

        /** How long a time each row covers. */
        public fun granularity(granularity: Granularity?): Builder = apply { this.granularity = granularity }

        /** The template's type; `WHATSAPP`, the default, is the only one documented. */
        public fun templateType(templateType: String?): Builder = apply { this.templateType = templateType }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): GetChatappTemplateMetricRequest = GetChatappTemplateMetricRequest(
            templateCode,
            start,
            end,
            WantedChannel.of(custSpaceId, own),
            language,
            granularity,
            templateType,
            isvCode,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request for a template and the time from [start] to [end], in Java. */
        @JvmStatic
        public fun builder(templateCode: String, start: Instant, end: Instant): Builder =
            Builder(given("templateCode", templateCode), given("start", start), given("end", end))

        /** Asks about a template of the account's own channel. */
        @JvmSynthetic
        public fun ownChannel(
            templateCode: String,
            start: Instant,
            end: Instant,
            language: String? = null,
            granularity: Granularity? = null,
            templateType: String? = null,
            isvCode: String? = null,
        ): GetChatappTemplateMetricRequest = builder(templateCode, start, end).ownChannel()
            .language(language).granularity(granularity).templateType(templateType).isvCode(isvCode).build()
    }
}

/** Asks about a template of the channel [custSpaceId], in Kotlin; [GetChatappTemplateMetricRequest] says what each is. */
@JvmSynthetic
public fun GetChatappTemplateMetricRequest(
    templateCode: String,
    start: Instant,
    end: Instant,
    custSpaceId: String,
    language: String? = null,
    granularity: Granularity? = null,
    templateType: String? = null,
    isvCode: String? = null,
): GetChatappTemplateMetricRequest = GetChatappTemplateMetricRequest.builder(templateCode, start, end)
    .custSpaceId(custSpaceId).language(language).granularity(granularity).templateType(templateType).isvCode(isvCode)
    .build()

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
        public fun of(value: String): Granularity = Granularity(given("granularity", value))
    }
}
