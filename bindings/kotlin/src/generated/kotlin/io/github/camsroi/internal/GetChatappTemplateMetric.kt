// How `GetChatappTemplateMetric` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateMetric.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.GetChatappTemplateMetricRequest
import io.github.camsroi.GetChatappTemplateMetricResult
import io.github.camsroi.TemplateMetric

internal object GetChatappTemplateMetric :
    Operation<GetChatappTemplateMetricRequest, GetChatappTemplateMetricResult>() {
    override val name = "GetChatappTemplateMetric"

    override fun write(to: PostcardOutput, request: GetChatappTemplateMetricRequest) {
        to.text(request.templateCode)
        to.time(request.start)
        to.time(request.end)
        to.optional(request.language) { to.text(it) }
        to.optional(request.granularity) { to.text(it.value) }
        to.optional(request.templateType) { to.text(it) }
        to.optional(request.custSpaceId) { to.text(it) }
        to.optional(request.isvCode) { to.text(it) }
    }

    override fun read(from: PostcardInput): GetChatappTemplateMetricResult = GetChatappTemplateMetricResult(
        from.optional { from.text() },
        from.list { readTemplateMetric(from) },
    )
}

internal fun readTemplateMetric(from: PostcardInput): TemplateMetric = TemplateMetric(
    from.text(),
    from.text(),
    from.time(),
    from.time(),
    from.long(),
    from.long(),
    from.long(),
    from.list { readButtonClicks(from) },
)
