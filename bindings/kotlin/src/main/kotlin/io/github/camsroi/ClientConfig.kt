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
        /** The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var region: String? = null

        /** The service's address, as a host name or a URL. It wins over the region, and over `CAMS_ROI_ENDPOINT`. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var endpoint: String? = null

        /** An AccessKey. Without it, and without a provider, the environment, files and metadata are asked. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var credentials: Credentials? = null

        /**
         * Gives credentials. It is asked again before those that it gave expire, once for all calls that wait, and begins
         * on a thread that it may block.
         */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var credentialsProvider: (suspend () -> Credentials)? = null

        /** The profile that is taken from the Alibaba Cloud CLI's file. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var profile: String? = null

        /** The account that is called for: clients that name the same one share its rate limits. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var accountId: String? = null

        /** How requests are signed. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var signature: SignatureAlgorithm = SignatureAlgorithm.ACS3_HMAC_SHA256

        /**
         * The deadline of a call as a whole, with its waits for its turn and its retries. Where none is given, a call has
         * 60 s from its turn on.
         */
        @get:JvmSynthetic
        @get:JvmName("getTimeout")
        @set:JvmSynthetic
        @set:JvmName("setTimeout")
        public var timeout: Duration? = null

        /** For a connection to come about; 5 s by default. */
        @get:JvmSynthetic
        @get:JvmName("getConnectTimeout")
        @set:JvmSynthetic
        @set:JvmName("setConnectTimeout")
        public var connectTimeout: Duration? = null

        /** For one attempt to its complete answer; 10 s by default. */
        @get:JvmSynthetic
        @get:JvmName("getAttemptTimeout")
        @set:JvmSynthetic
        @set:JvmName("setAttemptTimeout")
        public var attemptTimeout: Duration? = null

        /** Attempts in all, the first one included; 3 by default. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var maxAttempts: Int? = null

        /** What the random wait before the second attempt is at most; doubles from attempt to attempt; 100 ms by default. */
        @get:JvmSynthetic
        @get:JvmName("getBaseDelay")
        @set:JvmSynthetic
        @set:JvmName("setBaseDelay")
        public var baseDelay: Duration? = null

        /** What a wait is at most; 20 s by default. */
        @get:JvmSynthetic
        @get:JvmName("getMaxDelay")
        @set:JvmSynthetic
        @set:JvmName("setMaxDelay")
        public var maxDelay: Duration? = null

        /** Calls a second for each operation. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var rateLimit: RateLimit = RateLimit.DOCUMENTED

        /** Connections that are open at once at most; 100 by default. A call that waits for one waits for its turn. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var maxConnections: Int? = null

        /** Through which proxy calls go. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var proxy: Proxy = Proxy.ENVIRONMENT

        /** A file of PEM certificates to trust besides the usual ones. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var caFile: Path? = null

        /** PEM certificates to trust besides the usual ones. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var caPem: String? = null

        /** Trusts any certificate, so that anybody on the way can read and change what is sent. Never for production. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var dangerAcceptAnyCertificate: Boolean = false

        /** Your program's name, for the `User-Agent` header. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var userAgent: String? = null

        /** Is told what the client does. Without one, SLF4J is, where it is on the class path ([Slf4jLogger]). */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var logger: Logger? = null

        /** The least important level that the logger is told; `DEBUG` by default, for SLF4J what it takes. */
        @get:JvmSynthetic
        @set:JvmSynthetic
        public var logLevel: LogLevel? = null

        /** The region; `ap-southeast-1`, the default, is the only one whose endpoint is documented. */
        public fun region(region: String?): Builder = apply { this.region = region }

        /** The service's address, as a host name or a URL. It wins over the region, and over `CAMS_ROI_ENDPOINT`. */
        public fun endpoint(endpoint: String?): Builder = apply { this.endpoint = endpoint }

        /** An AccessKey. Without it, and without a provider, the environment, files and metadata are asked. */
        public fun credentials(credentials: Credentials?): Builder = apply { this.credentials = credentials }

        /**
         * Gives credentials. It is asked again before those that it gave expire, once for all calls that wait, and may
         * block.
         */
        public fun credentialsProvider(provider: Callable<Credentials>?): Builder =
            apply { credentialsProvider = provider?.let { { it.call() } } }

        /** The profile that is taken from the Alibaba Cloud CLI's file. */
        public fun profile(profile: String?): Builder = apply { this.profile = profile }

        /** The account that is called for: clients that name the same one share its rate limits. */
        public fun accountId(accountId: String?): Builder = apply { this.accountId = accountId }

        /** How requests are signed. */
        public fun signature(signature: SignatureAlgorithm): Builder =
            apply { this.signature = setting("signature", signature) }

        /**
         * The deadline of a call as a whole, with its waits for its turn and its retries. Where none is given, a call has
         * 60 s from its turn on.
         */
        public fun timeout(timeout: java.time.Duration?): Builder =
            apply { this.timeout = timeout?.toKotlinDuration() }

        /** For a connection to come about; 5 s by default. */
        public fun connectTimeout(timeout: java.time.Duration?): Builder =
            apply { connectTimeout = timeout?.toKotlinDuration() }

        /** For one attempt to its complete answer; 10 s by default. */
        public fun attemptTimeout(timeout: java.time.Duration?): Builder =
            apply { attemptTimeout = timeout?.toKotlinDuration() }

        /** Attempts in all, the first one included; 3 by default. */
        public fun maxAttempts(maxAttempts: Int?): Builder = apply { this.maxAttempts = maxAttempts }

        /** What the random wait before the second attempt is at most; doubles from attempt to attempt; 100 ms by default. */
        public fun baseDelay(delay: java.time.Duration?): Builder = apply { baseDelay = delay?.toKotlinDuration() }

        /** What a wait is at most; 20 s by default. */
        public fun maxDelay(delay: java.time.Duration?): Builder = apply { maxDelay = delay?.toKotlinDuration() }

        /** Calls a second for each operation. */
        public fun rateLimit(rateLimit: RateLimit): Builder = apply { this.rateLimit = setting("rateLimit", rateLimit) }

        /** Connections that are open at once at most; 100 by default. A call that waits for one waits for its turn. */
        public fun maxConnections(maxConnections: Int?): Builder = apply { this.maxConnections = maxConnections }

        /** Through which proxy calls go. */
        public fun proxy(proxy: Proxy): Builder = apply { this.proxy = setting("proxy", proxy) }

        /** A file of PEM certificates to trust besides the usual ones. */
        public fun caFile(file: Path?): Builder = apply { caFile = file }

        /** PEM certificates to trust besides the usual ones. */
        public fun caPem(pem: String?): Builder = apply { caPem = pem }

        /** Trusts any certificate, so that anybody on the way can read and change what is sent. Never for production. */
        public fun dangerAcceptAnyCertificate(accept: Boolean): Builder = apply { dangerAcceptAnyCertificate = accept }

        /** Your program's name, for the `User-Agent` header. */
        public fun userAgent(userAgent: String?): Builder = apply { this.userAgent = userAgent }

        /** Is told what the client does. Without one, SLF4J is, where it is on the class path ([Slf4jLogger]). */
        public fun logger(logger: Logger?): Builder = apply { this.logger = logger }

        /** The least important level that the logger is told; `DEBUG` by default, for SLF4J what it takes. */
        public fun logLevel(level: LogLevel?): Builder = apply { logLevel = level }

        /** The configuration as it is now: what is changed here later does not change it. */
        public fun build(): ClientConfig = ClientConfig(copy())

        /** Some settings; no secret. */
        override fun toString(): String =
            "ClientConfig(endpoint=$endpoint, region=$region, accountId=$accountId, credentials=$credentials)"

        private fun copy(): Builder = Builder().also {
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
            it.maxConnections = maxConnections
            it.proxy = proxy
            it.caFile = caFile
            it.caPem = caPem
            it.dangerAcceptAnyCertificate = dangerAcceptAnyCertificate
            it.userAgent = userAgent
            it.logger = logger
            it.logLevel = logLevel
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

/** How requests are signed. */
public enum class SignatureAlgorithm {
    /** What the vendor recommends. */
    ACS3_HMAC_SHA256,

    /** The older one, which every endpoint takes. */
    HMAC_SHA1,
}

/**
 * How many calls a second are made for each operation, by all clients of the process that share an account. Where two of
 * them say different numbers, the lower one counts.
 */
public class RateLimit private constructor(internal val all: All, internal val operations: Map<String, RateLimit>) {
    internal sealed interface All {
        object Documented : All

        object Off : All

        class PerSecond(val calls: Double) : All
    }

    /**
     * The same, but for one operation: [name] as in `EnableWhatsappROIMetric`. Operations of which nothing is said here
     * keep the limit that this was called on.
     */
    public fun operation(name: String, limit: RateLimit): RateLimit =
        RateLimit(all, operations + (setting("operation", name) to setting("limit", limit)))

    /** How many calls a second there may be, in words. */
    override fun toString(): String {
        val words = when (all) {
            All.Documented -> "as documented"
            All.Off -> "off"
            is All.PerSecond -> "${all.calls} a second"
        }
        return (listOf(words) + operations.map { (name, limit) -> "$name: $limit" }).joinToString("; ")
    }

    /** The limits that there are. */
    public companion object {
        /** What the service documents: 5 or 50 calls a second. */
        @JvmField
        public val DOCUMENTED: RateLimit = RateLimit(All.Documented, emptyMap())

        /** None. The service throttles what is too much. */
        @JvmField
        public val OFF: RateLimit = RateLimit(All.Off, emptyMap())

        /** So many [calls] a second, where the service allows another number. */
        @JvmStatic
        public fun perSecond(calls: Int): RateLimit = perSecond(calls.toDouble())

        /** The same, with a fraction: 1.25 are five calls in four seconds. */
        @JvmStatic
        public fun perSecond(calls: Double): RateLimit = RateLimit(All.PerSecond(calls), emptyMap())

        /** By operation, as in `mapOf("EnableWhatsappROIMetric" to perSecond(2.5))`; others as documented. */
        @JvmStatic
        public fun perOperation(limits: Map<String, RateLimit>): RateLimit =
            setting("limits", limits).entries.fold(DOCUMENTED) { all, (name, limit) -> all.operation(name, limit) }
    }
}

/** Through which proxy calls go. */
public class Proxy private constructor(internal val url: String?) {
    /** Which proxy it is, without its password. */
    override fun toString(): String = when (this) {
        ENVIRONMENT -> "environment"
        DIRECT -> "direct"
        else -> "proxy"
    }

    /** The ways that there are. */
    public companion object {
        /** What `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say. */
        @JvmField
        public val ENVIRONMENT: Proxy = Proxy(null)

        /** None. */
        @JvmField
        public val DIRECT: Proxy = Proxy(null)

        /** By its URL: `http://`, `https://` or `socks5://`, with user and password where it asks for them. */
        @JvmStatic
        public fun of(url: String): Proxy = Proxy(setting("proxy", url))
    }
}
