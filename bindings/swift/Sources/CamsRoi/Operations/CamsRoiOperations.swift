// Written by `cargo xtask generate` from `model/operations`; do not edit.

/// The operations that have types of their own, each with its parameters as one value.
///
/// Programs call the functions that take the parameters as arguments: every type that conforms has them.
public protocol CamsRoiOperations: Sendable {
    /// Switches on the collection of sent, delivered, read and click metrics for a WhatsApp channel
    /// (`EnableWhatsappROIMetric`).
    @discardableResult
    func enableWhatsappRoiMetric(
        _ request: EnableWhatsappRoiMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> EnableWhatsappRoiMetricResult

    /// Reads how many messages each phone number of a WhatsApp channel sent and had delivered
    /// (`GetChatappPhoneNumberMetric`).
    func getChatappPhoneNumberMetric(
        _ request: GetChatappPhoneNumberMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappPhoneNumberMetricResult

    /// Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
    /// (`GetChatappTemplateMetric`).
    func getChatappTemplateMetric(
        _ request: GetChatappTemplateMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappTemplateMetricResult
}
