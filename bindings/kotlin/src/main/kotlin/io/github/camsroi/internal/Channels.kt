package io.github.camsroi.internal

import io.github.camsroi.Channel

/** Channels to enable, from what a user has: what is `null` among them is refused by its place. */
internal class Channels(val all: Sequence<Channel>, val isList: Boolean, val total: () -> Int?) {
    companion object {
        /** By their IDs. In a collection, what is wrong is said before anything is sent. */
        fun ofIds(custSpaceIds: Iterable<String>): Channels {
            val known = given("custSpaceIds", custSpaceIds) as? Collection
            known?.forEachIndexed { index, id -> channel(index, id) }
            val all = custSpaceIds.asSequence().mapIndexed(::channel)
            return Channels(all, known != null) { known?.toSet()?.size }
        }

        /** The same, for channels of which some have an ISV code of their own. */
        fun of(channels: Iterable<Channel>): Channels {
            val known = given("channels", channels) as? Collection
            known?.forEachIndexed(::checked)
            val all = channels.asSequence().mapIndexed(::checked)
            return Channels(all, known != null) { known?.distinctBy { it.custSpaceId }?.size }
        }

        /** Those of a request, by their IDs. */
        fun named(name: String, ids: Iterable<String>): List<Channel> =
            ids.mapIndexed { index, id -> Channel(channelId(id, "$name[$index]")) }

        /** Those of a request, of which some have an ISV code of their own. */
        fun listed(name: String, channels: Iterable<Channel>): List<Channel> =
            given(name, channels).mapIndexed { index, channel -> given("$name[$index]", channel) }

        /** The channel of an ID that is at a place. */
        fun channel(index: Int, custSpaceId: String): Channel = Channel(channelId(custSpaceId, "custSpaceIds[$index]"))

        /** A channel that is at a place, and not `null`. */
        fun checked(index: Int, channel: Channel): Channel = given("channels[$index]", channel)
    }
}
