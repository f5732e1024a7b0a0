package io.github.camsroi

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.nio.file.Path
import kotlin.io.path.readText

class ReadmeTest : EmulatedTest() {
    @Test
    fun `what README shows is what is compiled here`() {
        val shown = Regex("""## ([^\n]+)\n\n```(kotlin|java)\n(.*?)```""", RegexOption.DOT_MATCHES_ALL)
            .findAll(Path.of("README.md").readText())
            .associate { it.groupValues[1] to it.groupValues[3].trim() }
        val compiled = listOf("kotlin" to "ReadmeExamplesKotlin.kt", "java" to "ReadmeExamples.java")
            .map { (language, file) -> Path.of("src/test", language, "io/github/camsroi", file).readText() }
            .flatMap { Regex("""( +)// ([^\n]+)\n(.*?)\n +// end""", RegexOption.DOT_MATCHES_ALL).findAll(it) }
            .associate { it.groupValues[2] to it.groupValues[3].trimIndent() }
        assertEquals(shown.keys, compiled.keys)
        for ((name, example) in shown) assertEquals(example, compiled[name], name)
    }

    @Test
    fun `it runs as it is, with an environment that says where`(@TempDir folder: File) {
        emulator.changeAccount(
            "channels" to
                listOf("cams-1", "cams-2").map { mapOf("id" to it, "phone_numbers" to listOf("99900000042")) },
        )
        folder.resolve("channels.csv").writeText("cust_space_id\ncams-1\ncams-2\n")
        val java = File(System.getProperty("java.home"), "bin/java").path
        val main = "io.github.camsroi.ReadmeTestKt"
        val program = ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), main)
            .directory(folder).redirectErrorStream(true)
        program.environment() += mapOf(
            "CAMS_ROI_ENDPOINT" to emulator.url,
            "ALIBABA_CLOUD_ACCESS_KEY_ID" to emulator.credentials.accessKeyId,
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET" to emulator.credentials.accessKeySecret,
        )
        val process = program.start()
        val printed = process.inputReader().readText()
        assertEquals(0, process.waitFor(), printed)
        // One in each of three examples, and two of many; one without a client; then Java's one, one and many.
        assertEquals(10, enabled().size, printed)
        assertEquals(setOf("cams-1", "cams-2"), enabled().toSet())
    }

    private fun enabled(): List<String> = emulator.log().filter { it["action"].asString == "EnableWhatsappROIMetric" }
        .map { it["parameters"].asJsonObject["CustSpaceId"].asString }
}

/** The process in which the examples run: the native thread and an idle client keep it from ending no more than others. */
fun main() {
    runBlocking {
        ReadmeExamplesKotlin.firstCall()
        Client().use { client ->
            ReadmeExamplesKotlin.errors(client)
            ReadmeExamplesKotlin.manyChannels(client)
            ReadmeExamplesKotlin.listings(client)
            ReadmeExamplesKotlin.everyDay(client)
            ReadmeExamplesKotlin.cancelling(client)
        }
        enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest("cams-1"))
    }
    ReadmeExamples.java()
    ReadmeExamples.everyDay()
}
