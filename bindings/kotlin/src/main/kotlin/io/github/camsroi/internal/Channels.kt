package io.github.camsroi.internal

import io.github.camsroi.Space

/** Channels to enable, from what a user has: what is `null` among them is refused by its place. */
internal class Channels(val all: Sequence<Space>, val total: () -> Int?) {
    companion object {
        /** By their IDs. In a collection, what is wrong is said before anything is sent. */
        fun ofIds(custSpaceIds: Iterable<String>): Channels {
            val known = given("custSpaceIds", custSpaceIds) as? Collection
            known?.forEachIndexed { index, id -> channel(index, id) }
            return Channels(custSpaceIds.asSequence().mapIndexed(::channel)) { known?.toSet()?.size }
        }

        /** The same, for channels of which some have an ISV code of their own. */
        fun of(spaces: Iterable<Space>): Channels {
            val known = given("spaces", spaces) as? Collection
            known?.forEachIndexed(::checked)
            return Channels(spaces.asSequence().mapIndexed(::checked)) { known?.distinctBy { it.custSpaceId }?.size }
        }

        /** The channel of an ID that is at a place. */
        fun channel(index: Int, custSpaceId: String): Space = Space(channelId(custSpaceId, "custSpaceIds[$index]"))

        /** A channel that is at a place, and not `null`. */
        fun checked(index: Int, space: Space): Space = given("spaces[$index]", space)
    }
}
