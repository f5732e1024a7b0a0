package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException

/** Which channel is meant; the account's own one has no ID. */
internal class WantedChannel(val id: String?) {
    companion object {
        val OWN = WantedChannel(null)

        /** By what a builder was told: one of both. */
        fun of(id: String?, own: Boolean): WantedChannel {
            val wrong = when {
                own && id != null -> "both custSpaceId and ownChannel are given"
                !own && id == null -> "custSpaceId is not given"
                else -> return if (own) OWN else WantedChannel(id)
            }
            throw CamsRoiException.InvalidArgument(wrong, CamsRoiException.Details(hint = CHANNEL_HINT))
        }
    }
}
