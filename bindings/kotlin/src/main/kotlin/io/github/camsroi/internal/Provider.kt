package io.github.camsroi.internal

import io.github.camsroi.Credentials
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch

/** A user's function as the bridge can ask it: off the thread that calls are made on, which it may block. */
internal class Provider(private val provide: suspend () -> Credentials) {
    private class Refusal(val reason: String, val thrown: Throwable)

    @Volatile
    private var refusal: Refusal? = null

    /** Is called by the library, on the thread that calls are made on; the first answer to a request counts. */
    @Suppress("unused") // By its name.
    fun ask(request: Long) {
        CALLERS.launch { answer(request) }
    }

    @Suppress("TooGenericExceptionCaught") // Whatever it throws is the call's cause.
    private suspend fun answer(request: Long) {
        val key = try {
            key(provide())
        } catch (thrown: Throwable) {
            val reason = thrown.toString()
            refusal = Refusal(reason, thrown)
            return Jni.now(request, Function.REFUSE, Text(reason))
        }
        refusal = null
        Jni.now(request, Function.GIVE, key)
    }

    /** What the function threw, if that is what [error] is about. */
    fun thrown(error: ErrorInfo): Throwable? =
        refusal?.takeIf { error.kind == ErrorKind.CREDENTIALS && it.reason in error.reason }?.thrown

    private companion object {
        val CALLERS = CoroutineScope(SupervisorJob() + Dispatchers.IO)
    }
}

/** Credentials as the bridge takes them. */
internal fun key(credentials: Credentials) = Key(
    credentials.accessKeyId,
    credentials.accessKeySecret,
    credentials.securityToken,
    credentials.expiresAt?.toEpochMilli()?.toDouble(),
)
