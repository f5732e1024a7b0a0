import Foundation

/// A run whose calls go on between two pages, from its first page until it comes to its end or is dropped.
final class PagesRun: @unchecked Sendable {
    private let end: @Sendable (_ cursor: String) -> Void
    private let lock = NSLock()
    /// The lock guards both.
    private var call: Call?
    private var cursor: String?

    init(end: @escaping @Sendable (_ cursor: String) -> Void) {
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
        lock.withLock { self.cursor = cursor }
    }

    deinit {
        if let cursor { end(cursor) }
    }
}
