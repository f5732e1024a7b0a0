// The operations that have types of their own, as each kind of client makes them.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.AsyncOperations
import io.github.camsroi.BlockingOperations
import io.github.camsroi.CallOptions
import io.github.camsroi.EnableWhatsappRoiMetricRequest
import io.github.camsroi.EnableWhatsappRoiMetricResult
import io.github.camsroi.GetChatappPhoneNumberMetricRequest
import io.github.camsroi.GetChatappPhoneNumberMetricResult
import io.github.camsroi.GetChatappTemplateMetricRequest
import io.github.camsroi.GetChatappTemplateMetricResult
import io.github.camsroi.Operations
import java.util.concurrent.CompletableFuture

internal class SuspendingOperations(private val core: Core) : Operations {
    override suspend fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions,
    ): EnableWhatsappRoiMetricResult = core.task(EnableWhatsappRoiMetric, request, options).await(core.thrown)

    override suspend fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions,
    ): GetChatappPhoneNumberMetricResult = core.task(GetChatappPhoneNumberMetric, request, options).await(core.thrown)

    override suspend fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): GetChatappTemplateMetricResult = core.task(GetChatappTemplateMetric, request, options).await(core.thrown)
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

    override fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappTemplateMetricResult> =
        future(core.thrown) { core.task(GetChatappTemplateMetric, given("request", request), options) }
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

    override fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): GetChatappTemplateMetricResult =
        called { core.task(GetChatappTemplateMetric, given("request", request), options) }.join(core.thrown)
}
