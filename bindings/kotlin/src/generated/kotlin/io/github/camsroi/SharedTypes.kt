// What several operations share.
//
// Written by `cargo xtask generate` from `model/types.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.given
import java.util.Objects

/**
 * Which page of a list is asked for.
 *
 * @property index Which page, from 1 on.
 * @property size How many rows a page has. The service documents no maximum.
 */
public class Page(
    public val index: Long,
    public val size: Long,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is Page &&
        index == other.index &&
        size == other.size

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(index, size)

    /** All fields. */
    override fun toString(): String = "Page(index=$index, size=$size)"
}

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

/**
 * What Meta thinks of the messages of the last days. Any text can be one, since the service may add to these.
 *
 * @property value the service's word.
 */
public class QualityRating private constructor(public val value: String) {
    /** Whether the other one is the same word. */
    override fun equals(other: Any?): Boolean = other is QualityRating && value == other.value

    /** By the word. */
    override fun hashCode(): Int = value.hashCode()

    /** The service's word. */
    override fun toString(): String = value

    /** Those that are documented, and any other. */
    public companion object {
        /** Good. */
        @JvmField
        public val GREEN: QualityRating = QualityRating("GREEN")

        /** Middling. */
        @JvmField
        public val YELLOW: QualityRating = QualityRating("YELLOW")

        /** Bad. */
        @JvmField
        public val RED: QualityRating = QualityRating("RED")

        /** Not known (yet). */
        @JvmField
        public val UNKNOWN: QualityRating = QualityRating("UNKNOWN")

        /** By the service's word. */
        @JvmStatic
        public fun of(value: String): QualityRating = when (given("qualityRating", value)) {
            "GREEN" -> GREEN
            "YELLOW" -> YELLOW
            "RED" -> RED
            "UNKNOWN" -> UNKNOWN
            else -> QualityRating(value)
        }
    }
}
