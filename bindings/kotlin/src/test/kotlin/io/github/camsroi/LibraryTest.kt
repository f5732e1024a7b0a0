package io.github.camsroi

import io.github.camsroi.internal.Library
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.io.IOException
import java.nio.file.Path

/** What is said where the native library cannot be loaded, by a process that tries. */
class LibraryTest {
    private fun program(vararg properties: String): String {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val main = "io.github.camsroi.LibraryTestKt"
        val program = listOf(java) + properties + listOf("-cp", System.getProperty("java.class.path"), main)
        val process = ProcessBuilder(program).redirectErrorStream(true).start()
        val printed = process.inputReader().readText()
        assertEquals(0, process.waitFor(), printed)
        // A JVM may warn before it.
        return printed.trim().lines().last()
    }

    private fun assertSays(printed: String, vararg parts: String) {
        for (part in parts) assertTrue(part in printed, "$part is not in: $printed")
    }

    @Test
    fun `a platform without a library is named, and those that have one`() {
        val printed = program("-Dos.arch=riscv64")
        assertSays(printed, "Configuration: the native library cannot be loaded on linux-riscv64", "only for [linux-")
        assertSays(printed, "-Dio.github.camsroi.library=FILE")
    }

    @Test
    fun `a folder that cannot be written to is named, and how to name another`() {
        val printed = program("-Dio.github.camsroi.tmpdir=/proc/nowhere")
        assertSays(printed, "/proc/nowhere", "-Dio.github.camsroi.tmpdir=FOLDER")
    }

    @Test
    fun `a library that is none is named, and who named it`(@TempDir folder: Path) {
        val file = folder.resolve("library.so").toFile()
        file.writeText("no library")
        assertSays(program("-Dio.github.camsroi.library=$file"), "$file", "-Dio.github.camsroi.library")
    }

    @Test
    fun `what was unpacked is gone when it is loaded`(@TempDir folder: Path) {
        assertEquals("loaded", program("-Dio.github.camsroi.tmpdir=$folder"))
        assertEquals(emptyList<String>(), folder.toFile().list()!!.toList())
    }

    @Test
    fun `each cause has its own advice`() {
        fun hint(cause: Throwable) = Library.unusable(cause).hint!!
        val denied = IllegalCallerException("Illegal native access from unnamed module")
        assertTrue("--enable-native-access=ALL-UNNAMED" in hint(denied))
        assertTrue("denied" !in hint(denied) && "tmpdir" !in hint(denied))
        assertTrue("initialize" in hint(NoClassDefFoundError("Could not initialize class a.B")))
        assertTrue("tmpdir" !in hint(NoClassDefFoundError("Could not initialize class a.B")))
        val noexec = UnsatisfiedLinkError("a.so: failed to map segment from shared object: Operation not permitted")
        assertTrue("noexec" in hint(noexec))
        assertTrue("tmpdir" in hint(IOException("No space left on device")))
    }
}

/** A process that loads the library, or says why not. */
fun main() {
    println(
        try {
            Client(ClientConfig { endpoint = "http://127.0.0.1:1" }).close()
            "loaded"
        } catch (e: CamsRoiException.Configuration) {
            e.toString()
        },
    )
}
