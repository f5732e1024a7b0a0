/// Channels to enable, from whatever sequence they were given as.
///
/// ``CamsRoiClientProtocol`` has functions that take such sequences themselves; this is what they all come to.
public struct EnableManyChannels: AsyncSequence, Sendable {
    /// A channel.
    public typealias Element = Space

    /// How many there are, each counted once; only what can be gone through twice is counted.
    let total: @Sendable () -> Int?
    private let begin: @Sendable () -> AsyncIterator

    /// Channels, such as have ISV codes of their own among them.
    public init<Spaces: Sequence & Sendable>(_ spaces: Spaces) where Spaces.Element == Space {
        self.init(spaces) { $0 }
    }

    /// Channels by their IDs.
    public init<IDs: Sequence & Sendable>(_ ids: IDs) where IDs.Element: StringProtocol {
        self.init(ids) { Space($0.description) }
    }

    /// Channels that become known one by one, such as have ISV codes of their own among them.
    public init<Spaces: AsyncSequence & Sendable>(_ spaces: Spaces) where Spaces.Element == Space {
        self.init(spaces) { $0 }
    }

    /// Channels by their IDs, which become known one by one.
    public init<IDs: AsyncSequence & Sendable>(_ ids: IDs) where IDs.Element: StringProtocol {
        self.init(ids) { Space($0.description) }
    }

    private init<Given: Sequence & Sendable>(_ given: Given, _ space: @escaping @Sendable (Given.Element) -> Space) {
        total = { given is any Collection ? Set(given.map { space($0).custSpaceId }).count : nil }
        begin = {
            var iterator = given.makeIterator()
            return AsyncIterator { iterator.next().map(space) }
        }
    }

    private init<Given: AsyncSequence & Sendable>(
        _ given: Given,
        _ space: @escaping @Sendable (Given.Element) -> Space
    ) {
        total = { nil }
        begin = {
            var iterator = given.makeAsyncIterator()
            return AsyncIterator { try await iterator.next().map(space) }
        }
    }

    /// Begins to go through them.
    public func makeAsyncIterator() -> AsyncIterator {
        begin()
    }

    /// Goes through them, one by one.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let following: () async throws -> Space?

        /// The next channel; `nil` at the end.
        public mutating func next() async throws -> Space? {
            try await following()
        }
    }
}
