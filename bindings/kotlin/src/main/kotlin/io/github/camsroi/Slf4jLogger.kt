package io.github.camsroi

import org.slf4j.LoggerFactory
import org.slf4j.event.Level

/**
 * Tells SLF4J, with the fields as key-value pairs. It needs `org.slf4j:slf4j-api` 2 on the class path, which this library
 * does not bring. A client that is given no logger takes this one where SLF4J is there and takes anything.
 *
 * @param name the name of SLF4J's logger.
 */
public class Slf4jLogger @JvmOverloads constructor(name: String = NAME) : Logger {
    private val logger = LoggerFactory.getLogger(name)

    /** Passes the record on, if SLF4J's logger takes its level. */
    override fun log(record: LogRecord) {
        val level = slf4j(record.level)
        if (!logger.isEnabledForLevel(level)) return
        val builder = logger.makeLoggingEventBuilder(level)
        record.fields.forEach { (name, value) -> builder.addKeyValue(name, value) }
        builder.log(record.message)
    }

    /** The least important level that SLF4J's logger takes now; `null` where it takes none. */
    internal fun level(): LogLevel? = LogLevel.entries.lastOrNull { logger.isEnabledForLevel(slf4j(it)) }

    internal companion object {
        const val NAME = "io.github.camsroi"

        /** What there is where nobody says otherwise: a logger and its level, if SLF4J is there and takes anything. */
        fun found(): Pair<Logger, LogLevel>? = try {
            Slf4jLogger().let { logger -> logger.level()?.let { logger to it } }
        } catch (_: LinkageError) {
            null
        }

        private fun slf4j(level: LogLevel): Level = when (level) {
            LogLevel.ERROR -> Level.ERROR
            LogLevel.WARN -> Level.WARN
            LogLevel.INFO -> Level.INFO
            LogLevel.DEBUG -> Level.DEBUG
            LogLevel.TRACE -> Level.TRACE
        }
    }
}
