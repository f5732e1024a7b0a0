// Written by `cargo xtask generate` from `model/operations/FindChannels.toml`; do not edit.
package io.github.camsroi

import java.util.Objects

/**
 * What is asked of [Operations.findChannels].
 *
 * @property name Only channels whose name contains this text, in any letter case.
 * @property state Only channels in this state, in any letter case. The service's sample is `published`; it documents
 *   no list.
 * @property region Only channels of this region, in any letter case.
 */
public class FindChannelsRequest private constructor(
    public val name: String?,
    public val state: String?,
    public val region: String?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is FindChannelsRequest &&
        name == other.name &&
        state == other.state &&
        region == other.region

    /** By all that is asked. */
    override fun hashCode(): Int = Objects.hash(name, state, region)

    /** All that is asked. */
    override fun toString(): String = "FindChannelsRequest(name=$name, state=$state, region=$region)"

    /** Puts a request together, in Java. */
    public class Builder internal constructor() {
        private var name: String? = null
        private var state: String? = null
        private var region: String? = null

        /** Only channels whose name contains this text, in any letter case. */
        public fun name(name: String?): Builder = apply { this.name = name }

        /**
         * Only channels in this state, in any letter case. The service's sample is `published`; it documents no list.
         */
        public fun state(state: String?): Builder = apply { this.state = state }

        /** Only channels of this region, in any letter case. */
        public fun region(region: String?): Builder = apply { this.region = region }

        /** The request. */
        public fun build(): FindChannelsRequest = FindChannelsRequest(name, state, region)
    }

    /** Makes requests. */
    public companion object {
        /** Begins a request, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()

        /** A request, in Kotlin; the class says what each argument is. */
        @JvmSynthetic
        public operator fun invoke(
            name: String? = null,
            state: String? = null,
            region: String? = null,
        ): FindChannelsRequest = builder()
            .name(name)
            .state(state)
            .region(region)
            .build()
    }
}

/**
 * A WhatsApp channel of the account.
 *
 * @property custSpaceId The channel's ID, which other operations expect.
 * @property instanceId The instance's ID.
 * @property name The channel's name.
 * @property state The channel's state, for example `published`.
 * @property region The region of its resources.
 */
public class FoundChannel(
    public val custSpaceId: String,
    public val instanceId: String,
    public val name: String,
    public val state: String,
    public val region: String,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is FoundChannel &&
        custSpaceId == other.custSpaceId &&
        instanceId == other.instanceId &&
        name == other.name &&
        state == other.state &&
        region == other.region

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(custSpaceId, instanceId, name, state, region)

    /** All fields. */
    override fun toString(): String =
        "FoundChannel(custSpaceId=$custSpaceId, instanceId=$instanceId, name=$name, state=$state, region=$region)"
}
