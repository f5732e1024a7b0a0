// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

import java.util.Objects
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/**
 * What [Client.callText] does differently.
 *
 * @property timeout The deadline of the whole call from now on, including the wait for its turn.
 * @property maxAttempts The largest number of attempts, including the first.
 * @property idempotent Whether the operation may run twice with the effect of once. It is then repeated even if the
 *   service may have acted on the first request. By default, this holds for operations that are known to change
 *   nothing, or nothing more.
 * @property unchecked Whether the parameters are sent without checking them against what this version knows of the
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

    /** Whether the other one says the same. */
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
        private var unchecked: Boolean = false

        /** The deadline of the whole call from now on, including the wait for its turn. */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** The largest number of attempts, including the first. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /**
         * Whether the operation may run twice with the effect of once. It is then repeated even if the service may
         * have acted on the first request. By default, this holds for operations that are known to change nothing, or
         * nothing more.
         */
        public fun idempotent(idempotent: Boolean?): Builder = apply { this.idempotent = idempotent }

        /** Whether the parameters are sent without checking them against what this version knows of the operation. */
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
