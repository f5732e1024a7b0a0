// How `QueryInstance` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/QueryInstance.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.InstanceDetail
import io.github.camsroi.QueryInstanceRequest
import io.github.camsroi.QueryInstanceResult

internal object QueryInstance :
    Operation<QueryInstanceRequest, QueryInstanceResult>() {
    override val name = "QueryInstance"

    override fun write(to: PostcardOutput, request: QueryInstanceRequest) {
        to.text(request.instanceId)
    }

    override fun read(from: PostcardInput): QueryInstanceResult = QueryInstanceResult(
        from.optional { from.text() },
        readInstanceDetail(from),
    )
}

internal fun readInstanceDetail(from: PostcardInput): InstanceDetail = InstanceDetail(
    from.text(),
    from.text(),
    from.optional { from.text() },
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
)
