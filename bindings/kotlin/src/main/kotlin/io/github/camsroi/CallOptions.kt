package io.github.camsroi

import java.util.Objects
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/**
 * What one call does differently.
 *
 * @property timeout the deadline of the call as a whole, from now on, its wait for its turn included.
 * @property maxAttempts attempts in all.
 */
public class CallOptions(
    @get:JvmSynthetic
    @get:JvmName("timeout")
    public val timeout: Duration? = null,
    public val maxAttempts: Int? = null,
) {
    /** [timeout], for Java. */
    @JvmName("getTimeout")
    public fun timeoutInJava(): java.time.Duration? = timeout?.toJavaDuration()

    /** Whether the other ones say the same. */
    override fun equals(other: Any?): Boolean =
        other is CallOptions && timeout == other.timeout && maxAttempts == other.maxAttempts

    /** By all that they say. */
    override fun hashCode(): Int = Objects.hash(timeout, maxAttempts)

    /** All that they say. */
    override fun toString(): String = "CallOptions(timeout=$timeout, maxAttempts=$maxAttempts)"

    /** Puts options together, in Java. */
    public class Builder internal constructor() {
        private var timeout: Duration? = null
        private var maxAttempts: Int? = null

        /** The deadline of the call as a whole, from now on. */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** Attempts in all. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /** The options. */
        public fun build(): CallOptions = CallOptions(timeout, maxAttempts)
    }

    /** Makes builders. */
    public companion object {
        internal val NONE = CallOptions()

        /** Begins options, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()
    }
}

/**
 * What [Client.callText] does differently.
 *
 * @property timeout the deadline of the call as a whole, from now on, its wait for its turn included.
 * @property maxAttempts attempts in all.
 * @property idempotent whether the operation may run twice with the effect of once, so that it is repeated even where the
 *   service may have acted on the first request. By default those are that are known to change nothing, or nothing more.
 * @property unchecked whether the parameters are sent without being compared with what this version knows of the
 *   operation.
 */
public class RawCallOptions(
    @get:JvmSynthetic
    @get:JvmName("timeout")
    public val timeout: Duration? = null,
    public val maxAttempts: Int? = null,
    public val idempotent: Boolean? = null,
    public val unchecked: Boolean = false,
) {
    /** [timeout], for Java. */
    @JvmName("getTimeout")
    public fun timeoutInJava(): java.time.Duration? = timeout?.toJavaDuration()

    /** Whether the other ones say the same. */
    override fun equals(other: Any?): Boolean = other is RawCallOptions &&
        timeout == other.timeout &&
        maxAttempts == other.maxAttempts &&
        idempotent == other.idempotent &&
        unchecked == other.unchecked

    /** By all that they say. */
    override fun hashCode(): Int = Objects.hash(timeout, maxAttempts, idempotent, unchecked)

    /** All that they say. */
    override fun toString(): String =
        "RawCallOptions(timeout=$timeout, maxAttempts=$maxAttempts, idempotent=$idempotent, unchecked=$unchecked)"

    /** Puts options together, in Java. */
    public class Builder internal constructor() {
        private var timeout: Duration? = null
        private var maxAttempts: Int? = null
        private var idempotent: Boolean? = null
        private var unchecked = false

        /** The deadline of the call as a whole, from now on. */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** Attempts in all. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /** Whether the operation may run twice with the effect of once. */
        public fun idempotent(idempotent: Boolean?): Builder = apply { this.idempotent = idempotent }

        /** Whether the parameters are sent without being compared with what is known of the operation. */
        public fun unchecked(unchecked: Boolean): Builder = apply { this.unchecked = unchecked }

        /** The options. */
        public fun build(): RawCallOptions = RawCallOptions(timeout, maxAttempts, idempotent, unchecked)
    }

    /** Makes builders. */
    public companion object {
        internal val NONE = RawCallOptions()

        /** Begins options, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()
    }
}
