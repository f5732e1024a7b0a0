// Written by `cargo xtask generate` from `model/operations/EnableWhatsappROIMetric.toml`; do not edit.

/// The parameters of `EnableWhatsappROIMetric`.
public struct EnableWhatsappRoiMetricRequest: Sendable, Hashable {
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// The code by which the ISV authorised the caller.
    public var isvCode: String?

    /// Makes a request.
    public init(custSpaceId: ChannelChoice, isvCode: String? = nil) {
        self.custSpaceId = custSpaceId
        self.isvCode = isvCode
    }
}

/// The answer to `EnableWhatsappROIMetric`: metrics are being collected.
public struct EnableWhatsappRoiMetricResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The service's message, where it is more than a placeholder.
    public var message: String?
    /// The service's `AccessDeniedDetail`, where it is more than a placeholder.
    public var accessDeniedDetail: AccessDeniedDetail?

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, message: String? = nil, accessDeniedDetail: AccessDeniedDetail? = nil) {
        self.requestId = requestId
        self.message = message
        self.accessDeniedDetail = accessDeniedDetail
    }
}

extension CamsRoiOperations {
    /// Enables the sent, delivered, read and click metrics of a WhatsApp channel (`EnableWhatsappROIMetric`).
    ///
    /// The service begins to collect the metrics now; they appear a day later at the earliest. Messages sent before
    /// are never counted. Calling it again for the same channel changes nothing.
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:EnableWhatsappROIMetric`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer: metrics are being collected.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    @discardableResult
    public func enableWhatsappRoiMetric(
        custSpaceId: some StringProtocol,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> EnableWhatsappRoiMetricResult {
        let request = EnableWhatsappRoiMetricRequest(custSpaceId: .id(custSpaceId.description), isvCode: isvCode)
        return try await enableWhatsappRoiMetric(request, options: options)
    }

    /// The same (`EnableWhatsappROIMetric`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer: metrics are being collected.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    @discardableResult
    public func enableWhatsappRoiMetric(
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> EnableWhatsappRoiMetricResult {
        let request = EnableWhatsappRoiMetricRequest(custSpaceId: custSpaceId, isvCode: isvCode)
        return try await enableWhatsappRoiMetric(request, options: options)
    }

    /// Fails: this client has no such function.
    @discardableResult
    public func enableWhatsappRoiMetric(
        _ request: EnableWhatsappRoiMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> EnableWhatsappRoiMetricResult {
        throw lacks("enableWhatsappRoiMetric")
    }
}

extension CamsRoiClient {
    /// Calls `EnableWhatsappROIMetric`, with its parameters as one value.
    @discardableResult
    public func enableWhatsappRoiMetric(
        _ request: EnableWhatsappRoiMetricRequest,
        options: CallOptions
    ) async throws -> EnableWhatsappRoiMetricResult {
        try await send("EnableWhatsappROIMetric", request, options)
    }
}

extension EnableWhatsappRoiMetricRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.isvCode)
    }
}

extension EnableWhatsappRoiMetricResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.message = try reader.read()
        self.accessDeniedDetail = try reader.read()
    }
}
