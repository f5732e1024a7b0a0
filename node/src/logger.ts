import type * as native from '../native/generated/binding.cjs'
import { oneOf } from './checks.js'

/** How much a record matters. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** What a client's `logLevel` may be. */
export const logLevel = oneOf('error', 'warn', 'info', 'debug', 'trace')

/** One thing that a client tells of its work. It never holds a secret. */
export interface LogRecord {
  /** How much it matters. */
  level: LogLevel
  /** What happened. */
  message: string
  /** The particulars: `cams.call_id`, `rpc.method`, `cams.cust_space_id`, `cams.attempt`… */
  fields: Record<string, unknown>
}

/**
 * Is told what a client does, a little after it did so. It keeps no process alive.
 *
 * @example
 * ```ts
 * new Client({ logger: ({ level, message, fields }) => pino[level](fields, message) })
 * ```
 */
export type Logger = (record: LogRecord) => void

/** A function that the binding can call: it does not throw. */
export function guarded(logger: Logger): (record: native.LogRecord) => void {
  return ({ level, message, fields }) => {
    try {
      logger({ level: level as LogLevel, message, fields: JSON.parse(fields) })
    } catch (error) {
      // Nobody waits for it who could catch it, and a log is no reason to end the process.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.emitWarning('The logger of a cams-roi client threw', { type: 'CamsRoiWarning', detail: text })
    }
  }
}
