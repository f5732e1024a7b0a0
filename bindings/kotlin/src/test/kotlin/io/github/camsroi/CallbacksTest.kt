package io.github.camsroi

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.io.IOException
import java.net.ConnectException
import java.net.SocketTimeoutException
import java.net.UnknownHostException
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import java.util.concurrent.atomic.AtomicInteger
import java.util.logging.Handler
import java.util.logging.LogRecord as JulRecord

class CallbacksTest : EmulatedTest() {
    @Test
    fun `credentials come from a function, once for all who wait`() = suspending {
        val asked = AtomicInteger()
        val client = emulator.client {
            credentialsProvider = {
                asked.incrementAndGet()
                delay(20)
                emulator.credentials
            }
        }
        List(8) { async { client.enableWhatsappRoiMetric(aChannel) } }.awaitAll()
        assertEquals(1, asked.get())
    }

    @Test
    fun `temporary credentials are asked for again before they expire`() = suspending {
        val asked = AtomicInteger()
        val client = emulator.client {
            credentialsProvider = {
                asked.incrementAndGet()
                emulator.credentials.run {
                    Credentials(accessKeyId, accessKeySecret, null, Instant.now().plusSeconds(1))
                }
            }
        }
        while (asked.get() < 2) client.enableWhatsappRoiMetric(aChannel)
    }

    @Test
    fun `what the credentials function throws is the cause`() = suspending {
        val mine = IOException("the vault is sealed")
        val error = assertThrows<CamsRoiException.Credentials> {
            emulator.client { credentialsProvider = { throw mine } }.enableWhatsappRoiMetric(aChannel)
        }
        assertSame(mine, error.cause)
        assertTrue("the vault is sealed" in error.message)
    }

    @Test
    fun `a function that cannot reach its source is asked again`() = suspending {
        for (away in listOf(
            ConnectException("away"),
            SocketTimeoutException(),
            UnknownHostException("vault"),
            TimeoutException(),
            ExecutionException(ConnectException("away")),
            CamsRoiException.Throttled("busy"),
            CamsRoiException.Credentials("away", CamsRoiException.Details(retryable = true)),
        )) {
            val asked = AtomicInteger()
            val client = emulator.client {
                credentialsProvider = { if (asked.incrementAndGet() == 1) throw away else emulator.credentials }
            }
            assertTrue(client.enableMany(emulator.channels).toList().all { it.enabled }, "$away")
            assertEquals(2, asked.get(), "$away")
        }
    }

    @Test
    fun `what may pass makes a retryable error, and what stays as it is none`() = suspending {
        val asked = AtomicInteger()

        suspend fun thrown(away: Exception) = assertThrows<CamsRoiException.Credentials> {
            val client = emulator.client {
                credentialsProvider = {
                    asked.incrementAndGet()
                    throw away
                }
            }
            client.enableWhatsappRoiMetric(aChannel)
        }.retryable
        assertEquals(false to 1, thrown(IOException("sealed")) to asked.get())
        assertEquals(true to 4, thrown(ConnectException("away")) to asked.get())
    }

    @Test
    fun `a function that blocks holds up nobody else`() = suspending {
        val release = CompletableDeferred<Unit>()
        val entered = CompletableDeferred<Unit>()
        val waiting = emulator.client {
            credentialsProvider = {
                entered.complete(Unit)
                CompletableFuture<Unit>().apply { release.invokeOnCompletion { complete(Unit) } }.get()
                emulator.credentials
            }
        }
        val call = async { waiting.enableWhatsappRoiMetric(aChannel) }
        entered.await()
        emulator.client().enableWhatsappRoiMetric(aChannel)
        release.complete(Unit)
        call.await()
    }

    @Test
    fun `a call that waits for credentials can be cancelled`() = suspending {
        val asked = CompletableDeferred<Unit>()
        val client = emulator.client {
            credentialsProvider = {
                asked.complete(Unit)
                awaitCancellation()
            }
        }
        val call = launch { client.enableWhatsappRoiMetric(aChannel) }
        asked.await()
        call.cancelAndJoin()
    }

    @Test
    fun `no secret shows`() {
        val config = ClientConfig {
            credentials = Credentials("id", "geheim", "token")
            proxy = Proxy.of("http://user:geheim@proxy")
        }
        for (shown in listOf(config, config.settings, config.settings.credentials, config.settings.proxy)) {
            assertTrue("geheim" !in shown.toString() && "token" !in shown.toString(), shown.toString())
        }
        val long = Credentials("LTAI5tABCDEFGHIJ", "geheim")
        assertEquals("Credentials(LTAI****GHIJ, [secret])", long.toString())
        assertEquals("Credentials(****, [secret])", Credentials("LTAI5tABCDE", "geheim").toString())
    }

    @Test
    fun `each client's logger is told what that client does`() = suspending {
        val records = CopyOnWriteArrayList<LogRecord>()
        val attempt = CompletableDeferred<LogRecord>()
        val told = emulator.client {
            logger = Logger {
                records += it
                if (it.message == "attempt") attempt.complete(it)
            }
        }
        emulator.client().enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(emulator.channels[1]))
        told.enableWhatsappRoiMetric(aChannel)
        val record = attempt.await()
        assertEquals(LogLevel.DEBUG, record.level)
        assertEquals("cams/EnableWhatsappROIMetric", record.fields["rpc.method"])
        assertEquals("1", record.fields["cams.attempt"])
        assertEquals(1, records.count { it.message == "attempt" })
        assertTrue(records.none { emulator.credentials.accessKeySecret in it.toString() })
    }

    @Test
    fun `one thread tells a logger, whatever the number of records`() = suspending {
        val threads = java.util.Collections.newSetFromMap(java.util.concurrent.ConcurrentHashMap<Thread, Boolean>())
        val attempts = AtomicInteger()
        val told = CompletableDeferred<Unit>()
        val client = emulator.client {
            logger = Logger {
                threads += Thread.currentThread()
                if (it.message == "attempt" && attempts.incrementAndGet() == 50) told.complete(Unit)
            }
        }
        repeat(50) { client.enableWhatsappRoiMetric(aChannel) }
        told.await()
        assertEquals(listOf("cams-roi-log"), threads.map { it.name })
        assertTrue(threads.single().isDaemon)
    }

    @Test
    fun `a logger is told of nothing below its level`() = suspending {
        val levels = CopyOnWriteArrayList<LogLevel>()
        val told = CompletableDeferred<Unit>()
        emulator.fault(1, "type" to "throttle")
        val client = emulator.client {
            logger = Logger {
                levels += it.level
                told.complete(Unit)
            }
            logLevel = LogLevel.INFO
            rateLimit = RateLimit.DOCUMENTED
        }
        client.enableWhatsappRoiMetric(aChannel)
        told.await()
        assertEquals(setOf(LogLevel.INFO), levels.toSet())
    }

    @Test
    fun `a daily time that is not in whole days is warned of once`() = suspending {
        val records = CopyOnWriteArrayList<LogRecord>()
        val last = CompletableDeferred<Unit>()
        val client = emulator.client {
            logger = Logger {
                records += it
                if (it.fields["rpc.method"] == "cams/GetChatappTemplateMetric") last.complete(Unit)
            }
            logLevel = LogLevel.WARN
        }
        val end = Instant.parse("2026-03-02T08:00:00Z")
        val midnight = Instant.parse("2026-03-02T00:00:00Z")
        val day = Duration.ofDays(1)
        val channel = emulator.channels[0]
        client.getChatappPhoneNumberMetric(end - day, end, custSpaceId = channel)
        client.getChatappPhoneNumberMetric(midnight - day, midnight, custSpaceId = channel)
        val halfHour = Granularity.HALF_HOUR
        client.getChatappPhoneNumberMetric(end - day, end, custSpaceId = channel, granularity = halfHour)
        client.getChatappTemplateMetric("7", end - day, end, custSpaceId = channel, granularity = Granularity.DAILY)
        last.await()
        assertTrue(records.all { it.level == LogLevel.WARN && "not in whole days of UTC" in it.message })
        val of = listOf("cams/GetChatappPhoneNumberMetric", "cams/GetChatappTemplateMetric")
        assertEquals(of, records.map { it.fields["rpc.method"] })
    }

    @Test
    fun `what the logger throws goes to java util logging, and the call goes on`() = suspending {
        val mine = IllegalStateException("the disk is full")
        val told = CompletableFuture<Throwable>()
        val handler = object : Handler() {
            override fun publish(record: JulRecord) {
                told.complete(record.thrown)
            }

            override fun flush() = Unit

            override fun close() = Unit
        }
        val own = java.util.logging.Logger.getLogger("io.github.camsroi")
        own.useParentHandlers = false
        own.addHandler(handler)
        emulator.client { logger = Logger { throw mine } }.enableWhatsappRoiMetric(aChannel)
        assertSame(mine, told.get(1, TimeUnit.MINUTES))
        own.removeHandler(handler)
    }
}
