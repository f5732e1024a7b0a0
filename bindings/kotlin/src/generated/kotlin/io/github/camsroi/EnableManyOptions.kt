// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

import java.nio.file.Path
import java.util.function.Consumer
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/**
 * How many channels are enabled.
 *
 * @property isvCode The code by which the ISV authorised the caller, for every channel without a code of its own.
 * @property journal What every outcome is recorded in: a file, or redis://HOST:PORT/DB/NAME, a run that many workers
 *   share. Channels that it records as enabled are not called again, so that a run that was ended can be resumed.
 * @property concurrency The largest number of calls under way at once; as many as the rate limit allows in a second
 *   by default.
 * @property stopAfterDenials The number of different channels in a row, denied for the same reason, after which the
 *   rest is not called; 5 by default. It is then the account that lacks the permission.
 * @property timeout The deadline of each call, including the wait for its turn.
 * @property maxAttempts The largest number of attempts of each call, including the first.
 * @property onProgress Receives the run's progress before each outcome is given. What it throws ends the run, and is
 *   thrown where outcomes are taken.
 */
public class EnableManyOptions(
    public val isvCode: String? = null,
    public val journal: Path? = null,
    public val concurrency: Int? = null,
    public val stopAfterDenials: Int? = null,
    @get:JvmSynthetic
    @get:JvmName("timeout")
    public val timeout: Duration? = null,
    public val maxAttempts: Int? = null,
    @get:JvmSynthetic public val onProgress: ((Progress) -> Unit)? = null,
) {
    /** [timeout], for Java. */
    @JvmName("getTimeout")
    public fun timeoutInJava(): java.time.Duration? = timeout?.toJavaDuration()

    /** Puts options together, in Java. */
    public class Builder internal constructor() {
        private var isvCode: String? = null
        private var journal: Path? = null
        private var concurrency: Int? = null
        private var stopAfterDenials: Int? = null
        private var timeout: Duration? = null
        private var maxAttempts: Int? = null
        private var onProgress: ((Progress) -> Unit)? = null

        /** The code by which the ISV authorised the caller, for every channel without a code of its own. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /**
         * What every outcome is recorded in: a file, or redis://HOST:PORT/DB/NAME, a run that many workers share.
         * Channels that it records as enabled are not called again, so that a run that was ended can be resumed.
         */
        public fun journal(journal: Path?): Builder = apply { this.journal = journal }

        /** The largest number of calls under way at once; as many as the rate limit allows in a second by default. */
        public fun concurrency(concurrency: Int?): Builder = apply { this.concurrency = concurrency }

        /**
         * The number of different channels in a row, denied for the same reason, after which the rest is not called;
         * 5 by default. It is then the account that lacks the permission.
         */
        public fun stopAfterDenials(stopAfterDenials: Int?): Builder =
            apply { this.stopAfterDenials = stopAfterDenials }

        /** The deadline of each call, including the wait for its turn. */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** The largest number of attempts of each call, including the first. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /**
         * Receives the run's progress before each outcome is given. What it throws ends the run, and is thrown where
         * outcomes are taken.
         */
        public fun onProgress(onProgress: Consumer<Progress>?): Builder =
            apply { this.onProgress = onProgress?.let { it::accept } }

        /** The options. */
        public fun build(): EnableManyOptions = EnableManyOptions(
            isvCode,
            journal,
            concurrency,
            stopAfterDenials,
            timeout,
            maxAttempts,
            onProgress,
        )
    }

    /** Makes builders. */
    public companion object {
        internal val NONE = EnableManyOptions()

        /** Begins options, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()
    }
}
