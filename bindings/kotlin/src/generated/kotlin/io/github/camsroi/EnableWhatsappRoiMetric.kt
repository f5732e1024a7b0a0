// Written by `cargo xtask generate` from `model/operations/EnableWhatsappROIMetric.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.WantedChannel
import io.github.camsroi.internal.channelId
import java.util.Objects

/**
 * What is asked of `EnableWhatsappROIMetric`: of a channel by its ID, or of the account's own ([ownChannel]).
 *
 * @property isvCode The code by which the ISV authorised the caller.
 */
public class EnableWhatsappRoiMetricRequest private constructor(
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
    override fun equals(other: Any?): Boolean = other is EnableWhatsappRoiMetricRequest &&
        custSpaceId == other.custSpaceId &&
        isvCode == other.isvCode

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(custSpaceId, isvCode)

    /** All that is asked. */
    override fun toString(): String = "EnableWhatsappRoiMetricRequest(custSpaceId=$custSpaceId, isvCode=$isvCode)"

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
        public fun build(): EnableWhatsappRoiMetricRequest = EnableWhatsappRoiMetricRequest(
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
        public fun ownChannel(isvCode: String? = null): EnableWhatsappRoiMetricRequest = builder()
            .ownChannel()
            .isvCode(isvCode)
            .build()
    }
}

/**
 * The answer to `EnableWhatsappROIMetric`: metrics are being collected.
 *
 * @property requestId The service's ID of the request.
 * @property message The service's message, where it is more than a placeholder.
 * @property accessDeniedDetail The service's `AccessDeniedDetail`, where it is more than a placeholder.
 */
public class EnableWhatsappRoiMetricResult(
    public val requestId: String?,
    public val message: String?,
    public val accessDeniedDetail: AccessDeniedDetail?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is EnableWhatsappRoiMetricResult &&
        requestId == other.requestId &&
        message == other.message &&
        accessDeniedDetail == other.accessDeniedDetail

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, message, accessDeniedDetail)

    /** All fields. */
    override fun toString(): String =
        "EnableWhatsappRoiMetricResult(requestId=$requestId, message=$message, " +
            "accessDeniedDetail=$accessDeniedDetail)"
}
