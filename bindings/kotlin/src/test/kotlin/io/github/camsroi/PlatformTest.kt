package io.github.camsroi

import io.github.camsroi.internal.Platform
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File

class PlatformTest {
    @Test
    fun `each system's library has a folder of its own`() {
        fun of(system: String, machine: String, musl: Boolean = false) = Platform.of(system, machine) { musl }
        assertEquals("linux-x86-64", of("Linux", "amd64"))
        assertEquals("linux-musl-x86-64", of("Linux", "amd64", musl = true))
        assertEquals("linux-musl-aarch64", of("Linux", "aarch64", musl = true))
        assertEquals("darwin-aarch64", of("Mac OS X", "aarch64", musl = true))
        assertEquals("win32-x86-64", of("Windows Server 2025", "amd64"))
        assertEquals("win32-aarch64", of("Windows 11", "aarch64"))
        assertEquals("linux-riscv64", of("Linux", "riscv64"))
        val systems = listOf("Linux", "Mac OS X", "Windows 11")
        val all = systems.flatMap { system -> listOf(true, false).map { system to it } }
            .flatMap { (system, musl) -> listOf("amd64", "aarch64").map { of(system, it, musl) } }
        assertEquals(Platform.ALL.toSet(), all.toSet())
    }

    @Test
    fun `the library's file is called as its system has it`() {
        assertEquals("liba.so", Platform.file("linux-musl-x86-64", "a"))
        assertEquals("liba.dylib", Platform.file("darwin-aarch64", "a"))
        assertEquals("a.dll", Platform.file("win32-x86-64", "a"))
    }

    @Test
    fun `musl is what the process has mapped, whatever else is there`(@TempDir folder: File) {
        fun map(vararg lines: String): File {
            val file = folder.resolve("maps")
            file.writeText(lines.joinToString("\n", postfix = "\n"))
            return file
        }
        val other = "7f00-7f01 r-xp 00000000 08:01 11 /usr/lib/jvm/lib/server/libjvm.so"
        val withMusl = folder.resolve("musl").apply { mkdir() }
        withMusl.resolve("ld-musl-x86_64.so.1").writeText("")
        val without = folder.resolve("glibc").apply { mkdir() }
        val musl = map(other, "7f02-7f03 r-xp 00000000 08:01 12 /lib/ld-musl-aarch64.so.1")
        assertTrue(Platform.isMusl(musl, without))
        // Debian has a package of musl, which nothing of the JVM's uses.
        val glibc = map(other, "7f02-7f03 r-xp 00000000 08:01 12 /usr/lib/x86_64-linux-gnu/libc.so.6")
        assertFalse(Platform.isMusl(glibc, withMusl))
        assertFalse(Platform.isMusl(map("7f02-7f03 r-xp 00000000 08:01 12 /lib64/libc-2.17.so"), withMusl))
    }

    @Test
    fun `where the process cannot look at its map, the loader's file decides`(@TempDir folder: File) {
        val nowhere = folder.resolve("nowhere")
        assertFalse(Platform.isMusl(nowhere, folder))
        assertFalse(Platform.isMusl(nowhere, nowhere))
        folder.resolve("ld-musl-x86_64.so.1").writeText("")
        assertTrue(Platform.isMusl(nowhere, folder))
    }
}
