// Options that cross in a form of their own.
package io.github.camsroi.internal

import io.github.camsroi.Credentials
import io.github.camsroi.RateLimit

/** What is written, as one array of bytes. */
internal fun bytes(write: PostcardOutput.() -> Unit): Bytes {
    val to = Output()
    PostcardOutput(to).write()
    return Bytes(to.bytes())
}

internal fun PostcardOutput.credentials(credentials: Credentials) {
    text(credentials.accessKeyId)
    text(credentials.accessKeySecret)
    optional(credentials.securityToken) { text(it) }
    optional(credentials.expiresAt) { time(it) }
}

/** The limit of all operations, and those of single ones. */
internal fun PostcardOutput.rateLimit(limit: RateLimit) {
    list(listOf(null to limit) + limit.operations.toList()) { (operation, own) ->
        optional(operation) { text(it) }
        when (val all = own.all) {
            is RateLimit.All.Documented -> length(DOCUMENTED)
            is RateLimit.All.PerSecond -> {
                length(PER_SECOND)
                double(all.calls)
            }
            is RateLimit.All.Off -> length(OFF)
        }
    }
}

/** The numbers that the core's cases have. */
private const val DOCUMENTED = 0
private const val PER_SECOND = 1
private const val OFF = 2
