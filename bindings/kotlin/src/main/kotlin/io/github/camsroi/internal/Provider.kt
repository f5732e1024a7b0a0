package io.github.camsroi.internal

import io.github.camsroi.Credentials
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine

/** A user's function as the library can ask it: off the thread that calls are made on, so that it may block. */
internal class Provider(private val provide: suspend () -> Credentials) {
    private class Refusal(val reason: String, val thrown: Throwable)

    @Volatile
    private var refusal: Refusal? = null

    /** Is called by the library, on the thread that calls are made on; the first answer to a request counts. */
    @Suppress("unused") // By its name.
    fun ask(request: Long) {
        THREADS.execute { provide.startCoroutine(Continuation(EmptyCoroutineContext) { answer(request, it) }) }
    }

    private fun answer(request: Long, answer: Result<Credentials>) {
        answer.mapCatching { key(given("what the credentials function gave", it, "Give credentials, or throw.")) }.fold(
            onSuccess = { key ->
                refusal = null
                Jni.now(request, Function.GIVE, key)
            },
            onFailure = { thrown ->
                val reason = thrown.toString()
                refusal = Refusal(reason, thrown)
                Jni.now(request, Function.REFUSE, Text(reason), Flag(passes(thrown)))
            },
        )
    }

    /** What the function threw, if that is what [error] is about. */
    fun thrown(error: ErrorInfo): Throwable? =
        refusal?.takeIf { error.kind == "CredentialsError" && it.reason in error.reason }?.thrown
}

/** Credentials as the library takes them. */
internal fun key(credentials: Credentials) = Key(
    credentials.accessKeyId,
    credentials.accessKeySecret,
    credentials.securityToken,
    credentials.expiresAt?.toEpochMilli()?.toDouble(),
)
