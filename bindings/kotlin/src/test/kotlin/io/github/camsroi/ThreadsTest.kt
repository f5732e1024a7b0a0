package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.io.path.Path
import kotlin.io.path.createFile
import kotlin.io.path.deleteExisting

/** A system that has no more threads: an error that says so, and no end of the process. */
class ThreadsTest : EmulatedTest() {
    @Test
    fun `where no thread is to be had, a client cannot be made, and later it can`(@TempDir folder: Path) {
        val preload = folder.resolve("no_threads.so").toString()
        val compiler = listOf("cc", "-shared", "-fPIC", "-o", preload, "src/test/c/no_threads.c", "-ldl")
        assertEquals(0, ProcessBuilder(compiler).inheritIO().start().waitFor())
        val java = File(System.getProperty("java.home"), "bin/java").path
        val program = ProcessBuilder(
            listOf(java, "-cp", System.getProperty("java.class.path"), "io.github.camsroi.ThreadsTestKt", emulator.url),
        ).redirectErrorStream(true)
        program.environment() += mapOf("LD_PRELOAD" to preload, "NO_THREADS" to "${folder.resolve("none")}")
        val process = program.start()
        val printed = process.inputReader().readText()
        assertEquals(0, process.waitFor(), printed)
        // The JVM's own warnings begin with a bracket.
        val results = printed.trim().lines().filterNot { it.startsWith("[") }
        val (first, future, logger, call) = results
        assertTrue("thread" in first && "ulimit -u" in first && "Configuration" in first, first)
        assertTrue("thread" in logger && "Configuration" in logger, logger)
        assertEquals("called", call)
        assertEquals("answered", future)
    }
}

/** Makes clients without threads to be had, then with them. */
fun main(arguments: Array<String>) {
    val none = Path(System.getenv("NO_THREADS"))

    fun config(logger: Logger) = ClientConfig {
        endpoint = arguments[0]
        credentials = Credentials("a", "b")
        proxy = Proxy.DIRECT
        rateLimit = RateLimit.OFF
        this.logger = logger
    }

    fun attempt(logger: Logger): String = try {
        Client(config(logger)).use { client -> runCatching { client.blocking().callText("ListInstance") } }
        "called"
    } catch (e: CamsRoiException) {
        e.toString()
    }
    none.createFile()
    println(attempt(Logger.NONE))
    none.deleteExisting()
    check(attempt(Logger.NONE) == "called")
    // The pool that a future goes on in has no thread yet, and gets none.
    check(Thread.getAllStackTraces().keys.none { it.name.startsWith("ForkJoinPool") })
    Client(config(Logger.NONE)).use { client ->
        val all = Path("$none.all").createFile()
        val answered = client.async().callText("ListInstance").handle { _, failure ->
            if ((failure as? CamsRoiException)?.requestId != null) "answered" else "$failure"
        }
        println(answered.get(30, TimeUnit.SECONDS))
        all.deleteExisting()
    }
    none.createFile()
    println(attempt { })
    none.deleteExisting()
    println(attempt { })
}
