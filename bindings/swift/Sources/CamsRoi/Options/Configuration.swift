// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

extension CamsRoiClient {
    /// How a ``CamsRoiClient`` is configured. Everything has a default.
    public struct Configuration: Sendable {
        /// The region. Only `ap-southeast-1`, the default, has a documented endpoint.
        public var region: String?
        /// The service's address, as a host name (https) or a URL. It overrides `region`. Without it, the variable
        /// `CAMS_ROI_ENDPOINT` is used.
        public var endpoint: String?
        /// An AccessKey, or a function that returns one. By default, credentials come from the environment, from
        /// files or from the metadata server.
        public var credentials: CredentialsSource?
        /// The profile of the Alibaba Cloud CLI's configuration or of the credentials file to take credentials from.
        /// No other source is asked.
        public var profile: String?
        /// The account that is called. Clients that name the same account share its rate limits, even if their
        /// AccessKeys differ. Set it if a function of yours gives each client its own keys.
        public var accountId: String?
        /// How requests are signed; `acs3-hmac-sha256` by default.
        public var signature = SignatureAlgorithm.acs3HmacSha256
        /// The deadline of a whole call, including its waits, its retries and the wait for its turn (rate limit,
        /// connection). Without it, a call has 60 s from its turn on, however long it waits for the turn.
        public var timeout: Duration?
        /// The time limit for connecting (DNS, TCP, TLS); 5 s by default.
        public var connectTimeout: Duration?
        /// The time limit for one attempt, up to its complete answer; 10 s by default.
        public var attemptTimeout: Duration?
        /// The largest number of attempts for one call, including the first; 3 by default.
        public var maxAttempts: Int?
        /// Upper bound of the random delay before the first retry; 100 ms by default. It doubles with each further
        /// retry.
        public var baseDelay: Duration?
        /// Upper bound of the delay before any retry; 20 s by default.
        public var maxDelay: Duration?
        /// Calls per second for each operation; what the service documents by default. All clients of the process
        /// that call for the same account share the limits; for each operation, the lowest counts.
        public var rateLimit = RateLimit.documented
        /// The Redis or Valkey server (6 or newer) through which all processes that call for one account keep its
        /// rate limits together: `redis://HOST:PORT/DB`, `rediss://` for TLS, `unix:///PATH`,
        /// `redis-sentinel://HOST,HOST/MASTER` or `redis-cluster://HOST,HOST`; each process keeps the limits by
        /// itself by default. Processes with the same `accountId`, or else the same AccessKey, share limits. Without
        /// it, the variable `CAMS_ROI_SHARED_LIMITS` is used.
        public var sharedLimits: String?
        /// What calls do while the server of `sharedLimits` is away, once it was there; `local` by default.
        public var whenUnavailable = WhenUnavailable.local
        /// The largest number of open connections; 100 by default. A call that needs one waits for its turn.
        public var maxConnections: Int?
        /// The proxy for requests; the environment's by default.
        public var proxy = Proxy.environment
        /// A file of PEM certificates to trust, in addition to the usual ones.
        public var caFile: String?
        /// PEM certificates to trust, in addition to the usual ones.
        public var caPem: String?
        /// Trusts any certificate. Anybody on the way can then read and change what is sent: never use it in
        /// production.
        public var dangerAcceptAnyCertificate = false
        /// Your program's name. It follows the library's name in the `User-Agent` header.
        public var userAgent: String?
        /// Receives a record of each thing that the client does, shortly after it was done. For example, with
        /// swift-log:
        ///
        /// ```swift
        /// configuration.logger = { record in
        ///     let fields = record.fields.mapValues { Logger.MetadataValue.string($0) }
        ///     logger.log(level: record.level == .warn ? .warning : .debug, "\(record.message)", metadata: fields)
        /// }
        /// ```
        public var logger: (@Sendable (LogRecord) -> Void)?
        /// The least important level of the records that the logger receives; `debug` by default.
        public var logLevel = LogLevel.debug
        /// Receives an event when a call or a run over many channels begins, for each request, and when one ends:
        /// what tracing and metrics are made of. What it throws is logged once, and changes no call.
        public var onEvent: (@Sendable (ClientEvent) -> Void)?

        /// Everything at its default.
        public init() {}
    }
}

extension CamsRoiClient.Configuration: MessageWritable {
    func write(to writer: inout MessageWriter) {
        writer.write(region)
        writer.write(endpoint)
        writer.write(credentials?.known)
        writer.write(profile)
        writer.write(accountId)
        writer.write(Optional(signature))
        writer.write(timeout)
        writer.write(connectTimeout)
        writer.write(attemptTimeout)
        writer.write(maxAttempts.map { Double($0) })
        writer.write(baseDelay)
        writer.write(maxDelay)
        writer.write(Optional(rateLimit))
        writer.write(sharedLimits)
        writer.write(Optional(whenUnavailable))
        writer.write(maxConnections.map { Double($0) })
        writer.write(proxy.told)
        writer.write(caFile)
        writer.write(caPem)
        writer.write(Optional(dangerAcceptAnyCertificate))
        writer.write(userAgent)
    }
}
