// Written by `cargo xtask generate` from `model/operations/QueryInstance.toml`; do not edit.

/// The parameters of `QueryInstance`.
public struct QueryInstanceRequest: Sendable, Hashable {
    /// The instance's ID.
    public var instanceId: String

    /// Makes a request.
    public init(instanceId: String) {
        self.instanceId = instanceId
    }
}

/// The answer to `QueryInstance`.
public struct QueryInstanceResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The channel.
    public var instance: InstanceDetail

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, instance: InstanceDetail) {
        self.requestId = requestId
        self.instance = instance
    }
}

/// A channel, as the query shows it.
public struct InstanceDetail: Sendable, Hashable, Codable {
    /// The instance's ID.
    public var instanceId: String
    /// The channel's name.
    public var instanceName: String
    /// What the owner wrote about it.
    public var instanceDescription: String?
    /// What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or upper case.
    public var channelType: String
    /// The kind of customer, such as `01`. The service does not document what that means.
    public var custType: String?
    /// When it was applied for, as the service writes it. It documents neither format nor time zone.
    public var submitTime: String?
    /// The country, such as `CN`.
    public var countryId: String?
    /// The owner's mail address.
    public var contactMail: String?
    /// The owner's postal address.
    public var officeAddress: String?
    /// The ID of the owner's Meta business account.
    public var facebookBmId: String?
    /// The URL of an ISV's signed terms.
    public var isvTerms: String?
    /// The resource group.
    public var resourceGroupId: String?
    /// The region.
    public var resourceRegionId: String?

    /// Makes one, for example in a test.
    public init(
        instanceId: String,
        instanceName: String,
        instanceDescription: String? = nil,
        channelType: String,
        custType: String? = nil,
        submitTime: String? = nil,
        countryId: String? = nil,
        contactMail: String? = nil,
        officeAddress: String? = nil,
        facebookBmId: String? = nil,
        isvTerms: String? = nil,
        resourceGroupId: String? = nil,
        resourceRegionId: String? = nil
    ) {
        self.instanceId = instanceId
        self.instanceName = instanceName
        self.instanceDescription = instanceDescription
        self.channelType = channelType
        self.custType = custType
        self.submitTime = submitTime
        self.countryId = countryId
        self.contactMail = contactMail
        self.officeAddress = officeAddress
        self.facebookBmId = facebookBmId
        self.isvTerms = isvTerms
        self.resourceGroupId = resourceGroupId
        self.resourceRegionId = resourceRegionId
    }
}

extension InstanceDetail: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.instanceId = try reader.read()
        self.instanceName = try reader.read()
        self.instanceDescription = try reader.read()
        self.channelType = try reader.read()
        self.custType = try reader.read()
        self.submitTime = try reader.read()
        self.countryId = try reader.read()
        self.contactMail = try reader.read()
        self.officeAddress = try reader.read()
        self.facebookBmId = try reader.read()
        self.isvTerms = try reader.read()
        self.resourceGroupId = try reader.read()
        self.resourceRegionId = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Reads the details of one channel (`QueryInstance`).
    ///
    /// The channel's state and its `CustSpaceId` are only in the list of `ListInstance`.
    ///
    /// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
    /// the RAM action `cams:QueryInstance`.
    ///
    /// - Parameters:
    ///   - instanceId: The instance's ID.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func queryInstance(
        instanceId: some StringProtocol,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> QueryInstanceResult {
        let request = QueryInstanceRequest(instanceId: instanceId.description)
        return try await queryInstance(request, options: options)
    }

    /// Fails: this client has no such function.
    public func queryInstance(
        _ request: QueryInstanceRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> QueryInstanceResult {
        throw lacks("queryInstance")
    }
}

extension CamsRoiClient {
    /// Calls `QueryInstance`, with its parameters as one value.
    public func queryInstance(
        _ request: QueryInstanceRequest,
        options: CallOptions
    ) async throws -> QueryInstanceResult {
        try await send("QueryInstance", request, options)
    }
}

extension QueryInstanceRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.instanceId)
    }
}

extension QueryInstanceResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.instance = try reader.read()
    }
}
