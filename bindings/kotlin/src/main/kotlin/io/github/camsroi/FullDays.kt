package io.github.camsroi

import io.github.camsroi.internal.Function
import io.github.camsroi.internal.Jni
import io.github.camsroi.internal.Library
import io.github.camsroi.internal.Milliseconds
import io.github.camsroi.internal.OptionalText
import io.github.camsroi.internal.Text
import io.github.camsroi.internal.bridgedNow
import io.github.camsroi.internal.given
import io.github.camsroi.internal.toMs
import java.time.Instant
import java.time.ZoneId

/**
 * When whole days begin and end, as queries for metrics take it.
 *
 * ```
 * val (start, end) = FullDays.of("7d", timeZone = "+08:00")
 * client.getChatappPhoneNumberMetric(start, end, custSpaceId = "cams-1")
 * ```
 *
 * @property start when the first day begins.
 * @property end when the last one ends.
 */
public class FullDays private constructor(public val start: Instant, public val end: Instant) {
    /** [start]. */
    @JvmSynthetic
    public operator fun component1(): Instant = start

    /** [end]. */
    @JvmSynthetic
    public operator fun component2(): Instant = end

    /** Whether the other ones begin and end at the same time. */
    override fun equals(other: Any?): Boolean = other is FullDays && start == other.start && end == other.end

    /** By both times. */
    override fun hashCode(): Int = 31 * start.hashCode() + end.hashCode()

    /** Both times. */
    override fun toString(): String = "$start..$end"

    /** Makes them. */
    public companion object {
        /**
         * The days of a text: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or days from one to
         * another, both included, such as `2026-11-01..2026-11-07`. The last days end with yesterday: today is not a whole
         * day yet. Throws [CamsRoiException.InvalidArgument] where the days or the zone are something else.
         *
         * @param days the days.
         * @param timeZone where they begin: `UTC`, an offset such as `+08:00`, or a name such as `Asia/Shanghai`, which the
         *   system must know; `UTC` by default. The service does not document where its own days begin.
         * @param now the present.
         */
        @JvmStatic
        @JvmOverloads
        public fun of(days: String, timeZone: String? = null, now: Instant = Instant.now()): FullDays {
            Library.load()
            val request = arrayOf(
                Text(given("days", days)),
                OptionalText(timeZone),
                Milliseconds(given("now", now).toMs()),
            )
            val found = bridgedNow { Jni.now(0, Function.FULL_DAYS, *request) }
            return FullDays(Instant.ofEpochMilli(found.start), Instant.ofEpochMilli(found.end))
        }

        /** The same in a zone of Java's. */
        @JvmStatic
        @JvmOverloads
        public fun of(days: String, timeZone: ZoneId, now: Instant = Instant.now()): FullDays =
            of(days, given("timeZone", timeZone).normalized().id, now)
    }
}
