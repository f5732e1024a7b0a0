package io.github.camsroi

import java.io.Serializable
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * Anything that a call, a client or its settings fail with; the class says what kind of failure it is.
 *
 * ```
 * try {
 *     client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(custSpaceId = "cams-1"))
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
    public val retryable: Boolean get() = details.retryable

    /** How long the service asked to wait before the next try. */
    @get:JvmSynthetic
    public val retryAfter: Duration? get() = details.retryAfter?.toKotlinDuration()

    /** How many requests were sent, or tried to be sent, for this call. */
    public val attempts: Int get() = details.attempts

    /** The operation that was called, for example `EnableWhatsappROIMetric`. */
    public val operation: String? get() = details.operation

    /** What to do, in one sentence. */
    public val hint: String? get() = details.hint

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
     * What an exception says besides its message. All of it may be left out where one is made by hand, as in a test.
     *
     * @property code the service's error code, verbatim.
     * @property requestId the service's ID of the request.
     * @property httpStatus the HTTP status of the answer.
     * @property retryable whether the same call may succeed later as it is.
     * @property retryAfter how long the service asked to wait.
     * @property attempts how many requests were sent, or tried to be sent.
     * @property operation the operation that was called.
     * @property hint what to do, in one sentence.
     * @property accessDeniedDetail why access was denied.
     * @property timeoutPhase which deadline passed.
     */
    public class Details @JvmOverloads constructor(
        public val code: String? = null,
        public val requestId: String? = null,
        public val httpStatus: Int? = null,
        public val retryable: Boolean = false,
        public val retryAfter: java.time.Duration? = null,
        public val attempts: Int = 0,
        public val operation: String? = null,
        public val hint: String? = null,
        public val accessDeniedDetail: AccessDeniedDetail? = null,
        public val timeoutPhase: TimeoutPhase? = null,
    ) : Serializable {
        /** What `toString` gives after the class, where that is not the message. */
        internal var text: String? = null

        private companion object {
            private const val serialVersionUID = 1L
        }
    }

    /** A bad endpoint, region, proxy, CA file or journal. Nothing was sent. */
    public class Configuration @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /**
     * No provider gave credentials; the message names each one tried, and why it failed. Where a function of yours
     * threw, `cause` is what it threw.
     */
    public class Credentials @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** An empty ID, a start that is not before the end, a closed client… Nothing was sent. */
    public class InvalidArgument @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** DNS, connect, TLS, reset, or an answer that was cut off. */
    public open class Transport @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** A deadline passed; [timeoutPhase] tells which. */
    public class RequestTimeout @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Transport(message, details, cause)

    /** The answer was not the API's JSON: a proxy's page, a redirect, too large. */
    public class UnexpectedResponse @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : CamsRoiException(message, details, cause)

    /** The service answered with an error code. The subclasses know the code; this class alone does not. */
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

    /** The identity lacks a permission; the hint names the RAM action to grant. */
    public class PermissionDenied @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** Too many calls. */
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

    /** The AccessKey, security token, signature, nonce or clock was refused. */
    public class Authentication @JvmOverloads constructor(
        message: String,
        details: Details = Details(),
        cause: Throwable? = null,
    ) : Service(message, details, cause)

    /** The service refused a parameter, the action or the version. */
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

/** Which deadline passed. */
public enum class TimeoutPhase {
    /** That of the connection. */
    CONNECT,

    /** That of one attempt. */
    ATTEMPT,

    /** That of the call as a whole. */
    OVERALL,
}

/**
 * Why the service denied access. Only [text] is always there.
 *
 * @property text the detail as it came: a text, or an object as JSON.
 * @property policyType which kind of policy decided, for example `AccountLevelIdentityBasedPolicy`.
 * @property authAction the RAM action that was refused.
 * @property authPrincipalType `SubUser`, `AssumedRoleUser` or `Federated`.
 * @property authPrincipalOwnerId the account to which the identity belongs.
 * @property authPrincipalDisplayName the identity's name or ID.
 * @property noPermissionType `ImplicitDeny` or `ExplicitDeny`.
 * @property encodedDiagnosticMessage decode it with RAM's `DecodeDiagnosticMessage`.
 */
public class AccessDeniedDetail @JvmOverloads constructor(
    public val text: String,
    public val policyType: String? = null,
    public val authAction: String? = null,
    public val authPrincipalType: String? = null,
    public val authPrincipalOwnerId: String? = null,
    public val authPrincipalDisplayName: String? = null,
    public val noPermissionType: String? = null,
    public val encodedDiagnosticMessage: String? = null,
) : Serializable {
    private val fields
        get() = listOf(
            text,
            policyType,
            authAction,
            authPrincipalType,
            authPrincipalOwnerId,
            authPrincipalDisplayName,
            noPermissionType,
            encodedDiagnosticMessage,
        )

    /** Whether the other one says the same. */
    override fun equals(other: Any?): Boolean = other is AccessDeniedDetail && fields == other.fields

    /** By all that it says. */
    override fun hashCode(): Int = fields.hashCode()

    /** [text], which holds the rest. */
    override fun toString(): String = text

    private companion object {
        private const val serialVersionUID = 1L
    }
}

/**
 * The library itself failed, by a mistake of ours: please report it. It is no [CamsRoiException], for no call is at
 * fault, and none can be written so that it goes away. The process and the client go on.
 */
public class CamsRoiPanicException internal constructor(message: String, cause: Throwable?) :
    IllegalStateException(message, cause)
