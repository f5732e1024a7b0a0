// How `ListInstance` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/ListInstance.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.Instance
import io.github.camsroi.ListInstanceRequest
import io.github.camsroi.ListInstanceResult

internal object ListInstance :
    Listing<ListInstanceRequest, ListInstanceResult, Instance>() {
    override val name = "ListInstance"

    override fun write(to: PostcardOutput, request: ListInstanceRequest) {
        to.optional(request.pageIndex) { to.long(it) }
        to.optional(request.pageSize) { to.long(it) }
        to.optional(request.channelType) { to.text(it) }
        to.optional(request.instanceId) { to.text(it) }
        to.optional(request.instanceName) { to.text(it) }
        to.optional(request.filterStr) { to.text(it) }
        to.optional(request.resourceGroupId) { to.text(it) }
        to.optional(request.submitTime) { to.text(it) }
    }

    override fun read(from: PostcardInput): ListInstanceResult = ListInstanceResult(
        from.optional { from.text() },
        from.list { readInstance(from) },
        from.optional { from.long() },
    )

    override fun items(page: ListInstanceResult): List<Instance> = page.instances

    override fun sized(request: ListInstanceRequest, size: Int): ListInstanceRequest = request.sized(size)
}

internal fun readInstance(from: PostcardInput): Instance = Instance(
    from.text(),
    from.optional { from.text() },
    from.text(),
    from.optional { from.text() },
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
)
