// Written by `cargo xtask generate` from `model/operations`; do not edit.

/// The operations that have types of their own, each with its parameters as one value.
///
/// Programs call the functions that take the parameters as arguments: every type that conforms has them.
public protocol CamsRoiOperations: Sendable {
    /// Enables the sent, delivered, read and click metrics of a WhatsApp channel (`EnableWhatsappROIMetric`).
    @discardableResult
    func enableWhatsappRoiMetric(
        _ request: EnableWhatsappRoiMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> EnableWhatsappRoiMetricResult

    /// Reads how many messages of each phone number of a WhatsApp channel were sent and delivered
    /// (`GetChatappPhoneNumberMetric`).
    func getChatappPhoneNumberMetric(
        _ request: GetChatappPhoneNumberMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappPhoneNumberMetricResult

    /// Reads a message template in one language: its text, its buttons and its rating by Meta
    /// (`GetChatappTemplateDetail`).
    func getChatappTemplateDetail(
        _ request: GetChatappTemplateDetailRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappTemplateDetailResult

    /// Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
    /// (`GetChatappTemplateMetric`).
    func getChatappTemplateMetric(
        _ request: GetChatappTemplateMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappTemplateMetricResult

    /// Reads whether messages can be sent, and what prevents it (`GetWhatsappHealthStatus`).
    func getWhatsappHealthStatus(
        _ request: GetWhatsappHealthStatusRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetWhatsappHealthStatusResult

    /// Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
    func listChatappMessage(
        _ request: ListChatappMessageRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> ListChatappMessageResult

    /// All messages that `ListChatappMessage` lists, page by page. Of the page that is asked for, only the size
    /// counts.
    func allMessages(
        _ request: ListChatappMessageRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<MessageRecord>

    /// Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
    func listChatappTemplate(
        _ request: ListChatappTemplateRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> ListChatappTemplateResult

    /// All templates that `ListChatappTemplate` lists, page by page. Of the page that is asked for, only the size
    /// counts.
    func allTemplates(
        _ request: ListChatappTemplateRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<Template>

    /// Lists the account's channels, a page at a time (`ListInstance`).
    func listInstance(
        _ request: ListInstanceRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> ListInstanceResult

    /// All instances that `ListInstance` lists, page by page. Of the page that is asked for, only the size counts.
    func allInstances(
        _ request: ListInstanceRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<Instance>

    /// Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
    func queryChatappBindWaba(
        _ request: QueryChatappBindWabaRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> QueryChatappBindWabaResult

    /// Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
    func queryChatappPhoneNumbers(
        _ request: QueryChatappPhoneNumbersRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> QueryChatappPhoneNumbersResult

    /// Reads the details of one channel (`QueryInstance`).
    func queryInstance(
        _ request: QueryInstanceRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> QueryInstanceResult

    /// Reads the metrics of many channels: their phone numbers, and their marketing templates in each language.
    func collectMetrics(
        _ request: CollectMetricsRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<CollectedMetrics>

    /// Finds the account's WhatsApp channels, all pages of them.
    func findChannels(
        _ request: FindChannelsRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<FoundChannel>
}
