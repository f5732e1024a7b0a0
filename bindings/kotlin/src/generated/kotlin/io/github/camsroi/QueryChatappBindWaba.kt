// Written by `cargo xtask generate` from `model/operations/QueryChatappBindWaba.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import java.util.Objects

/**
 * What is asked of `QueryChatappBindWaba`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property isvCode The code by which the ISV authorised the caller.
 */
public class QueryChatappBindWabaRequest private constructor(
    channel: WantedChannel,
    public val isvCode: String?,
) {
    /** The channel's ID (`cams-…`); `null` where the account's own channel is meant. */
    public val custSpaceId: String? = channel.id

    /** For the channel of this ID. */
    @JvmOverloads
    public constructor(
        custSpaceId: String,
        isvCode: String? = null,
    ) : this(WantedChannel(channelId(custSpaceId)), isvCode)

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is QueryChatappBindWabaRequest &&
        custSpaceId == other.custSpaceId &&
        isvCode == other.isvCode

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(custSpaceId, isvCode)

    /** All that is asked. */
    override fun toString(): String = "QueryChatappBindWabaRequest(custSpaceId=$custSpaceId, isvCode=$isvCode)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor() {
        private var isvCode: String? = null
        private var custSpaceId: String? = null
        private var own = false

        /** The channel's ID (`cams-…`). */
        public fun custSpaceId(custSpaceId: String): Builder = apply { this.custSpaceId = channelId(custSpaceId) }

        /** The account's own channel. */
        public fun ownChannel(): Builder = apply { own = true }

        /** The code by which the ISV authorised the caller. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** The request. Throws [CamsRoiException.InvalidArgument] where it is not said which channel is meant. */
        public fun build(): QueryChatappBindWabaRequest = QueryChatappBindWabaRequest(
            WantedChannel.of(custSpaceId, own),
            isvCode,
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
        public fun ownChannel(isvCode: String? = null): QueryChatappBindWabaRequest = builder()
            .ownChannel()
            .isvCode(isvCode)
            .build()
    }
}

/**
 * The answer to `QueryChatappBindWaba`.
 *
 * @property requestId The service's ID of the request.
 * @property waba The WABA; absent if the channel is bound to none.
 */
public class QueryChatappBindWabaResult(
    public val requestId: String?,
    public val waba: Waba?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is QueryChatappBindWabaResult &&
        requestId == other.requestId &&
        waba == other.waba

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, waba)

    /** All fields. */
    override fun toString(): String = "QueryChatappBindWabaResult(requestId=$requestId, waba=$waba)"
}

/**
 * A WhatsApp Business Account.
 *
 * @property id The WABA's ID.
 * @property name The WABA's name.
 * @property accountReviewStatus The result of Meta's review: `PENDING`, `APPROVED`, `REJECTED` or `DISABLED`.
 * @property currency The currency of its bills, such as `USD`.
 * @property businessId The ID of the Meta business that owns it.
 * @property businessName The name of the Meta business that owns it.
 * @property messageTemplateNamespace The namespace of its templates.
 * @property marketingMessageLiteStatus Whether marketing messages are sent by Meta's own way for them, as `Y` or `N`.
 * @property isOnBizApp Whether a number is used in the WhatsApp Business app too.
 * @property primaryBusinessLocation The location of the business. The service's own sample has something else here.
 * @property authInternationalRateEligibility Whether Meta's rates for international authentication apply, by names
 *   that the service does not document. What is no text is given as JSON.
 */
public class Waba(
    public val id: String,
    public val name: String,
    public val accountReviewStatus: String?,
    public val currency: String?,
    public val businessId: String?,
    public val businessName: String?,
    public val messageTemplateNamespace: String?,
    public val marketingMessageLiteStatus: String?,
    public val isOnBizApp: Boolean?,
    public val primaryBusinessLocation: String?,
    public val authInternationalRateEligibility: Map<String, String>,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is Waba &&
        id == other.id &&
        name == other.name &&
        accountReviewStatus == other.accountReviewStatus &&
        currency == other.currency &&
        businessId == other.businessId &&
        businessName == other.businessName &&
        messageTemplateNamespace == other.messageTemplateNamespace &&
        marketingMessageLiteStatus == other.marketingMessageLiteStatus &&
        isOnBizApp == other.isOnBizApp &&
        primaryBusinessLocation == other.primaryBusinessLocation &&
        authInternationalRateEligibility == other.authInternationalRateEligibility

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        id,
        name,
        accountReviewStatus,
        currency,
        businessId,
        businessName,
        messageTemplateNamespace,
        marketingMessageLiteStatus,
        isOnBizApp,
        primaryBusinessLocation,
        authInternationalRateEligibility,
    )

    /** All fields. */
    override fun toString(): String =
        "Waba(id=$id, name=$name, accountReviewStatus=$accountReviewStatus, currency=$currency, " +
            "businessId=$businessId, businessName=$businessName, messageTemplateNamespace=$messageTemplateNamespace, " +
            "marketingMessageLiteStatus=$marketingMessageLiteStatus, isOnBizApp=$isOnBizApp, " +
            "primaryBusinessLocation=$primaryBusinessLocation, " +
            "authInternationalRateEligibility=$authInternationalRateEligibility)"
}
