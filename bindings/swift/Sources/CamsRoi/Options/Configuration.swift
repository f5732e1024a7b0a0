// Written by `cargo xtask generate` from `model/options.toml`; do not edit.

extension CamsRoiClient {
    /// How a ``CamsRoiClient`` is configured. Everything has a default.
    public struct Configuration: Sendable {
        /// The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented.
        public var region: String?
        /// The service's address, as a host name (https) or a URL. It wins over `region`. Without it, the variable
        /// `CAMS_ROI_ENDPOINT` is asked.
        public var endpoint: String?
        /// An AccessKey, or a function that is asked for one. Without it, the environment, files and metadata are
        /// asked.
        public var credentials: CredentialsSource?
        /// The profile that is taken from the Alibaba Cloud CLI's configuration or from the credentials file.
        public var profile: String?
        /// The account that is called for: clients that name the same one share its rate limits, also where their
        /// AccessKeys differ. Give it where a function of yours gives each client keys of its own.
        public var accountId: String?
        /// How requests are signed; `acs3-hmac-sha256` by default.
        public var signature = SignatureAlgorithm.acs3HmacSha256
        /// The deadline of a call as a whole, with its waits, its retries and its wait for a turn (rate limit,
        /// connection). Without one, a call has 60 s from its turn on, however long it waits for that.
        public var timeout: Duration?
        /// How long it may take to connect (DNS, TCP, TLS); 5 s by default.
        public var connectTimeout: Duration?
        /// How long one attempt may take to its complete answer; 10 s by default.
        public var attemptTimeout: Duration?
        /// Attempts in all for one call, the first one included; 3 by default.
        public var maxAttempts: Int?
        /// What the random wait before the second attempt is at most; 100 ms by default. It doubles with each further
        /// one.
        public var baseDelay: Duration?
        /// What a wait before any attempt is at most; 20 s by default.
        public var maxDelay: Duration?
        /// How many calls a second are made for each operation; what the service documents by default. All clients of
        /// the process that call for one account share it: the lowest counts, operation by operation.
        public var rateLimit = RateLimit.documented
        /// The Redis or Valkey server (6 or newer) through which all processes that call for one account keep its
        /// rate limits together: `redis://HOST:PORT/DB`, `rediss://` for TLS, `unix:///PATH`,
        /// `redis-sentinel://HOST,HOST/MASTER` or `redis-cluster://HOST,HOST`; each process keeps the limits by
        /// itself by default. Processes with the same `accountId`, or else the same AccessKey, share limits. Without
        /// it, the variable `CAMS_ROI_SHARED_LIMITS` is asked.
        public var sharedLimits: String?
        /// What calls do while the server of `sharedLimits` is away, once it was there; `local` by default.
        public var whenUnavailable = WhenUnavailable.local
        /// How many connections are open at once at the most; 100 by default. A call that waits for one waits for its
        /// turn.
        public var maxConnections: Int?
        /// The proxy that requests go through; the environment's by default.
        public var proxy = Proxy.environment
        /// A file of PEM certificates to trust besides the usual ones.
        public var caFile: String?
        /// PEM certificates to trust besides the usual ones.
        public var caPem: String?
        /// Trusts any certificate, so that anybody on the way can read and change what is sent. Never for production.
        public var dangerAcceptAnyCertificate = false
        /// Your program's name, which the `User-Agent` header says after the library's own.
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
