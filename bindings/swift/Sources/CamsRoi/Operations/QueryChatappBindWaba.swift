// Written by `cargo xtask generate` from `model/operations/QueryChatappBindWaba.toml`; do not edit.

/// The parameters of `QueryChatappBindWaba`.
public struct QueryChatappBindWabaRequest: Sendable, Hashable {
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

/// The answer to `QueryChatappBindWaba`.
public struct QueryChatappBindWabaResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The WABA; absent if the channel is bound to none.
    public var waba: Waba?

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, waba: Waba? = nil) {
        self.requestId = requestId
        self.waba = waba
    }
}

/// A WhatsApp Business Account.
public struct Waba: Sendable, Hashable, Codable {
    /// The WABA's ID.
    public var id: String
    /// The WABA's name.
    public var name: String
    /// The result of Meta's review: `PENDING`, `APPROVED`, `REJECTED` or `DISABLED`.
    public var accountReviewStatus: String?
    /// The currency of its bills, such as `USD`.
    public var currency: String?
    /// The ID of the Meta business that owns it.
    public var businessId: String?
    /// The name of the Meta business that owns it.
    public var businessName: String?
    /// The namespace of its templates.
    public var messageTemplateNamespace: String?
    /// Whether marketing messages are sent by Meta's own way for them, as `Y` or `N`.
    public var marketingMessageLiteStatus: String?
    /// Whether a number is used in the WhatsApp Business app too.
    public var isOnBizApp: Bool?
    /// The location of the business. The service's own sample has something else here.
    public var primaryBusinessLocation: String?
    /// Whether Meta's rates for international authentication apply, by names that the service does not document. What
    /// is no text is given as JSON.
    public var authInternationalRateEligibility: [String: String]

    /// Makes one, for example in a test.
    public init(
        id: String,
        name: String,
        accountReviewStatus: String? = nil,
        currency: String? = nil,
        businessId: String? = nil,
        businessName: String? = nil,
        messageTemplateNamespace: String? = nil,
        marketingMessageLiteStatus: String? = nil,
        isOnBizApp: Bool? = nil,
        primaryBusinessLocation: String? = nil,
        authInternationalRateEligibility: [String: String] = [:]
    ) {
        self.id = id
        self.name = name
        self.accountReviewStatus = accountReviewStatus
        self.currency = currency
        self.businessId = businessId
        self.businessName = businessName
        self.messageTemplateNamespace = messageTemplateNamespace
        self.marketingMessageLiteStatus = marketingMessageLiteStatus
        self.isOnBizApp = isOnBizApp
        self.primaryBusinessLocation = primaryBusinessLocation
        self.authInternationalRateEligibility = authInternationalRateEligibility
    }
}

extension Waba: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.id = try reader.read()
        self.name = try reader.read()
        self.accountReviewStatus = try reader.read()
        self.currency = try reader.read()
        self.businessId = try reader.read()
        self.businessName = try reader.read()
        self.messageTemplateNamespace = try reader.read()
        self.marketingMessageLiteStatus = try reader.read()
        self.isOnBizApp = try reader.read()
        self.primaryBusinessLocation = try reader.read()
        self.authInternationalRateEligibility = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
    ///
    /// The service allows 10 calls per second for an account. The caller needs the RAM action
    /// `cams:QueryChatappBindWaba`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func queryChatappBindWaba(
        custSpaceId: some StringProtocol,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> QueryChatappBindWabaResult {
        let request = QueryChatappBindWabaRequest(custSpaceId: .id(custSpaceId.description), isvCode: isvCode)
        return try await queryChatappBindWaba(request, options: options)
    }

    /// The same (`QueryChatappBindWaba`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func queryChatappBindWaba(
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> QueryChatappBindWabaResult {
        let request = QueryChatappBindWabaRequest(custSpaceId: custSpaceId, isvCode: isvCode)
        return try await queryChatappBindWaba(request, options: options)
    }

    /// Fails: this client has no such function.
    public func queryChatappBindWaba(
        _ request: QueryChatappBindWabaRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> QueryChatappBindWabaResult {
        throw lacks("queryChatappBindWaba")
    }
}

extension CamsRoiClient {
    /// Calls `QueryChatappBindWaba`, with its parameters as one value.
    public func queryChatappBindWaba(
        _ request: QueryChatappBindWabaRequest,
        options: CallOptions
    ) async throws -> QueryChatappBindWabaResult {
        try await send("QueryChatappBindWaba", request, options)
    }
}

extension QueryChatappBindWabaRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.isvCode)
    }
}

extension QueryChatappBindWabaResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.waba = try reader.read()
    }
}
