// How `QueryChatappPhoneNumbers` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/QueryChatappPhoneNumbers.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.PhoneNumber
import io.github.camsroi.PhoneNumberStatus
import io.github.camsroi.QualityRating
import io.github.camsroi.QueryChatappPhoneNumbersRequest
import io.github.camsroi.QueryChatappPhoneNumbersResult

internal object QueryChatappPhoneNumbers :
    Operation<QueryChatappPhoneNumbersRequest, QueryChatappPhoneNumbersResult>() {
    override val name = "QueryChatappPhoneNumbers"

    override fun write(to: PostcardOutput, request: QueryChatappPhoneNumbersRequest) {
        to.optional(request.custSpaceId) { to.text(it) }
        to.optional(request.isvCode) { to.text(it) }
        to.optional(request.status) { to.text(it) }
    }

    override fun read(from: PostcardInput): QueryChatappPhoneNumbersResult = QueryChatappPhoneNumbersResult(
        from.optional { from.text() },
        from.list { readPhoneNumber(from) },
    )
}

internal fun readPhoneNumber(from: PostcardInput): PhoneNumber = PhoneNumber(
    from.text(),
    from.optional { from.text() },
    PhoneNumberStatus.of(from.text()),
    QualityRating.of(from.text()),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.boolean() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
)
