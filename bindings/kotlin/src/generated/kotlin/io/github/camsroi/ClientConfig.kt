// Written by `cargo xtask generate` from `model/options.toml`; do not edit.
package io.github.camsroi

import io.github.camsroi.internal.setting
import java.nio.file.Path
import java.util.concurrent.Callable
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * How a [Client] is configured. Everything has a default.
 *
 * ```
 * ClientConfig {
 *     accountId = "1234567890"
 *     timeout = 20.seconds
 * }
 * ```
 * In Java: `ClientConfig.builder().accountId("1234567890").timeout(Duration.ofSeconds(20)).build()`.
 */
public class ClientConfig private constructor(internal val settings: Builder) {
    /** With every default. */
    public constructor() : this(Builder())

    /** Some settings; no secret. */
    override fun toString(): String = settings.toString()

    /** Puts a configuration together: by properties in Kotlin, by methods in Java. */
    public class Builder internal constructor() {
        /** The region. Only `ap-southeast-1`, the default, has a documented endpoint. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var region: String? = null

        /**
         * The service's address, as a host name (https) or a URL. It overrides `region`. Without it, the variable
         * `CAMS_ROI_ENDPOINT` is used.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var endpoint: String? = null

        /**
         * An AccessKey. Without it and without a provider, credentials come from the environment, from files or from
         * the metadata server.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var credentials: Credentials? = null

        /** Returns credentials. It is called again before they expire, once for all calls that wait. It may block. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var credentialsProvider: (suspend () -> Credentials)? = null

        /**
         * The profile of the Alibaba Cloud CLI's configuration or of the credentials file to take credentials from.
         * No other source is asked.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var profile: String? = null

        /**
         * The account that is called. Clients that name the same account share its rate limits, even if their
         * AccessKeys differ. Set it if a function of yours gives each client its own keys.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var accountId: String? = null

        /** How requests are signed; `acs3-hmac-sha256` by default. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var signature: SignatureAlgorithm = SignatureAlgorithm.ACS3_HMAC_SHA256

        /**
         * The deadline of a whole call, including its waits, its retries and the wait for its turn (rate limit,
         * connection). Without it, a call has 60 s from its turn on, however long it waits for the turn.
         */
        @get:JvmSynthetic
        @get:JvmName("getTimeout")
        @set:JvmSynthetic
        @set:JvmName("setTimeout")
        public var timeout: Duration? = null

        /** The time limit for connecting (DNS, TCP, TLS); 5 s by default. */
        @get:JvmSynthetic
        @get:JvmName("getConnectTimeout")
        @set:JvmSynthetic
        @set:JvmName("setConnectTimeout")
        public var connectTimeout: Duration? = null

        /** The time limit for one attempt, up to its complete answer; 10 s by default. */
        @get:JvmSynthetic
        @get:JvmName("getAttemptTimeout")
        @set:JvmSynthetic
        @set:JvmName("setAttemptTimeout")
        public var attemptTimeout: Duration? = null

        /** The largest number of attempts for one call, including the first; 3 by default. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var maxAttempts: Int? = null

        /**
         * Upper bound of the random delay before the first retry; 100 ms by default. It doubles with each further
         * retry.
         */
        @get:JvmSynthetic
        @get:JvmName("getBaseDelay")
        @set:JvmSynthetic
        @set:JvmName("setBaseDelay")
        public var baseDelay: Duration? = null

        /** Upper bound of the delay before any retry; 20 s by default. */
        @get:JvmSynthetic
        @get:JvmName("getMaxDelay")
        @set:JvmSynthetic
        @set:JvmName("setMaxDelay")
        public var maxDelay: Duration? = null

        /**
         * Calls per second for each operation; what the service documents by default. All clients of the process that
         * call for the same account share the limits; for each operation, the lowest counts.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var rateLimit: RateLimit = RateLimit.DOCUMENTED

        /**
         * The Redis or Valkey server (6 or newer) through which all processes that call for one account keep its rate
         * limits together: `redis://HOST:PORT/DB`, `rediss://` for TLS, `unix:///PATH`,
         * `redis-sentinel://HOST,HOST/MASTER` or `redis-cluster://HOST,HOST`; each process keeps the limits by itself
         * by default. Processes with the same `accountId`, or else the same AccessKey, share limits. Without it, the
         * variable `CAMS_ROI_SHARED_LIMITS` is used.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var sharedLimits: String? = null

        /** What calls do while the server of `sharedLimits` is away, once it was there; `local` by default. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var whenUnavailable: WhenUnavailable = WhenUnavailable.LOCAL

        /** The largest number of open connections; 100 by default. A call that needs one waits for its turn. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var maxConnections: Int? = null

        /** The proxy for requests; the environment's by default. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var proxy: Proxy = Proxy.ENVIRONMENT

        /** A file of PEM certificates to trust, in addition to the usual ones. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var caFile: Path? = null

        /** PEM certificates to trust, in addition to the usual ones. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var caPem: String? = null

        /**
         * Trusts any certificate. Anybody on the way can then read and change what is sent: never use it in
         * production.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var dangerAcceptAnyCertificate: Boolean = false

        /** Your program's name. It follows the library's name in the `User-Agent` header. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var userAgent: String? = null

        /**
         * Receives a record of each thing that the client does. Without one, SLF4J does, where it is on the class
         * path ([Slf4jLogger]).
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var logger: Logger? = null

        /**
         * The least important level of the records that the logger receives; `DEBUG` by default, for SLF4J what it
         * takes.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var logLevel: LogLevel? = null

        /**
         * Receives an event when a call or a run over many channels begins, for each request, and when one ends: what
         * tracing and metrics are made of. What it throws is logged once, and changes no call.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var onEvent: EventListener? = null

        /** The region. Only `ap-southeast-1`, the default, has a documented endpoint. */
        public fun region(region: String?): Builder = apply { this.region = region }

        /**
         * The service's address, as a host name (https) or a URL. It overrides `region`. Without it, the variable
         * `CAMS_ROI_ENDPOINT` is used.
         */
        public fun endpoint(endpoint: String?): Builder = apply { this.endpoint = endpoint }

        /**
         * An AccessKey. Without it and without a provider, credentials come from the environment, from files or from
         * the metadata server.
         */
        public fun credentials(credentials: Credentials?): Builder = apply { this.credentials = credentials }

        /** Returns credentials. It is called again before they expire, once for all calls that wait. It may block. */
        public fun credentialsProvider(credentialsProvider: Callable<Credentials>?): Builder =
            apply { this.credentialsProvider = credentialsProvider?.let { { it.call() } } }

        /**
         * The profile of the Alibaba Cloud CLI's configuration or of the credentials file to take credentials from.
         * No other source is asked.
         */
        public fun profile(profile: String?): Builder = apply { this.profile = profile }

        /**
         * The account that is called. Clients that name the same account share its rate limits, even if their
         * AccessKeys differ. Set it if a function of yours gives each client its own keys.
         */
        public fun accountId(accountId: String?): Builder = apply { this.accountId = accountId }

        /** How requests are signed; `acs3-hmac-sha256` by default. */
        public fun signature(signature: SignatureAlgorithm): Builder =
            apply { this.signature = setting("signature", signature) }

        /**
         * The deadline of a whole call, including its waits, its retries and the wait for its turn (rate limit,
         * connection). Without it, a call has 60 s from its turn on, however long it waits for the turn.
         */
        public fun timeout(timeout: java.time.Duration?): Builder = apply { this.timeout = timeout?.toKotlinDuration() }

        /** The time limit for connecting (DNS, TCP, TLS); 5 s by default. */
        public fun connectTimeout(connectTimeout: java.time.Duration?): Builder =
            apply { this.connectTimeout = connectTimeout?.toKotlinDuration() }

        /** The time limit for one attempt, up to its complete answer; 10 s by default. */
        public fun attemptTimeout(attemptTimeout: java.time.Duration?): Builder =
            apply { this.attemptTimeout = attemptTimeout?.toKotlinDuration() }

        /** The largest number of attempts for one call, including the first; 3 by default. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /**
         * Upper bound of the random delay before the first retry; 100 ms by default. It doubles with each further
         * retry.
         */
        public fun baseDelay(baseDelay: java.time.Duration?): Builder =
            apply { this.baseDelay = baseDelay?.toKotlinDuration() }

        /** Upper bound of the delay before any retry; 20 s by default. */
        public fun maxDelay(maxDelay: java.time.Duration?): Builder =
            apply { this.maxDelay = maxDelay?.toKotlinDuration() }

        /**
         * Calls per second for each operation; what the service documents by default. All clients of the process that
         * call for the same account share the limits; for each operation, the lowest counts.
         */
        public fun rateLimit(rateLimit: RateLimit): Builder = apply { this.rateLimit = setting("rateLimit", rateLimit) }

        /**
         * The Redis or Valkey server (6 or newer) through which all processes that call for one account keep its rate
         * limits together: `redis://HOST:PORT/DB`, `rediss://` for TLS, `unix:///PATH`,
         * `redis-sentinel://HOST,HOST/MASTER` or `redis-cluster://HOST,HOST`; each process keeps the limits by itself
         * by default. Processes with the same `accountId`, or else the same AccessKey, share limits. Without it, the
         * variable `CAMS_ROI_SHARED_LIMITS` is used.
         */
        public fun sharedLimits(sharedLimits: String?): Builder = apply { this.sharedLimits = sharedLimits }

        /** What calls do while the server of `sharedLimits` is away, once it was there; `local` by default. */
        public fun whenUnavailable(whenUnavailable: WhenUnavailable): Builder =
            apply { this.whenUnavailable = setting("whenUnavailable", whenUnavailable) }

        /** The largest number of open connections; 100 by default. A call that needs one waits for its turn. */
        public fun maxConnections(maxConnections: Int?): Builder = apply { this.maxConnections = maxConnections }

        /** The proxy for requests; the environment's by default. */
        public fun proxy(proxy: Proxy): Builder = apply { this.proxy = setting("proxy", proxy) }

        /** A file of PEM certificates to trust, in addition to the usual ones. */
        public fun caFile(caFile: Path?): Builder = apply { this.caFile = caFile }

        /** PEM certificates to trust, in addition to the usual ones. */
        public fun caPem(caPem: String?): Builder = apply { this.caPem = caPem }

        /**
         * Trusts any certificate. Anybody on the way can then read and change what is sent: never use it in
         * production.
         */
        public fun dangerAcceptAnyCertificate(dangerAcceptAnyCertificate: Boolean): Builder =
            apply { this.dangerAcceptAnyCertificate = dangerAcceptAnyCertificate }

        /** Your program's name. It follows the library's name in the `User-Agent` header. */
        public fun userAgent(userAgent: String?): Builder = apply { this.userAgent = userAgent }

        /**
         * Receives a record of each thing that the client does. Without one, SLF4J does, where it is on the class
         * path ([Slf4jLogger]).
         */
        public fun logger(logger: Logger?): Builder = apply { this.logger = logger }

        /**
         * The least important level of the records that the logger receives; `DEBUG` by default, for SLF4J what it
         * takes.
         */
        public fun logLevel(logLevel: LogLevel?): Builder = apply { this.logLevel = logLevel }

        /**
         * Receives an event when a call or a run over many channels begins, for each request, and when one ends: what
         * tracing and metrics are made of. What it throws is logged once, and changes no call.
         */
        public fun onEvent(onEvent: EventListener?): Builder = apply { this.onEvent = onEvent }

        /** The configuration as it is now: what is changed here later does not change it. */
        public fun build(): ClientConfig = ClientConfig(copy())

        /** Some settings; no secret. */
        override fun toString(): String =
            "ClientConfig(endpoint=$endpoint, region=$region, accountId=$accountId, credentials=$credentials)"

        internal fun copy(): Builder = Builder().also {
            it.region = region
            it.endpoint = endpoint
            it.credentials = credentials
            it.credentialsProvider = credentialsProvider
            it.profile = profile
            it.accountId = accountId
            it.signature = signature
            it.timeout = timeout
            it.connectTimeout = connectTimeout
            it.attemptTimeout = attemptTimeout
            it.maxAttempts = maxAttempts
            it.baseDelay = baseDelay
            it.maxDelay = maxDelay
            it.rateLimit = rateLimit
            it.sharedLimits = sharedLimits
            it.whenUnavailable = whenUnavailable
            it.maxConnections = maxConnections
            it.proxy = proxy
            it.caFile = caFile
            it.caPem = caPem
            it.dangerAcceptAnyCertificate = dangerAcceptAnyCertificate
            it.userAgent = userAgent
            it.logger = logger
            it.logLevel = logLevel
            it.onEvent = onEvent
        }
    }

    /** Makes builders. */
    public companion object {
        /** Begins a configuration, in Java. */
        @JvmStatic
        public fun builder(): Builder = Builder()
    }
}

/** Makes a configuration, as in `ClientConfig { accountId = "1234567890" }`. */
@JvmSynthetic
public fun ClientConfig(configure: ClientConfig.Builder.() -> Unit): ClientConfig =
    ClientConfig.builder().apply(configure).build()
