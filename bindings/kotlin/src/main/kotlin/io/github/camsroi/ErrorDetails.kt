package io.github.camsroi

import java.io.Serializable

/** Which deadline passed. */
public enum class TimeoutPhase {
    /** That of the connection. */
    CONNECT,

    /** That of one attempt. */
    ATTEMPT,

    /** That of the call as a whole, before it had its turn: the rate limit, or the number of connections, held it up. */
    QUEUE,

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
public class AccessDeniedDetail(
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
