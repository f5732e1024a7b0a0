// How `GetChatappPhoneNumberMetric` crosses to the library and back: field by field, in the model's order.
//
// Written by `cargo xtask generate` from `model/operations/GetChatappPhoneNumberMetric.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.GetChatappPhoneNumberMetricRequest
import io.github.camsroi.GetChatappPhoneNumberMetricResult
import io.github.camsroi.Granularity
import io.github.camsroi.PhoneNumberMetric

internal object GetChatappPhoneNumberMetric :
    Operation<GetChatappPhoneNumberMetricRequest, GetChatappPhoneNumberMetricResult>() {
    override val name = "GetChatappPhoneNumberMetric"

    override fun write(to: PostcardOutput, request: GetChatappPhoneNumberMetricRequest) {
        to.time(request.start)
        to.time(request.end)
        to.optional(request.granularity) { to.text(it.value) }
        to.optional(request.phoneNumber) { to.text(it) }
        to.optional(request.custSpaceId) { to.text(it) }
        to.optional(request.isvCode) { to.text(it) }
    }

    override fun read(from: PostcardInput): GetChatappPhoneNumberMetricResult = GetChatappPhoneNumberMetricResult(
        from.optional { from.text() },
        from.list { readPhoneNumberMetric(from) },
    )
}

internal fun readPhoneNumberMetric(from: PostcardInput): PhoneNumberMetric = PhoneNumberMetric(
    from.text(),
    from.optional { Granularity.of(from.text()) },
    from.time(),
    from.time(),
    from.long(),
    from.long(),
)
