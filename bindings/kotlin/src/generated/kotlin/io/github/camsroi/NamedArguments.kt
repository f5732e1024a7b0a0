// The operations with named arguments in the place of a request.
//
// They are extensions, so that a client of a test's own has one function for each operation.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi

import kotlinx.coroutines.flow.Flow
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

/** See [Operations.getChatappTemplateDetail]; [GetChatappTemplateDetailRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.getChatappTemplateDetail(
    language: String,
    custSpaceId: String,
    templateCode: String? = null,
    templateName: String? = null,
    templateType: String? = null,
    isvCode: String? = null,
    options: CallOptions = CallOptions.NONE,
): GetChatappTemplateDetailResult = getChatappTemplateDetail(
    GetChatappTemplateDetailRequest(language, custSpaceId, templateCode, templateName, templateType, isvCode),
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

/** See [Operations.getWhatsappHealthStatus]; [GetWhatsappHealthStatusRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.getWhatsappHealthStatus(
    nodeType: NodeType,
    custSpaceId: String,
    phoneNumber: String? = null,
    templateCode: String? = null,
    language: String? = null,
    wabaId: String? = null,
    options: CallOptions = CallOptions.NONE,
): GetWhatsappHealthStatusResult = getWhatsappHealthStatus(
    GetWhatsappHealthStatusRequest(nodeType, custSpaceId, phoneNumber, templateCode, language, wabaId),
    options,
)

/** See [Operations.listChatappMessage]; [ListChatappMessageRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.listChatappMessage(
    businessNumber: String,
    channelType: String,
    page: Page,
    custSpaceId: String,
    startTime: Instant? = null,
    endTime: Instant? = null,
    eventAction: String? = null,
    messageStatus: String? = null,
    clientAcceptStatus: String? = null,
    templateCode: String? = null,
    groupMessageId: String? = null,
    userNumber: String? = null,
    options: CallOptions = CallOptions.NONE,
): ListChatappMessageResult = listChatappMessage(
    ListChatappMessageRequest(
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
    ),
    options,
)

/** See [Operations.allMessages]; [ListChatappMessageRequest] says what each argument is. */
@JvmSynthetic
public fun Client.allMessages(
    businessNumber: String,
    channelType: String,
    custSpaceId: String,
    startTime: Instant? = null,
    endTime: Instant? = null,
    eventAction: String? = null,
    messageStatus: String? = null,
    clientAcceptStatus: String? = null,
    templateCode: String? = null,
    groupMessageId: String? = null,
    userNumber: String? = null,
    options: PagesOptions = PagesOptions.NONE,
): Flow<MessageRecord> = allMessages(
    ListChatappMessageRequest(
        businessNumber,
        channelType,
        Page(1, 50),
        custSpaceId,
        startTime,
        endTime,
        eventAction,
        messageStatus,
        clientAcceptStatus,
        templateCode,
        groupMessageId,
        userNumber,
    ),
    options,
)

/** See [Operations.listChatappTemplate]; [ListChatappTemplateRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.listChatappTemplate(
    custSpaceId: String,
    isvCode: String? = null,
    page: Page? = null,
    name: String? = null,
    code: String? = null,
    language: String? = null,
    category: String? = null,
    auditStatus: String? = null,
    templateType: String? = null,
    options: CallOptions = CallOptions.NONE,
): ListChatappTemplateResult = listChatappTemplate(
    ListChatappTemplateRequest(custSpaceId, isvCode, page, name, code, language, category, auditStatus, templateType),
    options,
)

/** See [Operations.allTemplates]; [ListChatappTemplateRequest] says what each argument is. */
@JvmSynthetic
public fun Client.allTemplates(
    custSpaceId: String,
    isvCode: String? = null,
    name: String? = null,
    code: String? = null,
    language: String? = null,
    category: String? = null,
    auditStatus: String? = null,
    templateType: String? = null,
    options: PagesOptions = PagesOptions.NONE,
): Flow<Template> = allTemplates(
    ListChatappTemplateRequest(custSpaceId, isvCode, null, name, code, language, category, auditStatus, templateType),
    options,
)

/** See [Operations.listInstance]; [ListInstanceRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.listInstance(
    pageIndex: Long? = null,
    pageSize: Long? = null,
    channelType: String? = null,
    instanceId: String? = null,
    instanceName: String? = null,
    filterStr: String? = null,
    resourceGroupId: String? = null,
    submitTime: String? = null,
    options: CallOptions = CallOptions.NONE,
): ListInstanceResult = listInstance(
    ListInstanceRequest(
        pageIndex,
        pageSize,
        channelType,
        instanceId,
        instanceName,
        filterStr,
        resourceGroupId,
        submitTime,
    ),
    options,
)

/** See [Operations.allInstances]; [ListInstanceRequest] says what each argument is. */
@JvmSynthetic
public fun Client.allInstances(
    channelType: String? = null,
    instanceId: String? = null,
    instanceName: String? = null,
    filterStr: String? = null,
    resourceGroupId: String? = null,
    submitTime: String? = null,
    options: PagesOptions = PagesOptions.NONE,
): Flow<Instance> = allInstances(
    ListInstanceRequest(null, null, channelType, instanceId, instanceName, filterStr, resourceGroupId, submitTime),
    options,
)

/** See [Operations.queryChatappBindWaba]; [QueryChatappBindWabaRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.queryChatappBindWaba(
    custSpaceId: String,
    isvCode: String? = null,
    options: CallOptions = CallOptions.NONE,
): QueryChatappBindWabaResult = queryChatappBindWaba(QueryChatappBindWabaRequest(custSpaceId, isvCode), options)

/** See [Operations.queryChatappPhoneNumbers]; [QueryChatappPhoneNumbersRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.queryChatappPhoneNumbers(
    custSpaceId: String,
    isvCode: String? = null,
    status: String? = null,
    options: CallOptions = CallOptions.NONE,
): QueryChatappPhoneNumbersResult = queryChatappPhoneNumbers(
    QueryChatappPhoneNumbersRequest(custSpaceId, isvCode, status),
    options,
)

/** See [Operations.queryInstance]; [QueryInstanceRequest] says what each argument is. */
@JvmSynthetic
public suspend fun Client.queryInstance(
    instanceId: String,
    options: CallOptions = CallOptions.NONE,
): QueryInstanceResult = queryInstance(QueryInstanceRequest(instanceId), options)

/** See [Operations.collectMetrics]; [CollectMetricsRequest] says what each argument is. */
@JvmSynthetic
public fun Client.collectMetrics(
    channels: Collection<String>? = null,
    targets: List<MetricsTarget>? = null,
    days: String? = null,
    timeZone: String? = null,
    start: Instant? = null,
    end: Instant? = null,
    granularity: Granularity? = null,
    phoneNumbers: Boolean? = null,
    templates: Boolean? = null,
    isvCode: String? = null,
    daysPerQuery: Long? = null,
    journal: String? = null,
    options: PagesOptions = PagesOptions.NONE,
): Flow<CollectedMetrics> = collectMetrics(
    CollectMetricsRequest(
        channels,
        targets,
        days,
        timeZone,
        start,
        end,
        granularity,
        phoneNumbers,
        templates,
        isvCode,
        daysPerQuery,
        journal,
    ),
    options,
)

/** See [Operations.collectMetrics]; [CollectMetricsRequest] says what each argument is. */
@JvmSynthetic
public fun Client.collectMetrics(
    channels: Iterable<Channel>,
    targets: List<MetricsTarget>? = null,
    days: String? = null,
    timeZone: String? = null,
    start: Instant? = null,
    end: Instant? = null,
    granularity: Granularity? = null,
    phoneNumbers: Boolean? = null,
    templates: Boolean? = null,
    isvCode: String? = null,
    daysPerQuery: Long? = null,
    journal: String? = null,
    options: PagesOptions = PagesOptions.NONE,
): Flow<CollectedMetrics> = collectMetrics(
    CollectMetricsRequest(
        channels,
        targets,
        days,
        timeZone,
        start,
        end,
        granularity,
        phoneNumbers,
        templates,
        isvCode,
        daysPerQuery,
        journal,
    ),
    options,
)

/** See [Operations.findChannels]; [FindChannelsRequest] says what each argument is. */
@JvmSynthetic
public fun Client.findChannels(
    name: String? = null,
    state: String? = null,
    region: String? = null,
    options: PagesOptions = PagesOptions.NONE,
): Flow<FoundChannel> = findChannels(FindChannelsRequest(name, state, region), options)
