// How `GetWhatsappHealthStatus` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/GetWhatsappHealthStatus.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.GetWhatsappHealthStatusRequest
import io.github.camsroi.GetWhatsappHealthStatusResult
import io.github.camsroi.Health
import io.github.camsroi.HealthEntity
import io.github.camsroi.HealthProblem

internal object GetWhatsappHealthStatus :
    Operation<GetWhatsappHealthStatusRequest, GetWhatsappHealthStatusResult>() {
    override val name = "GetWhatsappHealthStatus"

    override fun write(to: PostcardOutput, request: GetWhatsappHealthStatusRequest) {
        to.optional(request.custSpaceId) { to.text(it) }
        to.text(request.nodeType.value)
        to.optional(request.phoneNumber) { to.text(it) }
        to.optional(request.templateCode) { to.text(it) }
        to.optional(request.language) { to.text(it) }
        to.optional(request.wabaId) { to.text(it) }
    }

    override fun read(from: PostcardInput): GetWhatsappHealthStatusResult = GetWhatsappHealthStatusResult(
        from.optional { from.text() },
        readHealth(from),
    )
}

internal fun readHealth(from: PostcardInput): Health = Health(from.text(), from.list { readHealthEntity(from) })

internal fun readHealthEntity(from: PostcardInput): HealthEntity = HealthEntity(
    from.text(),
    from.text(),
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.optional { from.text() },
    from.list { readHealthProblem(from) },
)

internal fun readHealthProblem(from: PostcardInput): HealthProblem = HealthProblem(
    from.text(),
    from.text(),
    from.optional { from.text() },
)
