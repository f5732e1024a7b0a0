/** A request that the emulator got. */
export interface EmulatedRequest {
  /** Counts the requests since the emulator started, from 1. */
  readonly sequence: number
  /** The operation that was called, for example `EnableWhatsappROIMetric`. */
  readonly action: string | null
  /** The operation's own parameters, by the names of the service. */
  readonly parameters: Readonly<Record<string, string>>
  /** The channel that it names. */
  readonly custSpaceId: string | null
  /** The HTTP status of the answer; `null` where there was none. */
  readonly status: number | null
  /** The answer's code: `OK`, or the error's. */
  readonly code: string | null
  /** The answer's request ID. */
  readonly requestId: string | null
  /** How it ended; `null` while it has not. */
  readonly outcome: 'answered' | 'client_gone' | 'reset' | 'closed' | 'cut_off' | null
  /** The name of the fault that it met. */
  readonly fault: string | null
  /** Who called. */
  readonly accessKeyId: string | null
  /** The `User-Agent` header. */
  readonly userAgent: string | null
  /** Counts the connections since the emulator started, from 1. */
  readonly connection: number
  /** When it came, in milliseconds since the emulator started. */
  readonly receivedAtMs: number
}

/** Reads an entry of the emulator's log. */
export function readRequest(entry: Record<string, unknown>): EmulatedRequest {
  const parameters = entry['parameters'] as Record<string, string>
  const read = {
    sequence: entry['sequence'],
    action: entry['action'],
    parameters,
    custSpaceId: parameters['CustSpaceId'] ?? null,
    status: entry['status'],
    code: entry['code'],
    requestId: entry['request_id'],
    outcome: entry['outcome'],
    fault: entry['fault'],
    accessKeyId: entry['access_key_id'],
    userAgent: entry['user_agent'],
    connection: entry['connection'],
    receivedAtMs: entry['received_at_ms'],
  }
  return read as EmulatedRequest
}

/** The emulator is not there, does not start, or refuses a control; the message says what to do. */
export class EmulatorError extends Error {
  override name = 'EmulatorError'
}
