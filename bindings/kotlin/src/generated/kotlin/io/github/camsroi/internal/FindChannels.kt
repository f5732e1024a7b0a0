// How `FindChannels` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/FindChannels.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.FindChannelsRequest
import io.github.camsroi.FoundChannel

internal object FindChannels :
    Listing<FindChannelsRequest, List<FoundChannel>, FoundChannel>() {
    override val name = "FindChannels"

    override fun write(to: PostcardOutput, request: FindChannelsRequest) {
        to.optional(request.name) { to.text(it) }
        to.optional(request.state) { to.text(it) }
        to.optional(request.region) { to.text(it) }
    }

    override fun read(from: PostcardInput): List<FoundChannel> {
        from.optional { from.text() }
        return from.list { readFoundChannel(from) }
    }

    override fun items(page: List<FoundChannel>): List<FoundChannel> = page
}

internal fun readFoundChannel(from: PostcardInput): FoundChannel = FoundChannel(
    from.text(),
    from.text(),
    from.text(),
    from.text(),
    from.text(),
)
