// Written by `cargo xtask generate` from `model/operations/FindChannels.toml`; do not edit.

/// What is asked of ``CamsRoiOperations/findChannels(_:limit:options:)``.
public struct FindChannelsRequest: Sendable, Hashable {
    /// Only channels whose name contains this text, in any letter case.
    public var name: String?
    /// Only channels in this state, in any letter case. The service's sample is `published`; it documents no list.
    public var state: String?
    /// Only channels of this region, in any letter case.
    public var region: String?

    /// Makes a request.
    public init(name: String? = nil, state: String? = nil, region: String? = nil) {
        self.name = name
        self.state = state
        self.region = region
    }
}

/// What crosses at once.
private struct FindChannelsPage: MessageReadable {
    var channels: [FoundChannel]
    var found: Int

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        // Each answer begins with the ID of its request, which this has none of.
        let _: String? = try reader.read()
        channels = try reader.read()
        found = try reader.read()
    }
}

/// A WhatsApp channel of the account.
public struct FoundChannel: Sendable, Hashable, Codable {
    /// The channel's ID, which other operations expect.
    public var custSpaceId: String
    /// The instance's ID.
    public var instanceId: String
    /// The channel's name.
    public var name: String
    /// The channel's state, for example `published`.
    public var state: String
    /// The region of its resources.
    public var region: String

    /// Makes one, for example in a test.
    public init(custSpaceId: String, instanceId: String, name: String, state: String, region: String) {
        self.custSpaceId = custSpaceId
        self.instanceId = instanceId
        self.name = name
        self.state = state
        self.region = region
    }
}

extension FoundChannel: MessageReadable {
    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        self.custSpaceId = try reader.read()
        self.instanceId = try reader.read()
        self.name = try reader.read()
        self.state = try reader.read()
        self.region = try reader.read()
    }
}

extension CamsRoiOperations {
    /// Finds the account's WhatsApp channels, all pages of them.
    ///
    /// Asks `ListInstance` for channels of the type `whatsapp`, and returns each with the ID that other operations
    /// expect: its `CustSpaceId` if it has one, else its instance ID. Channels of another type are left out.
    ///
    /// Nothing is sent before the loop begins. An error that concerns all of it ends the loop and is thrown; leaving the
    /// loop, or cancelling its task, ends the calls that are under way, and makes no more.
    ///
    /// - Parameters:
    ///   - name: Only channels whose name contains this text, in any letter case.
    ///   - state: Only channels in this state, in any letter case. The service's sample is `published`; it documents
    ///     no list.
    ///   - region: Only channels of this region, in any letter case.
    ///   - limit: Ends the loop after so many; all of them by default. No page is fetched behind them.
    ///   - options: What the call for each page does differently from the client.
    /// - Returns: The channels. Each iteration over them begins anew.
    public func findChannels(
        name: String? = nil,
        state: String? = nil,
        region: String? = nil,
        limit: Int? = nil,
        options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()
    ) -> AllItems<FoundChannel> {
        let request = FindChannelsRequest(name: name, state: state, region: region)
        return findChannels(request, limit: limit, options: options)
    }

    /// Fails when it is iterated over: this client has no such function.
    public func findChannels(
        _ request: FindChannelsRequest,
        limit: Int?,
        options: CamsRoiClient.CallOptions
    ) -> AllItems<FoundChannel> {
        let error = lacks("findChannels")
        return AllItems(AsyncThrowingStream { throw error })
    }
}

extension CamsRoiClient {
    /// Finds the account's WhatsApp channels, all pages of them, with what is asked as one value.
    public func findChannels(
        _ request: FindChannelsRequest,
        limit: Int?,
        options: CallOptions
    ) -> AllItems<FoundChannel> {
        all("FindChannels", request, limit, options) { (page: FindChannelsPage) in page.channels }
    }
}

extension FindChannelsRequest: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(self.name)
        writer.write(self.state)
        writer.write(self.region)
    }
}
