package io.github.camsroi

import org.jetbrains.kotlin.abi.tools.AbiFilters
import org.jetbrains.kotlin.abi.tools.AbiTools
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

class ApiTest {
    /** `mvn test -Dtest=ApiTest -Dapi.update=true` writes the dump anew: read the change before it is committed. */
    @Test
    fun `what is public is what the dump says`() {
        val dump = Path.of("api/cams-roi.api")
        val classes = Path.of("target/classes").toFile().walk().filter { it.extension == "class" }
        val now = StringBuilder().also {
            AbiTools.getInstance().printJvmDump(it, classes.asIterable(), AbiFilters.EMPTY)
        }.toString()
        if (System.getProperty("api.update") == "true") dump.writeText(now)
        assertEquals(dump.readText(), now, "what is public has changed: see bindings/kotlin/README.md")
    }
}
