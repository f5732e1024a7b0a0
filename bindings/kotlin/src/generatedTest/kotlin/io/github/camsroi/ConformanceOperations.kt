// The operations that have types of their own, as a conformance case asks for them and wants their results.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi

import com.google.gson.JsonObject
import java.time.Instant

/** Makes the call of a case: with named arguments, but for the account's own channel. Nothing for other operations. */
internal suspend fun typed(operation: String, client: Client, request: Known, options: CallOptions): JsonObject? =
    when (operation) {
        "enable_whatsapp_roi_metric" -> enableWhatsappRoiMetric(client, request, options)
        "get_chatapp_phone_number_metric" -> getChatappPhoneNumberMetric(client, request, options)
        "get_chatapp_template_metric" -> getChatappTemplateMetric(client, request, options)
        else -> null
    }

private suspend fun enableWhatsappRoiMetric(client: Client, request: Known, options: CallOptions): JsonObject {
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val isvCode = request.json("isv_code")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = EnableWhatsappRoiMetricRequest.ownChannel(isvCode)
        client.enableWhatsappRoiMetric(wanted, options)
    } else {
        client.enableWhatsappRoiMetric(custSpaceId, isvCode, options)
    }
    return json(
        "request_id" to result.requestId,
        "message" to result.message,
        "access_denied_detail" to result.accessDeniedDetail?.let { denial(it) },
    )
}

private suspend fun getChatappPhoneNumberMetric(client: Client, request: Known, options: CallOptions): JsonObject {
    val start = request.json("start")!!.let { Instant.ofEpochMilli(it.asLong) }
    val end = request.json("end")!!.let { Instant.ofEpochMilli(it.asLong) }
    val granularity = request.json("granularity")?.let { Granularity.of(it.asString) }
    val phoneNumber = request.json("phone_number")?.asString
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val isvCode = request.json("isv_code")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = GetChatappPhoneNumberMetricRequest.ownChannel(start, end, granularity, phoneNumber, isvCode)
        client.getChatappPhoneNumberMetric(wanted, options)
    } else {
        client.getChatappPhoneNumberMetric(start, end, custSpaceId, granularity, phoneNumber, isvCode, options)
    }
    return json("request_id" to result.requestId, "data" to result.data.map { json(it) })
}

private suspend fun getChatappTemplateMetric(client: Client, request: Known, options: CallOptions): JsonObject {
    val templateCode = request.json("template_code")!!.asString
    val start = request.json("start")!!.let { Instant.ofEpochMilli(it.asLong) }
    val end = request.json("end")!!.let { Instant.ofEpochMilli(it.asLong) }
    val language = request.json("language")?.asString
    val granularity = request.json("granularity")?.let { Granularity.of(it.asString) }
    val templateType = request.json("template_type")?.asString
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val isvCode = request.json("isv_code")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = GetChatappTemplateMetricRequest.ownChannel(
            templateCode,
            start,
            end,
            language,
            granularity,
            templateType,
            isvCode,
        )
        client.getChatappTemplateMetric(wanted, options)
    } else {
        client.getChatappTemplateMetric(
            templateCode,
            start,
            end,
            custSpaceId,
            language,
            granularity,
            templateType,
            isvCode,
            options,
        )
    }
    return json("request_id" to result.requestId, "data" to result.data.map { json(it) })
}

private fun json(row: PhoneNumberMetric) = json(
    "phone_number" to row.phoneNumber,
    "granularity" to row.granularity?.value,
    "start" to row.start.toEpochMilli(),
    "end" to row.end.toEpochMilli(),
    "sent_count" to row.sentCount,
    "delivered_count" to row.deliveredCount,
)

private fun json(row: TemplateMetric) = json(
    "template_code" to row.templateCode,
    "language" to row.language,
    "start" to row.start.toEpochMilli(),
    "end" to row.end.toEpochMilli(),
    "sent_count" to row.sentCount,
    "delivered_count" to row.deliveredCount,
    "read_count" to row.readCount,
    "clicks" to row.clicks.map { json(it) },
)

private fun json(row: ButtonClicks) = json(
    "button_content" to row.buttonContent,
    "type" to row.type.value,
    "count" to row.count,
)
