// Written by `cargo xtask generate` from `model/operations/GetChatappPhoneNumberMetric.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import java.time.Instant
import java.util.Objects

/**
 * What is asked of `GetChatappPhoneNumberMetric`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property start The start of the time range, inclusive.
 * @property end The end of the time range, exclusive.
 * @property granularity The length of each row's period. The service documents no default; as far as is known, it is
 *   `DAILY`.
 * @property phoneNumber One business phone number: digits with country code, no `+`.
 * @property isvCode The code by which the ISV authorised the caller.
 */
public class GetChatappPhoneNumberMetricRequest private constructor(
    public val start: Instant,
    public val end: Instant,
    public val granularity: Granularity?,
    public val phoneNumber: String?,
    channel: WantedChannel,
    public val isvCode: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappPhoneNumberMetricRequest &&
        start == other.start &&
        end == other.end &&
        granularity == other.granularity &&
        phoneNumber == other.phoneNumber &&
        custSpaceId == other.custSpaceId &&
        isvCode == other.isvCode

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(start, end, granularity, phoneNumber, custSpaceId, isvCode)

    /** All that is asked. */
    override fun toString(): String =
        "GetChatappPhoneNumberMetricRequest(start=$start, end=$end, granularity=$granularity, " +
            "phoneNumber=$phoneNumber, custSpaceId=$custSpaceId, isvCode=$isvCode)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor(
        private val start: Instant,
        private val end: Instant,
    ) {
        private var granularity: Granularity? = null
        private var phoneNumber: String? = null
        private var isvCode: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** The length of each row's period. The service documents no default; as far as is known, it is `DAILY`. */
        public fun granularity(granularity: Granularity?): Builder = apply { this.granularity = granularity }

        /** One business phone number: digits with country code, no `+`. */
        public fun phoneNumber(phoneNumber: String?): Builder = apply { this.phoneNumber = phoneNumber }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): GetChatappPhoneNumberMetricRequest = GetChatappPhoneNumberMetricRequest(
            start,
            end,
            granularity,
            phoneNumber,
            WantedChannel.of(custSpaceId, own),
            isvCode,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request with what is required, in Java. */
        @JvmStatic
        public fun builder(start: Instant, end: Instant): Builder = Builder(given("start", start), given("end", end))

        /** A request for the channel [custSpaceId], in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(
            start: Instant,
            end: Instant,
            custSpaceId: String,
            granularity: Granularity? = null,
            phoneNumber: String? = null,
            isvCode: String? = null,
        ): GetChatappPhoneNumberMetricRequest = builder(start, end)
            .custSpaceId(custSpaceId)
            .granularity(granularity)
            .phoneNumber(phoneNumber)
            .isvCode(isvCode)
            .build()

        /** For the account's own channel, in Kotlin. */
        @JvmSynthetic
        public fun ownChannel(
            start: Instant,
            end: Instant,
            granularity: Granularity? = null,
            phoneNumber: String? = null,
            isvCode: String? = null,
        ): GetChatappPhoneNumberMetricRequest = builder(start, end)
            .ownChannel()
            .granularity(granularity)
            .phoneNumber(phoneNumber)
            .isvCode(isvCode)
            .build()
    }
}

/**
 * The answer to `GetChatappPhoneNumberMetric`.
 *
 * @property requestId The service's ID of the request.
 * @property data The rows as the service returned them; empty if there is no data yet.
 */
public class GetChatappPhoneNumberMetricResult(
    public val requestId: String?,
    public val data: List<PhoneNumberMetric>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is GetChatappPhoneNumberMetricResult &&
        requestId == other.requestId &&
        data == other.data

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, data)

    /** All fields. */
    override fun toString(): String = "GetChatappPhoneNumberMetricResult(requestId=$requestId, data=$data)"
}

/**
 * One phone number's metrics for one period. Rows are returned as they came: in the service's sample, start is later
 * than end, so do not assume an order.
 *
 * @property phoneNumber The business phone number, digits with country code; empty if the service left it out.
 * @property granularity The length of the row's period.
 * @property start When the period begins.
 * @property end When the period ends.
 * @property sentCount Messages sent; zero if the service left it out.
 * @property deliveredCount Messages delivered; zero if the service left it out.
 */
public class PhoneNumberMetric(
    public val phoneNumber: String,
    public val granularity: Granularity?,
    public val start: Instant,
    public val end: Instant,
    public val sentCount: Long,
    public val deliveredCount: Long,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is PhoneNumberMetric &&
        phoneNumber == other.phoneNumber &&
        granularity == other.granularity &&
        start == other.start &&
        end == other.end &&
        sentCount == other.sentCount &&
        deliveredCount == other.deliveredCount

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(phoneNumber, granularity, start, end, sentCount, deliveredCount)

    /** All fields. */
    override fun toString(): String =
        "PhoneNumberMetric(phoneNumber=$phoneNumber, granularity=$granularity, start=$start, end=$end, " +
            "sentCount=$sentCount, deliveredCount=$deliveredCount)"
}
