package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import java.io.File

/** The Kotlin and Java of the README and of the guides, in the world that `docs/code-in-these-pages.md` describes. */
class GuidesTest : EmulatedTest() {
    @TestFactory
    fun `the code of each page runs`(@TempDir folder: File): List<DynamicTest> {
        val programs = programs("kotlin").mapIndexed { index, (place, code) ->
            // All in one compilation, so each in a package of its own.
            folder.resolve("guide$index.kt").writeText("package guide$index\n$code")
            place to listOf("guide$index.Guide${index}Kt")
        }
        val sources = programs.indices.map { folder.resolve("guide$it.kt").path }
        compile(folder, sources)
        val java = programs("java").mapIndexed { index, (place, code) ->
            val source = folder.resolve("$index/Main.java")
            source.parentFile.mkdir()
            source.writeText(code)
            place to listOf(source.path)
        }
        return (programs + java).flatMap { (place, program) ->
            listOf(
                dynamicTest(place) {
                    arrange()
                    val (status, printed) = run(folder, program)
                    assertEquals(0, status, printed)
                },
                dynamicTest("$place, where it fails") {
                    arrange("subscribed" to false)
                    val (_, printed) = run(folder, program)
                    assertTrue(NOT_SUBSCRIBED in printed, printed)
                },
            )
        }
    }

    @Test
    fun `a call that takes too long ends its program, in the snippet about it`(@TempDir folder: File) {
        val code = programs("kotlin").map { it.second }.single { "withTimeout" in it }
        folder.resolve("slow.kt").writeText(code)
        compile(folder, listOf(folder.resolve("slow.kt").path))
        arrange()
        emulator.fault(null, "type" to "hang")
        val (status, printed) = run(folder, listOf("SlowKt"))
        assertEquals(1, status, printed)
        assertTrue("TimeoutCancellationException" in printed, printed)
    }

    @Test
    fun `there is code in each page that should show some`() {
        val shown = (programs("kotlin") + programs("java")).map { it.first.substringBefore(',') }.toSet()
        val guides = listOf(
            "credentials",
            "errors-guide",
            "getting-started/kotlin",
            "limits-and-bulk-enabling",
            "listings",
            "mobile",
            "moving-from-the-official-sdk",
            "watching",
        )
        assertEquals(setOf("README.md") + guides.map { "docs/$it.md" }, shown)
    }

    private fun compile(folder: File, sources: List<String>) {
        val compiler = listOf("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect")
        val arguments = compiler + listOf("-cp", CLASS_PATH, "-d", folder.path) + sources
        val (status, printed) = java(folder, arguments, jars("compiler"))
        assertEquals(0, status, printed)
    }

    private fun arrange(vararg account: Pair<String, Any>) {
        emulator.reset()
        val past = mapOf("phone_numbers" to listOf("99900000042"), "enabled_at" to "2020-01-01T00:00:00Z")
        emulator.changeAccount("isv_code" to "isv-1", "channels" to CHANNELS.map { past + ("id" to it) }, *account)
    }

    private fun run(folder: File, program: List<String>): Pair<Int, String> {
        val world = folder.resolve("world")
        world.deleteRecursively()
        world.mkdir()
        world.resolve("channels.csv").writeText((listOf("cust_space_id") + CHANNELS).joinToString("\n", postfix = "\n"))
        return java(world, program, folder.path + File.pathSeparator + CLASS_PATH)
    }

    private fun java(directory: File, arguments: List<String>, classPath: String): Pair<Int, String> {
        val executable = File(System.getProperty("java.home"), "bin/java").path
        val program = ProcessBuilder(listOf(executable) + SHORT_LIVED + listOf("-cp", classPath) + arguments)
        program.directory(directory).redirectErrorStream(true)
        program.environment() += mapOf(
            "CAMS_ROI_ENDPOINT" to emulator.url,
            "ALIBABA_CLOUD_ACCESS_KEY_ID" to emulator.credentials.accessKeyId,
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET" to emulator.credentials.accessKeySecret,
        )
        val process = program.start()
        val printed = process.inputReader().readText()
        return process.waitFor() to printed
    }

    /** The fenced blocks of a language, with their places. */
    private fun programs(language: String): List<Pair<String, String>> {
        val root = File("../..").canonicalFile
        val guides = root.resolve("docs").walk().filter { it.extension == "md" }.sorted()
        return (listOf(root.resolve("README.md")) + guides).flatMap { page ->
            val blocks = Regex("```$language\n(.*?)```", RegexOption.DOT_MATCHES_ALL).findAll(page.readText())
            val name = page.relativeTo(root)
            blocks.mapIndexed { index, block -> "$name, $language ${index + 1}" to block.groupValues[1] }
        }
    }

    private companion object {
        val CHANNELS = listOf("cams-1", "cams-2", "cams-3")

        /** A program of a second spends half of it on optimising itself. */
        val SHORT_LIVED = listOf("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")

        /** Of the hint for an account that has not subscribed. */
        const val NOT_SUBSCRIBED = "ubscribe"

        /** The package as a new project has it, with the newest Kotlin. */
        val CLASS_PATH: String = jars("newest") + File.pathSeparator + System.getProperty("java.class.path")

        /** A tool's own class path, which the build has laid out. */
        fun jars(tool: String): String = File("target/tools/$tool").canonicalFile.listFiles()!!
            .joinToString(File.pathSeparator) { it.path }
    }
}
