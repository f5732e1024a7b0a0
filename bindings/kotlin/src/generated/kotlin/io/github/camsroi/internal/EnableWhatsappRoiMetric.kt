// How `EnableWhatsappROIMetric` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/EnableWhatsappROIMetric.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.EnableWhatsappRoiMetricRequest
import io.github.camsroi.EnableWhatsappRoiMetricResult

internal object EnableWhatsappRoiMetric :
    Operation<EnableWhatsappRoiMetricRequest, EnableWhatsappRoiMetricResult>() {
    override val name = "EnableWhatsappROIMetric"

    override fun write(to: PostcardOutput, request: EnableWhatsappRoiMetricRequest) {
        to.optional(request.custSpaceId) { to.text(it) }
        to.optional(request.isvCode) { to.text(it) }
    }

    override fun read(from: PostcardInput): EnableWhatsappRoiMetricResult = EnableWhatsappRoiMetricResult(
        from.optional { from.text() },
        from.optional { from.text() },
        from.optional { from.accessDeniedDetail() },
    )
}
