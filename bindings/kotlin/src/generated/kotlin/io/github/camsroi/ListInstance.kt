// Written by `cargo xtask generate` from `model/operations/ListInstance.toml`; do not edit.
package io.github.camsroi

import java.util.Objects

/**
 * What is asked of `ListInstance`.
 *
 * @property pageIndex The page's number, from 1. The service documents no default.
 * @property pageSize The number of channels of a page. The service documents neither a default nor a maximum.
 * @property channelType Only channels of this kind.
 * @property instanceId Only the channel with this instance ID.
 * @property instanceName Only channels with this name.
 * @property filterStr A text to look for. The service does not document where it looks.
 * @property resourceGroupId Only channels of this resource group.
 * @property submitTime When the channel was applied for, as `2023-12-12 00:00:00`. The service does not document the
 *   time zone.
 */
public class ListInstanceRequest private constructor(
    public val pageIndex: Long?,
    public val pageSize: Long?,
    public val channelType: String?,
    public val instanceId: String?,
    public val instanceName: String?,
    public val filterStr: String?,
    public val resourceGroupId: String?,
    public val submitTime: String?,
) {
    /** The same for pages of this size, from the first one on. */
    internal fun sized(size: Int): ListInstanceRequest = ListInstanceRequest(
        null,
        size.toLong(),
        channelType,
        instanceId,
        instanceName,
        filterStr,
        resourceGroupId,
        submitTime,
    )

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ListInstanceRequest &&
        pageIndex == other.pageIndex &&
        pageSize == other.pageSize &&
        channelType == other.channelType &&
        instanceId == other.instanceId &&
        instanceName == other.instanceName &&
        filterStr == other.filterStr &&
        resourceGroupId == other.resourceGroupId &&
        submitTime == other.submitTime

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(
        pageIndex,
        pageSize,
        channelType,
        instanceId,
        instanceName,
        filterStr,
        resourceGroupId,
        submitTime,
    )

    /** All that is asked. */
    override fun toString(): String =
        "ListInstanceRequest(pageIndex=$pageIndex, pageSize=$pageSize, channelType=$channelType, " +
            "instanceId=$instanceId, instanceName=$instanceName, filterStr=$filterStr, " +
            "resourceGroupId=$resourceGroupId, submitTime=$submitTime)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor() {
        private var pageIndex: Long? = null
        private var pageSize: Long? = null
        private var channelType: String? = null
        private var instanceId: String? = null
        private var instanceName: String? = null
        private var filterStr: String? = null
        private var resourceGroupId: String? = null
        private var submitTime: String? = null

        /** The page's number, from 1. The service documents no default. */
        public fun pageIndex(pageIndex: Long?): Builder = apply { this.pageIndex = pageIndex }

        /** The number of channels of a page. The service documents neither a default nor a maximum. */
        public fun pageSize(pageSize: Long?): Builder = apply { this.pageSize = pageSize }

        /** Only channels of this kind. */
        public fun channelType(channelType: String?): Builder = apply { this.channelType = channelType }

        /** Only the channel with this instance ID. */
        public fun instanceId(instanceId: String?): Builder = apply { this.instanceId = instanceId }

        /** Only channels with this name. */
        public fun instanceName(instanceName: String?): Builder = apply { this.instanceName = instanceName }

        /** A text to look for. The service does not document where it looks. */
        public fun filterStr(filterStr: String?): Builder = apply { this.filterStr = filterStr }

        /** Only channels of this resource group. */
        public fun resourceGroupId(resourceGroupId: String?): Builder = apply { this.resourceGroupId = resourceGroupId }

        /** When the channel was applied for, as `2023-12-12 00:00:00`. The service does not document the time zone. */
        public fun submitTime(submitTime: String?): Builder = apply { this.submitTime = submitTime }

        /** The request. */
        public fun build(): ListInstanceRequest = ListInstanceRequest(
            pageIndex,
            pageSize,
            channelType,
            instanceId,
            instanceName,
            filterStr,
            resourceGroupId,
            submitTime,
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
            pageIndex: Long? = null,
            pageSize: Long? = null,
            channelType: String? = null,
            instanceId: String? = null,
            instanceName: String? = null,
            filterStr: String? = null,
            resourceGroupId: String? = null,
            submitTime: String? = null,
        ): ListInstanceRequest = builder()
            .pageIndex(pageIndex)
            .pageSize(pageSize)
            .channelType(channelType)
            .instanceId(instanceId)
            .instanceName(instanceName)
            .filterStr(filterStr)
            .resourceGroupId(resourceGroupId)
            .submitTime(submitTime)
            .build()
    }
}

/**
 * The answer to `ListInstance`.
 *
 * @property requestId The service's ID of the request.
 * @property instances The channels of this page; empty after the last page.
 * @property totalCount The number of channels on all pages.
 */
public class ListInstanceResult(
    public val requestId: String?,
    public val instances: List<Instance>,
    public val totalCount: Long?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ListInstanceResult &&
        requestId == other.requestId &&
        instances == other.instances &&
        totalCount == other.totalCount

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, instances, totalCount)

    /** All fields. */
    override fun toString(): String =
        "ListInstanceResult(requestId=$requestId, instances=$instances, totalCount=$totalCount)"
}

/**
 * A channel, as the list shows it.
 *
 * @property instanceId The instance's ID.
 * @property custSpaceId The channel's ID, which other operations expect. If it is absent, they expect the instance
 *   ID.
 * @property instanceName The channel's name.
 * @property instanceDescription What the owner wrote about it.
 * @property channelType What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or
 *   upper case.
 * @property state The state, such as `published`. The service documents no list of states.
 * @property submitTime When it was applied for, as the service writes it. It documents neither format nor time zone.
 * @property countryId The country, such as `CN`.
 * @property contactMail The owner's mail address.
 * @property officeAddress The owner's postal address.
 * @property facebookBmId The ID of the owner's Meta business account.
 * @property isvTerms The URL of an ISV's signed terms.
 * @property resourceGroupId The resource group.
 * @property resourceRegionId The region.
 */
public class Instance(
    public val instanceId: String,
    public val custSpaceId: String?,
    public val instanceName: String,
    public val instanceDescription: String?,
    public val channelType: String,
    public val state: String,
    public val submitTime: String?,
    public val countryId: String?,
    public val contactMail: String?,
    public val officeAddress: String?,
    public val facebookBmId: String?,
    public val isvTerms: String?,
    public val resourceGroupId: String?,
    public val resourceRegionId: String?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is Instance &&
        instanceId == other.instanceId &&
        custSpaceId == other.custSpaceId &&
        instanceName == other.instanceName &&
        instanceDescription == other.instanceDescription &&
        channelType == other.channelType &&
        state == other.state &&
        submitTime == other.submitTime &&
        countryId == other.countryId &&
        contactMail == other.contactMail &&
        officeAddress == other.officeAddress &&
        facebookBmId == other.facebookBmId &&
        isvTerms == other.isvTerms &&
        resourceGroupId == other.resourceGroupId &&
        resourceRegionId == other.resourceRegionId

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(
        instanceId,
        custSpaceId,
        instanceName,
        instanceDescription,
        channelType,
        state,
        submitTime,
        countryId,
        contactMail,
        officeAddress,
        facebookBmId,
        isvTerms,
        resourceGroupId,
        resourceRegionId,
    )

    /** All fields. */
    override fun toString(): String =
        "Instance(instanceId=$instanceId, custSpaceId=$custSpaceId, instanceName=$instanceName, " +
            "instanceDescription=$instanceDescription, channelType=$channelType, state=$state, " +
            "submitTime=$submitTime, countryId=$countryId, contactMail=$contactMail, officeAddress=$officeAddress, " +
            "facebookBmId=$facebookBmId, isvTerms=$isvTerms, resourceGroupId=$resourceGroupId, " +
            "resourceRegionId=$resourceRegionId)"
}
