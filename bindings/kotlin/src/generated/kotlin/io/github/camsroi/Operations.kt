// The operations that have types of their own, as each kind of client has them.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi

import kotlinx.coroutines.flow.Flow
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer
import java.util.stream.Stream

/** The operations of a [Client]. */
public interface Operations {
    /**
     * Enables the sent, delivered, read and click metrics of a WhatsApp channel (`EnableWhatsappROIMetric`).
     *
     * The service begins to collect the metrics now; they appear a day later at the earliest. Messages sent before
     * are never counted. Calling it again for the same channel changes nothing.
     *
     * The service allows 5 calls per second for an account. The caller needs the RAM action
     * `cams:EnableWhatsappROIMetric`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): EnableWhatsappRoiMetricResult

    /**
     * Reads how many messages of each phone number of a WhatsApp channel were sent and delivered
     * (`GetChatappPhoneNumberMetric`).
     *
     * The channel must have been enabled at least a day ago.
     *
     * The service allows 50 calls per second for an account. The caller needs the RAM action
     * `cams:GetChatappPhoneNumberMetric`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappPhoneNumberMetricResult

    /**
     * Reads a message template in one language: its text, its buttons and its rating by Meta
     * (`GetChatappTemplateDetail`).
     *
     * Name the template by its code or by its name.
     *
     * The service allows 5 calls per second for an account. The caller needs the RAM action
     * `cams:GetChatappTemplateDetail`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappTemplateDetailResult

    /**
     * Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
     * (`GetChatappTemplateMetric`).
     *
     * The channel must have been enabled at least a day ago.
     *
     * The service allows 50 calls per second for an account. The caller needs the RAM action
     * `cams:GetChatappTemplateMetric`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappTemplateMetricResult

    /**
     * Reads whether messages can be sent, and what prevents it (`GetWhatsappHealthStatus`).
     *
     * The service allows 5 calls per second for an account. The caller needs the RAM action
     * `cams:GetWhatsappHealthStatus`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetWhatsappHealthStatusResult

    /**
     * Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
     *
     * The answer has no total: the last page is the one that is not full.
     *
     * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
     * the RAM action `cams:ListChatappMessage`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun listChatappMessage(
        request: ListChatappMessageRequest,
        options: CallOptions = CallOptions.NONE,
    ): ListChatappMessageResult

    /**
     * Gives all messages that `ListChatappMessage` lists, page by page.
     *
     * A page is fetched when its first item is collected. An error ends the flow and is thrown; leaving the flow ends the
     * call that is under way.
     *
     * @param request what is asked; of the page that it names, only the size counts.
     * @param options how long pages are, and what else is different.
     */
    public fun allMessages(
        request: ListChatappMessageRequest,
        options: PagesOptions = PagesOptions.NONE,
    ): Flow<MessageRecord>

    /**
     * Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
     *
     * A template has a row for each of its languages.
     *
     * The service allows 5 calls per second for an account. The caller needs the RAM action
     * `cams:ListChatappTemplate`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun listChatappTemplate(
        request: ListChatappTemplateRequest,
        options: CallOptions = CallOptions.NONE,
    ): ListChatappTemplateResult

    /**
     * Gives all templates that `ListChatappTemplate` lists, page by page.
     *
     * A page is fetched when its first item is collected. An error ends the flow and is thrown; leaving the flow ends the
     * call that is under way.
     *
     * @param request what is asked; of the page that it names, only the size counts.
     * @param options how long pages are, and what else is different.
     */
    public fun allTemplates(
        request: ListChatappTemplateRequest,
        options: PagesOptions = PagesOptions.NONE,
    ): Flow<Template>

    /**
     * Lists the account's channels, a page at a time (`ListInstance`).
     *
     * The list has a direct customer's channels and those of an ISV's sub-customers.
     *
     * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
     * the RAM action `cams:ListInstance`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun listInstance(
        request: ListInstanceRequest,
        options: CallOptions = CallOptions.NONE,
    ): ListInstanceResult

    /**
     * Gives all instances that `ListInstance` lists, page by page.
     *
     * A page is fetched when its first item is collected. An error ends the flow and is thrown; leaving the flow ends the
     * call that is under way.
     *
     * @param request what is asked; of the page that it names, only the size counts.
     * @param options how long pages are, and what else is different.
     */
    public fun allInstances(request: ListInstanceRequest, options: PagesOptions = PagesOptions.NONE): Flow<Instance>

    /**
     * Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
     *
     * The service allows 10 calls per second for an account. The caller needs the RAM action
     * `cams:QueryChatappBindWaba`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
        options: CallOptions = CallOptions.NONE,
    ): QueryChatappBindWabaResult

    /**
     * Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
     *
     * The service allows 10 calls per second for an account. The caller needs the RAM action
     * `cams:QueryChatappPhoneNumbers`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
        options: CallOptions = CallOptions.NONE,
    ): QueryChatappPhoneNumbersResult

    /**
     * Reads the details of one channel (`QueryInstance`).
     *
     * The channel's state and its `CustSpaceId` are only in the list of `ListInstance`.
     *
     * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
     * the RAM action `cams:QueryInstance`.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun queryInstance(
        request: QueryInstanceRequest,
        options: CallOptions = CallOptions.NONE,
    ): QueryInstanceResult

    /**
     * Reads the metrics of many channels: their phone numbers, and their marketing templates in each language.
     *
     * For each channel, this finds the phone numbers (`QueryChatappPhoneNumbers`) and the marketing templates in each
     * of their languages (`ListChatappTemplate`: category `MARKETING`, audit status `pass`), and reads the metrics of
     * each. Each query yields a result of its own as soon as it is there. If a query fails, its result has the error,
     * and the others continue. Operations run side by side, each at the full speed of its own limit. Without channels
     * and targets, every channel that `FindChannels` finds is read. Give the time as `days`, or as `start` and `end`.
     *
     * Nothing is sent before the flow is collected. An error that concerns all of it ends the flow and is thrown; leaving
     * the flow ends the calls that are under way, and makes no more.
     *
     * @param request what is asked.
     * @param options how many are given, and how calls are made. Pages are of the library's own size.
     */
    public fun collectMetrics(
        request: CollectMetricsRequest,
        options: PagesOptions = PagesOptions.NONE,
    ): Flow<CollectedMetrics>

    /**
     * Finds the account's WhatsApp channels, all pages of them.
     *
     * Asks `ListInstance` for channels of the type `whatsapp`, and returns each with the ID that other operations
     * expect: its `CustSpaceId` if it has one, else its instance ID. Channels of another type are left out.
     *
     * Nothing is sent before the flow is collected. An error that concerns all of it ends the flow and is thrown; leaving
     * the flow ends the calls that are under way, and makes no more.
     *
     * @param request what is asked.
     * @param options how many are given, and how calls are made. Pages are of the library's own size.
     */
    public fun findChannels(request: FindChannelsRequest, options: PagesOptions = PagesOptions.NONE): Flow<FoundChannel>
}

/** The operations of an [AsyncClient]. */
public interface AsyncOperations {
    /** See [Operations.enableWhatsappRoiMetric]. */
    public fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
    ): CompletableFuture<EnableWhatsappRoiMetricResult> = enableWhatsappRoiMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions,
    ): CompletableFuture<EnableWhatsappRoiMetricResult>

    /** See [Operations.getChatappPhoneNumberMetric]. */
    public fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
    ): CompletableFuture<GetChatappPhoneNumberMetricResult> = getChatappPhoneNumberMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappPhoneNumberMetricResult>

    /** See [Operations.getChatappTemplateDetail]. */
    public fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
    ): CompletableFuture<GetChatappTemplateDetailResult> = getChatappTemplateDetail(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappTemplateDetailResult>

    /** See [Operations.getChatappTemplateMetric]. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
    ): CompletableFuture<GetChatappTemplateMetricResult> = getChatappTemplateMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappTemplateMetricResult>

    /** See [Operations.getWhatsappHealthStatus]. */
    public fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
    ): CompletableFuture<GetWhatsappHealthStatusResult> = getWhatsappHealthStatus(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
        options: CallOptions,
    ): CompletableFuture<GetWhatsappHealthStatusResult>

    /** See [Operations.listChatappMessage]. */
    public fun listChatappMessage(
        request: ListChatappMessageRequest,
    ): CompletableFuture<ListChatappMessageResult> = listChatappMessage(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun listChatappMessage(
        request: ListChatappMessageRequest,
        options: CallOptions,
    ): CompletableFuture<ListChatappMessageResult>

    /**
     * See [Operations.allMessages]. Each item is given to [onItem], one after the other, on a thread that
     * may block; what that throws ends the listing. The future is done when all are.
     */
    public fun allMessages(
        request: ListChatappMessageRequest,
        onItem: Consumer<MessageRecord>,
    ): CompletableFuture<Void?> = allMessages(request, PagesOptions.NONE, onItem)

    /** The same, with what this listing does differently. */
    public fun allMessages(
        request: ListChatappMessageRequest,
        options: PagesOptions,
        onItem: Consumer<MessageRecord>,
    ): CompletableFuture<Void?>

    /** See [Operations.listChatappTemplate]. */
    public fun listChatappTemplate(
        request: ListChatappTemplateRequest,
    ): CompletableFuture<ListChatappTemplateResult> = listChatappTemplate(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun listChatappTemplate(
        request: ListChatappTemplateRequest,
        options: CallOptions,
    ): CompletableFuture<ListChatappTemplateResult>

    /**
     * See [Operations.allTemplates]. Each item is given to [onItem], one after the other, on a thread that
     * may block; what that throws ends the listing. The future is done when all are.
     */
    public fun allTemplates(
        request: ListChatappTemplateRequest,
        onItem: Consumer<Template>,
    ): CompletableFuture<Void?> = allTemplates(request, PagesOptions.NONE, onItem)

    /** The same, with what this listing does differently. */
    public fun allTemplates(
        request: ListChatappTemplateRequest,
        options: PagesOptions,
        onItem: Consumer<Template>,
    ): CompletableFuture<Void?>

    /** See [Operations.listInstance]. */
    public fun listInstance(
        request: ListInstanceRequest,
    ): CompletableFuture<ListInstanceResult> = listInstance(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun listInstance(request: ListInstanceRequest, options: CallOptions): CompletableFuture<ListInstanceResult>

    /**
     * See [Operations.allInstances]. Each item is given to [onItem], one after the other, on a thread that
     * may block; what that throws ends the listing. The future is done when all are.
     */
    public fun allInstances(
        request: ListInstanceRequest,
        onItem: Consumer<Instance>,
    ): CompletableFuture<Void?> = allInstances(request, PagesOptions.NONE, onItem)

    /** The same, with what this listing does differently. */
    public fun allInstances(
        request: ListInstanceRequest,
        options: PagesOptions,
        onItem: Consumer<Instance>,
    ): CompletableFuture<Void?>

    /** See [Operations.queryChatappBindWaba]. */
    public fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
    ): CompletableFuture<QueryChatappBindWabaResult> = queryChatappBindWaba(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
        options: CallOptions,
    ): CompletableFuture<QueryChatappBindWabaResult>

    /** See [Operations.queryChatappPhoneNumbers]. */
    public fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
    ): CompletableFuture<QueryChatappPhoneNumbersResult> = queryChatappPhoneNumbers(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
        options: CallOptions,
    ): CompletableFuture<QueryChatappPhoneNumbersResult>

    /** See [Operations.queryInstance]. */
    public fun queryInstance(
        request: QueryInstanceRequest,
    ): CompletableFuture<QueryInstanceResult> = queryInstance(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun queryInstance(
        request: QueryInstanceRequest,
        options: CallOptions,
    ): CompletableFuture<QueryInstanceResult>

    /**
     * See [Operations.collectMetrics]. Each item is given to [onItem], one after the other, on a thread that
     * may block; what that throws ends the listing. The future is done when all are.
     */
    public fun collectMetrics(
        request: CollectMetricsRequest,
        onItem: Consumer<CollectedMetrics>,
    ): CompletableFuture<Void?> = collectMetrics(request, PagesOptions.NONE, onItem)

    /** The same, with what this listing does differently. */
    public fun collectMetrics(
        request: CollectMetricsRequest,
        options: PagesOptions,
        onItem: Consumer<CollectedMetrics>,
    ): CompletableFuture<Void?>

    /**
     * See [Operations.findChannels]. Each item is given to [onItem], one after the other, on a thread that
     * may block; what that throws ends the listing. The future is done when all are.
     */
    public fun findChannels(
        request: FindChannelsRequest,
        onItem: Consumer<FoundChannel>,
    ): CompletableFuture<Void?> = findChannels(request, PagesOptions.NONE, onItem)

    /** The same, with what this listing does differently. */
    public fun findChannels(
        request: FindChannelsRequest,
        options: PagesOptions,
        onItem: Consumer<FoundChannel>,
    ): CompletableFuture<Void?>
}

/** The operations of a [BlockingClient]. */
public interface BlockingOperations {
    /** See [Operations.enableWhatsappRoiMetric]. */
    public fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
    ): EnableWhatsappRoiMetricResult = enableWhatsappRoiMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions,
    ): EnableWhatsappRoiMetricResult

    /** See [Operations.getChatappPhoneNumberMetric]. */
    public fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
    ): GetChatappPhoneNumberMetricResult = getChatappPhoneNumberMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions,
    ): GetChatappPhoneNumberMetricResult

    /** See [Operations.getChatappTemplateDetail]. */
    public fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
    ): GetChatappTemplateDetailResult = getChatappTemplateDetail(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
        options: CallOptions,
    ): GetChatappTemplateDetailResult

    /** See [Operations.getChatappTemplateMetric]. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
    ): GetChatappTemplateMetricResult = getChatappTemplateMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): GetChatappTemplateMetricResult

    /** See [Operations.getWhatsappHealthStatus]. */
    public fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
    ): GetWhatsappHealthStatusResult = getWhatsappHealthStatus(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
        options: CallOptions,
    ): GetWhatsappHealthStatusResult

    /** See [Operations.listChatappMessage]. */
    public fun listChatappMessage(
        request: ListChatappMessageRequest,
    ): ListChatappMessageResult = listChatappMessage(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun listChatappMessage(request: ListChatappMessageRequest, options: CallOptions): ListChatappMessageResult

    /**
     * See [Operations.allMessages]. Nothing is sent before the stream is read; a page is fetched when its
     * first item is.
     */
    public fun allMessages(
        request: ListChatappMessageRequest,
    ): Stream<MessageRecord> = allMessages(request, PagesOptions.NONE)

    /** The same, with what this listing does differently. */
    public fun allMessages(request: ListChatappMessageRequest, options: PagesOptions): Stream<MessageRecord>

    /** See [Operations.listChatappTemplate]. */
    public fun listChatappTemplate(
        request: ListChatappTemplateRequest,
    ): ListChatappTemplateResult = listChatappTemplate(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun listChatappTemplate(request: ListChatappTemplateRequest, options: CallOptions): ListChatappTemplateResult

    /**
     * See [Operations.allTemplates]. Nothing is sent before the stream is read; a page is fetched when its
     * first item is.
     */
    public fun allTemplates(
        request: ListChatappTemplateRequest,
    ): Stream<Template> = allTemplates(request, PagesOptions.NONE)

    /** The same, with what this listing does differently. */
    public fun allTemplates(request: ListChatappTemplateRequest, options: PagesOptions): Stream<Template>

    /** See [Operations.listInstance]. */
    public fun listInstance(request: ListInstanceRequest): ListInstanceResult = listInstance(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun listInstance(request: ListInstanceRequest, options: CallOptions): ListInstanceResult

    /**
     * See [Operations.allInstances]. Nothing is sent before the stream is read; a page is fetched when its
     * first item is.
     */
    public fun allInstances(request: ListInstanceRequest): Stream<Instance> = allInstances(request, PagesOptions.NONE)

    /** The same, with what this listing does differently. */
    public fun allInstances(request: ListInstanceRequest, options: PagesOptions): Stream<Instance>

    /** See [Operations.queryChatappBindWaba]. */
    public fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
    ): QueryChatappBindWabaResult = queryChatappBindWaba(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
        options: CallOptions,
    ): QueryChatappBindWabaResult

    /** See [Operations.queryChatappPhoneNumbers]. */
    public fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
    ): QueryChatappPhoneNumbersResult = queryChatappPhoneNumbers(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
        options: CallOptions,
    ): QueryChatappPhoneNumbersResult

    /** See [Operations.queryInstance]. */
    public fun queryInstance(
        request: QueryInstanceRequest,
    ): QueryInstanceResult = queryInstance(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun queryInstance(request: QueryInstanceRequest, options: CallOptions): QueryInstanceResult

    /**
     * See [Operations.collectMetrics]. Nothing is sent before the stream is read. Closing it ends the calls that
     * are under way, so open it in a `try` statement where it may not be read to its end.
     */
    public fun collectMetrics(
        request: CollectMetricsRequest,
    ): Stream<CollectedMetrics> = collectMetrics(request, PagesOptions.NONE)

    /** The same, with what this listing does differently. */
    public fun collectMetrics(request: CollectMetricsRequest, options: PagesOptions): Stream<CollectedMetrics>

    /**
     * See [Operations.findChannels]. Nothing is sent before the stream is read; a page is fetched when its
     * first item is.
     */
    public fun findChannels(
        request: FindChannelsRequest,
    ): Stream<FoundChannel> = findChannels(request, PagesOptions.NONE)

    /** The same, with what this listing does differently. */
    public fun findChannels(request: FindChannelsRequest, options: PagesOptions): Stream<FoundChannel>
}
