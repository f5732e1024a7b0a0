// Written by `cargo xtask generate` from `model/operations`; do not edit.

import CamsRoi
import Foundation

/// Calls the operation that the conformance cases call so; its result is JSON in their words. Nothing where none of those
/// with types of their own is.
func sendTyped(
    _ client: CamsRoiClient,
    _ operation: String,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON? {
    switch operation {
    case "enable_whatsapp_roi_metric":
        try await enableWhatsappRoiMetric(client, &request, options)
    case "get_chatapp_phone_number_metric":
        try await getChatappPhoneNumberMetric(client, &request, options)
    case "get_chatapp_template_metric":
        try await getChatappTemplateMetric(client, &request, options)
    default: nil
    }
}

private func enableWhatsappRoiMetric(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let custSpaceId: ChannelChoice = request.channel()
    let isvCode: String? = request.value("isv_code")
    let result: EnableWhatsappRoiMetricResult
    if case .id(let id) = custSpaceId {
        result = try await client.enableWhatsappRoiMetric(custSpaceId: id, isvCode: isvCode, options: options)
    } else {
        result = try await client.enableWhatsappRoiMetric(custSpaceId: custSpaceId, isvCode: isvCode, options: options)
    }
    return result.json
}

extension EnableWhatsappRoiMetricResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "message": message.json,
            "access_denied_detail": accessDeniedDetail.json,
        ]
    }
}

private func getChatappPhoneNumberMetric(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let start: Date = request.value("start")
    let end: Date = request.value("end")
    let granularity: Granularity? = request.value("granularity")
    let phoneNumber: String? = request.value("phone_number")
    let custSpaceId: ChannelChoice = request.channel()
    let isvCode: String? = request.value("isv_code")
    let result: GetChatappPhoneNumberMetricResult
    if case .id(let id) = custSpaceId {
        result = try await client.getChatappPhoneNumberMetric(
            start: start,
            end: end,
            granularity: granularity,
            phoneNumber: phoneNumber,
            custSpaceId: id,
            isvCode: isvCode,
            options: options
        )
    } else {
        result = try await client.getChatappPhoneNumberMetric(
            start: start,
            end: end,
            granularity: granularity,
            phoneNumber: phoneNumber,
            custSpaceId: custSpaceId,
            isvCode: isvCode,
            options: options
        )
    }
    return result.json
}

extension GetChatappPhoneNumberMetricResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "data": data.json,
        ]
    }
}

private func getChatappTemplateMetric(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let templateCode: String = request.value("template_code")
    let start: Date = request.value("start")
    let end: Date = request.value("end")
    let language: String? = request.value("language")
    let granularity: Granularity? = request.value("granularity")
    let templateType: String? = request.value("template_type")
    let custSpaceId: ChannelChoice = request.channel()
    let isvCode: String? = request.value("isv_code")
    let result: GetChatappTemplateMetricResult
    if case .id(let id) = custSpaceId {
        result = try await client.getChatappTemplateMetric(
            templateCode: templateCode,
            start: start,
            end: end,
            language: language,
            granularity: granularity,
            templateType: templateType,
            custSpaceId: id,
            isvCode: isvCode,
            options: options
        )
    } else {
        result = try await client.getChatappTemplateMetric(
            templateCode: templateCode,
            start: start,
            end: end,
            language: language,
            granularity: granularity,
            templateType: templateType,
            custSpaceId: custSpaceId,
            isvCode: isvCode,
            options: options
        )
    }
    return result.json
}

extension GetChatappTemplateMetricResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "data": data.json,
        ]
    }
}

extension PhoneNumberMetric: CaseResult {
    var json: JSON {
        [
            "phone_number": phoneNumber.json,
            "granularity": granularity.json,
            "start": start.json,
            "end": end.json,
            "sent_count": sentCount.json,
            "delivered_count": deliveredCount.json,
        ]
    }
}

extension TemplateMetric: CaseResult {
    var json: JSON {
        [
            "template_code": templateCode.json,
            "language": language.json,
            "start": start.json,
            "end": end.json,
            "sent_count": sentCount.json,
            "delivered_count": deliveredCount.json,
            "read_count": readCount.json,
            "clicks": clicks.json,
        ]
    }
}

extension ButtonClicks: CaseResult {
    var json: JSON {
        [
            "button_content": buttonContent.json,
            "type": type.json,
            "count": count.json,
        ]
    }
}

extension ButtonType: CaseValue, CaseResult {}

extension Granularity: CaseValue, CaseResult {}
