package com.example.metrics

import com.sun.net.httpserver.HttpServer
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.URI
import java.net.URL
import java.util.concurrent.CopyOnWriteArrayList

/** A backend that gives temporary credentials to who is signed in. */
class Backend(private val answer: () -> Pair<Int, String>) : AutoCloseable {
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)

    /** The headers by which it knows who asks. */
    val authorizations: MutableList<String?> = CopyOnWriteArrayList()

    /** What it answered. */
    val answers: MutableList<String> = CopyOnWriteArrayList()

    /** Where it gives them. */
    val url: URL get() = URI("http://127.0.0.1:${server.address.port}/credentials").toURL()

    init {
        server.createContext("/credentials") { exchange ->
            authorizations += exchange.requestHeaders.getFirst("Authorization")
            val (status, text) = answer()
            answers += text
            val bytes = text.encodeToByteArray()
            exchange.sendResponseHeaders(status, bytes.size.toLong())
            exchange.responseBody.use { it.write(bytes) }
        }
        server.start()
    }

    override fun close() = server.stop(0)
}
