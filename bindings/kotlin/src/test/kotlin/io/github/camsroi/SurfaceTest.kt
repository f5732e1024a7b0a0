package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.io.DataInputStream
import java.io.File
import java.lang.reflect.Executable
import java.lang.reflect.Modifier

/** What the compiled package looks like, from outside of Kotlin. */
class SurfaceTest {
    private val files = File("target/classes").walk().filter { it.extension == "class" }.toList()

    private val public: List<Class<*>> = files.filter { it.parentFile.name == "camsroi" }
        .map { Class.forName("io.github.camsroi.${it.nameWithoutExtension}", false, javaClass.classLoader) }
        .filter { Modifier.isPublic(it.modifiers) }

    private fun members(of: Class<*>): List<Executable> =
        (of.declaredMethods.toList<Executable>() + of.declaredConstructors).filter { Modifier.isPublic(it.modifiers) }

    @Test
    fun `every class is one that Java 8 takes`() {
        val versions = files.associate { file ->
            file.name to DataInputStream(file.inputStream()).use { it.readLong().toInt() and 0xFFFF }
        }
        assertEquals(emptyMap<String, Int>(), versions.filterValues { it > JAVA_8 })
        assertEquals(true, versions.size > 50)
    }

    @Test
    fun `no name is mangled`() {
        val mangled = public.flatMap { of -> members(of).filter { '-' in it.name }.map { "$of $it" } }
        assertEquals(emptyList<String>(), mangled)
    }

    @Test
    fun `Java is asked for none of Kotlin's functions`() {
        val asked = public.flatMap { of ->
            members(of).filter { !it.isSynthetic }
                .filter { member -> member.parameterTypes.any { it.name.startsWith("kotlin.jvm.functions") } }
                .map { "$of $it" }
        }
        assertEquals(emptyList<String>(), asked)
    }

    @Test
    fun `what a client's interface asks for can be seen, so that a mock has it`() {
        val clients = listOf(Client::class, AsyncClient::class, BlockingClient::class).map { it.java }
        for (client in clients) {
            assertEquals(true, client.isInterface)
            val hidden = client.methods.filter { Modifier.isAbstract(it.modifiers) && it.isSynthetic }
            assertEquals(emptyList<Any>(), hidden)
        }
    }

    private companion object {
        const val JAVA_8 = 52
    }
}
