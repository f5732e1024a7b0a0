// The operations that have types of their own, as each kind of client has them.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.
package io.github.camsroi

import java.util.concurrent.CompletableFuture

/** The operations of a [Client]. */
public interface Operations {
    /**
     * Switches on the collection of sent, delivered, read and click metrics for a WhatsApp channel
     * (`EnableWhatsappROIMetric`).
     *
     * Data shows up a day later at the earliest, and what was sent before is never counted. Calling it again for the
     * same channel changes nothing.
     *
     * The service allows 5 calls a second for an account.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun enableWhatsappRoiMetric(
        request: EnableWhatsappRoiMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): EnableWhatsappRoiMetricResult

    /**
     * Reads how many messages each phone number of a WhatsApp channel sent and had delivered
     * (`GetChatappPhoneNumberMetric`).
     *
     * The channel must have been enabled a day ago or longer.
     *
     * The service allows 50 calls a second for an account.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun getChatappPhoneNumberMetric(
        request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappPhoneNumberMetricResult

    /**
     * Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
     * (`GetChatappTemplateMetric`).
     *
     * The channel must have been enabled a day ago or longer.
     *
     * The service allows 50 calls a second for an account.
     *
     * @param request what is asked.
     * @param options what this call does differently.
     */
    public suspend fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions = CallOptions.NONE,
    ): GetChatappTemplateMetricResult
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

    /** See [Operations.getChatappTemplateMetric]. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
    ): CompletableFuture<GetChatappTemplateMetricResult> = getChatappTemplateMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): CompletableFuture<GetChatappTemplateMetricResult>
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

    /** See [Operations.getChatappTemplateMetric]. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
    ): GetChatappTemplateMetricResult = getChatappTemplateMetric(request, CallOptions.NONE)

    /** The same, with what this call does differently. */
    public fun getChatappTemplateMetric(
        request: GetChatappTemplateMetricRequest,
        options: CallOptions,
    ): GetChatappTemplateMetricResult
}
