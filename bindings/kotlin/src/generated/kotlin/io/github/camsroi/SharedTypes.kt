// What several operations share.
//
// Written by `cargo xtask generate` from `model/types.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.given
import java.util.Objects

/**
 * A page of a list.
 *
 * @property index The page's number, from 1.
 * @property size The number of rows of a page. The service documents no maximum.
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
 * The clicks on one button of a template.
 *
 * @property buttonContent The button's text, in the template's language.
 * @property type What kind of button it is.
 * @property count Clicks; zero if the service left it out.
 */
public class ButtonClicks(
    public val buttonContent: String,
    public val type: ButtonType,
    public val count: Long,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is ButtonClicks &&
        buttonContent == other.buttonContent &&
        type == other.type &&
        count == other.count

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(buttonContent, type, count)

    /** All fields. */
    override fun toString(): String = "ButtonClicks(buttonContent=$buttonContent, type=$type, count=$count)"
}

/**
 * The length of the period of each row of metrics. Any text can be one, since the service may add to these.
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
 * Meta's rating of the messages of the last days. Any text can be one, since the service may add to these.
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

/**
 * What kind of button a template has. Any text can be one, since the service may add to these.
 *
 * @property value the service's word.
 */
public class ButtonType private constructor(public val value: String) {
    /** Whether the other one is the same word. */
    override fun equals(other: Any?): Boolean = other is ButtonType && value == other.value

    /** By the word. */
    override fun hashCode(): Int = value.hashCode()

    /** The service's word. */
    override fun toString(): String = value

    /** Those that are documented, and any other. */
    public companion object {
        /** Calls a phone number. */
        @JvmField
        public val PHONE_NUMBER: ButtonType = ButtonType("phone_number_button")

        /** Opens a web page. */
        @JvmField
        public val URL: ButtonType = ButtonType("url_button")

        /** Replies with a fixed text. */
        @JvmField
        public val QUICK_REPLY: ButtonType = ButtonType("quick_reply_button")

        /** By the service's word. */
        @JvmStatic
        public fun of(value: String): ButtonType = when (given("buttonType", value)) {
            "phone_number_button" -> PHONE_NUMBER
            "url_button" -> URL
            "quick_reply_button", "quick_relpy_button" -> QUICK_REPLY
            else -> ButtonType(value)
        }
    }
}
