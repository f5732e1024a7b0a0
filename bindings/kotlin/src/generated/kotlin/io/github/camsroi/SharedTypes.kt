// What several operations share.
//
// Written by `cargo xtask generate` from `model/types.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.given

/**
 * How long a time each row of metrics covers. Any text can be one, since the service may add to these.
 *
 * @property value the service's word.
 */
public class Granularity private constructor(public val value: String) {
    /** Whether the other one is the same word. */
    override fun equals(other: Any?): Boolean = other is Granularity && value == other.value

    /** By the word. */
    override fun hashCode(): Int = value.hashCode()

    /** The service's word. */
    override fun toString(): String = value

    /** Those that are documented, and any other. */
    public companion object {
        /** A day. */
        @JvmField
        public val DAILY: Granularity = Granularity("DAILY")

        /** Half an hour. */
        @JvmField
        public val HALF_HOUR: Granularity = Granularity("HALF_HOUR")

        /** By the service's word. */
        @JvmStatic
        public fun of(value: String): Granularity = when (given("granularity", value)) {
            "DAILY" -> DAILY
            "HALF_HOUR" -> HALF_HOUR
            else -> Granularity(value)
        }
    }
}
