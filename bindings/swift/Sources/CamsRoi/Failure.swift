import Foundation
internal import CamsRoiNative

/// A defect of this package itself. The process goes on, and so may the client; please report it.
public struct InternalError: Error, LocalizedError, Sendable {
    /// What happened.
    public let message: String

    /// The same, in one line.
    public var errorDescription: String? { "a defect of cams-roi, please report it: \(message.oneLine)" }
}

/// Does work of the bridge's, and throws what it fails with as users are to see it.
func settled<T>(_ provider: GuardedProvider?, _ work: () throws -> T) throws -> T {
    do {
        return try work()
    } catch {
        throw shown(error, provider)
    }
}

/// The same for work that takes time. A task that is cancelled ends it: uniffi's own code would wait on.
func settled<T: Sendable>(
    _ provider: GuardedProvider?,
    _ work: @Sendable (CancelToken) async throws -> T
) async throws -> T {
    try Task.checkCancellation()
    let token = CancelToken()
    do {
        return try await withTaskCancellationHandler {
            try await work(token)
        } onCancel: {
            token.cancel()
        }
    } catch {
        throw shown(error, provider)
    }
}

/// What the bridge threw, as users are to see it.
func shown(_ error: any Error, _ provider: GuardedProvider?) -> any Error {
    switch error {
    case Failure.Failed(let info): CamsRoiError(info, provider)
    case Failure.Cancelled: CancellationError()
    case is CancellationError: error
    // A panic of the core's arrives as an error that only uniffi's code can name.
    default: InternalError(message: (error as? any LocalizedError)?.errorDescription ?? String(describing: error))
    }
}

extension CamsRoiError {
    /// An error of the core.
    init(_ info: ErrorInfo, _ provider: GuardedProvider?) {
        let kind = Kind(info.kind)
        let details = ErrorDetails(info)
        self.init(kind, kind == .credentials ? details.caused(by: provider) : details)
    }
}

extension CamsRoiError.Kind {
    /// Without a default, so that a new kind does not compile before it is known here.
    init(_ kind: ErrorKind) {
        self =
            switch kind {
            case .configuration: .configuration
            case .journalInUse: .journalInUse
            case .credentials: .credentials
            case .invalidArgument: .invalidArgument
            case .transport: .transport
            case .requestTimeout: .requestTimeout
            case .unexpectedResponse: .unexpectedResponse
            case .service: .service
            case .notSubscribed: .notSubscribed
            case .permissionDenied: .permissionDenied
            case .throttled: .throttled
            case .unknownResourceOwner: .unknownResourceOwner
            case .authentication: .authentication
            case .invalidParameter: .invalidParameter
            case .serviceUnavailable: .serviceUnavailable
            }
    }
}

extension ErrorDetails {
    fileprivate init(_ info: ErrorInfo) {
        self.init(message: info.reason, text: info.text, hint: info.hint)
        detail = info.detail
        code = info.code
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
        timeoutPhase = info.timeoutPhase.map {
            switch $0 {
            case .connect: .connect
            case .attempt: .attempt
            case .queue: .queue
            case .overall: .overall
            }
        }
        causes = info.causes
    }

    fileprivate func caused(by provider: GuardedProvider?) -> ErrorDetails {
        var details = self
        details.underlying = provider?.thrown(detail ?? message)
        return details
    }
}
