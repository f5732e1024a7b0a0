// How `ListChatappMessage` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/ListChatappMessage.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.ListChatappMessageRequest
import io.github.camsroi.ListChatappMessageResult
import io.github.camsroi.MessageRecord

internal object ListChatappMessage :
    Listing<ListChatappMessageRequest, ListChatappMessageResult, MessageRecord>() {
    override val name = "ListChatappMessage"

    override fun write(to: PostcardOutput, request: ListChatappMessageRequest) {
        to.optional(request.custSpaceId) { to.text(it) }
        to.text(request.businessNumber)
        to.text(request.channelType)
        writePage(to, request.page)
        to.optional(request.startTime) { to.time(it) }
        to.optional(request.endTime) { to.time(it) }
        to.optional(request.eventAction) { to.text(it) }
        to.optional(request.messageStatus) { to.text(it) }
        to.optional(request.clientAcceptStatus) { to.text(it) }
        to.optional(request.templateCode) { to.text(it) }
        to.optional(request.groupMessageId) { to.text(it) }
        to.optional(request.userNumber) { to.text(it) }
    }

    override fun read(from: PostcardInput): ListChatappMessageResult = ListChatappMessageResult(
        from.optional { from.text() },
        from.list { readMessageRecord(from) },
    )

    override fun items(page: ListChatappMessageResult): List<MessageRecord> = page.messages

    override fun sized(request: ListChatappMessageRequest, size: Int): ListChatappMessageRequest = request.sized(size)
}

internal fun readMessageRecord(from: PostcardInput): MessageRecord = MessageRecord(
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.text(),
    from.text(),
    from.text(),
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.time() },
)
