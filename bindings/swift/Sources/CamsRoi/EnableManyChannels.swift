/// Channels to enable, from whatever sequence they were given as.
///
/// ``CamsRoiClientProtocol`` has functions that take such sequences themselves; this is what they all come to.
public struct EnableManyChannels: AsyncSequence, Sendable {
    /// A channel.
    public typealias Element = WhatsAppChannel

    /// How many there are, each counted once; only what can be gone through twice is counted.
    let total: @Sendable () -> Int?
    /// Whether all are known, so that they are checked before the first is called.
    let isList: Bool
    private let begin: @Sendable () -> AsyncIterator

    /// Channels, such as have ISV codes of their own among them.
    public init<Channels: Sequence & Sendable>(_ channels: Channels) where Channels.Element == WhatsAppChannel {
        self.init(channels) { $0 }
    }

    /// Channels by their IDs.
    public init<IDs: Sequence & Sendable>(_ ids: IDs) where IDs.Element: StringProtocol {
        self.init(ids) { WhatsAppChannel($0.description) }
    }

    /// Channels that become known one by one, such as have ISV codes of their own among them.
    public init<Channels: AsyncSequence & Sendable>(_ channels: Channels) where Channels.Element == WhatsAppChannel {
        self.init(channels) { $0 }
    }

    /// Channels by their IDs, which become known one by one.
    public init<IDs: AsyncSequence & Sendable>(_ ids: IDs) where IDs.Element: StringProtocol {
        self.init(ids) { WhatsAppChannel($0.description) }
    }

    private init<Given: Sequence & Sendable>(
        _ given: Given,
        _ channel: @escaping @Sendable (Given.Element) -> WhatsAppChannel
    ) {
        isList = given is any Collection
        total = { given is any Collection ? Set(given.map { channel($0).custSpaceId }).count : nil }
        begin = {
            var iterator = given.makeIterator()
            return AsyncIterator { iterator.next().map(channel) }
        }
    }

    private init<Given: AsyncSequence & Sendable>(
        _ given: Given,
        _ channel: @escaping @Sendable (Given.Element) -> WhatsAppChannel
    ) {
        isList = false
        total = { nil }
        begin = {
            var iterator = given.makeAsyncIterator()
            return AsyncIterator { try await iterator.next().map(channel) }
        }
    }

    /// Begins to go through them.
    public func makeAsyncIterator() -> AsyncIterator {
        begin()
    }

    /// Goes through them, one by one.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let following: () async throws -> WhatsAppChannel?

        /// The next channel; `nil` at the end.
        public mutating func next() async throws -> WhatsAppChannel? {
            try await following()
        }
    }
}
