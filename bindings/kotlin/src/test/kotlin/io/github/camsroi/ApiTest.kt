package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.io.File
import java.net.URLClassLoader
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

class ApiTest {
    /** `mvn test -Dtest=ApiTest -Dapi.update=true` writes the dump anew: read the change before it is committed. */
    @Test
    fun `what is public is what the dump says`() {
        val dump = Path.of("api/cams-roi.api")
        val now = dump(Path.of("target/classes").toFile().walk().filter { it.extension == "class" }.toList())
        if (System.getProperty("api.update") == "true") dump.writeText(now)
        assertEquals(dump.readText(), now, "what is public has changed: see bindings/kotlin/README.md")
    }

    /** Kotlin's own tool shows it, which needs a newer Kotlin than the tests: so it has a class loader of its own. */
    private fun dump(classes: List<File>): String {
        val jars = File("target/tools/abi").listFiles()!!.map { it.toURI().toURL() }
        return URLClassLoader(jars.toTypedArray(), ClassLoader.getPlatformClassLoader()).use { loader ->
            val tools = loader.loadClass("org.jetbrains.kotlin.abi.tools.AbiTools")
            val filters = loader.loadClass("org.jetbrains.kotlin.abi.tools.AbiFilters")
            val none = filters.constructors.single { it.parameterCount == 4 }.newInstance(NO, NO, NO, NO)
            val companion = tools.getField("Companion").get(null)
            val tool = companion.javaClass.getMethod("getInstance", ClassLoader::class.java)
                .invoke(companion, loader)
            val text = StringBuilder()
            tools.getMethod("printJvmDump", Appendable::class.java, Iterable::class.java, filters)
                .invoke(tool, text, classes, none)
            text.toString()
        }
    }

    private companion object {
        val NO = emptySet<String>()
    }
}
