package io.github.camsroi

import io.github.camsroi.internal.setting
import java.time.Instant

/**
 * An AccessKey pair, with a security token when it is temporary.
 *
 * @property accessKeyId who is calling. Not a secret, but `toString` shows only its beginning and its end.
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

    /** The beginning and the end of the AccessKey's ID, enough to tell it from others. */
    override fun toString(): String {
        // Of a short one more would be shown than hidden.
        val isLong = accessKeyId.length >= LONG && accessKeyId.all { it <= LAST_OF_ASCII }
        val id = if (isLong) "${accessKeyId.take(SHOWN)}****${accessKeyId.takeLast(SHOWN)}" else "****"
        return "Credentials($id, [secret])"
    }
}

private const val LONG = 12
private const val SHOWN = 4
private const val LAST_OF_ASCII = '\u007f'
