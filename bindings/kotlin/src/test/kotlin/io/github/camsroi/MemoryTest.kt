package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.io.File
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit

/** An answer for which the JVM has no memory: whoever waits is told, and does not wait for ever. */
class MemoryTest : EmulatedTest() {
    @Test
    fun `a call ends with an error where there is no memory for its answer`() {
        val body = """{"Code": "OK", "RequestId": "r", "Data": "${"x".repeat(MEBIBYTE * 7 / 8)}"}"""
        emulator.fault(null, "type" to "respond", "status" to 200, "body" to body)
        val java = File(System.getProperty("java.home"), "bin/java").path
        val arguments = listOf(java, "-Xmx64m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"))
        val process = ProcessBuilder(arguments + listOf("io.github.camsroi.MemoryTestKt", emulator.url))
            .redirectErrorStream(true).start()
        val printed = process.inputReader().readText()
        assertEquals(0, process.waitFor(), printed)
        assertEquals("java.lang.OutOfMemoryError", printed.trim().lines().last())
    }

    internal companion object {
        const val MEBIBYTE = 1024 * 1024
    }
}

/** A process that fills its heap, but for what a call needs, and not its answer. */
fun main(arguments: Array<String>) {
    val config = ClientConfig {
        endpoint = arguments[0]
        credentials = Credentials("a", "b")
        proxy = Proxy.DIRECT
        rateLimit = RateLimit.OFF
        logger = Logger.NONE
    }
    Client(config).use { client ->
        // With everything loaded that a call needs.
        runCatching { client.async().callText("ListInstance").get(1, TimeUnit.MINUTES) }
        val ballast = ArrayList<ByteArray>(MemoryTest.MEBIBYTE)
        try {
            while (true) ballast += ByteArray(MemoryTest.MEBIBYTE / 8)
        } catch (_: OutOfMemoryError) {
            // Room for a call, in pieces that are too small for its answer.
            ballast.removeAt(ballast.lastIndex)
            ballast.removeAt(0)
        }
        try {
            client.async().callText("ListInstance").get(1, TimeUnit.MINUTES)
            println("an answer")
        } catch (e: ExecutionException) {
            println(e.cause!!.javaClass.name)
        }
        check(ballast.size > 1)
    }
}
