package io.github.camsroi

import io.github.camsroi.internal.channelId
import java.nio.file.Path
import java.util.Objects
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/**
 * A channel to enable.
 *
 * @property custSpaceId the channel's ID (`cams-…`).
 * @property isvCode the code by which the ISV authorised the caller, where this channel needs another than the others.
 */
public class Channel @JvmOverloads constructor(
    public val custSpaceId: String,
    public val isvCode: String? = null,
) {
    init {
        channelId(custSpaceId)
    }

    /** Whether the other one is the same channel with the same code. */
    override fun equals(other: Any?): Boolean =
        other is Channel && custSpaceId == other.custSpaceId && isvCode == other.isvCode

    /** By the channel and its code. */
    override fun hashCode(): Int = 31 * custSpaceId.hashCode() + isvCode.hashCode()

    /** The channel's ID. */
    override fun toString(): String = custSpaceId
}

/**
 * How many channels are enabled.
 *
 * @property isvCode the code by which the ISV authorised the caller, for every channel that has none of its own.
 * @property journal a file that every outcome is recorded in. Channels that it records as enabled are not called again.
 * @property concurrency how many calls may be under way at a time.
 * @property stopAfterDenials after so many different channels in a row that ended in the same denial, the others are not
 *   called; 5 by default.
 * @property timeout the deadline of each call as a whole, its waits for its turn included.
 * @property maxAttempts attempts of each call in all.
 * @property onProgress is told how far the run is, before each outcome is given. What it throws ends the run, and is
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

        /** The code by which the ISV authorised the caller, for every channel that has none of its own. */
        public fun isvCode(isvCode: String?): Builder = apply { this.isvCode = isvCode }

        /** A file that every outcome is recorded in. Channels that it records as enabled are not called again. */
        public fun journal(journal: Path?): Builder = apply { this.journal = journal }

        /** How many calls may be under way at a time. */
        public fun concurrency(concurrency: Int?): Builder = apply { this.concurrency = concurrency }

        /** After so many different channels in a row that ended in the same denial, the others are not called. */
        public fun stopAfterDenials(channels: Int?): Builder = apply { stopAfterDenials = channels }

        /** The deadline of each call as a whole. */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** Attempts of each call in all. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /** Is told how far the run is, before each outcome is given. What it throws ends the run. */
        public fun onProgress(listener: java.util.function.Consumer<Progress>?): Builder =
            apply { onProgress = listener?.let { it::accept } }

        /** The options. */
        public fun build(): EnableManyOptions =
            EnableManyOptions(isvCode, journal, concurrency, stopAfterDenials, timeout, maxAttempts, onProgress)
    }

    /** Makes builders. */
    public companion object {
        internal val NONE = EnableManyOptions()

        /** Begins options, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()
    }
}

/**
 * How far a run is.
 *
 * @property done channels whose outcome is known.
 * @property enabled those that are enabled.
 * @property failed those that are not.
 * @property resumed those that an earlier run had enabled, as the journal says; they are among the enabled ones.
 * @property total how many there are, each counted once; `null` where they become known one by one.
 */
public class Progress(
    public val done: Int,
    public val enabled: Int,
    public val failed: Int,
    public val resumed: Int,
    public val total: Int?,
) {
    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is Progress &&
        done == other.done &&
        enabled == other.enabled &&
        failed == other.failed &&
        resumed == other.resumed &&
        total == other.total

    /** By all fields. */
    override fun hashCode(): Int = Objects.hash(done, enabled, failed, resumed, total)

    /** All fields. */
    override fun toString(): String =
        "Progress(done=$done, enabled=$enabled, failed=$failed, resumed=$resumed, total=$total)"
}

/**
 * What became of one channel.
 *
 * @property custSpaceId the channel's ID.
 * @property requestId the service's ID of the (last) request.
 * @property attempts how many requests were sent for it.
 * @property resumed whether an earlier run had enabled it, as the journal says.
 * @property notCalled whether it was not called, because an error of other channels' calls had ended the run: this is
 *   that error. A later run with the same journal calls it first.
 * @property error why figures are not being collected; `null` where they are.
 */
public class ChannelOutcome(
    public val custSpaceId: String,
    public val requestId: String?,
    public val attempts: Int,
    @get:JvmName("isResumed") public val resumed: Boolean,
    @get:JvmName("isNotCalled") public val notCalled: Boolean,
    public val error: CamsRoiException?,
) {
    /** Whether figures are being collected. */
    @get:JvmName("isEnabled")
    public val enabled: Boolean get() = error == null

    /** The channel, and whether it is enabled or why not. */
    override fun toString(): String = "$custSpaceId: ${error ?: "enabled"}"
}
