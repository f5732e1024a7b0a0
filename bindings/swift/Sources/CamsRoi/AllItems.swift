/// The items of all pages of a listing, one after the other. Each iteration begins with the first page.
///
/// A page is fetched when its first item is asked for. Leaving the loop, or cancelling its task, ends the calls that are
/// under way.
public struct AllItems<Element: Sendable>: AsyncSequence, Sendable {
    /// Fetches the page of a cursor: the first one without. What goes on between two pages ends when it is dropped.
    typealias Fetch = @Sendable (_ cursor: String?) async throws -> ItemsOfPage<Element>

    private let begin: @Sendable () -> Fetch
    private let limit: Int?

    init(limit: Int?, begin: @escaping @Sendable () -> Fetch) {
        self.begin = begin
        self.limit = limit
    }

    /// Items that are made by hand, for a client of a test's own.
    public init(_ items: some Sequence<Element> & Sendable) {
        self.init(limit: nil) { { _ in ItemsOfPage(items: Array(items), next: nil) } }
    }

    /// Items that are made by hand as they are asked for, and what a listing throws.
    public init(_ items: AsyncThrowingStream<Element, any Error>) {
        self.init(limit: nil) {
            { _ in
                // All iterators of a stream are one.
                var iterator = items.makeAsyncIterator()
                let item = try await iterator.next()
                return ItemsOfPage(items: item.map { [$0] } ?? [], next: item.map { _ in "" })
            }
        }
    }

    /// Begins with the first page, which is fetched when its first item is asked for.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(fetch: begin(), limit: limit)
    }

    /// Goes through the pages. What it throws ends it.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// Nothing where no page is wanted any more.
        private var fetch: Fetch?
        private let limit: Int?
        private var given = 0
        private var items: ArraySlice<Element> = []
        /// What the last page is of, where calls go on behind it.
        private var run: PagesRun?
        private var cursor: String?

        fileprivate init(fetch: @escaping Fetch, limit: Int?) {
            self.fetch = fetch
            self.limit = limit
        }

        /// The next item; `nil` at the end.
        public mutating func next() async throws -> Element? {
            try await next(isolation: nil)
        }

        /// The same, on the actor that asks.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Element? {
            try Task.checkCancellation()
            if given > 0 { run?.pass() }
            if given > 0, given == limit {
                run = nil
                return nil
            }
            while items.isEmpty {
                guard let fetch else {
                    run = nil
                    return nil
                }
                self.fetch = nil
                try checkLimit()
                let page = try await fetch(cursor)
                items = page.items[...]
                cursor = page.next
                run = page.run
                if cursor != nil { self.fetch = fetch }
            }
            given += 1
            if given == limit { fetch = nil }
            return items.popFirst()
        }

        private func checkLimit() throws(CamsRoiError) {
            guard let limit, limit < 1 else { return }
            let hint = "Give limit as 1 or more, or leave it out for all."
            throw CamsRoiError(.invalidArgument, message: "limit is \(limit)", hint: hint)
        }
    }
}

extension AllItems {
    /// What is asked of channels that become known one by one: they are gone through before the first page is fetched.
    init<Channels: AsyncSequence & Sendable>(
        of channels: Channels,
        limit: Int?,
        _ all: @escaping @Sendable ([WhatsAppChannel]) -> AllItems
    ) where Channels.Element == WhatsAppChannel {
        self.init(limit: limit) {
            let pages = KnownPages()
            return { cursor in
                if let fetch = pages.fetch { return try await fetch(cursor) }
                var known: [WhatsAppChannel] = []
                for try await channel in channels { known.append(channel) }
                let fetch = all(known).begin()
                pages.fetch = fetch
                return try await fetch(cursor)
            }
        }
    }

    /// The pages of one iteration, once they are known; it fetches them one after the other.
    private final class KnownPages: @unchecked Sendable {
        var fetch: Fetch?
    }
}

/// What is on a page, and the cursor of the next one: nothing behind the last.
struct ItemsOfPage<Item: Sendable>: Sendable {
    var items: [Item]
    var next: String?
    /// What goes on behind it.
    var run: PagesRun?
}

extension CamsRoiClient {
    /// Goes through the pages of a listing, which is called so on the wire.
    func all<Answer: MessageReadable, Item>(
        _ operation: String,
        _ request: some MessageWritable & Sendable,
        _ limit: Int?,
        _ options: CallOptions,
        items: @escaping @Sendable (Answer) -> [Item]
    ) -> AllItems<Item> {
        AllItems(limit: limit) {
            { cursor in
                let page: CrossedPage<Answer> = try await self.send(called(operation, cursor), request, options)
                return ItemsOfPage(items: items(page.answer), next: page.next)
            }
        }
    }

    /// The same where calls go on between two pages: each iteration is a run, which ends when it is dropped.
    func run<Answer: MessageReadable, Item>(
        _ operation: String,
        _ request: some MessageWritable & Sendable,
        _ limit: Int?,
        _ options: CallOptions,
        items: @escaping @Sendable (Answer) -> [Item]
    ) -> AllItems<Item> {
        AllItems(limit: limit) {
            let run = PagesRun { cursor, taken in
                self.end(called(operation, "\(cursor) end \(taken)"), request, options)
            }
            return { cursor in
                let call = try run.begun(by: self)
                let name = called(operation, cursor)
                let page: CrossedPage<Answer> = try await self.send(name, request, options, in: call)
                run.came(to: page.next)
                return ItemsOfPage(items: items(page.answer), next: page.next, run: run)
            }
        }
    }
}

/// How a page is called, by the cursor that the one before it gave.
private func called(_ operation: String, _ cursor: String?) -> String {
    ["all", operation, cursor].compactMap { $0 }.joined(separator: " ")
}

/// A page as it crosses.
private struct CrossedPage<Answer: MessageReadable>: MessageReadable {
    var next: String?
    var answer: Answer

    init(reading reader: inout MessageReader) throws(CamsRoiError) {
        next = try reader.read()
        answer = try reader.read()
    }
}
