package io.github.camsroi

/** Is told what a client does, a little after it did so, on a thread of its own. */
public fun interface Logger {
    /** Takes one record. What it throws goes to `java.util.logging`, and nowhere else. */
    public fun log(record: LogRecord)

    /** Loggers that are always there. */
    public companion object {
        /** Is told nothing, and keeps the client from looking for SLF4J. */
        @JvmField
        public val NONE: Logger = Logger { }
    }
}

/** How much a record matters. */
public enum class LogLevel {
    /** Something failed. */
    ERROR,

    /** Something is odd. */
    WARN,

    /** What an operator may want to know. */
    INFO,

    /** Each attempt. */
    DEBUG,

    /** Everything. */
    TRACE,
}

/**
 * One thing that a client tells of its work. It never holds a secret.
 *
 * @property level how much it matters.
 * @property message what happened.
 * @property fields the particulars, such as `cams.call_id`, `rpc.method`, `cams.cust_space_id`, `cams.attempt` and
 *   `http.response.status_code`; `docs/logging.md` lists them.
 */
public class LogRecord(
    public val level: LogLevel,
    public val message: String,
    public val fields: Map<String, String>,
) {
    /** The level, the message and the fields, in one line. */
    override fun toString(): String = "$level $message $fields"
}
