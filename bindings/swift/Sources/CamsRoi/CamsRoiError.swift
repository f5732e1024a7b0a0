import Foundation

/// What a client, a call or a setting failed with: its ``kind`` says what went wrong, the other fields tell the
/// particulars.
///
/// ```swift
/// do {
///     try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
/// } catch let error as CamsRoiError {
///     switch error.kind {
///     case .notSubscribed, .permissionDenied: print(error.hint)
///     default: print(error.isRetryable ? "later" : "never", error.code ?? error.kind.rawValue)
///     }
/// }
/// ```
///
/// A task that is cancelled ends its call with a `CancellationError`, which is none of these.
public struct CamsRoiError: Error, Sendable, Hashable {
    /// What went wrong. New kinds may come: a `switch` over it needs a `default`.
    public var kind: Kind
    /// What went wrong, in one line: the service's own message where it gave one.
    public var message: String
    /// The whole text, where the message is only its first line.
    public var detail: String?
    /// The service's error code, verbatim; `nil` where the service did not answer with one.
    public var code: String?
    /// The service's ID of the request, to be quoted to the vendor's support.
    public var requestId: String?
    /// The HTTP status of the answer.
    public var httpStatus: Int?
    /// Whether the same call may succeed later as it is. The client has already tried as often as it was told to.
    public var isRetryable: Bool
    /// How long the service asked to wait before the next try.
    public var retryAfter: Duration?
    /// How many requests were sent for this call.
    public var attempts = 0
    /// The operation that was called, for example `EnableWhatsappROIMetric`.
    public var operation: String?
    /// The channel that the call was about.
    public var custSpaceId: String?
    /// The phone number that the call was about.
    public var phoneNumber: String?
    /// The template that the call was about.
    public var templateCode: String?
    /// What to do, in one sentence.
    public var hint: String
    /// Why access was denied, where the service said so.
    public var accessDeniedDetail: AccessDeniedDetail?
    /// Which deadline passed, for a ``Kind/requestTimeout``.
    public var timeoutPhase: TimeoutPhase?
    /// What caused the error, and what caused that, and so on.
    public var causes: [String] = []

    /// What your own credentials function threw, where that is the cause. Errors are equal whatever it is.
    public var underlying: (any Error)? {
        get { thrown.error }
        set { thrown.error = newValue }
    }

    /// The core's own text of it.
    var text: String?
    private var thrown = Thrown()

    /// Makes an error, for example in a test. It is retryable if errors of its kind are by default.
    ///
    /// ```swift
    /// let error = CamsRoiError(.throttled, message: "too many", code: "Throttling.User") {
    ///     $0.retryAfter = .seconds(2)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - kind: What went wrong.
    ///   - message: The same in words.
    ///   - code: The service's error code.
    ///   - hint: What to do.
    ///   - configure: Changes the other particulars.
    public init(
        _ kind: Kind,
        message: String,
        code: String? = nil,
        hint: String = "",
        _ configure: (inout CamsRoiError) -> Void = { _ in }
    ) {
        self.kind = kind
        self.message = message
        self.code = code
        self.hint = hint
        isRetryable = kind.isRetryableByDefault
        configure(&self)
    }
}

extension CamsRoiError {
    /// Which deadline passed: that of the connection, of one attempt, of waiting for a turn, or of the call as a whole.
    public enum TimeoutPhase: String, Sendable, Codable {
        /// The connection was not made in time.
        case connect
        /// One attempt took too long.
        case attempt
        /// The call did not have its turn (limit, connection) within the timeout that it was given. Nothing was sent.
        case queue
        /// The call as a whole took too long, with its waits and retries.
        case overall
    }

    /// Any error, which need not be one that can be compared.
    private struct Thrown: Sendable, Hashable {
        var error: (any Error)?

        static func == (one: Thrown, other: Thrown) -> Bool { true }

        func hash(into hasher: inout Hasher) {}
    }
}

extension CamsRoiError: LocalizedError, CustomStringConvertible {
    /// The operation, the code and the message, in one line.
    public var errorDescription: String? {
        text ?? [operation, code, message].compactMap(\.self).joined(separator: ": ").oneLine
    }

    /// What went wrong, in words.
    public var failureReason: String? { message }

    /// The hint.
    public var recoverySuggestion: String? { hint.isEmpty ? nil : hint }

    /// The name of the kind, the operation, the code and the message, in one line.
    public var description: String { "\(kind.rawValue): \(errorDescription ?? message)" }
}

extension String {
    /// The same text with a blank where a line ends.
    var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
