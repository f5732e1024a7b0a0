// Written by `cargo xtask generate` from `model/operations/ListInstance.toml`; do not edit.

/// The parameters of `ListInstance`.
public struct ListInstanceRequest: Sendable, Hashable {
    /// The page's number, from 1. The service documents no default.
    public var pageIndex: Int?
    /// The number of channels of a page. The service documents neither a default nor a maximum.
    public var pageSize: Int?
    /// Only channels of this kind.
    public var channelType: String?
    /// Only the channel with this instance ID.
    public var instanceId: String?
    /// Only channels with this name.
    public var instanceName: String?
    /// A text to look for. The service does not document where it looks.
    public var filterStr: String?
    /// Only channels of this resource group.
    public var resourceGroupId: String?
    /// When the channel was applied for, as `2023-12-12 00:00:00`. The service does not document the time zone.
    public var submitTime: String?

    /// Makes a request.
    public init(
        pageIndex: Int? = nil,
        pageSize: Int? = nil,
        channelType: String? = nil,
        instanceId: String? = nil,
        instanceName: String? = nil,
        filterStr: String? = nil,
        resourceGroupId: String? = nil,
        submitTime: String? = nil
    ) {
        self.pageIndex = pageIndex
        self.pageSize = pageSize
        self.channelType = channelType
        self.instanceId = instanceId
        self.instanceName = instanceName
        self.filterStr = filterStr
        self.resourceGroupId = resourceGroupId
        self.submitTime = submitTime
    }
}

/// The answer to `ListInstance`.
public struct ListInstanceResult: Sendable, Hashable, Codable {
    /// The service's ID of the request.
    public var requestId: String?
    /// The channels of this page; empty after the last page.
    public var instances: [Instance]
    /// The number of channels on all pages.
    public var totalCount: Int?

    /// Makes a result, for example in a test.
    public init(requestId: String? = nil, instances: [Instance] = [], totalCount: Int? = nil) {
        self.requestId = requestId
        self.instances = instances
        self.totalCount = totalCount
    }
}

/// A channel, as the list shows it.
public struct Instance: Sendable, Hashable, Codable {
    /// The instance's ID.
    public var instanceId: String
    /// The channel's ID, which other operations expect. If it is absent, they expect the instance ID.
    public var custSpaceId: String?
    /// The channel's name.
    public var instanceName: String
    /// What the owner wrote about it.
    public var instanceDescription: String?
    /// What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or upper case.
    public var channelType: String
    /// The state, such as `published`. The service documents no list of states.
    public var state: String
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
        custSpaceId: String? = nil,
        instanceName: String,
        instanceDescription: String? = nil,
        channelType: String,
        state: String,
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
        self.custSpaceId = custSpaceId
        self.instanceName = instanceName
        self.instanceDescription = instanceDescription
        self.channelType = channelType
        self.state = state
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

extension Instance: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.instanceId = try reader.read()
        self.custSpaceId = try reader.read()
        self.instanceName = try reader.read()
        self.instanceDescription = try reader.read()
        self.channelType = try reader.read()
        self.state = try reader.read()
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
    /// Lists the account's channels, a page at a time (`ListInstance`).
    ///
    /// The list has a direct customer's channels and those of an ISV's sub-customers.
    ///
    /// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
    /// the RAM action `cams:ListInstance`.
    ///
    /// - Parameters:
    ///   - pageIndex: The page's number, from 1. The service documents no default.
    ///   - pageSize: The number of channels of a page. The service documents neither a default nor a maximum.
    ///   - channelType: Only channels of this kind.
    ///   - instanceId: Only the channel with this instance ID.
    ///   - instanceName: Only channels with this name.
    ///   - filterStr: A text to look for. The service does not document where it looks.
    ///   - resourceGroupId: Only channels of this resource group.
    ///   - submitTime: When the channel was applied for, as `2023-12-12 00:00:00`. The service does not document the
    ///     time zone.
    ///   - options: What this call does differently from the client.
    /// - Returns: The answer.
    /// - Throws: ``CamsRoiError``, or `CancellationError` if the task is cancelled.
    public func listInstance(
        pageIndex: Int? = nil,
        pageSize: Int? = nil,
        channelType: String? = nil,
        instanceId: String? = nil,
        instanceName: String? = nil,
        filterStr: String? = nil,
        resourceGroupId: String? = nil,
        submitTime: String? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) async throws -> ListInstanceResult {
        let request = ListInstanceRequest(
            pageIndex: pageIndex,
            pageSize: pageSize,
            channelType: channelType,
            instanceId: instanceId,
            instanceName: instanceName,
            filterStr: filterStr,
            resourceGroupId: resourceGroupId,
            submitTime: submitTime
        )
        return try await listInstance(request, options: options)
    }

    /// Fails: this client has no such function.
    public func listInstance(
        _ request: ListInstanceRequest,
        options: CamsRoiClient.CallOptions
    ) async throws -> ListInstanceResult {
        throw lacks("listInstance")
    }

    /// All instances that `ListInstance` lists, page by page.
    ///
    /// A page is fetched when its first item is asked for. An error ends the loop and is thrown; leaving the loop, or
    /// cancelling its task, ends the call that is under way.
    ///
    /// - Parameters:
    ///   - channelType: Only channels of this kind.
    ///   - instanceId: Only the channel with this instance ID.
    ///   - instanceName: Only channels with this name.
    ///   - filterStr: A text to look for. The service does not document where it looks.
    ///   - resourceGroupId: Only channels of this resource group.
    ///   - submitTime: When the channel was applied for, as `2023-12-12 00:00:00`. The service does not document the
    ///     time zone.
    ///   - pageSize: How many instances a page has.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What the call for each page does differently from the client.
    /// - Returns: The instances. Each iteration over them begins with the first page.
    public func allInstances(
        channelType: String? = nil,
        instanceId: String? = nil,
        instanceName: String? = nil,
        filterStr: String? = nil,
        resourceGroupId: String? = nil,
        submitTime: String? = nil,
        pageSize: Int = 50,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<Instance> {
        let request = ListInstanceRequest(
            pageSize: pageSize,
            channelType: channelType,
            instanceId: instanceId,
            instanceName: instanceName,
            filterStr: filterStr,
            resourceGroupId: resourceGroupId,
            submitTime: submitTime
        )
        return allInstances(request, limit: limit, options: options)
    }

    /// Fails when it is iterated over: this client has no such function.
    public func allInstances(
        _ request: ListInstanceRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<Instance> {
        let error = lacks("allInstances")
        return AllItems(AsyncThrowingStream { throw error })
    }
}

extension CamsRoiClient {
    /// Calls `ListInstance`, with its parameters as one value.
    public func listInstance(_ request: ListInstanceRequest, options: CallOptions) async throws -> ListInstanceResult {
        try await send("ListInstance", request, options)
    }

    /// All instances that `ListInstance` lists, with its parameters as one value. Of its page, only the size counts.
    public func allInstances(_ request: ListInstanceRequest, limit: Int?, options: CallOptions) -> AllItems<Instance> {
        all("ListInstance", request, limit, options) { (page: ListInstanceResult) in page.instances }
    }
}

extension ListInstanceRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.pageIndex)
        writer.write(self.pageSize)
        writer.write(self.channelType)
        writer.write(self.instanceId)
        writer.write(self.instanceName)
        writer.write(self.filterStr)
        writer.write(self.resourceGroupId)
        writer.write(self.submitTime)
    }
}

extension ListInstanceResult: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.requestId = try reader.read()
        self.instances = try reader.read()
        self.totalCount = try reader.read()
    }
}
