// How `QueryChatappBindWaba` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/QueryChatappBindWaba.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.QueryChatappBindWabaRequest
import io.github.camsroi.QueryChatappBindWabaResult
import io.github.camsroi.Waba

internal object QueryChatappBindWaba :
    Operation<QueryChatappBindWabaRequest, QueryChatappBindWabaResult>() {
    override val name = "QueryChatappBindWaba"

    override fun write(to: PostcardOutput, request: QueryChatappBindWabaRequest) {
        to.optional(request.custSpaceId) { to.text(it) }
        to.optional(request.isvCode) { to.text(it) }
    }

    override fun read(from: PostcardInput): QueryChatappBindWabaResult = QueryChatappBindWabaResult(
        from.optional { from.text() },
        from.optional { readWaba(from) },
    )
}

internal fun readWaba(from: PostcardInput): Waba = Waba(
    from.text(),
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.boolean() },
    from.optional { from.text() },
    from.map { from.text() },
)
