// Written by `cargo xtask generate` from `model/operations/QueryChatappPhoneNumbers.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import io.github.camsroi.internal.given
import java.util.Objects

/**
 * What is asked of `QueryChatappPhoneNumbers`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property isvCode The code by which the ISV authorised the caller.
 * @property status Only numbers with this status. The service documents no list of them.
 */
public class QueryChatappPhoneNumbersRequest private constructor(
    channel: WantedChannel,
    public val isvCode: String?,
    public val status: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** For the channel of this ID. */
    @JvmOverloads
    public constructor(
        custSpaceId: String,
        isvCode: String? = null,
        status: String? = null,
    ) : this(WantedChannel(channelId(custSpaceId)), isvCode, status)

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is QueryChatappPhoneNumbersRequest &&
        custSpaceId == other.custSpaceId &&
        isvCode == other.isvCode &&
        status == other.status

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(custSpaceId, isvCode, status)

    /** All that is asked. */
    override fun toString(): String =
        "QueryChatappPhoneNumbersRequest(custSpaceId=$custSpaceId, isvCode=$isvCode, status=$status)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor() {
        private var isvCode: String? = null
        private var status: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** Only numbers with this status. The service documents no list of them. */
        public fun status(status: String?): Builder = apply { this.status = status }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): QueryChatappPhoneNumbersRequest = QueryChatappPhoneNumbersRequest(
            WantedChannel.of(custSpaceId, own),
            isvCode,
            status,
        )
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()

        /** For the account's own channel. */
        @JvmStatic
        @JvmOverloads
        public fun ownChannel(
            isvCode: String? = null,
            status: String? = null,
        ): QueryChatappPhoneNumbersRequest = builder()
            .ownChannel()
            .isvCode(isvCode)
            .status(status)
            .build()
    }
}

/**
 * The answer to `QueryChatappPhoneNumbers`.
 *
 * @property requestId The service's ID of the request.
 * @property phoneNumbers The phone numbers; empty if the channel has none yet.
 */
public class QueryChatappPhoneNumbersResult(
    public val requestId: String?,
    public val phoneNumbers: List<PhoneNumber>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is QueryChatappPhoneNumbersResult &&
        requestId == other.requestId &&
        phoneNumbers == other.phoneNumbers

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, phoneNumbers)

    /** All fields. */
    override fun toString(): String = "QueryChatappPhoneNumbersResult(requestId=$requestId, phoneNumbers=$phoneNumbers)"
}

/**
 * A phone number of a channel.
 *
 * @property phoneNumber The number, in digits without a plus.
 * @property verifiedName The name that users see.
 * @property status Whether messages can be sent from it.
 * @property qualityRating Meta's rating of the messages of the last days.
 * @property messagingLimitTier How many users may be written to in a day, such as `TIER_1K` or `TIER_UNLIMITED`.
 * @property codeVerificationStatus Whether the number was verified by a code: `VERIFIED`, `REJECTED`,
 *   `MORE_INFORMATION_REQUESTED` or `REVOKED`.
 * @property nameStatus Whether the name was approved.
 * @property newNameStatus Whether a new name was approved.
 * @property isOfficial Whether it is an official business account.
 * @property statusCallbackUrl The URL to which receipts are sent.
 * @property statusQueue The queue that receipts are put into.
 * @property upCallbackUrl The URL to which users' messages are sent.
 * @property upQueue The queue that messages of users are put into.
 */
public class PhoneNumber(
    public val phoneNumber: String,
    public val verifiedName: String?,
    public val status: PhoneNumberStatus,
    public val qualityRating: QualityRating,
    public val messagingLimitTier: String?,
    public val codeVerificationStatus: String?,
    public val nameStatus: String?,
    public val newNameStatus: String?,
    public val isOfficial: Boolean?,
    public val statusCallbackUrl: String?,
    public val statusQueue: String?,
    public val upCallbackUrl: String?,
    public val upQueue: String?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is PhoneNumber &&
        phoneNumber == other.phoneNumber &&
        verifiedName == other.verifiedName &&
        status == other.status &&
        qualityRating == other.qualityRating &&
        messagingLimitTier == other.messagingLimitTier &&
        codeVerificationStatus == other.codeVerificationStatus &&
        nameStatus == other.nameStatus &&
        newNameStatus == other.newNameStatus &&
        isOfficial == other.isOfficial &&
        statusCallbackUrl == other.statusCallbackUrl &&
        statusQueue == other.statusQueue &&
        upCallbackUrl == other.upCallbackUrl &&
        upQueue == other.upQueue

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        phoneNumber,
        verifiedName,
        status,
        qualityRating,
        messagingLimitTier,
        codeVerificationStatus,
        nameStatus,
        newNameStatus,
        isOfficial,
        statusCallbackUrl,
        statusQueue,
        upCallbackUrl,
        upQueue,
    )

    /** All fields. */
    override fun toString(): String =
        "PhoneNumber(phoneNumber=$phoneNumber, verifiedName=$verifiedName, status=$status, " +
            "qualityRating=$qualityRating, messagingLimitTier=$messagingLimitTier, " +
            "codeVerificationStatus=$codeVerificationStatus, nameStatus=$nameStatus, newNameStatus=$newNameStatus, " +
            "isOfficial=$isOfficial, statusCallbackUrl=$statusCallbackUrl, statusQueue=$statusQueue, " +
            "upCallbackUrl=$upCallbackUrl, upQueue=$upQueue)"
}

/**
 * The state of a phone number. Any text can be one, since the service may add to these.
 *
 * @property value the service's word.
 */
public class PhoneNumberStatus private constructor(public val value: String) {
    /** Whether the other one is the same word. */
    override fun equals(other: Any?): Boolean = other is PhoneNumberStatus && value == other.value

    /** By the word. */
    override fun hashCode(): Int = value.hashCode()

    /** The service's word. */
    override fun toString(): String = value

    /** Those that are documented, and any other. */
    public companion object {
        /** It can send. */
        @JvmField
        public val CONNECTED: PhoneNumberStatus = PhoneNumberStatus("CONNECTED")

        /** It is not ready yet. */
        @JvmField
        public val PENDING: PhoneNumberStatus = PhoneNumberStatus("PENDING")

        /** Its quality is low, and it may be restricted soon. */
        @JvmField
        public val FLAGGED: PhoneNumberStatus = PhoneNumberStatus("FLAGGED")

        /** It has used up its limit, and can send to nobody new. */
        @JvmField
        public val RESTRICTED: PhoneNumberStatus = PhoneNumberStatus("RESTRICTED")

        /** It sends too fast. */
        @JvmField
        public val RATE_LIMITED: PhoneNumberStatus = PhoneNumberStatus("RATE_LIMITED")

        /** Meta has blocked it. */
        @JvmField
        public val BANNED: PhoneNumberStatus = PhoneNumberStatus("BANNED")

        /** It was deleted. */
        @JvmField
        public val DELETED: PhoneNumberStatus = PhoneNumberStatus("DELETED")

        /** It was moved to another account. */
        @JvmField
        public val MIGRATED: PhoneNumberStatus = PhoneNumberStatus("MIGRATED")

        /** It is not connected. */
        @JvmField
        public val DISCONNECTED: PhoneNumberStatus = PhoneNumberStatus("DISCONNECTED")

        /** Its code was not verified. */
        @JvmField
        public val UNVERIFIED: PhoneNumberStatus = PhoneNumberStatus("UNVERIFIED")

        /** The service does not know. */
        @JvmField
        public val UNKNOWN: PhoneNumberStatus = PhoneNumberStatus("UNKNOWN")

        /** By the service's word. */
        @JvmStatic
        public fun of(value: String): PhoneNumberStatus = when (given("phoneNumberStatus", value)) {
            "CONNECTED" -> CONNECTED
            "PENDING" -> PENDING
            "FLAGGED" -> FLAGGED
            "RESTRICTED" -> RESTRICTED
            "RATE_LIMITED" -> RATE_LIMITED
            "BANNED" -> BANNED
            "DELETED" -> DELETED
            "MIGRATED" -> MIGRATED
            "DISCONNECTED" -> DISCONNECTED
            "UNVERIFIED" -> UNVERIFIED
            "UNKNOWN" -> UNKNOWN
            else -> PhoneNumberStatus(value)
        }
    }
}
