// The operations with named arguments in the place of a request.
//
// They are extensions, so that a client of a test's own has one function for each operation.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi

import kotlinx.coroutines.flow.Flow
import java.time.Instant

/**
 * Enables the sent, delivered, read and click metrics of a WhatsApp channel (`EnableWhatsappROIMetric`).
 *
 * The service allows 5 calls per second for an account. The caller needs the RAM action
 * `cams:EnableWhatsappROIMetric`.
 *
 * See [Operations.enableWhatsappRoiMetric]; [EnableWhatsappRoiMetricRequest] says what each argument is.
 */
@JvmSynthetic
public suspend fun Client.enableWhatsappRoiMetric(
    custSpaceId: String,
    isvCode: String? = null,
    options: CallOptions = CallOptions.NONE,
): EnableWhatsappRoiMetricResult = enableWhatsappRoiMetric(
    EnableWhatsappRoiMetricRequest(custSpaceId, isvCode),
    options,
)

/**
 * Reads how many messages of each phone number of a WhatsApp channel were sent and delivered
 * (`GetChatappPhoneNumberMetric`).
 *
 * The service allows 50 calls per second for an account. The caller needs the RAM action
 * `cams:GetChatappPhoneNumberMetric`.
 *
 * See [Operations.getChatappPhoneNumberMetric]; [GetChatappPhoneNumberMetricRequest] says what each argument is.
 */
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

/**
 * Reads a message template in one language: its text, its buttons and its rating by Meta
 * (`GetChatappTemplateDetail`).
 *
 * The service allows 5 calls per second for an account. The caller needs the RAM action
 * `cams:GetChatappTemplateDetail`.
 *
 * See [Operations.getChatappTemplateDetail]; [GetChatappTemplateDetailRequest] says what each argument is.
 */
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

/**
 * Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
 * (`GetChatappTemplateMetric`).
 *
 * The service allows 50 calls per second for an account. The caller needs the RAM action
 * `cams:GetChatappTemplateMetric`.
 *
 * See [Operations.getChatappTemplateMetric]; [GetChatappTemplateMetricRequest] says what each argument is.
 */
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

/**
 * Reads whether messages can be sent, and what prevents it (`GetWhatsappHealthStatus`).
 *
 * The service allows 5 calls per second for an account. The caller needs the RAM action
 * `cams:GetWhatsappHealthStatus`.
 *
 * See [Operations.getWhatsappHealthStatus]; [GetWhatsappHealthStatusRequest] says what each argument is.
 */
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

/**
 * Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
 *
 * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the
 * RAM action `cams:ListChatappMessage`.
 *
 * See [Operations.listChatappMessage]; [ListChatappMessageRequest] says what each argument is.
 */
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

/**
 * Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
 *
 * The service allows 5 calls per second for an account. The caller needs the RAM action `cams:ListChatappTemplate`.
 *
 * See [Operations.listChatappTemplate]; [ListChatappTemplateRequest] says what each argument is.
 */
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

/**
 * Lists the account's channels, a page at a time (`ListInstance`).
 *
 * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the
 * RAM action `cams:ListInstance`.
 *
 * See [Operations.listInstance]; [ListInstanceRequest] says what each argument is.
 */
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

/**
 * Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
 *
 * The service allows 10 calls per second for an account. The caller needs the RAM action `cams:QueryChatappBindWaba`.
 *
 * See [Operations.queryChatappBindWaba]; [QueryChatappBindWabaRequest] says what each argument is.
 */
@JvmSynthetic
public suspend fun Client.queryChatappBindWaba(
    custSpaceId: String,
    isvCode: String? = null,
    options: CallOptions = CallOptions.NONE,
): QueryChatappBindWabaResult = queryChatappBindWaba(QueryChatappBindWabaRequest(custSpaceId, isvCode), options)

/**
 * Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
 *
 * The service allows 10 calls per second for an account. The caller needs the RAM action
 * `cams:QueryChatappPhoneNumbers`.
 *
 * See [Operations.queryChatappPhoneNumbers]; [QueryChatappPhoneNumbersRequest] says what each argument is.
 */
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

/**
 * Reads the details of one channel (`QueryInstance`).
 *
 * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the
 * RAM action `cams:QueryInstance`.
 *
 * See [Operations.queryInstance]; [QueryInstanceRequest] says what each argument is.
 */
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
