// The operations that have types of their own, as each kind of client makes them.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.AsyncOperations
import io.github.camsroi.BlockingOperations
import io.github.camsroi.CallOptions
import io.github.camsroi.CollectMetricsRequest
import io.github.camsroi.CollectedMetrics
import io.github.camsroi.EnableWhatsappRoiMetricRequest
import io.github.camsroi.EnableWhatsappRoiMetricResult
import io.github.camsroi.FindChannelsRequest
import io.github.camsroi.FoundChannel
import io.github.camsroi.GetChatappPhoneNumberMetricRequest
import io.github.camsroi.GetChatappPhoneNumberMetricResult
import io.github.camsroi.GetChatappTemplateDetailRequest
import io.github.camsroi.GetChatappTemplateDetailResult
import io.github.camsroi.GetChatappTemplateMetricRequest
import io.github.camsroi.GetChatappTemplateMetricResult
import io.github.camsroi.GetWhatsappHealthStatusRequest
import io.github.camsroi.GetWhatsappHealthStatusResult
import io.github.camsroi.Instance
import io.github.camsroi.ListChatappMessageRequest
import io.github.camsroi.ListChatappMessageResult
import io.github.camsroi.ListChatappTemplateRequest
import io.github.camsroi.ListChatappTemplateResult
import io.github.camsroi.ListInstanceRequest
import io.github.camsroi.ListInstanceResult
import io.github.camsroi.MessageRecord
import io.github.camsroi.Operations
import io.github.camsroi.PagesOptions
import io.github.camsroi.QueryChatappBindWabaRequest
import io.github.camsroi.QueryChatappBindWabaResult
import io.github.camsroi.QueryChatappPhoneNumbersRequest
import io.github.camsroi.QueryChatappPhoneNumbersResult
import io.github.camsroi.QueryInstanceRequest
import io.github.camsroi.QueryInstanceResult
import io.github.camsroi.Template
import kotlinx.coroutines.flow.Flow
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer
import java.util.stream.Stream

internal class SuspendingOperations(private val core: Core) : Operations {
    override suspend fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions,
    ): EnableWhatsappRoiMetricResult = core.task(EnableWhatsappRoiMetric, request, options).await(core.thrown)

    override suspend fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions,
    ): GetChatappPhoneNumberMetricResult = core.task(GetChatappPhoneNumberMetric, request, options).await(core.thrown)

    override suspend fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
        options: CallOptions,
    ): GetChatappTemplateDetailResult = core.task(GetChatappTemplateDetail, request, options).await(core.thrown)

    override suspend fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): GetChatappTemplateMetricResult = core.task(GetChatappTemplateMetric, request, options).await(core.thrown)

    override suspend fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
        options: CallOptions,
    ): GetWhatsappHealthStatusResult = core.task(GetWhatsappHealthStatus, request, options).await(core.thrown)

    override suspend fun listChatappMessage(
        request: ListChatappMessageRequest,
        options: CallOptions,
    ): ListChatappMessageResult = core.task(ListChatappMessage, request, options).await(core.thrown)

    override fun allMessages(
        request: ListChatappMessageRequest,
        options: PagesOptions,
    ): Flow<MessageRecord> = core.itemsOfAll(ListChatappMessage, request, options)

    override suspend fun listChatappTemplate(
        request: ListChatappTemplateRequest,
        options: CallOptions,
    ): ListChatappTemplateResult = core.task(ListChatappTemplate, request, options).await(core.thrown)

    override fun allTemplates(
        request: ListChatappTemplateRequest,
        options: PagesOptions,
    ): Flow<Template> = core.itemsOfAll(ListChatappTemplate, request, options)

    override suspend fun listInstance(
        request: ListInstanceRequest,
        options: CallOptions,
    ): ListInstanceResult = core.task(ListInstance, request, options).await(core.thrown)

    override fun allInstances(
        request: ListInstanceRequest,
        options: PagesOptions,
    ): Flow<Instance> = core.itemsOfAll(ListInstance, request, options)

    override suspend fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
        options: CallOptions,
    ): QueryChatappBindWabaResult = core.task(QueryChatappBindWaba, request, options).await(core.thrown)

    override suspend fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
        options: CallOptions,
    ): QueryChatappPhoneNumbersResult = core.task(QueryChatappPhoneNumbers, request, options).await(core.thrown)

    override suspend fun queryInstance(
        request: QueryInstanceRequest,
        options: CallOptions,
    ): QueryInstanceResult = core.task(QueryInstance, request, options).await(core.thrown)

    override fun collectMetrics(
        request: CollectMetricsRequest,
        options: PagesOptions,
    ): Flow<CollectedMetrics> = core.itemsOfAll(CollectMetrics, request, options)

    override fun findChannels(
        request: FindChannelsRequest,
        options: PagesOptions,
    ): Flow<FoundChannel> = core.itemsOfAll(FindChannels, request, options)
}

internal class FutureOperations(private val core: Core) : AsyncOperations {
    override fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions,
    ): CompletableFuture<EnableWhatsappRoiMetricResult> =
        future(core.thrown) { core.task(EnableWhatsappRoiMetric, given("request", request), options) }

    override fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappPhoneNumberMetricResult> =
        future(core.thrown) { core.task(GetChatappPhoneNumberMetric, given("request", request), options) }

    override fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappTemplateDetailResult> =
        future(core.thrown) { core.task(GetChatappTemplateDetail, given("request", request), options) }

    override fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappTemplateMetricResult> =
        future(core.thrown) { core.task(GetChatappTemplateMetric, given("request", request), options) }

    override fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
        options: CallOptions,
    ): CompletableFuture<GetWhatsappHealthStatusResult> =
        future(core.thrown) { core.task(GetWhatsappHealthStatus, given("request", request), options) }

    override fun listChatappMessage(
        request: ListChatappMessageRequest,
        options: CallOptions,
    ): CompletableFuture<ListChatappMessageResult> =
        future(core.thrown) { core.task(ListChatappMessage, given("request", request), options) }

    override fun allMessages(
        request: ListChatappMessageRequest,
        options: PagesOptions,
        onItem: Consumer<MessageRecord>,
    ): CompletableFuture<Void?> =
        givenTo({ given("onItem", onItem) }) { core.allItems(ListChatappMessage, request, options) }

    override fun listChatappTemplate(
        request: ListChatappTemplateRequest,
        options: CallOptions,
    ): CompletableFuture<ListChatappTemplateResult> =
        future(core.thrown) { core.task(ListChatappTemplate, given("request", request), options) }

    override fun allTemplates(
        request: ListChatappTemplateRequest,
        options: PagesOptions,
        onItem: Consumer<Template>,
    ): CompletableFuture<Void?> =
        givenTo({ given("onItem", onItem) }) { core.allItems(ListChatappTemplate, request, options) }

    override fun listInstance(
        request: ListInstanceRequest,
        options: CallOptions,
    ): CompletableFuture<ListInstanceResult> =
        future(core.thrown) { core.task(ListInstance, given("request", request), options) }

    override fun allInstances(
        request: ListInstanceRequest,
        options: PagesOptions,
        onItem: Consumer<Instance>,
    ): CompletableFuture<Void?> = givenTo({ given("onItem", onItem) }) { core.allItems(ListInstance, request, options) }

    override fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
        options: CallOptions,
    ): CompletableFuture<QueryChatappBindWabaResult> =
        future(core.thrown) { core.task(QueryChatappBindWaba, given("request", request), options) }

    override fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
        options: CallOptions,
    ): CompletableFuture<QueryChatappPhoneNumbersResult> =
        future(core.thrown) { core.task(QueryChatappPhoneNumbers, given("request", request), options) }

    override fun queryInstance(
        request: QueryInstanceRequest,
        options: CallOptions,
    ): CompletableFuture<QueryInstanceResult> =
        future(core.thrown) { core.task(QueryInstance, given("request", request), options) }

    override fun collectMetrics(
        request: CollectMetricsRequest,
        options: PagesOptions,
        onItem: Consumer<CollectedMetrics>,
    ): CompletableFuture<Void?> =
        givenTo({ given("onItem", onItem) }) { core.allItems(CollectMetrics, request, options) }

    override fun findChannels(
        request: FindChannelsRequest,
        options: PagesOptions,
        onItem: Consumer<FoundChannel>,
    ): CompletableFuture<Void?> = givenTo({ given("onItem", onItem) }) { core.allItems(FindChannels, request, options) }
}

internal class WaitingOperations(private val core: Core) : BlockingOperations {
    override fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions,
    ): EnableWhatsappRoiMetricResult =
        called { core.task(EnableWhatsappRoiMetric, given("request", request), options) }.join(core.thrown)

    override fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions,
    ): GetChatappPhoneNumberMetricResult =
        called { core.task(GetChatappPhoneNumberMetric, given("request", request), options) }.join(core.thrown)

    override fun getChatappTemplateDetail(
        request: GetChatappTemplateDetailRequest,
        options: CallOptions,
    ): GetChatappTemplateDetailResult =
        called { core.task(GetChatappTemplateDetail, given("request", request), options) }.join(core.thrown)

    override fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): GetChatappTemplateMetricResult =
        called { core.task(GetChatappTemplateMetric, given("request", request), options) }.join(core.thrown)

    override fun getWhatsappHealthStatus(
        request: GetWhatsappHealthStatusRequest,
        options: CallOptions,
    ): GetWhatsappHealthStatusResult =
        called { core.task(GetWhatsappHealthStatus, given("request", request), options) }.join(core.thrown)

    override fun listChatappMessage(
        request: ListChatappMessageRequest,
        options: CallOptions,
    ): ListChatappMessageResult =
        called { core.task(ListChatappMessage, given("request", request), options) }.join(core.thrown)

    override fun allMessages(
        request: ListChatappMessageRequest,
        options: PagesOptions,
    ): Stream<MessageRecord> = called { core.allItems(ListChatappMessage, request, options) }.let { streamOf { it } }

    override fun listChatappTemplate(
        request: ListChatappTemplateRequest,
        options: CallOptions,
    ): ListChatappTemplateResult =
        called { core.task(ListChatappTemplate, given("request", request), options) }.join(core.thrown)

    override fun allTemplates(
        request: ListChatappTemplateRequest,
        options: PagesOptions,
    ): Stream<Template> = called { core.allItems(ListChatappTemplate, request, options) }.let { streamOf { it } }

    override fun listInstance(
        request: ListInstanceRequest,
        options: CallOptions,
    ): ListInstanceResult = called { core.task(ListInstance, given("request", request), options) }.join(core.thrown)

    override fun allInstances(
        request: ListInstanceRequest,
        options: PagesOptions,
    ): Stream<Instance> = called { core.allItems(ListInstance, request, options) }.let { streamOf { it } }

    override fun queryChatappBindWaba(
        request: QueryChatappBindWabaRequest,
        options: CallOptions,
    ): QueryChatappBindWabaResult =
        called { core.task(QueryChatappBindWaba, given("request", request), options) }.join(core.thrown)

    override fun queryChatappPhoneNumbers(
        request: QueryChatappPhoneNumbersRequest,
        options: CallOptions,
    ): QueryChatappPhoneNumbersResult =
        called { core.task(QueryChatappPhoneNumbers, given("request", request), options) }.join(core.thrown)

    override fun queryInstance(
        request: QueryInstanceRequest,
        options: CallOptions,
    ): QueryInstanceResult = called { core.task(QueryInstance, given("request", request), options) }.join(core.thrown)

    override fun collectMetrics(
        request: CollectMetricsRequest,
        options: PagesOptions,
    ): Stream<CollectedMetrics> = called { core.allItems(CollectMetrics, request, options) }.let { streamOf { it } }

    override fun findChannels(
        request: FindChannelsRequest,
        options: PagesOptions,
    ): Stream<FoundChannel> = called { core.allItems(FindChannels, request, options) }.let { streamOf { it } }
}
