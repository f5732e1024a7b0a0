// The operations with named arguments in the place of a request.
//
// They are extensions, so that a client of a test's own has one function for each operation.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi

import java.time.Instant

/** See [Operations.enableWhatsappRoiMetric]; [EnableWhatsappRoiMetricRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.enableWhatsappRoiMetric(
    custSpaceId: String,
    isvCode: String? = null,
    options: CallOptions = CallOptions.NONE,
): EnableWhatsappRoiMetricResult = enableWhatsappRoiMetric(
    EnableWhatsappRoiMetricRequest(custSpaceId, isvCode),
    options,
)

/** See [Operations.getChatappPhoneNumberMetric]; [GetChatappPhoneNumberMetricRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.getChatappPhoneNumberMetric(
    start: Instant,
    end: Instant,
    custSpaceId: String,
    granularity: Granularity? = null,
    phoneNumber: String? = null,
    isvCode: String? = null,
    options: CallOptions = CallOptions.NONE,
): GetChatappPhoneNumberMetricResult = getChatappPhoneNumberMetric(
    GetChatappPhoneNumberMetricRequest(start, end, custSpaceId, granularity, phoneNumber, isvCode),
    options,
)

/** See [Operations.getChatappTemplateMetric]; [GetChatappTemplateMetricRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.getChatappTemplateMetric(
    templateCode: String,
    start: Instant,
    end: Instant,
    custSpaceId: String,
    language: String? = null,
    granularity: Granularity? = null,
    templateType: String? = null,
    isvCode: String? = null,
    options: CallOptions = CallOptions.NONE,
): GetChatappTemplateMetricResult = getChatappTemplateMetric(
    GetChatappTemplateMetricRequest(
        templateCode,
        start,
        end,
        custSpaceId,
        language,
        granularity,
        templateType,
        isvCode,
    ),
    options,
)
