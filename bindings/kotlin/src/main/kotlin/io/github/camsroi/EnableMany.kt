package io.github.camsroi

import io.github.camsroi.internal.channelId
import java.util.Objects

/**
 * A channel by its ID, with an ISV code where it needs one of its own.
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
 * @property error why metrics are not being collected; `null` where they are.
 */
public class ChannelOutcome(
    public val custSpaceId: String,
    public val requestId: String?,
    public val attempts: Int,
    @get:JvmName("isResumed") public val resumed: Boolean,
    @get:JvmName("isNotCalled") public val notCalled: Boolean,
    public val error: CamsRoiException?,
) {
    /** Whether metrics are being collected. */
    @get:JvmName("isEnabled")
    public val enabled: Boolean get() = error == null

    /** The channel, and whether it is enabled or why not. */
    override fun toString(): String = "$custSpaceId: ${error ?: "enabled"}"
}
