package io.github.camsroi

import io.github.camsroi.internal.setting
import java.time.Instant

/**
 * An AccessKey pair, with a security token when it is temporary.
 *
 * @property accessKeyId who is calling. Not a secret.
 * @property accessKeySecret with which requests are signed. `toString` does not show it.
 * @property securityToken what STS gave with temporary ones.
 * @property expiresAt when they expire. The client asks for others ahead of it.
 */
public class Credentials @JvmOverloads constructor(
    public val accessKeyId: String,
    public val accessKeySecret: String,
    public val securityToken: String? = null,
    public val expiresAt: Instant? = null,
) {
    init {
        setting("accessKeyId", accessKeyId)
        setting("accessKeySecret", accessKeySecret)
    }

    private val fields get() = listOf(accessKeyId, accessKeySecret, securityToken, expiresAt)

    /** Whether the other ones are the same. */
    override fun equals(other: Any?): Boolean = other is Credentials && fields == other.fields

    /** By all that they hold. */
    override fun hashCode(): Int = fields.hashCode()

    /** The AccessKey's ID; no secret. */
    override fun toString(): String = "Credentials($accessKeyId, [secret])"
}
