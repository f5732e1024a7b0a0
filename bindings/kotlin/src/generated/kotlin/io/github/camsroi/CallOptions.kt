// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

import java.util.Objects
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/**
 * What one call does differently.
 *
 * @property timeout The deadline of the whole call from now on, including the wait for its turn.
 * @property maxAttempts The largest number of attempts, including the first.
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

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is CallOptions &&
        timeout == other.timeout &&
        maxAttempts == other.maxAttempts

    /** By all that they say. */
    override fun hashCode(): Int = Objects.hash(timeout, maxAttempts)

    /** All that they say. */
    override fun toString(): String = "CallOptions(timeout=$timeout, maxAttempts=$maxAttempts)"

    /** Puts options together, in Java. */
    public class Builder internal constructor() {
        private var timeout: Duration? = null
        private var maxAttempts: Int? = null

        /** The deadline of the whole call from now on, including the wait for its turn. */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** The largest number of attempts, including the first. */
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
