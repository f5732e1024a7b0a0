internal import CamsRoiNative

extension CamsRoiClient {
    /// How a ``CamsRoiClient`` is configured. Everything has a default.
    public struct Configuration: Sendable {
        /// The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented.
        public var region: String?
        /// The service's address, as a host name or a URL. It wins over the region, and over `CAMS_ROI_ENDPOINT`.
        public var endpoint: String?
        /// An AccessKey, or a function that is asked for one. Without it, the environment, files and metadata are
        /// asked.
        public var credentials: CredentialsSource?
        /// The profile that is taken from the Alibaba Cloud CLI's file.
        public var profile: String?
        /// The account that is called for: clients that name the same one share its rate limits.
        public var accountId: String?
        /// How requests are signed.
        public var signature = SignatureAlgorithm.acs3HmacSha256
        /// The deadline of a call as a whole, with its waits and retries. Without one, a call has 60 seconds from its
        /// turn on, however long it waits for that.
        public var timeout: Duration?
        /// The deadline for a connection to come about; 5 seconds by default.
        public var connectTimeout: Duration?
        /// The deadline of one attempt, to its complete answer; 10 seconds by default.
        public var attemptTimeout: Duration?
        /// Attempts in all, the first one included; 3 by default.
        public var maxAttempts: Int?
        /// What the random wait before the second attempt is at most; doubles from attempt to attempt; 100 ms by
        /// default.
        public var baseDelay: Duration?
        /// What a wait between attempts is at most; 20 seconds by default.
        public var maxDelay: Duration?
        /// How many calls a second are made for each operation.
        public var rateLimit = RateLimit.documented
        /// How many connections are open at once, at most; 100 by default. To wait for one is to wait for a turn.
        public var maxConnections: Int?
        /// Which proxy is used.
        public var proxy = Proxy.environment
        /// The path of a file of PEM certificates to trust besides the usual ones.
        public var caFile: String?
        /// PEM certificates to trust besides the usual ones.
        public var caPem: String?
        /// Trusts any certificate, so that anybody on the way can read and change what is sent. Never for production.
        public var dangerAcceptAnyCertificate = false
        /// Your program's name, for the `User-Agent` header.
        public var userAgent: String?
        /// Is told what the client does, a little after it did so, record after record. For example, with swift-log:
        ///
        /// ```swift
        /// configuration.logger = { record in
        ///     let fields = record.fields.mapValues { Logger.MetadataValue.string($0) }
        ///     logger.log(level: record.level == .warn ? .warning : .debug, "\(record.message)", metadata: fields)
        /// }
        /// ```
        public var logger: (@Sendable (LogRecord) -> Void)?
        /// The least that the logger is told.
        public var logLevel = LogLevel.debug

        /// Everything at its default.
        public init() {}
    }

    /// How requests are signed.
    public enum SignatureAlgorithm: String, Sendable, CaseIterable, Codable {
        /// What the vendor recommends, and its own SDKs send.
        case acs3HmacSha256 = "acs3-hmac-sha256"
        /// The older one, which every endpoint of its kind takes.
        case hmacSha1 = "hmac-sha1"
    }

    /// How many calls a second are made for each operation. All clients of a process that call for one account share
    /// it: the lowest counts, operation by operation.
    public enum RateLimit: Sendable, Hashable {
        /// What the service documents: 5 to enable, 50 to read.
        case documented
        /// So many, for each operation; fractions are allowed.
        case perSecond(Double)
        /// As many as there are. The service refuses what is too much.
        case off
        /// A limit of its own for each of these operations, by its name. The others keep the documented one.
        ///
        /// ```swift
        /// configuration.rateLimit = .operations(["EnableWhatsappROIMetric": .perSecond(1.25)])
        /// ```
        case operations([String: OperationLimit])
    }

    /// How many calls a second are made for one operation.
    public enum OperationLimit: Sendable, Hashable {
        /// So many; fractions are allowed.
        case perSecond(Double)
        /// As many as there are.
        case off
    }

    /// Which proxy is used.
    public enum Proxy: Sendable, Hashable {
        /// The one that `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say.
        case environment
        /// None.
        case direct
        /// The one at a URL: `http`, `https` or `socks5`, with user and password where it wants them.
        case url(String)
    }
}

extension CamsRoiClient.Proxy: CustomStringConvertible, CustomReflectable {
    /// Which one, without the URL: a password may be in it.
    public var description: String {
        switch self {
        case .environment: "environment"
        case .direct: "direct"
        case .url: "url([secret])"
        }
    }

    /// What `dump` shows: the same.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CamsRoiClient.Configuration {
    /// As the bridge takes it.
    var native: Settings {
        let key: Key? = if case .known(let credentials) = credentials { credentials.native } else { nil }
        return Settings(
            region: region,
            endpoint: endpoint,
            key: key,
            profile: profile,
            accountId: accountId,
            signature: signature == .hmacSha1 ? .hmacSha1 : .acs3HmacSha256,
            timeoutMs: timeout?.milliseconds,
            connectTimeoutMs: connectTimeout?.milliseconds,
            attemptTimeoutMs: attemptTimeout?.milliseconds,
            maxAttempts: maxAttempts.map { Double($0) },
            baseDelayMs: baseDelay?.milliseconds,
            maxDelayMs: maxDelay?.milliseconds,
            rateLimit: rateLimit.native,
            operationLimits: rateLimit.operations,
            maxConnections: maxConnections.map { Double($0) },
            proxy: proxy.native,
            caFile: caFile,
            caPem: caPem,
            dangerAcceptAnyCertificate: dangerAcceptAnyCertificate,
            userAgent: ["swift/6", userAgent].compactMap { $0 }.joined(separator: " ")
        )
    }
}

extension CamsRoiClient.RateLimit {
    fileprivate var native: CamsRoiNative.RateLimit {
        switch self {
        case .documented, .operations: .documented
        case .perSecond(let calls): .perSecond(calls: calls)
        case .off: .off
        }
    }

    fileprivate var operations: [CamsRoiNative.OperationLimit] {
        guard case .operations(let limits) = self else { return [] }
        return limits.map { operation, limit in
            switch limit {
            case .perSecond(let calls): .init(operation: operation, limit: .perSecond(calls: calls))
            case .off: .init(operation: operation, limit: .off)
            }
        }
    }
}

extension CamsRoiClient.Proxy {
    fileprivate var native: CamsRoiNative.Proxy {
        switch self {
        case .environment: .environment
        case .direct: .direct
        case .url(let url): .url(url: url)
        }
    }
}
