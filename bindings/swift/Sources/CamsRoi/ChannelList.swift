internal import CamsRoiNative

/// Reads a list of channels from a file, as people and spreadsheets write them: one ID a line, or a table with a column
/// `cust_space_id` (or `channel_id`, `id`…) and, if it has one, `isv_code`.
///
/// It may be UTF-8 or UTF-16, with or without a byte order mark, its columns separated by commas, semicolons or tabs, and
/// its lines end as on any system. What cannot be an ID is refused with its line number, before anything is sent for it.
///
/// ```swift
/// for try await outcome in client.enableMany(try readChannels("channels.csv")) {
///     print(outcome.custSpaceId, outcome.error?.hint ?? "enabled")
/// }
/// ```
///
/// - Parameter path: The file's path.
/// - Returns: The channels in the file's order, of which no more are in memory than are asked for. A line that cannot be
///   right throws ``CamsRoiError/Kind/invalidArgument`` from the loop, after the channels before it.
/// - Throws: ``CamsRoiError/Kind/configuration`` where the file cannot be read.
public func readChannels(_ path: String) throws(CamsRoiError) -> ChannelList {
    // Opened here too, so that a file that is not there is told before a loop begins.
    _ = try settled(nil) { try NativeChannelList.open(path: path) }
    return ChannelList(path: path)
}

/// The channels of a file: what ``readChannels(_:)`` gives. Each iteration reads it anew.
public struct ChannelList: AsyncSequence, Sendable {
    /// A channel of the list.
    public typealias Element = WhatsAppChannel

    let path: String

    /// Begins to read the file.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(path: path)
    }

    /// Reads the file, some lines at a time.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// How many channels are read at once.
        private static let most: UInt32 = 256

        fileprivate let path: String
        private var reader: NativeChannelList?
        private var batch: ArraySlice<ListedChannel> = []
        private var isOver = false

        fileprivate init(path: String) {
            self.path = path
        }

        /// The next channel; `nil` at the end.
        public mutating func next() async throws -> WhatsAppChannel? {
            try await next(isolation: nil)
        }

        /// The same, on the actor that asks.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> WhatsAppChannel? {
            if batch.isEmpty && !isOver {
                isOver = true
                let path = path
                let reader = try reader ?? settled(nil) { try NativeChannelList.open(path: path) }
                self.reader = reader
                let read = try await settled(nil, nil) { _ in try await reader.nextBatchLater(most: Self.most) }
                isOver = read.isEmpty
                batch = read[...]
            }
            return batch.popFirst().map { WhatsAppChannel($0.custSpaceId, isvCode: $0.isvCode) }
        }
    }
}
