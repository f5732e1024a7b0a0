import Foundation
internal import CamsRoiNative

// Work of the binding's, and what it fails with as users are to see it.

/// Does work that fails at once or not at all.
func settled<T>(_ provider: GuardedProvider?, _ work: () throws -> T) throws(CamsRoiError) -> T {
    do {
        return try work()
    } catch {
        throw CamsRoiError(error, provider)
    }
}

/// Does work that takes time. A task that is cancelled ends it: uniffi's own code would wait on.
func settled<T: Sendable>(
    _ provider: GuardedProvider?,
    _ call: Call?,
    _ work: @Sendable (CancelToken) async throws -> T
) async throws -> T {
    try Task.checkCancellation()
    let token = CancelToken()
    do {
        return try await withTaskCancellationHandler {
            try await work(token)
        } onCancel: {
            token.cancel()
            call?.cancel()
        }
    } catch {
        throw shown(error, provider)
    }
}

/// What the binding threw, as users are to see it.
func shown(_ error: any Error, _ provider: GuardedProvider?) -> any Error {
    switch error {
    case Failure.Cancelled: CancellationError()
    case is CancellationError: error
    default: CamsRoiError(error, provider)
    }
}

extension CamsRoiError {
    /// What the binding threw.
    fileprivate init(_ error: any Error, _ provider: GuardedProvider?) {
        if case Failure.Failed(let info) = error {
            self.init(info, provider)
        } else {
            // A panic of the core's arrives as an error that only uniffi's code can name.
            self.init(panic: (error as? any LocalizedError)?.errorDescription ?? String(describing: error))
        }
    }

    /// A defect of this package itself.
    init(panic: String) {
        let hint = "Please report it, with this message. The client can be used further."
        self.init(.panic, message: "a defect of cams-roi: \(panic.oneLine)", hint: hint)
    }

    /// An error of the core.
    init(_ info: ErrorInfo, _ provider: GuardedProvider?) {
        self.init(Kind(rawValue: info.kind), message: info.reason, code: info.code, hint: info.hint)
        text = info.text
        detail = info.detail
        requestId = info.requestId
        httpStatus = info.httpStatus.map { Int($0) }
        isRetryable = info.retryable
        retryAfter = info.retryAfterMs.map { .milliseconds($0) }
        attempts = Int(info.attempts)
        operation = info.operation
        custSpaceId = info.custSpaceId
        phoneNumber = info.phoneNumber
        templateCode = info.templateCode
        accessDeniedDetail = info.accessDeniedDetail.map { AccessDeniedDetail($0) }
        timeoutPhase = info.timeoutPhase.map { TimeoutPhase($0) }
        causes = info.causes
        if kind == .credentials { underlying = provider?.thrown(detail ?? message) }
    }
}

extension CamsRoiError.TimeoutPhase {
    fileprivate init(_ phase: Phase) {
        self =
            switch phase {
            case .connect: .connect
            case .attempt: .attempt
            case .queue: .queue
            case .overall: .overall
            }
    }
}
