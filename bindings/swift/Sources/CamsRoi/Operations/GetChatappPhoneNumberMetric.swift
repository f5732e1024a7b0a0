// Written by `cargo xtask generate` from `model/operations/GetChatappPhoneNumberMetric.toml`; do not edit.

import Foundation

/// The parameters of `GetChatappPhoneNumberMetric`.
public struct GetChatappPhoneNumberMetricRequest: Sendable, Hashable {
    /// The start of the time range, inclusive.
    public var start: Date
    /// The end of the time range, exclusive.
    public var end: Date
    /// The length of each row's period. The service documents no default; as far as is known, it is `DAILY`.
    public var granularity: Granularity?
    /// One business phone number: digits with country code, no `+`.
    public var phoneNumber: String?
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// The code by which the ISV authorised the caller.
    public var isvCode: String?

    /// Makes a request.
    public init(
        start: Date,
        end: Date,
        granularity: Granularity? = nil,
        phoneNumber: String? = nil,
        custSpaceId: ChannelChoice,
        isvCode: String? = nil
    ) {
        self.start = start
        self.end = end
        self.granularity = granularity
        self.phoneNumber = phoneNumber
        self.custSpaceId = custSpaceId
        self.isvCode = isvCode
    }
}

/// The answer to `GetChatappPhoneNumberMetric`.
public struct GetChatappPhoneNumberMetricResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The rows as the service returned them; empty if there is no data yet.
    public var data: [PhoneNumberMetric]

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, data: [PhoneNumberMetric] = []) {
        self.requestId = requestId
        self.data = data
    }
}

/// One phone number's metrics for one period. Rows are returned as they came: in the service's sample, start is later
/// than end, so do not assume an order.
public struct PhoneNumberMetric: Sendable, Hashable, Codable {
    /// The business phone number, digits with country code; empty if the service left it out.
    public var phoneNumber: String
    /// The length of the row's period.
    public var granularity: Granularity?
    /// When the period begins.
    public var start: Date
    /// When the period ends.
    public var end: Date
    /// Messages sent; zero if the service left it out.
    public var sentCount: Int
    /// Messages delivered; zero if the service left it out.
    public var deliveredCount: Int

    /// Makes one, for example in a test.
    public init(
        phoneNumber: String,
        granularity: Granularity? = nil,
        start: Date,
        end: Date,
        sentCount: Int,
        deliveredCount: Int
    ) {
        self.phoneNumber = phoneNumber
        self.granularity = granularity
        self.start = start
        self.end = end
        self.sentCount = sentCount
        self.deliveredCount = deliveredCount
    }
}

extension PhoneNumberMetric: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.phoneNumber = try reader.read()
        self.granularity = try reader.read()
        self.start = try reader.read()
        self.end = try reader.read()
        self.sentCount = try reader.read()
        self.deliveredCount = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Reads how many messages of each phone number of a WhatsApp channel were sent and delivered
    /// (`GetChatappPhoneNumberMetric`).
    ///
    /// The channel must have been enabled at least a day ago.
    ///
    /// The service allows 50 calls per second for an account. The caller needs the RAM action
    /// `cams:GetChatappPhoneNumberMetric`.
    ///
    /// - Parameters:
    ///   - start: The start of the time range, inclusive.
    ///   - end: The end of the time range, exclusive.
    ///   - granularity: The length of each row's period. The service documents no default; as far as is known, it is
    ///     `DAILY`.
    ///   - phoneNumber: One business phone number: digits with country code, no `+`.
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The rows as the service returned them; empty if there is no data yet.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getChatappPhoneNumberMetric(
        start: Date,
        end: Date,
        granularity: Granularity? = nil,
        phoneNumber: String? = nil,
        custSpaceId: some StringProtocol,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetChatappPhoneNumberMetricResult {
        let request = GetChatappPhoneNumberMetricRequest(
            start: start,
            end: end,
            granularity: granularity,
            phoneNumber: phoneNumber,
            custSpaceId: .id(custSpaceId.description),
            isvCode: isvCode
        )
        return try await getChatappPhoneNumberMetric(request, options: options)
    }

    /// The same (`GetChatappPhoneNumberMetric`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - start: The start of the time range, inclusive.
    ///   - end: The end of the time range, exclusive.
    ///   - granularity: The length of each row's period. The service documents no default; as far as is known, it is
    ///     `DAILY`.
    ///   - phoneNumber: One business phone number: digits with country code, no `+`.
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The rows as the service returned them; empty if there is no data yet.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getChatappPhoneNumberMetric(
        start: Date,
        end: Date,
        granularity: Granularity? = nil,
        phoneNumber: String? = nil,
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetChatappPhoneNumberMetricResult {
        let request = GetChatappPhoneNumberMetricRequest(
            start: start,
            end: end,
            granularity: granularity,
            phoneNumber: phoneNumber,
            custSpaceId: custSpaceId,
            isvCode: isvCode
        )
        return try await getChatappPhoneNumberMetric(request, options: options)
    }

    /// Fails: this client has no such function.
    public func getChatappPhoneNumberMetric(
        _ request: GetChatappPhoneNumberMetricRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetChatappPhoneNumberMetricResult {
        throw lacks("getChatappPhoneNumberMetric")
    }
}

extension CamsRoiClient {
    /// Calls `GetChatappPhoneNumberMetric`, with its parameters as one value.
    public func getChatappPhoneNumberMetric(
        _ request: GetChatappPhoneNumberMetricRequest,
        options: CallOptions
    ) async throws -> GetChatappPhoneNumberMetricResult {
        try await send("GetChatappPhoneNumberMetric", request, options)
    }
}

extension GetChatappPhoneNumberMetricRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.start)
        writer.write(self.end)
        writer.write(self.granularity)
        writer.write(self.phoneNumber)
        writer.write(self.custSpaceId)
        writer.write(self.isvCode)
    }
}

extension GetChatappPhoneNumberMetricResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.data = try reader.read()
    }
}
