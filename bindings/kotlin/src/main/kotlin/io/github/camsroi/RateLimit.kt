package io.github.camsroi

import io.github.camsroi.internal.setting

/**
 * How many calls a second are made for each operation, by all clients of the process that share an account. Where two of
 * them say different numbers, the lower one counts.
 */
public class RateLimit private constructor(internal val all: All, internal val operations: Map<String, RateLimit>) {
    internal sealed interface All {
        object Documented : All

        object Off : All

        class PerSecond(val calls: Double) : All
    }

    /**
     * The same, but for one operation: [name] as in `EnableWhatsappROIMetric`. Operations of which nothing is said here
     * keep the limit that this was called on.
     */
    public fun operation(name: String, limit: RateLimit): RateLimit =
        RateLimit(all, operations + (setting("operation", name) to setting("limit", limit)))

    /** How many calls a second there may be, in words. */
    override fun toString(): String {
        val words = when (all) {
            All.Documented -> "as documented"
            All.Off -> "off"
            is All.PerSecond -> "${all.calls} a second"
        }
        return (listOf(words) + operations.map { (name, limit) -> "$name: $limit" }).joinToString("; ")
    }

    /** The limits that there are. */
    public companion object {
        /** What the service documents: 5 or 50 calls a second. */
        @JvmField
        public val DOCUMENTED: RateLimit = RateLimit(All.Documented, emptyMap())

        /** None. The service throttles what is too much. */
        @JvmField
        public val OFF: RateLimit = RateLimit(All.Off, emptyMap())

        /** So many [calls] a second, where the service allows another number. */
        @JvmStatic
        public fun perSecond(calls: Int): RateLimit = perSecond(calls.toDouble())

        /** The same, with a fraction: 1.25 are five calls in four seconds. */
        @JvmStatic
        public fun perSecond(calls: Double): RateLimit = RateLimit(All.PerSecond(calls), emptyMap())

        /** By operation, as in `mapOf("EnableWhatsappROIMetric" to perSecond(2.5))`; others as documented. */
        @JvmStatic
        public fun perOperation(limits: Map<String, RateLimit>): RateLimit =
            setting("limits", limits).entries.fold(DOCUMENTED) { all, (name, limit) -> all.operation(name, limit) }
    }
}
