// The operations that have types of their own, as a conformance case asks for them and wants their results.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import java.time.Instant

/** Makes the call of a case: with named arguments, but for the account's own channel. Nothing for other operations. */
internal suspend fun typed(operation: String, client: Client, request: Known, options: CallOptions): JsonObject? =
    when (operation) {
        "enable_whatsapp_roi_metric" -> enableWhatsappRoiMetric(client, request, options)
        "get_chatapp_phone_number_metric" -> getChatappPhoneNumberMetric(client, request, options)
        "get_chatapp_template_detail" -> getChatappTemplateDetail(client, request, options)
        "get_chatapp_template_metric" -> getChatappTemplateMetric(client, request, options)
        "get_whatsapp_health_status" -> getWhatsappHealthStatus(client, request, options)
        "list_chatapp_message" -> listChatappMessage(client, request, options)
        "list_chatapp_template" -> listChatappTemplate(client, request, options)
        "list_instance" -> listInstance(client, request, options)
        "query_chatapp_bind_waba" -> queryChatappBindWaba(client, request, options)
        "query_chatapp_phone_numbers" -> queryChatappPhoneNumbers(client, request, options)
        "query_instance" -> queryInstance(client, request, options)
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

private suspend fun getChatappTemplateDetail(client: Client, request: Known, options: CallOptions): JsonObject {
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val language = request.json("language")!!.asString
    val templateCode = request.json("template_code")?.asString
    val templateName = request.json("template_name")?.asString
    val templateType = request.json("template_type")?.asString
    val isvCode = request.json("isv_code")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = GetChatappTemplateDetailRequest.ownChannel(
            language,
            templateCode,
            templateName,
            templateType,
            isvCode,
        )
        client.getChatappTemplateDetail(wanted, options)
    } else {
        client.getChatappTemplateDetail(
            language,
            custSpaceId,
            templateCode,
            templateName,
            templateType,
            isvCode,
            options,
        )
    }
    return json("request_id" to result.requestId, "template" to json(result.template))
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

private suspend fun getWhatsappHealthStatus(client: Client, request: Known, options: CallOptions): JsonObject {
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val nodeType = request.json("node_type")!!.let { NodeType.of(it.asString) }
    val phoneNumber = request.json("phone_number")?.asString
    val templateCode = request.json("template_code")?.asString
    val language = request.json("language")?.asString
    val wabaId = request.json("waba_id")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = GetWhatsappHealthStatusRequest.ownChannel(nodeType, phoneNumber, templateCode, language, wabaId)
        client.getWhatsappHealthStatus(wanted, options)
    } else {
        client.getWhatsappHealthStatus(nodeType, custSpaceId, phoneNumber, templateCode, language, wabaId, options)
    }
    return json("request_id" to result.requestId, "health" to json(result.health))
}

private suspend fun listChatappMessage(client: Client, request: Known, options: CallOptions): JsonObject {
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val businessNumber = request.json("business_number")!!.asString
    val channelType = request.json("channel_type")!!.asString
    val page = request.json("page")!!.let { givenPage(it) }
    val startTime = request.json("start_time")?.let { Instant.ofEpochMilli(it.asLong) }
    val endTime = request.json("end_time")?.let { Instant.ofEpochMilli(it.asLong) }
    val eventAction = request.json("event_action")?.asString
    val messageStatus = request.json("message_status")?.asString
    val clientAcceptStatus = request.json("client_accept_status")?.asString
    val templateCode = request.json("template_code")?.asString
    val groupMessageId = request.json("group_message_id")?.asString
    val userNumber = request.json("user_number")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = ListChatappMessageRequest.ownChannel(
            businessNumber,
            channelType,
            page,
            startTime,
            endTime,
            eventAction,
            messageStatus,
            clientAcceptStatus,
            templateCode,
            groupMessageId,
            userNumber,
        )
        client.listChatappMessage(wanted, options)
    } else {
        client.listChatappMessage(
            businessNumber,
            channelType,
            page,
            custSpaceId,
            startTime,
            endTime,
            eventAction,
            messageStatus,
            clientAcceptStatus,
            templateCode,
            groupMessageId,
            userNumber,
            options,
        )
    }
    return json("request_id" to result.requestId, "messages" to result.messages.map { json(it) })
}

private suspend fun listChatappTemplate(client: Client, request: Known, options: CallOptions): JsonObject {
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val isvCode = request.json("isv_code")?.asString
    val page = request.json("page")?.let { givenPage(it) }
    val name = request.json("name")?.asString
    val code = request.json("code")?.asString
    val language = request.json("language")?.asString
    val category = request.json("category")?.asString
    val auditStatus = request.json("audit_status")?.asString
    val templateType = request.json("template_type")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = ListChatappTemplateRequest.ownChannel(
            isvCode,
            page,
            name,
            code,
            language,
            category,
            auditStatus,
            templateType,
        )
        client.listChatappTemplate(wanted, options)
    } else {
        client.listChatappTemplate(
            custSpaceId,
            isvCode,
            page,
            name,
            code,
            language,
            category,
            auditStatus,
            templateType,
            options,
        )
    }
    return json(
        "request_id" to result.requestId,
        "templates" to result.templates.map { json(it) },
        "total" to result.total,
    )
}

private suspend fun listInstance(client: Client, request: Known, options: CallOptions): JsonObject {
    val pageIndex = request.json("page_index")?.asLong
    val pageSize = request.json("page_size")?.asLong
    val channelType = request.json("channel_type")?.asString
    val instanceId = request.json("instance_id")?.asString
    val instanceName = request.json("instance_name")?.asString
    val filterStr = request.json("filter_str")?.asString
    val resourceGroupId = request.json("resource_group_id")?.asString
    val submitTime = request.json("submit_time")?.asString
    request.nothingElse()
    val result = client.listInstance(
        pageIndex,
        pageSize,
        channelType,
        instanceId,
        instanceName,
        filterStr,
        resourceGroupId,
        submitTime,
        options,
    )
    return json(
        "request_id" to result.requestId,
        "instances" to result.instances.map { json(it) },
        "total_count" to result.totalCount,
    )
}

private suspend fun queryChatappBindWaba(client: Client, request: Known, options: CallOptions): JsonObject {
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val isvCode = request.json("isv_code")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = QueryChatappBindWabaRequest.ownChannel(isvCode)
        client.queryChatappBindWaba(wanted, options)
    } else {
        client.queryChatappBindWaba(custSpaceId, isvCode, options)
    }
    return json("request_id" to result.requestId, "waba" to result.waba?.let { json(it) })
}

private suspend fun queryChatappPhoneNumbers(client: Client, request: Known, options: CallOptions): JsonObject {
    val custSpaceId = request.json("cust_space_id")?.asString.orEmpty()
    val isvCode = request.json("isv_code")?.asString
    val status = request.json("status")?.asString
    val own = request.json("own_channel")?.asBoolean ?: false
    request.nothingElse()
    val result = if (own) {
        val wanted = QueryChatappPhoneNumbersRequest.ownChannel(isvCode, status)
        client.queryChatappPhoneNumbers(wanted, options)
    } else {
        client.queryChatappPhoneNumbers(custSpaceId, isvCode, status, options)
    }
    return json("request_id" to result.requestId, "phone_numbers" to result.phoneNumbers.map { json(it) })
}

private suspend fun queryInstance(client: Client, request: Known, options: CallOptions): JsonObject {
    val instanceId = request.json("instance_id")!!.asString
    request.nothingElse()
    val result = client.queryInstance(instanceId, options)
    return json("request_id" to result.requestId, "instance" to json(result.instance))
}

private fun givenPage(given: JsonElement): Page {
    val request = Known(given)
    return Page(request.json("index")!!.asLong, request.json("size")!!.asLong).also { request.nothingElse() }
}

private fun json(row: PhoneNumberMetric) = json(
    "phone_number" to row.phoneNumber,
    "granularity" to row.granularity?.value,
    "start" to row.start.toEpochMilli(),
    "end" to row.end.toEpochMilli(),
    "sent_count" to row.sentCount,
    "delivered_count" to row.deliveredCount,
)

private fun json(row: TemplateDetail) = json(
    "template_code" to row.templateCode,
    "template_name" to row.templateName,
    "language" to row.language,
    "category" to row.category,
    "audit_status" to row.auditStatus,
    "reason" to row.reason,
    "template_type" to row.templateType,
    "quality_score" to row.qualityScore.value,
    "allow_send" to row.allowSend,
    "category_change_paused" to row.categoryChangePaused,
    "message_send_ttl_seconds" to row.messageSendTtlSeconds,
    "product_set_id" to row.productSetId,
    "examples" to row.examples,
    "components" to row.components.map { json(it) },
)

private fun json(row: TemplateComponent) = json(
    "component_type" to row.componentType,
    "format" to row.format,
    "text" to row.text,
    "url" to row.url,
    "caption" to row.caption,
    "file_name" to row.fileName,
    "file_type" to row.fileType,
    "thumb_url" to row.thumbUrl,
    "duration" to row.duration,
    "latitude" to row.latitude,
    "longitude" to row.longitude,
    "location_name" to row.locationName,
    "location_address" to row.locationAddress,
    "add_secret_recommendation" to row.addSecretRecommendation,
    "code_expiration_minutes" to row.codeExpirationMinutes,
    "has_expiration" to row.hasExpiration,
    "offer_expiration_time_ms" to row.offerExpirationTimeMs,
    "buttons" to row.buttons.map { json(it) },
    "cards" to row.cards.map { json(it) },
)

private fun json(row: TemplateButton) = json(
    "button_type" to row.buttonType,
    "text" to row.text,
    "url" to row.url,
    "url_type" to row.urlType,
    "phone_number" to row.phoneNumber,
    "coupon_code" to row.couponCode,
    "flow_id" to row.flowId,
    "flow_action" to row.flowAction,
    "navigate_screen" to row.navigateScreen,
    "autofill_text" to row.autofillText,
    "package_name" to row.packageName,
    "signature_hash" to row.signatureHash,
    "supported_apps" to row.supportedApps.map { json(it) },
    "is_opt_out" to row.isOptOut,
    "next_step" to row.nextStep?.let { json(it) },
)

private fun json(row: TemplateApp) = json("package_name" to row.packageName, "signature_hash" to row.signatureHash)

private fun json(row: TemplateNextStep) = json(
    "action" to row.action,
    "intent_code" to row.intentCode,
    "next_template_code" to row.nextTemplateCode,
    "next_template_name" to row.nextTemplateName,
    "next_language_code" to row.nextLanguageCode,
)

private fun json(row: TemplateCard) = json("components" to row.components.map { json(it) })

private fun json(row: CardComponent) = json(
    "component_type" to row.componentType,
    "format" to row.format,
    "text" to row.text,
    "url" to row.url,
    "buttons" to row.buttons.map { json(it) },
)

private fun json(row: CardButton) = json(
    "button_type" to row.buttonType,
    "text" to row.text,
    "url" to row.url,
    "url_type" to row.urlType,
    "phone_number" to row.phoneNumber,
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

private fun json(row: Health) = json(
    "can_send_message" to row.canSendMessage,
    "entities" to row.entities.map { json(it) },
)

private fun json(row: HealthEntity) = json(
    "entity_type" to row.entityType,
    "can_send_message" to row.canSendMessage,
    "business_id" to row.businessId,
    "phone_number" to row.phoneNumber,
    "template_code" to row.templateCode,
    "language" to row.language,
    "waba_id" to row.wabaId,
    "errors" to row.errors.map { json(it) },
)

private fun json(row: HealthProblem) = json(
    "error_code" to row.errorCode,
    "error_description" to row.errorDescription,
    "possible_solution" to row.possibleSolution,
)

private fun json(row: MessageRecord) = json(
    "message_id" to row.messageId,
    "unique_message_id" to row.uniqueMessageId,
    "conversation_id" to row.conversationId,
    "business_number" to row.businessNumber,
    "user_number" to row.userNumber,
    "channel_type" to row.channelType,
    "event_action" to row.eventAction,
    "event_action_name" to row.eventActionName,
    "message_status" to row.messageStatus,
    "message_status_name" to row.messageStatusName,
    "client_accept_status_name" to row.clientAcceptStatusName,
    "client_read_status" to row.clientReadStatus,
    "client_read_status_name" to row.clientReadStatusName,
    "fail_reason" to row.failReason,
    "fail_back_flag" to row.failBackFlag,
    "fail_back_content" to row.failBackContent,
    "template_code" to row.templateCode,
    "template_name" to row.templateName,
    "language_code" to row.languageCode,
    "message" to row.message,
    "message_type" to row.messageType,
    "message_type_name" to row.messageTypeName,
    "message_source" to row.messageSource,
    "kind" to row.kind,
    "month" to row.month,
    "send_time" to row.sendTime?.toEpochMilli(),
)

private fun json(row: Template) = json(
    "template_code" to row.templateCode,
    "template_name" to row.templateName,
    "language" to row.language,
    "category" to row.category,
    "audit_status" to row.auditStatus,
    "reason" to row.reason,
    "template_type" to row.templateType,
    "last_update_time" to row.lastUpdateTime?.toEpochMilli(),
)

private fun json(row: Instance) = json(
    "instance_id" to row.instanceId,
    "cust_space_id" to row.custSpaceId,
    "instance_name" to row.instanceName,
    "instance_description" to row.instanceDescription,
    "channel_type" to row.channelType,
    "state" to row.state,
    "submit_time" to row.submitTime,
    "country_id" to row.countryId,
    "contact_mail" to row.contactMail,
    "office_address" to row.officeAddress,
    "facebook_bm_id" to row.facebookBmId,
    "isv_terms" to row.isvTerms,
    "resource_group_id" to row.resourceGroupId,
    "resource_region_id" to row.resourceRegionId,
)

private fun json(row: Waba) = json(
    "id" to row.id,
    "name" to row.name,
    "account_review_status" to row.accountReviewStatus,
    "currency" to row.currency,
    "business_id" to row.businessId,
    "business_name" to row.businessName,
    "message_template_namespace" to row.messageTemplateNamespace,
    "marketing_message_lite_status" to row.marketingMessageLiteStatus,
    "is_on_biz_app" to row.isOnBizApp,
    "primary_business_location" to row.primaryBusinessLocation,
    "auth_international_rate_eligibility" to row.authInternationalRateEligibility,
)

private fun json(row: PhoneNumber) = json(
    "phone_number" to row.phoneNumber,
    "verified_name" to row.verifiedName,
    "status" to row.status.value,
    "quality_rating" to row.qualityRating.value,
    "messaging_limit_tier" to row.messagingLimitTier,
    "code_verification_status" to row.codeVerificationStatus,
    "name_status" to row.nameStatus,
    "new_name_status" to row.newNameStatus,
    "is_official" to row.isOfficial,
    "status_callback_url" to row.statusCallbackUrl,
    "status_queue" to row.statusQueue,
    "up_callback_url" to row.upCallbackUrl,
    "up_queue" to row.upQueue,
)

private fun json(row: InstanceDetail) = json(
    "instance_id" to row.instanceId,
    "instance_name" to row.instanceName,
    "instance_description" to row.instanceDescription,
    "channel_type" to row.channelType,
    "cust_type" to row.custType,
    "submit_time" to row.submitTime,
    "country_id" to row.countryId,
    "contact_mail" to row.contactMail,
    "office_address" to row.officeAddress,
    "facebook_bm_id" to row.facebookBmId,
    "isv_terms" to row.isvTerms,
    "resource_group_id" to row.resourceGroupId,
    "resource_region_id" to row.resourceRegionId,
)

private fun json(row: ButtonClicks) = json(
    "button_content" to row.buttonContent,
    "type" to row.type.value,
    "count" to row.count,
)
