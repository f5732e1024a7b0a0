package io.github.camsroi

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.AppenderBase
import kotlinx.coroutines.CompletableDeferred
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.slf4j.LoggerFactory
import ch.qos.logback.classic.Logger as Logback

class Slf4jTest : EmulatedTest() {
    private val logback = LoggerFactory.getLogger("io.github.camsroi") as Logback

    @AfterEach
    fun quiet() {
        logback.level = null
        logback.detachAndStopAllAppenders()
    }

    @Test
    fun `a client without a logger tells SLF4J what that takes`() = suspending {
        val told = CompletableDeferred<ILoggingEvent>()
        val appender = object : AppenderBase<ILoggingEvent>() {
            override fun append(event: ILoggingEvent) {
                if (event.message == "attempt") told.complete(event)
            }
        }
        appender.start()
        logback.addAppender(appender)
        logback.level = Level.DEBUG
        emulator.client { logger = null }.enableWhatsappRoiMetric(aChannel)
        val event = told.await()
        assertEquals(Level.DEBUG, event.level)
        val fields = event.keyValuePairs.associate { it.key to it.value }
        assertEquals("cams/EnableWhatsappROIMetric", fields["rpc.method"])
    }

    @Test
    fun `where SLF4J takes nothing, nothing is told`() {
        assertNull(Slf4jLogger.found())
        logback.level = Level.WARN
        assertEquals(LogLevel.WARN, Slf4jLogger.found()?.second)
    }
}
