// Written by `cargo xtask generate` from `model/errors.toml`; do not edit.
package io.github.camsroi

import java.io.Serializable
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * Anything that a call, a client or its settings fail with; the class says what kind of failure it is.
 *
 * ```
 * try {
 *     client.enableWhatsappRoiMetric(custSpaceId = "cams-1")
 * } catch (e: CamsRoiException.NotSubscribed) {
 *     println(e.hint)
 * }
 * ```
 *
 * Cancelling a coroutine is none of these: it throws `CancellationException`, as everywhere. The stack trace shows the
 * caller's lines, also those of suspended callers.
 */
public sealed class CamsRoiException(
    message: String,
    private val details: Details,
    cause: Throwable?,
) : RuntimeException(message, cause) {
    /** What went wrong, in words: the service's own message where it gave one. */
    override val message: String get() = super.message.orEmpty()

    /** The service's error code, verbatim; `null` where the service did not answer with one. */
    public val code: String? get() = details.code

    /** The service's ID of the request, to be quoted to the vendor's support. */
    public val requestId: String? get() = details.requestId

    /** The HTTP status of the answer. */
    public val httpStatus: Int? get() = details.httpStatus

    /** Whether the same call may succeed later as it is. The client has already tried as often as it was told to. */
    @get:JvmName("isRetryable")
    public val retryable: Boolean get() = details.retryable ?: isRetryableByDefault

    private val isRetryableByDefault: Boolean
        get() = when (this) {
            is JournalInUse, is Transport, is Throttled, is ServiceUnavailable -> true
            else -> false
        }

    /** How long the service asked to wait before the next try. */
    @get:JvmSynthetic
    @get:JvmName("retryAfter")
    public val retryAfter: Duration? get() = details.retryAfter?.toKotlinDuration()

    /** How many requests were sent for this call; none where it failed before. */
    public val attempts: Int get() = details.attempts

    /** The operation that was called, for example `EnableWhatsappROIMetric`. */
    public val operation: String? get() = details.operation

    /** What to do, in one sentence. */
    public val hint: String? get() = details.hint

    /** The channel that the request named. */
    public val custSpaceId: String? get() = details.custSpaceId

    /** The phone number that the request named. */
    public val phoneNumber: String? get() = details.phoneNumber

    /** The template that the request named. */
    public val templateCode: String? get() = details.templateCode

    /** The whole of the service's text, where [message], which is one line, is but the first line of it. */
    public val detail: String? get() = details.detail

    /** Why access was denied, where the service said so. */
    public val accessDeniedDetail: AccessDeniedDetail? get() = details.accessDeniedDetail

    /** Which deadline passed, for a [RequestTimeout]. */
    public val timeoutPhase: TimeoutPhase? get() = details.timeoutPhase

    /** [retryAfter], for Java. */
    @JvmName("getRetryAfter")
    public fun retryAfterInJava(): java.time.Duration? = details.retryAfter

    /** The class, the operation, the code, the message and the hint, in one line. */
    override fun toString(): String {
        val text = "${javaClass.name}: ${details.text ?: message}"
        val hint = hint ?: return text
        return if (text.last() in ".!?…") "$text $hint" else "$text. $hint"
    }

    /**
     * What an exception says besides its message. All of it may be left out where one is made by hand, as in a test:
     * `CamsRoiException.Details(code = "Throttling.User")`, in Java `CamsRoiException.Details.builder()`.
     */
    public class Details private constructor(given: Builder) : Serializable {
        /** The service's error code, verbatim. */
        public val code: String? = given.code

        /** The service's ID of the request. */
        public val requestId: String? = given.requestId

        /** The HTTP status of the answer. */
        public val httpStatus: Int? = given.httpStatus

        /** Whether the same call may succeed later as it is; by default what is so for the exception's class. */
        public val retryable: Boolean? = given.retryable

        /** How long the service asked to wait. */
        public val retryAfter: java.time.Duration? = given.retryAfter

        /** How many requests were sent. */
        public val attempts: Int = given.attempts

        /** The operation that was called. */
        public val operation: String? = given.operation

        /** The channel that the request named. */
        public val custSpaceId: String? = given.custSpaceId

        /** The phone number that the request named. */
        public val phoneNumber: String? = given.phoneNumber

        /** The template that the request named. */
        public val templateCode: String? = given.templateCode

        /** What to do, in one sentence. */
        public val hint: String? = given.hint

        /** The whole of a text of which the message is the first line. */
        public val detail: String? = given.detail

        /** Why access was denied. */
        public val accessDeniedDetail: AccessDeniedDetail? = given.accessDeniedDetail

        /** Which deadline passed. */
        public val timeoutPhase: TimeoutPhase? = given.timeoutPhase

        /** What `toString` gives after the class, where that is not the message. */
        internal var text: String? = null

        /** Puts details together, in Java. */
        public class Builder internal constructor() {
            internal var code: String? = null
                private set

            internal var requestId: String? = null
                private set

            internal var httpStatus: Int? = null
                private set

            internal var retryable: Boolean? = null
                private set

            internal var retryAfter: java.time.Duration? = null
                private set

            internal var attempts: Int = 0
                private set

            internal var operation: String? = null
                private set

            internal var custSpaceId: String? = null
                private set

            internal var phoneNumber: String? = null
                private set

            internal var templateCode: String? = null
                private set

            internal var hint: String? = null
                private set

            internal var detail: String? = null
                private set

            internal var accessDeniedDetail: AccessDeniedDetail? = null
                private set

            internal var timeoutPhase: TimeoutPhase? = null
                private set

            /** The service's error code, verbatim. */
            public fun code(code: String?): Builder = apply { this.code = code }

            /** The service's ID of the request. */
            public fun requestId(requestId: String?): Builder = apply { this.requestId = requestId }

            /** The HTTP status of the answer. */
            public fun httpStatus(httpStatus: Int?): Builder = apply { this.httpStatus = httpStatus }

            /** Whether the same call may succeed later as it is; by default what is so for the exception's class. */
            public fun retryable(retryable: Boolean?): Builder = apply { this.retryable = retryable }

            /** How long the service asked to wait. */
            public fun retryAfter(retryAfter: java.time.Duration?): Builder = apply { this.retryAfter = retryAfter }

            /** How many requests were sent. */
            public fun attempts(attempts: Int): Builder = apply { this.attempts = attempts }

            /** The operation that was called. */
            public fun operation(operation: String?): Builder = apply { this.operation = operation }

            /** The channel that the request named. */
            public fun custSpaceId(custSpaceId: String?): Builder = apply { this.custSpaceId = custSpaceId }

            /** The phone number that the request named. */
            public fun phoneNumber(phoneNumber: String?): Builder = apply { this.phoneNumber = phoneNumber }

            /** The template that the request named. */
            public fun templateCode(templateCode: String?): Builder = apply { this.templateCode = templateCode }

            /** What to do, in one sentence. */
            public fun hint(hint: String?): Builder = apply { this.hint = hint }

            /** The whole of a text of which the message is the first line. */
            public fun detail(detail: String?): Builder = apply { this.detail = detail }

            /** Why access was denied. */
            public fun accessDeniedDetail(accessDeniedDetail: AccessDeniedDetail?): Builder = apply {
                this.accessDeniedDetail = accessDeniedDetail
            }

            /** Which deadline passed. */
            public fun timeoutPhase(timeoutPhase: TimeoutPhase?): Builder = apply { this.timeoutPhase = timeoutPhase }

            /** The details. */
            public fun build(): Details = Details(this)
        }

        /** Makes details. */
        public companion object {
            private const val serialVersionUID = 1L

            /** Begins details, in Java. */
            @JvmStatic
            public fun builder(): Builder = Builder()

            /** Makes details, in Kotlin. */
            @JvmSynthetic
            public operator fun invoke(
                code: String? = null,
                requestId: String? = null,
                httpStatus: Int? = null,
                retryable: Boolean? = null,
                retryAfter: java.time.Duration? = null,
                attempts: Int = 0,
                operation: String? = null,
                custSpaceId: String? = null,
                phoneNumber: String? = null,
                templateCode: String? = null,
                hint: String? = null,
                detail: String? = null,
                accessDeniedDetail: AccessDeniedDetail? = null,
                timeoutPhase: TimeoutPhase? = null,
            ): Details = builder()
                .code(code).requestId(requestId).httpStatus(httpStatus).retryable(retryable).retryAfter(retryAfter)
                .attempts(attempts).operation(operation).custSpaceId(custSpaceId).phoneNumber(phoneNumber)
                .templateCode(templateCode).hint(hint).detail(detail).accessDeniedDetail(accessDeniedDetail)
                .timeoutPhase(timeoutPhase)
                .build()
        }
    }

    /** A setting is wrong: endpoint, region, proxy, CA file or journal. Nothing was sent. */
    public open class Configuration @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** Another run uses the journal. It can be used when that run has ended. Nothing was sent. */
    public class JournalInUse @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Configuration(message, details, cause)

    /**
     * No provider returned credentials. The message names each one that was tried, and why it failed. If a function
     * of your own failed, its error is in [cause].
     */
    public class Credentials @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** An argument is wrong: an empty ID, a start that is not before the end, a control character. Nothing was sent. */
    public class InvalidArgument @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** DNS, connecting, TLS, a reset, or an answer that was cut off. */
    public open class Transport @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** A deadline passed; [timeoutPhase] says which. */
    public class RequestTimeout @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Transport(message, details, cause)

    /**
     * The answer was not the API's JSON, but a proxy's page, a redirect, or too large. The message shows its
     * beginning.
     */
    public class UnexpectedResponse @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** The service answered with an error code. The kinds below it have codes of their own; this one has all others. */
    public open class Service @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** The account has not subscribed to Chat App Message Service. */
    public class NotSubscribed @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** The identity lacks a permission. [hint] names the RAM action to grant. */
    public class PermissionDenied @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** Too many calls. [retryAfter] says how long to wait, if the service said it. */
    public class Throttled @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** The channel does not belong to the account. */
    public class UnknownResourceOwner @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** The service refused the AccessKey, security token, signature, nonce or clock. */
    public class Authentication @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** The service refused a parameter, the operation or the version. */
    public class InvalidParameter @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** The service failed or is overloaded. */
    public class ServiceUnavailable @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    private companion object {
        private const val serialVersionUID = 1L
    }
}
