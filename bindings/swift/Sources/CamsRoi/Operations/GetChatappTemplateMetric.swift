// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateMetric.toml`; do not edit.

import Foundation

/// The parameters of `GetChatappTemplateMetric`.
public struct GetChatappTemplateMetricRequest: Sendable, Hashable {
    /// The template's code. It is a text, even if it consists of digits.
    public var templateCode: String
    /// The start of the time range, inclusive.
    public var start: Date
    /// The end of the time range, exclusive.
    public var end: Date
    /// One language of the template, for example `en` or `zh_CN`.
    public var language: String?
    /// The length of each row's period. The service documents no default; as far as is known, it is `DAILY`.
    public var granularity: Granularity?
    /// The template's type. `WHATSAPP` is the only one documented, and the service's default.
    public var templateType: String?
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// The code by which the ISV authorised the caller.
    public var isvCode: String?

    /// Makes a request.
    public init(
        templateCode: String,
        start: Date,
        end: Date,
        language: String? = nil,
        granularity: Granularity? = nil,
        templateType: String? = nil,
        custSpaceId: ChannelChoice,
        isvCode: String? = nil
    ) {
        self.templateCode = templateCode
        self.start = start
        self.end = end
        self.language = language
        self.granularity = granularity
        self.templateType = templateType
        self.custSpaceId = custSpaceId
        self.isvCode = isvCode
    }
}

/// The answer to `GetChatappTemplateMetric`.
public struct GetChatappTemplateMetricResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The rows as the service returned them; empty if there is no data yet.
    public var data: [TemplateMetric]

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, data: [TemplateMetric] = []) {
        self.requestId = requestId
        self.data = data
    }
}

/// One template's metrics in one language for one period. Rows are returned as they came: in the service's sample,
/// there are more clicks than deliveries.
public struct TemplateMetric: Sendable, Hashable, Codable {
    /// The template's code: a long string of digits, never a number.
    public var templateCode: String
    /// The template's language; empty if the service left it out.
    public var language: String
    /// When the period begins.
    public var start: Date
    /// When the period ends.
    public var end: Date
    /// Messages sent; zero if the service left it out.
    public var sentCount: Int
    /// Messages delivered; zero if the service left it out.
    public var deliveredCount: Int
    /// Messages read; zero if the service left it out.
    public var readCount: Int
    /// Clicks by button. The service calls the list `Cliented`.
    public var clicks: [ButtonClicks]

    /// Makes one, for example in a test.
    public init(
        templateCode: String,
        language: String,
        start: Date,
        end: Date,
        sentCount: Int,
        deliveredCount: Int,
        readCount: Int,
        clicks: [ButtonClicks] = []
    ) {
        self.templateCode = templateCode
        self.language = language
        self.start = start
        self.end = end
        self.sentCount = sentCount
        self.deliveredCount = deliveredCount
        self.readCount = readCount
        self.clicks = clicks
    }
}

extension TemplateMetric: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.templateCode = try reader.read()
        self.language = try reader.read()
        self.start = try reader.read()
        self.end = try reader.read()
        self.sentCount = try reader.read()
        self.deliveredCount = try reader.read()
        self.readCount = try reader.read()
        self.clicks = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
    /// (`GetChatappTemplateMetric`).
    ///
    /// The channel must have been enabled at least a day ago.
    ///
    /// The service allows 50 calls per second for an account. The caller needs the RAM action
    /// `cams:GetChatappTemplateMetric`.
    ///
    /// - Parameters:
    ///   - templateCode: The template's code. It is a text, even if it consists of digits.
    ///   - start: The start of the time range, inclusive.
    ///   - end: The end of the time range, exclusive.
    ///   - language: One language of the template, for example `en` or `zh_CN`.
    ///   - granularity: The length of each row's period. The service documents no default; as far as is known, it is
    ///     `DAILY`.
    ///   - templateType: The template's type. `WHATSAPP` is the only one documented, and the service's default.
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The rows as the service returned them; empty if there is no data yet.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getChatappTemplateMetric(
        templateCode: some StringProtocol,
        start: Date,
        end: Date,
        language: String? = nil,
        granularity: Granularity? = nil,
        templateType: String? = nil,
        custSpaceId: some StringProtocol,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetChatappTemplateMetricResult {
        let request = GetChatappTemplateMetricRequest(
            templateCode: templateCode.description,
            start: start,
            end: end,
            language: language,
            granularity: granularity,
            templateType: templateType,
            custSpaceId: .id(custSpaceId.description),
            isvCode: isvCode
        )
        return try await getChatappTemplateMetric(request, options: options)
    }

    /// The same (`GetChatappTemplateMetric`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - templateCode: The template's code. It is a text, even if it consists of digits.
    ///   - start: The start of the time range, inclusive.
    ///   - end: The end of the time range, exclusive.
    ///   - language: One language of the template, for example `en` or `zh_CN`.
    ///   - granularity: The length of each row's period. The service documents no default; as far as is known, it is
    ///     `DAILY`.
    ///   - templateType: The template's type. `WHATSAPP` is the only one documented, and the service's default.
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The rows as the service returned them; empty if there is no data yet.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getChatappTemplateMetric(
        templateCode: some StringProtocol,
        start: Date,
        end: Date,
        language: String? = nil,
        granularity: Granularity? = nil,
        templateType: String? = nil,
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetChatappTemplateMetricResult {
        let request = GetChatappTemplateMetricRequest(
            templateCode: templateCode.description,
            start: start,
            end: end,
            language: language,
            granularity: granularity,
            templateType: templateType,
            custSpaceId: custSpaceId,
            isvCode: isvCode
        )
        return try await getChatappTemplateMetric(request, options: options)
    }

    /// Fails: this client has no such function.
    public func getChatappTemplateMetric(
        _ request: GetChatappTemplateMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappTemplateMetricResult {
        throw lacks("getChatappTemplateMetric")
    }
}

extension CamsRoiClient {
    /// Calls `GetChatappTemplateMetric`, with its parameters as one value.
    public func getChatappTemplateMetric(
        _ request: GetChatappTemplateMetricRequest,
        options: CallOptions
    ) async throws -> GetChatappTemplateMetricResult {
        try await send("GetChatappTemplateMetric", request, options)
    }
}

extension GetChatappTemplateMetricRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.templateCode)
        writer.write(self.start)
        writer.write(self.end)
        writer.write(self.language)
        writer.write(self.granularity)
        writer.write(self.templateType)
        writer.write(self.custSpaceId)
        writer.write(self.isvCode)
    }
}

extension GetChatappTemplateMetricResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.data = try reader.read()
    }
}
