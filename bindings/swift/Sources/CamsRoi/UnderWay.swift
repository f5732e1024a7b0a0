import Foundation
internal import CamsRoiNative

/// The calls and runs of a client that are under way, so that it can wait for their end.
final class UnderWay: @unchecked Sendable {
    private let lock = NSLock()
    /// The lock guards all of these.
    private var count = 0
    private var isClosed = false
    private var waits = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]

    /// Begins a call or a run, in whose task the credentials function may be asked.
    func begin(_ provider: GuardedProvider?) throws(CamsRoiError) -> Call {
        let isOpen = lock.withLock {
            count += isClosed ? 0 : 1
            return !isClosed
        }
        guard isOpen else {
            let hint = "Call before shutdown(), or make another client."
            throw CamsRoiError(.invalidArgument, message: "the client is shut down", hint: hint)
        }
        return Call(self, provider?.lend())
    }

    fileprivate func end(_ call: Call) {
        let waited = lock.withLock { () -> [CheckedContinuation<Void, Never>] in
            count -= call.isOver ? 0 : 1
            call.isOver = true
            guard count == 0, !waiting.isEmpty else { return [] }
            defer { waiting = [:] }
            return Array(waiting.values)
        }
        for wait in waited { wait.resume() }
    }

    /// Lets nothing more begin, and waits for the end of what has begun; no longer where the task is cancelled.
    func close() async {
        let number = lock.withLock {
            isClosed = true
            waits += 1
            return waits
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wait in
                let isOver = lock.withLock {
                    let isOver = count == 0 || Task.isCancelled
                    if !isOver { waiting[number] = wait }
                    return isOver
                }
                if isOver { wait.resume() }
            }
        } onCancel: {
            lock.withLock { waiting.removeValue(forKey: number) }?.resume()
        }
    }
}

/// A call or a run, from when it begins until it ends.
final class Call: @unchecked Sendable {
    private let underWay: UnderWay
    private let loan: Loan?
    /// The lock of all calls guards it.
    fileprivate var isOver = false

    fileprivate init(_ underWay: UnderWay, _ loan: Loan?) {
        self.underWay = underWay
        self.loan = loan
    }

    deinit { end() }

    func end() {
        underWay.end(self)
        loan?.end()
    }

    /// Tells that its task was cancelled.
    func cancel() {
        loan?.end(isCancelled: true)
    }
}
