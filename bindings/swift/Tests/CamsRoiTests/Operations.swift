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
    case "get_chatapp_template_detail":
        try await getChatappTemplateDetail(client, &request, options)
    case "get_chatapp_template_metric":
        try await getChatappTemplateMetric(client, &request, options)
    case "get_whatsapp_health_status":
        try await getWhatsappHealthStatus(client, &request, options)
    case "list_chatapp_message":
        try await listChatappMessage(client, &request, options)
    case "list_chatapp_template":
        try await listChatappTemplate(client, &request, options)
    case "list_instance":
        try await listInstance(client, &request, options)
    case "query_chatapp_bind_waba":
        try await queryChatappBindWaba(client, &request, options)
    case "query_chatapp_phone_numbers":
        try await queryChatappPhoneNumbers(client, &request, options)
    case "query_instance":
        try await queryInstance(client, &request, options)
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

private func getChatappTemplateDetail(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let custSpaceId: ChannelChoice = request.channel()
    let language: String = request.value("language")
    let templateCode: String? = request.value("template_code")
    let templateName: String? = request.value("template_name")
    let templateType: String? = request.value("template_type")
    let isvCode: String? = request.value("isv_code")
    let result: GetChatappTemplateDetailResult
    if case .id(let id) = custSpaceId {
        result = try await client.getChatappTemplateDetail(
            custSpaceId: id,
            language: language,
            templateCode: templateCode,
            templateName: templateName,
            templateType: templateType,
            isvCode: isvCode,
            options: options
        )
    } else {
        result = try await client.getChatappTemplateDetail(
            custSpaceId: custSpaceId,
            language: language,
            templateCode: templateCode,
            templateName: templateName,
            templateType: templateType,
            isvCode: isvCode,
            options: options
        )
    }
    return result.json
}

extension GetChatappTemplateDetailResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "template": template.json,
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

private func getWhatsappHealthStatus(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let custSpaceId: ChannelChoice = request.channel()
    let nodeType: NodeType = request.value("node_type")
    let phoneNumber: String? = request.value("phone_number")
    let templateCode: String? = request.value("template_code")
    let language: String? = request.value("language")
    let wabaId: String? = request.value("waba_id")
    let result: GetWhatsappHealthStatusResult
    if case .id(let id) = custSpaceId {
        result = try await client.getWhatsappHealthStatus(
            custSpaceId: id,
            nodeType: nodeType,
            phoneNumber: phoneNumber,
            templateCode: templateCode,
            language: language,
            wabaId: wabaId,
            options: options
        )
    } else {
        result = try await client.getWhatsappHealthStatus(
            custSpaceId: custSpaceId,
            nodeType: nodeType,
            phoneNumber: phoneNumber,
            templateCode: templateCode,
            language: language,
            wabaId: wabaId,
            options: options
        )
    }
    return result.json
}

extension GetWhatsappHealthStatusResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "health": health.json,
        ]
    }
}

private func listChatappMessage(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let custSpaceId: ChannelChoice = request.channel()
    let businessNumber: String = request.value("business_number")
    let channelType: String = request.value("channel_type")
    let page: Page = request.value("page")
    let startTime: Date? = request.value("start_time")
    let endTime: Date? = request.value("end_time")
    let eventAction: String? = request.value("event_action")
    let messageStatus: String? = request.value("message_status")
    let clientAcceptStatus: String? = request.value("client_accept_status")
    let templateCode: String? = request.value("template_code")
    let groupMessageId: String? = request.value("group_message_id")
    let userNumber: String? = request.value("user_number")
    let result: ListChatappMessageResult
    if case .id(let id) = custSpaceId {
        result = try await client.listChatappMessage(
            custSpaceId: id,
            businessNumber: businessNumber,
            channelType: channelType,
            page: page,
            startTime: startTime,
            endTime: endTime,
            eventAction: eventAction,
            messageStatus: messageStatus,
            clientAcceptStatus: clientAcceptStatus,
            templateCode: templateCode,
            groupMessageId: groupMessageId,
            userNumber: userNumber,
            options: options
        )
    } else {
        result = try await client.listChatappMessage(
            custSpaceId: custSpaceId,
            businessNumber: businessNumber,
            channelType: channelType,
            page: page,
            startTime: startTime,
            endTime: endTime,
            eventAction: eventAction,
            messageStatus: messageStatus,
            clientAcceptStatus: clientAcceptStatus,
            templateCode: templateCode,
            groupMessageId: groupMessageId,
            userNumber: userNumber,
            options: options
        )
    }
    return result.json
}

extension ListChatappMessageResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "messages": messages.json,
        ]
    }
}

private func listChatappTemplate(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let custSpaceId: ChannelChoice = request.channel()
    let isvCode: String? = request.value("isv_code")
    let page: Page? = request.value("page")
    let name: String? = request.value("name")
    let code: String? = request.value("code")
    let language: String? = request.value("language")
    let category: String? = request.value("category")
    let auditStatus: String? = request.value("audit_status")
    let templateType: String? = request.value("template_type")
    let result: ListChatappTemplateResult
    if case .id(let id) = custSpaceId {
        result = try await client.listChatappTemplate(
            custSpaceId: id,
            isvCode: isvCode,
            page: page,
            name: name,
            code: code,
            language: language,
            category: category,
            auditStatus: auditStatus,
            templateType: templateType,
            options: options
        )
    } else {
        result = try await client.listChatappTemplate(
            custSpaceId: custSpaceId,
            isvCode: isvCode,
            page: page,
            name: name,
            code: code,
            language: language,
            category: category,
            auditStatus: auditStatus,
            templateType: templateType,
            options: options
        )
    }
    return result.json
}

extension ListChatappTemplateResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "templates": templates.json,
            "total": total.json,
        ]
    }
}

private func listInstance(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let pageIndex: Int? = request.value("page_index")
    let pageSize: Int? = request.value("page_size")
    let channelType: String? = request.value("channel_type")
    let instanceId: String? = request.value("instance_id")
    let instanceName: String? = request.value("instance_name")
    let filterStr: String? = request.value("filter_str")
    let resourceGroupId: String? = request.value("resource_group_id")
    let submitTime: String? = request.value("submit_time")
    let result = try await client.listInstance(
        pageIndex: pageIndex,
        pageSize: pageSize,
        channelType: channelType,
        instanceId: instanceId,
        instanceName: instanceName,
        filterStr: filterStr,
        resourceGroupId: resourceGroupId,
        submitTime: submitTime,
        options: options
    )
    return result.json
}

extension ListInstanceResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "instances": instances.json,
            "total_count": totalCount.json,
        ]
    }
}

private func queryChatappBindWaba(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let custSpaceId: ChannelChoice = request.channel()
    let isvCode: String? = request.value("isv_code")
    let result: QueryChatappBindWabaResult
    if case .id(let id) = custSpaceId {
        result = try await client.queryChatappBindWaba(custSpaceId: id, isvCode: isvCode, options: options)
    } else {
        result = try await client.queryChatappBindWaba(custSpaceId: custSpaceId, isvCode: isvCode, options: options)
    }
    return result.json
}

extension QueryChatappBindWabaResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "waba": waba.json,
        ]
    }
}

private func queryChatappPhoneNumbers(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let custSpaceId: ChannelChoice = request.channel()
    let isvCode: String? = request.value("isv_code")
    let status: String? = request.value("status")
    let result: QueryChatappPhoneNumbersResult
    if case .id(let id) = custSpaceId {
        result = try await client.queryChatappPhoneNumbers(
            custSpaceId: id,
            isvCode: isvCode,
            status: status,
            options: options
        )
    } else {
        result = try await client.queryChatappPhoneNumbers(
            custSpaceId: custSpaceId,
            isvCode: isvCode,
            status: status,
            options: options
        )
    }
    return result.json
}

extension QueryChatappPhoneNumbersResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "phone_numbers": phoneNumbers.json,
        ]
    }
}

private func queryInstance(
    _ client: CamsRoiClient,
    _ request: inout Keys,
    _ options: CamsRoiClient.CallOptions
) async throws -> JSON {
    let instanceId: String = request.value("instance_id")
    let result = try await client.queryInstance(instanceId: instanceId, options: options)
    return result.json
}

extension QueryInstanceResult: CaseResult {
    var json: JSON {
        [
            "request_id": requestId.json,
            "instance": instance.json,
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

extension TemplateDetail: CaseResult {
    var json: JSON {
        [
            "template_code": templateCode.json,
            "template_name": templateName.json,
            "language": language.json,
            "category": category.json,
            "audit_status": auditStatus.json,
            "reason": reason.json,
            "template_type": templateType.json,
            "quality_score": qualityScore.json,
            "allow_send": allowSend.json,
            "category_change_paused": categoryChangePaused.json,
            "message_send_ttl_seconds": messageSendTtlSeconds.json,
            "product_set_id": productSetId.json,
            "examples": examples.json,
            "components": components.json,
        ]
    }
}

extension TemplateComponent: CaseResult {
    var json: JSON {
        [
            "component_type": componentType.json,
            "format": format.json,
            "text": text.json,
            "url": url.json,
            "caption": caption.json,
            "file_name": fileName.json,
            "file_type": fileType.json,
            "thumb_url": thumbUrl.json,
            "duration": duration.json,
            "latitude": latitude.json,
            "longitude": longitude.json,
            "location_name": locationName.json,
            "location_address": locationAddress.json,
            "add_secret_recommendation": addSecretRecommendation.json,
            "code_expiration_minutes": codeExpirationMinutes.json,
            "has_expiration": hasExpiration.json,
            "offer_expiration_time_ms": offerExpirationTimeMs.json,
            "buttons": buttons.json,
            "cards": cards.json,
        ]
    }
}

extension TemplateButton: CaseResult {
    var json: JSON {
        [
            "button_type": buttonType.json,
            "text": text.json,
            "url": url.json,
            "url_type": urlType.json,
            "phone_number": phoneNumber.json,
            "coupon_code": couponCode.json,
            "flow_id": flowId.json,
            "flow_action": flowAction.json,
            "navigate_screen": navigateScreen.json,
            "autofill_text": autofillText.json,
            "package_name": packageName.json,
            "signature_hash": signatureHash.json,
            "supported_apps": supportedApps.json,
            "is_opt_out": isOptOut.json,
            "next_step": nextStep.json,
        ]
    }
}

extension TemplateApp: CaseResult {
    var json: JSON {
        [
            "package_name": packageName.json,
            "signature_hash": signatureHash.json,
        ]
    }
}

extension TemplateNextStep: CaseResult {
    var json: JSON {
        [
            "action": action.json,
            "intent_code": intentCode.json,
            "next_template_code": nextTemplateCode.json,
            "next_template_name": nextTemplateName.json,
            "next_language_code": nextLanguageCode.json,
        ]
    }
}

extension TemplateCard: CaseResult {
    var json: JSON {
        [
            "components": components.json
        ]
    }
}

extension CardComponent: CaseResult {
    var json: JSON {
        [
            "component_type": componentType.json,
            "format": format.json,
            "text": text.json,
            "url": url.json,
            "buttons": buttons.json,
        ]
    }
}

extension CardButton: CaseResult {
    var json: JSON {
        [
            "button_type": buttonType.json,
            "text": text.json,
            "url": url.json,
            "url_type": urlType.json,
            "phone_number": phoneNumber.json,
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

extension Health: CaseResult {
    var json: JSON {
        [
            "can_send_message": canSendMessage.json,
            "entities": entities.json,
        ]
    }
}

extension HealthEntity: CaseResult {
    var json: JSON {
        [
            "entity_type": entityType.json,
            "can_send_message": canSendMessage.json,
            "business_id": businessId.json,
            "phone_number": phoneNumber.json,
            "template_code": templateCode.json,
            "language": language.json,
            "waba_id": wabaId.json,
            "errors": errors.json,
        ]
    }
}

extension HealthProblem: CaseResult {
    var json: JSON {
        [
            "error_code": errorCode.json,
            "error_description": errorDescription.json,
            "possible_solution": possibleSolution.json,
        ]
    }
}

extension NodeType: CaseValue, CaseResult {}

extension MessageRecord: CaseResult {
    var json: JSON {
        [
            "message_id": messageId.json,
            "unique_message_id": uniqueMessageId.json,
            "conversation_id": conversationId.json,
            "business_number": businessNumber.json,
            "user_number": userNumber.json,
            "channel_type": channelType.json,
            "event_action": eventAction.json,
            "event_action_name": eventActionName.json,
            "message_status": messageStatus.json,
            "message_status_name": messageStatusName.json,
            "client_accept_status_name": clientAcceptStatusName.json,
            "client_read_status": clientReadStatus.json,
            "client_read_status_name": clientReadStatusName.json,
            "fail_reason": failReason.json,
            "fail_back_flag": failBackFlag.json,
            "fail_back_content": failBackContent.json,
            "template_code": templateCode.json,
            "template_name": templateName.json,
            "language_code": languageCode.json,
            "message": message.json,
            "message_type": messageType.json,
            "message_type_name": messageTypeName.json,
            "message_source": messageSource.json,
            "kind": kind.json,
            "month": month.json,
            "send_time": sendTime.json,
        ]
    }
}

extension Template: CaseResult {
    var json: JSON {
        [
            "template_code": templateCode.json,
            "template_name": templateName.json,
            "language": language.json,
            "category": category.json,
            "audit_status": auditStatus.json,
            "reason": reason.json,
            "template_type": templateType.json,
            "last_update_time": lastUpdateTime.json,
        ]
    }
}

extension Instance: CaseResult {
    var json: JSON {
        [
            "instance_id": instanceId.json,
            "cust_space_id": custSpaceId.json,
            "instance_name": instanceName.json,
            "instance_description": instanceDescription.json,
            "channel_type": channelType.json,
            "state": state.json,
            "submit_time": submitTime.json,
            "country_id": countryId.json,
            "contact_mail": contactMail.json,
            "office_address": officeAddress.json,
            "facebook_bm_id": facebookBmId.json,
            "isv_terms": isvTerms.json,
            "resource_group_id": resourceGroupId.json,
            "resource_region_id": resourceRegionId.json,
        ]
    }
}

extension Waba: CaseResult {
    var json: JSON {
        [
            "id": id.json,
            "name": name.json,
            "account_review_status": accountReviewStatus.json,
            "currency": currency.json,
            "business_id": businessId.json,
            "business_name": businessName.json,
            "message_template_namespace": messageTemplateNamespace.json,
            "marketing_message_lite_status": marketingMessageLiteStatus.json,
            "is_on_biz_app": isOnBizApp.json,
            "primary_business_location": primaryBusinessLocation.json,
            "auth_international_rate_eligibility": authInternationalRateEligibility.json,
        ]
    }
}

extension PhoneNumber: CaseResult {
    var json: JSON {
        [
            "phone_number": phoneNumber.json,
            "verified_name": verifiedName.json,
            "status": status.json,
            "quality_rating": qualityRating.json,
            "messaging_limit_tier": messagingLimitTier.json,
            "code_verification_status": codeVerificationStatus.json,
            "name_status": nameStatus.json,
            "new_name_status": newNameStatus.json,
            "is_official": isOfficial.json,
            "status_callback_url": statusCallbackUrl.json,
            "status_queue": statusQueue.json,
            "up_callback_url": upCallbackUrl.json,
            "up_queue": upQueue.json,
        ]
    }
}

extension PhoneNumberStatus: CaseValue, CaseResult {}

extension InstanceDetail: CaseResult {
    var json: JSON {
        [
            "instance_id": instanceId.json,
            "instance_name": instanceName.json,
            "instance_description": instanceDescription.json,
            "channel_type": channelType.json,
            "cust_type": custType.json,
            "submit_time": submitTime.json,
            "country_id": countryId.json,
            "contact_mail": contactMail.json,
            "office_address": officeAddress.json,
            "facebook_bm_id": facebookBmId.json,
            "isv_terms": isvTerms.json,
            "resource_group_id": resourceGroupId.json,
            "resource_region_id": resourceRegionId.json,
        ]
    }
}

extension Page: CaseValue {
    init(case json: JSON) {
        self.init(
            index: .init(case: json["index"]),
            size: .init(case: json["size"])
        )
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

extension Granularity: CaseValue, CaseResult {}

extension QualityRating: CaseValue, CaseResult {}

extension ButtonType: CaseValue, CaseResult {}
