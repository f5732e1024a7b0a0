import Foundation

/// A run whose calls go on between two pages, from its first page until it comes to its end or is dropped.
final class PagesRun: @unchecked Sendable {
    private let end: @Sendable (_ cursor: String, _ taken: Int) -> Void
    private let lock = NSLock()
    /// The lock guards all of these.
    private var call: Call?
    private var cursor: String?
    /// How many items of the last page were taken: behind each of them the next one was asked for.
    private var taken = 0

    init(end: @escaping @Sendable (_ cursor: String, _ taken: Int) -> Void) {
        self.end = end
    }

    /// The run as a call that is under way, so that its client's shutdown waits for it.
    func begun(by client: CamsRoiClient) throws(CamsRoiError) -> Call {
        lock.lock()
        defer { lock.unlock() }
        if let call { return call }
        let begun = try client.beginCall()
        call = begun
        return begun
    }

    /// Remembers by what the next page is asked for; nothing at the end.
    func came(to cursor: String?) {
        lock.withLock {
            self.cursor = cursor
            taken = 0
        }
    }

    /// Counts an item that was taken.
    func pass() {
        lock.withLock { taken += 1 }
    }

    deinit {
        if let cursor { end(cursor, taken) }
    }
}
