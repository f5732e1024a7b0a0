// Written by `cargo xtask generate` from `model/operations/GetWhatsappHealthStatus.toml`; do not edit.

/// The parameters of `GetWhatsappHealthStatus`.
public struct GetWhatsappHealthStatusRequest: Sendable, Hashable {
    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    public var custSpaceId: ChannelChoice
    /// Whose health is read.
    public var nodeType: NodeType
    /// The phone number to read the health of.
    public var phoneNumber: String?
    /// The template to read the health of.
    public var templateCode: String?
    /// The language of the template to read the health of.
    public var language: String?
    /// The WhatsApp Business Account to read the health of.
    public var wabaId: String?

    /// Makes a request.
    public init(
        custSpaceId: ChannelChoice,
        nodeType: NodeType,
        phoneNumber: String? = nil,
        templateCode: String? = nil,
        language: String? = nil,
        wabaId: String? = nil
    ) {
        self.custSpaceId = custSpaceId
        self.nodeType = nodeType
        self.phoneNumber = phoneNumber
        self.templateCode = templateCode
        self.language = language
        self.wabaId = wabaId
    }
}

/// The answer to `GetWhatsappHealthStatus`.
public struct GetWhatsappHealthStatusResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The health of the whole and of its parts.
    public var health: Health

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, health: Health) {
        self.requestId = requestId
        self.health = health
    }
}

/// Whether messages can be sent.
public struct Health: Sendable, Hashable, Codable {
    /// Whether the whole can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`.
    public var canSendMessage: String
    /// Each part, with its problems.
    public var entities: [HealthEntity]

    /// Makes one, for example in a test.
    public init(canSendMessage: String, entities: [HealthEntity] = []) {
        self.canSendMessage = canSendMessage
        self.entities = entities
    }
}

extension Health: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.canSendMessage = try reader.read()
        self.entities = try reader.read()
    }
}

/// A part with its own health: a phone number, a template, an account or a business.
public struct HealthEntity: Sendable, Hashable, Codable {
    /// What kind of part it is, such as `PHONE_NUMBER`.
    public var entityType: String
    /// Whether it can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`.
    public var canSendMessage: String
    /// The Meta business, where it is one.
    public var businessId: String?
    /// The phone number, where it is one.
    public var phoneNumber: String?
    /// The template, where it is one.
    public var templateCode: String?
    /// The template's language, where it is one.
    public var language: String?
    /// The WhatsApp Business Account, where it is one.
    public var wabaId: String?
    /// Its problems.
    public var errors: [HealthProblem]

    /// Makes one, for example in a test.
    public init(
        entityType: String,
        canSendMessage: String,
        businessId: String? = nil,
        phoneNumber: String? = nil,
        templateCode: String? = nil,
        language: String? = nil,
        wabaId: String? = nil,
        errors: [HealthProblem] = []
    ) {
        self.entityType = entityType
        self.canSendMessage = canSendMessage
        self.businessId = businessId
        self.phoneNumber = phoneNumber
        self.templateCode = templateCode
        self.language = language
        self.wabaId = wabaId
        self.errors = errors
    }
}

extension HealthEntity: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.entityType = try reader.read()
        self.canSendMessage = try reader.read()
        self.businessId = try reader.read()
        self.phoneNumber = try reader.read()
        self.templateCode = try reader.read()
        self.language = try reader.read()
        self.wabaId = try reader.read()
        self.errors = try reader.read()
    }
}

/// A problem that prevents messages.
public struct HealthProblem: Sendable, Hashable, Codable {
    /// Meta's code of the problem, such as `141006`.
    public var errorCode: String
    /// What is wrong, in the service's words.
    public var errorDescription: String
    /// What may help, in the service's words.
    public var possibleSolution: String?

    /// Makes one, for example in a test.
    public init(errorCode: String, errorDescription: String, possibleSolution: String? = nil) {
        self.errorCode = errorCode
        self.errorDescription = errorDescription
        self.possibleSolution = possibleSolution
    }
}

extension HealthProblem: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.errorCode = try reader.read()
        self.errorDescription = try reader.read()
        self.possibleSolution = try reader.read()
    }
}

/// Whose health is read. What the service may add can be given, and comes, as it is.
public struct NodeType: RawRepresentable, Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    /// A template.
    public static let template: NodeType = "template"
    /// A phone number.
    public static let phone: NodeType = "phone"
    /// A WhatsApp Business Account.
    public static let waba: NodeType = "waba"

    /// The service's word.
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

extension NodeType: MessageValue {}

extension CamsRoiOperations {
    /// Reads whether messages can be sent, and what prevents it (`GetWhatsappHealthStatus`).
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:GetWhatsappHealthStatus`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    ///   - nodeType: Whose health is read.
    ///   - phoneNumber: The phone number to read the health of.
    ///   - templateCode: The template to read the health of.
    ///   - language: The language of the template to read the health of.
    ///   - wabaId: The WhatsApp Business Account to read the health of.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getWhatsappHealthStatus(
        custSpaceId: some StringProtocol,
        nodeType: NodeType,
        phoneNumber: String? = nil,
        templateCode: String? = nil,
        language: String? = nil,
        wabaId: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetWhatsappHealthStatusResult {
        let request = GetWhatsappHealthStatusRequest(
            custSpaceId: .id(custSpaceId.description),
            nodeType: nodeType,
            phoneNumber: phoneNumber,
            templateCode: templateCode,
            language: language,
            wabaId: wabaId
        )
        return try await getWhatsappHealthStatus(request, options: options)
    }

    /// The same (`GetWhatsappHealthStatus`) for a channel that is given as a value, such as `.ownChannel`.
    ///
    /// - Parameters:
    ///   - custSpaceId: The channel: by its ID, or `.ownChannel`, the account's own.
    ///   - nodeType: Whose health is read.
    ///   - phoneNumber: The phone number to read the health of.
    ///   - templateCode: The template to read the health of.
    ///   - language: The language of the template to read the health of.
    ///   - wabaId: The WhatsApp Business Account to read the health of.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func getWhatsappHealthStatus(
        custSpaceId: ChannelChoice,
        nodeType: NodeType,
        phoneNumber: String? = nil,
        templateCode: String? = nil,
        language: String? = nil,
        wabaId: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> GetWhatsappHealthStatusResult {
        let request = GetWhatsappHealthStatusRequest(
            custSpaceId: custSpaceId,
            nodeType: nodeType,
            phoneNumber: phoneNumber,
            templateCode: templateCode,
            language: language,
            wabaId: wabaId
        )
        return try await getWhatsappHealthStatus(request, options: options)
    }

    /// Fails: this client has no such function.
    public func getWhatsappHealthStatus(
        _ request: GetWhatsappHealthStatusRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> GetWhatsappHealthStatusResult {
        throw lacks("getWhatsappHealthStatus")
    }
}

extension CamsRoiClient {
    /// Calls `GetWhatsappHealthStatus`, with its parameters as one value.
    public func getWhatsappHealthStatus(
        _ request: GetWhatsappHealthStatusRequest,
        options: CallOptions
    ) async throws -> GetWhatsappHealthStatusResult {
        try await send("GetWhatsappHealthStatus", request, options)
    }
}

extension GetWhatsappHealthStatusRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.custSpaceId)
        writer.write(self.nodeType)
        writer.write(self.phoneNumber)
        writer.write(self.templateCode)
        writer.write(self.language)
        writer.write(self.wabaId)
    }
}

extension GetWhatsappHealthStatusResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.health = try reader.read()
    }
}
