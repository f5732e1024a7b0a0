import Foundation
internal import CamsRoiNative

/// The account's own channel, where a channel's ID would stand. It has a form of its own, so that an ID that is missing
/// never means it.
///
/// ```swift
/// try await client.enableWhatsappRoiMetric(custSpaceId: .ownChannel)
/// ```
public enum OwnChannel: Sendable, Hashable {
    /// The account's own channel.
    case ownChannel
}

extension Client {
    /// Calls `EnableWhatsappROIMetric` for the account's own channel.
    ///
    /// - Parameters:
    ///   - custSpaceId: `.ownChannel`.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: What the service said: that figures are being collected.
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    @discardableResult
    public func enableWhatsappRoiMetric(
        custSpaceId: OwnChannel,
        isvCode: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> EnableWhatsappRoiMetricResult {
        try await send(EnableRequest(channel: .own, isvCode: isvCode), options)
    }

    /// Calls `GetChatappPhoneNumberMetric` for the account's own channel.
    ///
    /// - Parameters:
    ///   - start: From when on.
    ///   - end: Until before when.
    ///   - granularity: How long a time each row covers.
    ///   - phoneNumber: One business phone number: digits with country code, no `+`.
    ///   - custSpaceId: `.ownChannel`.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The figures, row by row; none where there is no data (yet).
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func getChatappPhoneNumberMetric(
        start: Date,
        end: Date,
        granularity: Granularity? = nil,
        phoneNumber: String? = nil,
        custSpaceId: OwnChannel,
        isvCode: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> GetChatappPhoneNumberMetricResult {
        let request = PhoneNumberRequest(
            startMs: start.milliseconds,
            endMs: end.milliseconds,
            granularity: granularity?.rawValue,
            phoneNumber: phoneNumber,
            channel: .own,
            isvCode: isvCode
        )
        return try await send(request, options)
    }

    /// Calls `GetChatappTemplateMetric` for the account's own channel.
    ///
    /// - Parameters:
    ///   - templateCode: The template's code: a text, for it has more digits than a number can hold.
    ///   - start: From when on.
    ///   - end: Until before when.
    ///   - language: One language of the template, for example `en` or `zh_CN`.
    ///   - granularity: How long a time each row covers.
    ///   - templateType: The template's type; `WHATSAPP`, the default, is the only one documented.
    ///   - custSpaceId: `.ownChannel`.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The figures, row by row; none where there is no data (yet).
    /// - Throws: ``CamsRoiError``; `CancellationError` where the task is cancelled.
    public func getChatappTemplateMetric(
        templateCode: String,
        start: Date,
        end: Date,
        language: String? = nil,
        granularity: Granularity? = nil,
        templateType: String? = nil,
        custSpaceId: OwnChannel,
        isvCode: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> GetChatappTemplateMetricResult {
        let request = TemplateRequest(
            templateCode: templateCode,
            startMs: start.milliseconds,
            endMs: end.milliseconds,
            language: language,
            granularity: granularity?.rawValue,
            templateType: templateType,
            channel: .own,
            isvCode: isvCode
        )
        return try await send(request, options)
    }
}
