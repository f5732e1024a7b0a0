package io.github.camsroi.internal

import io.github.camsroi.Logger
import java.util.logging.Level
import io.github.camsroi.LogLevel as PublicLevel
import io.github.camsroi.LogRecord as PublicRecord

/** What receives bytes from the binding: it does not throw. */
internal abstract class Sink {
    /** Is called by the library, by its name, on the thread that tells this sink. */
    abstract fun take(bytes: ByteArray)
}

/** A user's logger. */
internal class LoggerSink(private val logger: Logger) : Sink() {
    @Suppress("TooGenericExceptionCaught") // Nobody waits for it who could catch.
    override fun take(bytes: ByteArray) {
        try {
            val record = LogRecord.read(Input(bytes))
            logger.log(PublicRecord(level(record.level), record.text, record.fields.associate { it.name to it.value }))
        } catch (thrown: Throwable) {
            val own = java.util.logging.Logger.getLogger("io.github.camsroi")
            own.log(Level.WARNING, "The logger of a cams-roi client threw", thrown)
        }
    }
}

private fun level(level: LogLevel): PublicLevel = when (level) {
    LogLevel.ERROR -> PublicLevel.ERROR
    LogLevel.WARN -> PublicLevel.WARN
    LogLevel.INFO -> PublicLevel.INFO
    LogLevel.DEBUG -> PublicLevel.DEBUG
    LogLevel.TRACE -> PublicLevel.TRACE
}

internal fun level(level: PublicLevel): LogLevel = when (level) {
    PublicLevel.ERROR -> LogLevel.ERROR
    PublicLevel.WARN -> LogLevel.WARN
    PublicLevel.INFO -> LogLevel.INFO
    PublicLevel.DEBUG -> LogLevel.DEBUG
    PublicLevel.TRACE -> LogLevel.TRACE
}
