// Written by `cargo xtask generate` from `model/operations/QueryChatappPhoneNumbers.toml`; do not edit.

/// The parameters of `QueryChatappPhoneNumbers`.
public struct QueryChatappPhoneNumbersRequest: Sendable, Hashable {
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// The code by which the ISV authorised the caller.
    public var isvCode: String?
    /// Only numbers with this status. The service documents no list of them.
    public var status: String?

    /// Makes a request.
    public init(custSpaceId: ChannelChoice, isvCode: String? = nil, status: String? = nil) {
        self.custSpaceId = custSpaceId
        self.isvCode = isvCode
        self.status = status
    }
}

/// The answer to `QueryChatappPhoneNumbers`.
public struct QueryChatappPhoneNumbersResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The phone numbers; empty if the channel has none yet.
    public var phoneNumbers: [PhoneNumber]

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, phoneNumbers: [PhoneNumber] = []) {
        self.requestId = requestId
        self.phoneNumbers = phoneNumbers
    }
}

/// A phone number of a channel.
public struct PhoneNumber: Sendable, Hashable, Codable {
    /// The number, in digits without a plus.
    public var phoneNumber: String
    /// The name that users see.
    public var verifiedName: String?
    /// Whether messages can be sent from it.
    public var status: PhoneNumberStatus
    /// Meta's rating of the messages of the last days.
    public var qualityRating: QualityRating
    /// How many users may be written to in a day, such as `TIER_1K` or `TIER_UNLIMITED`.
    public var messagingLimitTier: String?
    /// Whether the number was verified by a code: `VERIFIED`, `REJECTED`, `MORE_INFORMATION_REQUESTED` or `REVOKED`.
    public var codeVerificationStatus: String?
    /// Whether the name was approved.
    public var nameStatus: String?
    /// Whether a new name was approved.
    public var newNameStatus: String?
    /// Whether it is an official business account.
    public var isOfficial: Bool?
    /// The URL to which receipts are sent.
    public var statusCallbackUrl: String?
    /// The queue that receipts are put into.
    public var statusQueue: String?
    /// The URL to which users' messages are sent.
    public var upCallbackUrl: String?
    /// The queue that messages of users are put into.
    public var upQueue: String?

    /// Makes one, for example in a test.
    public init(
        phoneNumber: String,
        verifiedName: String? = nil,
        status: PhoneNumberStatus,
        qualityRating: QualityRating,
        messagingLimitTier: String? = nil,
        codeVerificationStatus: String? = nil,
        nameStatus: String? = nil,
        newNameStatus: String? = nil,
        isOfficial: Bool? = nil,
        statusCallbackUrl: String? = nil,
        statusQueue: String? = nil,
        upCallbackUrl: String? = nil,
        upQueue: String? = nil
    ) {
        self.phoneNumber = phoneNumber
        self.verifiedName = verifiedName
        self.status = status
        self.qualityRating = qualityRating
        self.messagingLimitTier = messagingLimitTier
        self.codeVerificationStatus = codeVerificationStatus
        self.nameStatus = nameStatus
        self.newNameStatus = newNameStatus
        self.isOfficial = isOfficial
        self.statusCallbackUrl = statusCallbackUrl
        self.statusQueue = statusQueue
        self.upCallbackUrl = upCallbackUrl
        self.upQueue = upQueue
    }
}

extension PhoneNumber: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.phoneNumber = try reader.read()
        self.verifiedName = try reader.read()
        self.status = try reader.read()
        self.qualityRating = try reader.read()
        self.messagingLimitTier = try reader.read()
        self.codeVerificationStatus = try reader.read()
        self.nameStatus = try reader.read()
        self.newNameStatus = try reader.read()
        self.isOfficial = try reader.read()
        self.statusCallbackUrl = try reader.read()
        self.statusQueue = try reader.read()
        self.upCallbackUrl = try reader.read()
        self.upQueue = try reader.read()
    }
}

/// The state of a phone number. What the service may add can be given, and comes, as it is.
public struct PhoneNumberStatus: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// It can send.
    public static let connected: PhoneNumberStatus = "CONNECTED"
    /// It is not ready yet.
    public static let pending: PhoneNumberStatus = "PENDING"
    /// Its quality is low, and it may be restricted soon.
    public static let flagged: PhoneNumberStatus = "FLAGGED"
    /// It has used up its limit, and can send to nobody new.
    public static let restricted: PhoneNumberStatus = "RESTRICTED"
    /// It sends too fast.
    public static let rateLimited: PhoneNumberStatus = "RATE_LIMITED"
    /// Meta has blocked it.
    public static let banned: PhoneNumberStatus = "BANNED"
    /// It was deleted.
    public static let deleted: PhoneNumberStatus = "DELETED"
    /// It was moved to another account.
    public static let migrated: PhoneNumberStatus = "MIGRATED"
    /// It is not connected.
    public static let disconnected: PhoneNumberStatus = "DISCONNECTED"
    /// Its code was not verified.
    public static let unverified: PhoneNumberStatus = "UNVERIFIED"
    /// The service does not know.
    public static let unknown: PhoneNumberStatus = "UNKNOWN"

    /// The service's word; empty where it left it out.
    public var rawValue: String

    /// A word of the service's.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A word of the service's.
    public init(stringLiteral: String) {
        self.init(rawValue: stringLiteral)
    }
}

extension PhoneNumberStatus: MessageValue {}

extension CamsRoiOperations {
    /// Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
    ///
    /// The service allows 10 calls per second for an account. The caller needs the RAM action
    /// `cams:QueryChatappPhoneNumbers`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - status: Only numbers with this status. The service documents no list of them.
    ///   - options: What this call does differently from the client.
    /// - Returns: The phone numbers; empty if the channel has none yet.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func queryChatappPhoneNumbers(
        custSpaceId: some StringProtocol,
        isvCode: String? = nil,
        status: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> QueryChatappPhoneNumbersResult {
        let request = QueryChatappPhoneNumbersRequest(
            custSpaceId: .id(custSpaceId.description),
            isvCode: isvCode,
            status: status
        )
        return try await queryChatappPhoneNumbers(request, options: options)
    }

    /// The same (`QueryChatappPhoneNumbers`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - isvCode: The code by which the ISV authorised the caller.
    ///   - status: Only numbers with this status. The service documents no list of them.
    ///   - options: What this call does differently from the client.
    /// - Returns: The phone numbers; empty if the channel has none yet.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func queryChatappPhoneNumbers(
        custSpaceId: ChannelChoice,
        isvCode: String? = nil,
        status: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> QueryChatappPhoneNumbersResult {
        let request = QueryChatappPhoneNumbersRequest(custSpaceId: custSpaceId, isvCode: isvCode, status: status)
        return try await queryChatappPhoneNumbers(request, options: options)
    }

    /// Fails: this client has no such function.
    public func queryChatappPhoneNumbers(
        _ request: QueryChatappPhoneNumbersRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> QueryChatappPhoneNumbersResult {
        throw lacks("queryChatappPhoneNumbers")
    }
}

extension CamsRoiClient {
    /// Calls `QueryChatappPhoneNumbers`, with its parameters as one value.
    public func queryChatappPhoneNumbers(
        _ request: QueryChatappPhoneNumbersRequest,
        options: CallOptions
    ) async throws -> QueryChatappPhoneNumbersResult {
        try await send("QueryChatappPhoneNumbers", request, options)
    }
}

extension QueryChatappPhoneNumbersRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.isvCode)
        writer.write(self.status)
    }
}

extension QueryChatappPhoneNumbersResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.phoneNumbers = try reader.read()
    }
}
