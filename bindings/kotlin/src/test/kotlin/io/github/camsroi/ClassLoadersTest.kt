package io.github.camsroi

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.io.File
import java.net.URLClassLoader
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.function.BiFunction

/** Several class loaders with the package each, as in an application server whose applications start at once. */
class ClassLoadersTest : EmulatedTest() {
    @Test
    fun `each class loader's calls go out with its own keys`() {
        val pool = Executors.newFixedThreadPool(LOADERS)
        val start = CyclicBarrier(LOADERS)
        val failures = pool.invokeAll(
            List(LOADERS) { number ->
                Callable {
                    val calls = calls()
                    start.await()
                    calls.apply(emulator.url, number)
                }
            },
        ).flatMap { it.get() }
        pool.shutdown()
        // The keys are nobody's, and the emulator says so to each.
        val refused = List(LOADERS * CALLS) { "InvalidAccessKeyId.NotFound" }
        assertEquals(refused, failures)
        val keys = emulator.log().map {
            it["parameters"].asJsonObject["CustSpaceId"].asString to it["access_key_id"].asString
        }
        assertEquals(LOADERS * CALLS, keys.size)
        assertEquals(emptyList<Pair<String, String>>(), keys.filter { (channel, key) -> channel != "cams-of-$key" })
    }

    /** An [OwnCalls] of a class loader of its own. */
    private fun calls(): BiFunction<String, Int, List<String>> {
        val urls = System.getProperty("java.class.path").split(File.pathSeparator).map { File(it).toURI().toURL() }
        val loader = URLClassLoader(urls.toTypedArray(), ClassLoader.getPlatformClassLoader())
        val made = loader.loadClass(OwnCalls::class.java.name).getConstructor().newInstance()
        @Suppress("UNCHECKED_CAST")
        return made as BiFunction<String, Int, List<String>>
    }

    internal companion object {
        const val LOADERS = 7
        const val CALLS = 6
    }
}

/** Makes calls of clients with keys of their own, and gives the codes that they fail with. */
class OwnCalls : BiFunction<String, Int, List<String>> {
    override fun apply(url: String, number: Int): List<String> = List(ClassLoadersTest.CALLS) { call ->
        val key = "key-$number-$call"
        val config = ClientConfig {
            endpoint = url
            credentials = Credentials(key, "a")
            proxy = Proxy.DIRECT
            rateLimit = RateLimit.OFF
            logger = Logger.NONE
            maxAttempts = 1
        }
        Client(config).use { client ->
            runCatching { client.blocking().enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest("cams-of-$key")) }
                .fold({ "enabled" }, { (it as? CamsRoiException)?.code ?: it.toString() })
        }
    }
}
