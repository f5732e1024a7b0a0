// Written by `cargo xtask generate` from `model/errors.toml`; do not edit.

extension CamsRoiError {
    /// What went wrong, as a value: to switch over, to compare, to count, to log. Kinds have the same names in every
    /// language that cams-roi speaks.
    ///
    /// New ones may come with any version, so that this is no enumeration: a `switch` needs a `default`.
    public struct Kind: RawRepresentable, Sendable, Hashable, Codable {
        /// A setting is wrong: endpoint, region, proxy, CA file or journal. Nothing was sent.
        public static let configuration = Kind(rawValue: "ConfigurationError")
        /// Another run uses the journal. It can be used when that run has ended. Nothing was sent. A special case of
        /// ``configuration``.
        public static let journalInUse = Kind(rawValue: "JournalInUseError")
        /// No provider returned credentials. The message names each one that was tried, and why it failed. If a
        /// function of your own failed, its error is in ``CamsRoiError/underlying``.
        public static let credentials = Kind(rawValue: "CredentialsError")
        /// An argument is wrong: an empty ID, a start that is not before the end, a control character. Nothing was
        /// sent.
        public static let invalidArgument = Kind(rawValue: "InvalidArgumentError")
        /// DNS, connecting, TLS, a reset, or an answer that was cut off.
        public static let transport = Kind(rawValue: "TransportError")
        /// A deadline passed; ``CamsRoiError/timeoutPhase`` says which. A special case of ``transport``.
        public static let requestTimeout = Kind(rawValue: "RequestTimeoutError")
        /// The answer was not the API's JSON, but a proxy's page, a redirect, or too large. The message shows its
        /// beginning.
        public static let unexpectedResponse = Kind(rawValue: "UnexpectedResponseError")
        /// The service answered with an error code. The kinds below it have codes of their own; this one has all
        /// others.
        public static let service = Kind(rawValue: "ServiceError")
        /// The account has not subscribed to Chat App Message Service. A special case of ``service``.
        public static let notSubscribed = Kind(rawValue: "NotSubscribedError")
        /// The identity lacks a permission. ``CamsRoiError/hint`` names the RAM action to grant. A special case of
        /// ``service``.
        public static let permissionDenied = Kind(rawValue: "PermissionDeniedError")
        /// Too many calls. ``CamsRoiError/retryAfter`` says how long to wait, if the service said it. A special case
        /// of ``service``.
        public static let throttled = Kind(rawValue: "ThrottledError")
        /// The channel does not belong to the account. A special case of ``service``.
        public static let unknownResourceOwner = Kind(rawValue: "UnknownResourceOwnerError")
        /// The service refused the AccessKey, security token, signature, nonce or clock. A special case of
        /// ``service``.
        public static let authentication = Kind(rawValue: "AuthenticationError")
        /// The service refused a parameter, the operation or the version. A special case of ``service``.
        public static let invalidParameter = Kind(rawValue: "InvalidParameterError")
        /// The service failed or is overloaded. A special case of ``service``.
        public static let serviceUnavailable = Kind(rawValue: "ServiceUnavailableError")
        /// A defect of this package itself. The process goes on, and so may the client; please report it.
        public static let panic = Kind(rawValue: "PanicError")

        /// The kinds that this version knows.
        public static let known: [Kind] = [
            configuration, journalInUse, credentials, invalidArgument, transport, requestTimeout, unexpectedResponse,
            service, notSubscribed, permissionDenied, throttled, unknownResourceOwner, authentication, invalidParameter,
            serviceUnavailable, panic,
        ]

        /// The kind's name, for example `ThrottledError`.
        public let rawValue: String

        /// The kind of this name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Whether an error of this kind is worth another try, where nothing else says so.
        public var isRetryableByDefault: Bool {
            [.journalInUse, .transport, .requestTimeout, .throttled, .serviceUnavailable].contains(self)
        }

        /// The kind of which this one is a special case, if there is one.
        public var parent: Kind? {
            switch self {
            case .journalInUse: .configuration
            case .requestTimeout: .transport
            case .notSubscribed, .permissionDenied, .throttled, .unknownResourceOwner, .authentication,
                .invalidParameter, .serviceUnavailable:
                .service
            default: nil
            }
        }
    }
}

extension CamsRoiError {
    /// Whether it is of the kind ``Kind/configuration`` or of a special case of it.
    public var isConfigurationError: Bool { kind == .configuration || kind.parent == .configuration }

    /// Whether it is of the kind ``Kind/transport`` or of a special case of it.
    public var isTransportError: Bool { kind == .transport || kind.parent == .transport }

    /// Whether it is of the kind ``Kind/service`` or of a special case of it.
    public var isServiceError: Bool { kind == .service || kind.parent == .service }
}
