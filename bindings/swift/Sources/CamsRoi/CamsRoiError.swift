import Foundation

/// What a client, a call or a setting failed with; what went wrong is the case, the particulars are in it.
///
/// The cases have the names of the error classes in every language that cams-roi speaks. New ones may come: a `switch`
/// needs a `default`.
///
/// ```swift
/// do {
///     try await client.enableWhatsappRoiMetric(custSpaceId: "cams-1")
/// } catch CamsRoiError.notSubscribed(let error) {
///     print(error.hint)
/// } catch let error as CamsRoiError where error.isRetryable {
///     print("later:", error.code ?? error.kind.rawValue, error.retryAfter ?? .seconds(1))
/// }
/// ```
///
/// A task that is cancelled ends its call with a `CancellationError`, which is none of these.
public enum CamsRoiError: Error, Sendable {
    /// A bad endpoint, region, proxy, CA file or journal. Nothing was sent.
    case configuration(ErrorDetails)
    /// Another run uses the journal. It is a configuration error, too: ``isConfigurationError``.
    case journalInUse(ErrorDetails)
    /// No provider gave credentials; the message names each one tried, and why it failed. Where a function of yours
    /// threw, ``underlying`` is what it threw.
    case credentials(ErrorDetails)
    /// An empty ID, a start that is not before the end… Nothing was sent.
    case invalidArgument(ErrorDetails)
    /// DNS, connect, TLS, reset, or an answer that was cut off.
    case transport(ErrorDetails)
    /// A deadline passed; ``timeoutPhase`` tells which. It is a transport error, too: ``isTransportError``.
    case requestTimeout(ErrorDetails)
    /// The answer was not the API's JSON: a proxy's page, a redirect, too large.
    case unexpectedResponse(ErrorDetails)
    /// The service answered with an error code that no case below knows.
    case service(ErrorDetails)
    /// The account has not subscribed to Chat App Message Service.
    case notSubscribed(ErrorDetails)
    /// The identity lacks a permission; the hint names the RAM action to grant.
    case permissionDenied(ErrorDetails)
    /// Too many calls.
    case throttled(ErrorDetails)
    /// The channel does not belong to the account.
    case unknownResourceOwner(ErrorDetails)
    /// The AccessKey, security token, signature, nonce or clock was refused.
    case authentication(ErrorDetails)
    /// The service refused a parameter, the action or the version.
    case invalidParameter(ErrorDetails)
    /// The service failed or is overloaded.
    case serviceUnavailable(ErrorDetails)
}

extension CamsRoiError {
    /// Makes an error, for example in a test. It is retryable if errors of its kind are by default.
    ///
    /// ```swift
    /// let error = CamsRoiError(.throttled, message: "too many", code: "Throttling.User") {
    ///     $0.retryAfter = .seconds(2)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - kind: Which case it is.
    ///   - message: What went wrong, in words.
    ///   - code: The service's error code.
    ///   - hint: What to do.
    ///   - configure: Changes the other particulars.
    public init(
        _ kind: Kind,
        message: String,
        code: String? = nil,
        hint: String = "",
        _ configure: (inout ErrorDetails) -> Void = { _ in }
    ) {
        var details = ErrorDetails(message: message, text: nil, hint: hint)
        details.code = code
        details.isRetryable = kind.isRetryableByDefault
        configure(&details)
        self.init(kind, details)
    }

    /// Without a default, so that a new kind does not compile before it has a case.
    init(_ kind: Kind, _ details: ErrorDetails) {
        self =
            switch kind {
            case .configuration: .configuration(details)
            case .journalInUse: .journalInUse(details)
            case .credentials: .credentials(details)
            case .invalidArgument: .invalidArgument(details)
            case .transport: .transport(details)
            case .requestTimeout: .requestTimeout(details)
            case .unexpectedResponse: .unexpectedResponse(details)
            case .service: .service(details)
            case .notSubscribed: .notSubscribed(details)
            case .permissionDenied: .permissionDenied(details)
            case .throttled: .throttled(details)
            case .unknownResourceOwner: .unknownResourceOwner(details)
            case .authentication: .authentication(details)
            case .invalidParameter: .invalidParameter(details)
            case .serviceUnavailable: .serviceUnavailable(details)
            }
    }

    /// What the case says, as a value: to compare, to count, to log.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// See ``CamsRoiError/configuration(_:)``.
        case configuration = "ConfigurationError"
        /// See ``CamsRoiError/journalInUse(_:)``.
        case journalInUse = "JournalInUseError"
        /// See ``CamsRoiError/credentials(_:)``.
        case credentials = "CredentialsError"
        /// See ``CamsRoiError/invalidArgument(_:)``.
        case invalidArgument = "InvalidArgumentError"
        /// See ``CamsRoiError/transport(_:)``.
        case transport = "TransportError"
        /// See ``CamsRoiError/requestTimeout(_:)``.
        case requestTimeout = "RequestTimeoutError"
        /// See ``CamsRoiError/unexpectedResponse(_:)``.
        case unexpectedResponse = "UnexpectedResponseError"
        /// See ``CamsRoiError/service(_:)``.
        case service = "ServiceError"
        /// See ``CamsRoiError/notSubscribed(_:)``.
        case notSubscribed = "NotSubscribedError"
        /// See ``CamsRoiError/permissionDenied(_:)``.
        case permissionDenied = "PermissionDeniedError"
        /// See ``CamsRoiError/throttled(_:)``.
        case throttled = "ThrottledError"
        /// See ``CamsRoiError/unknownResourceOwner(_:)``.
        case unknownResourceOwner = "UnknownResourceOwnerError"
        /// See ``CamsRoiError/authentication(_:)``.
        case authentication = "AuthenticationError"
        /// See ``CamsRoiError/invalidParameter(_:)``.
        case invalidParameter = "InvalidParameterError"
        /// See ``CamsRoiError/serviceUnavailable(_:)``.
        case serviceUnavailable = "ServiceUnavailableError"

        /// Whether an error of this kind is worth another try, where nothing else says so.
        public var isRetryableByDefault: Bool {
            switch self {
            case .journalInUse, .transport, .requestTimeout, .throttled, .serviceUnavailable: true
            case .configuration, .credentials, .invalidArgument, .unexpectedResponse, .service, .notSubscribed,
                .permissionDenied, .unknownResourceOwner, .authentication, .invalidParameter:
                false
            }
        }

        /// The kind of which this one is a special case, if there is one.
        public var parent: Kind? {
            switch self {
            case .journalInUse: .configuration
            case .requestTimeout: .transport
            case .notSubscribed, .permissionDenied, .throttled, .unknownResourceOwner, .authentication,
                .invalidParameter, .serviceUnavailable:
                .service
            case .configuration, .credentials, .invalidArgument, .transport, .unexpectedResponse, .service: nil
            }
        }
    }

    /// What the case says, as a value. Its `rawValue` is the name of the error's class in every language.
    public var kind: Kind { unpacked.kind }

    /// The particulars, whatever the case.
    public var details: ErrorDetails { unpacked.details }

    /// Whether the service answered with an error code: ``service(_:)`` and its special cases.
    public var isServiceError: Bool { kind == .service || kind.parent == .service }

    /// Whether it was a setting or the journal: ``configuration(_:)`` and ``journalInUse(_:)``.
    public var isConfigurationError: Bool { kind == .configuration || kind.parent == .configuration }

    /// Whether it was the network: ``transport(_:)`` and ``requestTimeout(_:)``.
    public var isTransportError: Bool { kind == .transport || kind.parent == .transport }

    /// What went wrong, in one line: the service's own message where it gave one.
    public var message: String { details.message }

    /// The whole text, where the message is only its first line.
    public var detail: String? { details.detail }

    /// The service's error code, verbatim; `nil` where the service did not answer with one.
    public var code: String? { details.code }

    /// The service's ID of the request, to be quoted to the vendor's support.
    public var requestId: String? { details.requestId }

    /// The HTTP status of the answer.
    public var httpStatus: Int? { details.httpStatus }

    /// Whether the same call may succeed later as it is. The client has already tried as often as it was told to.
    public var isRetryable: Bool { details.isRetryable }

    /// How long the service asked to wait before the next try.
    public var retryAfter: Duration? { details.retryAfter }

    /// How many requests were sent for this call.
    public var attempts: Int { details.attempts }

    /// The operation that was called, for example `EnableWhatsappROIMetric`.
    public var operation: String? { details.operation }

    /// The channel that the call was about.
    public var custSpaceId: String? { details.custSpaceId }

    /// The phone number that the call was about.
    public var phoneNumber: String? { details.phoneNumber }

    /// The template that the call was about.
    public var templateCode: String? { details.templateCode }

    /// What to do, in one sentence.
    public var hint: String { details.hint }

    /// Why access was denied, where the service said so.
    public var accessDeniedDetail: AccessDeniedDetail? { details.accessDeniedDetail }

    /// Which deadline passed, for a ``requestTimeout(_:)``.
    public var timeoutPhase: TimeoutPhase? { details.timeoutPhase }

    /// What your own credentials function threw, where that is the cause.
    public var underlying: (any Error)? { details.underlying }

    /// Without a default, so that a new case does not compile before it has a kind.
    private var unpacked: (kind: Kind, details: ErrorDetails) {
        switch self {
        case .configuration(let details): (.configuration, details)
        case .journalInUse(let details): (.journalInUse, details)
        case .credentials(let details): (.credentials, details)
        case .invalidArgument(let details): (.invalidArgument, details)
        case .transport(let details): (.transport, details)
        case .requestTimeout(let details): (.requestTimeout, details)
        case .unexpectedResponse(let details): (.unexpectedResponse, details)
        case .service(let details): (.service, details)
        case .notSubscribed(let details): (.notSubscribed, details)
        case .permissionDenied(let details): (.permissionDenied, details)
        case .throttled(let details): (.throttled, details)
        case .unknownResourceOwner(let details): (.unknownResourceOwner, details)
        case .authentication(let details): (.authentication, details)
        case .invalidParameter(let details): (.invalidParameter, details)
        case .serviceUnavailable(let details): (.serviceUnavailable, details)
        }
    }
}

extension CamsRoiError: LocalizedError, CustomStringConvertible {
    /// The operation, the code and the message, in one line.
    public var errorDescription: String? { details.description }

    /// What went wrong, in words.
    public var failureReason: String? { message }

    /// The hint.
    public var recoverySuggestion: String? { hint.isEmpty ? nil : hint }

    /// The name of the error's class, the operation, the code and the message, in one line.
    public var description: String { "\(kind.rawValue): \(details)" }
}
