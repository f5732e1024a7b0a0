import Foundation
internal import CamsRoiNative

/// A user's function as the binding can call it: asked without waiting, it answers later, and never throws.
///
/// The binding asks on a thread of its own, which belongs to no task. So each call lends a task that was made in its own
/// one, and has its task-local values; the first that is there when the binding asks runs the function. It runs on when
/// that call ends, for others wait for its answer; it is cancelled when all calls that are under way have been.
final class GuardedProvider: KeySource, @unchecked Sendable {
    private let provider: @Sendable () async throws -> CamsRoiClient.Credentials
    private let lock = NSLock()
    /// The lock guards all of these.
    private var loans: [ObjectIdentifier: Loan] = [:]
    /// What was asked and nobody has begun to answer.
    private var request: KeyRequest?
    /// The task that the function runs in.
    private var running: Task<Void, Never>?
    /// What it threw when it was asked last.
    private var failure: (reason: String, error: any Error)?

    init(_ provider: @escaping @Sendable () async throws -> CamsRoiClient.Credentials) {
        self.provider = provider
    }

    func ask(request: KeyRequest) {
        distribute(request)
    }

    /// Lends a task that has the task-local values of the caller's.
    func lend() -> Loan {
        let loan = Loan(self)
        lock.withLock {
            loans[ObjectIdentifier(loan)] = loan
            loan.task = Task {
                while let request = await wanted(loan) { await answer(request) }
            }
        }
        return loan
    }

    /// What the function threw, if that is what an error's text is about.
    func thrown(_ text: String) -> (any Error)? {
        lock.withLock { failure.flatMap { text.words.contains($0.reason.words) ? $0.error : nil } }
    }

    /// Takes a loan back.
    fileprivate func end(_ loan: Loan, isCancelled: Bool) {
        let (isFirst, waiting) = lock.withLock {
            let isFirst = loans.removeValue(forKey: ObjectIdentifier(loan)) != nil
            if isFirst && isCancelled && loans.isEmpty { running?.cancel() }
            defer { loan.waiting = nil }
            return (isFirst, loan.waiting)
        }
        waiting?.resume(returning: nil)
        // It may have been about to answer.
        if isFirst { distribute(isWanted: !isCancelled) }
    }

    /// What the task of a loan is to answer; nothing when the loan is over.
    private func wanted(_ loan: Loan) async -> KeyRequest? {
        await withCheckedContinuation { waiting in
            let isOver = lock.withLock {
                let isOver = loans[ObjectIdentifier(loan)] == nil
                if !isOver { loan.waiting = waiting }
                return isOver
            }
            if isOver { waiting.resume(returning: nil) } else { distribute() }
        }
    }

    /// Has what was asked answered by a task that was lent. Where there is none, by one that has no values; or, if
    /// nobody wants it any more, later, by that of the next call.
    private func distribute(_ asked: KeyRequest? = nil, isWanted: Bool = true) {
        lock.lock()
        defer { lock.unlock() }
        guard let request = asked ?? request else { return }
        self.request = request
        if let loan = loans.values.first(where: { $0.waiting != nil }), let waiting = loan.waiting {
            self.request = nil
            running = loan.task
            loan.waiting = nil
            waiting.resume(returning: request)
        } else if loans.isEmpty && isWanted {
            self.request = nil
            running = Task { await answer(request) }
        }
    }

    private func answer(_ request: KeyRequest) async {
        do {
            let credentials = try await provider()
            note(nil)
            request.give(key: credentials.native)
        } catch {
            if Task.isCancelled {
                distribute(request, isWanted: false)
                return
            }
            let reason = (error as? any LocalizedError)?.errorDescription ?? String(describing: error)
            note((reason, error))
            request.refuse(reason: reason, passes: passes(error))
        }
    }

    private func note(_ thrown: (reason: String, error: any Error)?) {
        lock.withLock { failure = thrown }
    }
}

/// The task that a call lends.
final class Loan: @unchecked Sendable {
    fileprivate typealias Waiting = CheckedContinuation<KeyRequest?, Never>

    private let provider: GuardedProvider
    /// The provider's lock guards both.
    fileprivate var task: Task<Void, Never>?
    fileprivate var waiting: Waiting?

    fileprivate init(_ provider: GuardedProvider) {
        self.provider = provider
    }

    func end(isCancelled: Bool = false) {
        provider.end(self, isCancelled: isCancelled)
    }
}

extension String {
    /// The same with one blank wherever there is white channel: the client does not keep line ends.
    fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
