package com.example.metrics

import io.github.camsroi.Credentials
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runInterruptible
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.io.IOException
import java.net.HttpURLConnection
import java.net.URL
import java.time.DateTimeException
import java.time.Instant

/** The backend does not know the user any more. They have to sign in again. */
class SignedOutException : IOException("the session has ended")

/**
 * Asks your backend for temporary credentials. Never put an AccessKey into an app: everybody who has the app can read it.
 *
 * The backend answers as Alibaba Cloud's credentials URIs do: `{"AccessKeyId": …, "AccessKeySecret": …,
 * "SecurityToken": …, "Expiration": "2026-11-28T12:00:00Z"}`.
 *
 * @param url where the backend gives them, over HTTPS.
 * @param session gives the token by which the backend knows the user.
 */
class BackendCredentials(private val url: URL, private val session: suspend () -> String) {
    /** Asks for them. A client does so by itself, before those that it has expire. */
    suspend fun fetch(): Credentials {
        val token = session()
        return runInterruptible(Dispatchers.IO) { ask(token) }
    }

    private fun ask(token: String): Credentials {
        val connection = url.openConnection() as HttpURLConnection
        try {
            connection.connectTimeout = TIMEOUT_MS
            connection.readTimeout = TIMEOUT_MS
            connection.setRequestProperty("Authorization", "Bearer $token")
            return when (val status = connection.responseCode) {
                HttpURLConnection.HTTP_OK -> read(connection.inputStream.bufferedReader().use { it.readText() })
                HttpURLConnection.HTTP_UNAUTHORIZED -> throw SignedOutException()
                else -> throw IOException("the backend answered with HTTP $status")
            }
        } finally {
            connection.disconnect()
        }
    }

    private fun read(answer: String): Credentials {
        try {
            val fields = Json.parseToJsonElement(answer).jsonObject
            fun field(name: String) =
                fields[name]?.jsonPrimitive?.content ?: throw IOException("the backend's credentials lack $name")
            return Credentials(
                accessKeyId = field("AccessKeyId"),
                accessKeySecret = field("AccessKeySecret"),
                // Without these two it would be an AccessKey that does not expire.
                securityToken = field("SecurityToken"),
                expiresAt = Instant.parse(field("Expiration")),
            )
        } catch (e: SerializationException) {
            throw IOException("the backend's answer is not JSON", e)
        } catch (e: IllegalArgumentException) {
            throw IOException("the backend's answer is not what was expected", e)
        } catch (e: DateTimeException) {
            throw IOException("the backend's credentials have no usable Expiration", e)
        }
    }

    private companion object {
        const val TIMEOUT_MS = 10_000
    }
}
