// Written by `cargo xtask generate` from `model/operations/QueryInstance.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.given
import java.util.Objects

/**
 * What is asked of `QueryInstance`.
 *
 * @property instanceId The instance's ID.
 */
public class QueryInstanceRequest private constructor(
    public val instanceId: String,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is QueryInstanceRequest &&
        instanceId == other.instanceId

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(instanceId)

    /** All that is asked. */
    override fun toString(): String = "QueryInstanceRequest(instanceId=$instanceId)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor(
        private val instanceId: String,
    ) {
        /** The request. */
        public fun build(): QueryInstanceRequest = QueryInstanceRequest(instanceId)
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request with what is required, in Java. */
        @JvmStatic
        public fun builder(instanceId: String): Builder = Builder(given("instanceId", instanceId))

        /** A request, in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(instanceId: String): QueryInstanceRequest = builder(instanceId)
            .build()
    }
}

/**
 * The answer to `QueryInstance`.
 *
 * @property requestId The service's ID of the request.
 * @property instance The channel.
 */
public class QueryInstanceResult(
    public val requestId: String?,
    public val instance: InstanceDetail,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is QueryInstanceResult &&
        requestId == other.requestId &&
        instance == other.instance

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(requestId, instance)

    /** All fields. */
    override fun toString(): String = "QueryInstanceResult(requestId=$requestId, instance=$instance)"
}

/**
 * A channel, as the query shows it.
 *
 * @property instanceId The instance's ID.
 * @property instanceName The channel's name.
 * @property instanceDescription What the owner wrote about it.
 * @property channelType What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or
 *   upper case.
 * @property custType The kind of customer, such as `01`. The service does not document what that means.
 * @property submitTime When it was applied for, as the service writes it. It documents neither format nor time zone.
 * @property countryId The country, such as `CN`.
 * @property contactMail The owner's mail address.
 * @property officeAddress The owner's postal address.
 * @property facebookBmId The ID of the owner's Meta business account.
 * @property isvTerms The URL of an ISV's signed terms.
 * @property resourceGroupId The resource group.
 * @property resourceRegionId The region.
 */
public class InstanceDetail(
    public val instanceId: String,
    public val instanceName: String,
    public val instanceDescription: String?,
    public val channelType: String,
    public val custType: String?,
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
    override fun equals(other: Any?): Boolean = other is InstanceDetail &&
        instanceId == other.instanceId &&
        instanceName == other.instanceName &&
        instanceDescription == other.instanceDescription &&
        channelType == other.channelType &&
        custType == other.custType &&
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
        instanceName,
        instanceDescription,
        channelType,
        custType,
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
        "InstanceDetail(instanceId=$instanceId, instanceName=$instanceName, " +
            "instanceDescription=$instanceDescription, channelType=$channelType, custType=$custType, " +
            "submitTime=$submitTime, countryId=$countryId, contactMail=$contactMail, officeAddress=$officeAddress, " +
            "facebookBmId=$facebookBmId, isvTerms=$isvTerms, resourceGroupId=$resourceGroupId, " +
            "resourceRegionId=$resourceRegionId)"
}
