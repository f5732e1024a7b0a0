package io.github.camsroi.internal

import java.io.File
import java.io.IOException

/** Which of the jar's libraries is this process's. */
internal object Platform {
    /** For which there can be a library in the jar. */
    val ALL = listOf("linux", "linux-musl", "darwin", "win32").flatMap { listOf("$it-x86-64", "$it-aarch64") }

    val name: String by lazy {
        of(System.getProperty("os.name"), System.getProperty("os.arch")) {
            isMusl(map = File("/proc/self/maps"), libraries = File("/lib"))
        }
    }

    val isWindows get() = name.startsWith("win32-")

    /** What the library is called in a platform's folder of the jar. */
    fun file(platform: String, library: String) = when (platform.substringBefore('-')) {
        "win32" -> "$library.dll"
        "darwin" -> "lib$library.dylib"
        else -> "lib$library.so"
    }

    /** The platform of a system and a machine, as Java calls them. */
    fun of(system: String, machine: String, isMusl: () -> Boolean): String {
        val os = system.lowercase()
        val processor = when (val lower = machine.lowercase()) {
            "amd64", "x86_64", "x86-64" -> "x86-64"
            "arm64", "aarch64" -> "aarch64"
            else -> lower
        }
        val name = when {
            os.startsWith("windows") -> "win32"
            "mac" in os || "darwin" in os -> "darwin"
            os == "linux" -> if (isMusl()) "linux-musl" else "linux"
            else -> os.replace(' ', '-')
        }
        return "$name-$processor"
    }

    /**
     * Whether this process runs on musl, as on Alpine, by its memory map: either C library can also lie on the disk of a
     * system that has the other. Where there is no map, what lies there decides.
     */
    fun isMusl(map: File, libraries: File): Boolean {
        val mapped = try {
            map.useLines { lines -> lines.mapNotNull(::isMuslMapped).firstOrNull() }
        } catch (_: IOException) {
            null
        }
        return mapped ?: libraries.list { _, name -> name.startsWith(MUSL) }.orEmpty().isNotEmpty()
    }

    /** What a line of the map tells, if it is about a C library. */
    private fun isMuslMapped(line: String): Boolean? {
        val file = line.substringAfterLast('/', "")
        return when {
            file.startsWith(MUSL) || file.startsWith("libc.musl-") -> true
            file == "libc.so.6" || file.startsWith("libc-2.") -> false
            else -> null
        }
    }

    /** With what the name of musl's loader begins, which is musl itself, too. */
    private const val MUSL = "ld-musl-"
}
