// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

import java.util.Objects
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/**
 * What a listing of all pages does differently.
 *
 * @property pageSize The number of items of a page, whatever the request says; 50 by default. The service documents
 *   no maximum.
 * @property limit The number of items after which the listing ends; all of them by default. No further page is
 *   fetched.
 * @property timeout The deadline of the call for each page, including the wait for its turn.
 * @property maxAttempts The largest number of attempts for each page, including the first.
 */
public class PagesOptions(
    public val pageSize: Int? = null,
    public val limit: Int? = null,
    @get:JvmSynthetic
    @get:JvmName("timeout")
    public val timeout: Duration? = null,
    public val maxAttempts: Int? = null,
) {
    /** [timeout], for Java. */
    @JvmName("getTimeout")
    public fun timeoutInJava(): java.time.Duration? = timeout?.toJavaDuration()

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is PagesOptions &&
        pageSize == other.pageSize &&
        limit == other.limit &&
        timeout == other.timeout &&
        maxAttempts == other.maxAttempts

    /** By all that they say. */
    override fun hashCode(): Int = Objects.hash(pageSize, limit, timeout, maxAttempts)

    /** All that they say. */
    override fun toString(): String =
        "PagesOptions(pageSize=$pageSize, limit=$limit, timeout=$timeout, maxAttempts=$maxAttempts)"

    /** Puts options together, in Java. */
    public class Builder internal constructor() {
        private var pageSize: Int? = null
        private var limit: Int? = null
        private var timeout: Duration? = null
        private var maxAttempts: Int? = null

        /**
         * The number of items of a page, whatever the request says; 50 by default. The service documents no maximum.
         */
        public fun pageSize(pageSize: Int?): Builder = apply { this.pageSize = pageSize }

        /** The number of items after which the listing ends; all of them by default. No further page is fetched. */
        public fun limit(limit: Int?): Builder = apply { this.limit = limit }

        /** The deadline of the call for each page, including the wait for its turn. */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** The largest number of attempts for each page, including the first. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /** The options. */
        public fun build(): PagesOptions = PagesOptions(pageSize, limit, timeout, maxAttempts)
    }

    /** Makes builders. */
    public companion object {
        internal val NONE = PagesOptions()

        /** Begins options, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()
    }
}
