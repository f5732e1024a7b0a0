import { type Channel, channel } from 'node:diagnostics_channel'

/**
 * One thing that a client tells of its work. It never holds a secret.
 *
 * Each `call.start` is followed by one `call.attempt` for each request, and by one `call.end`; each `run.start` by the
 * calls of the run, and by one `run.end`.
 */
export interface ClientEvent {
  /** What it tells of. */
  name: 'call.start' | 'call.attempt' | 'call.end' | 'run.start' | 'run.end'
  /** When it was, in milliseconds since 1970, by this machine's clock. */
  timeMs: number
  /** The call's ID, which its log records have too; not of a run as a whole. */
  callId?: string
  /** The ID of the run over many channels that it belongs to, if any. */
  runId?: string
  /** The operation, for example `EnableWhatsappROIMetric`. */
  operation: string
  /** The channel that the call is about, if any. */
  custSpaceId?: string
  /** Where in a trace the call was made, as W3C's header `traceparent` says it, where that is known. */
  parent?: string
  /** The particulars, by their names in OpenTelemetry's semantic conventions; times are in seconds. */
  attributes: Record<string, string | number | boolean>
}

/**
 * What `cams-roi:caller` is published with, in the caller's own asynchronous context, where a call is about to begin: a
 * subscriber may say where in a trace that is.
 */
export interface Caller {
  /** As W3C's header `traceparent` says it; empty outside of any trace. */
  traceparent: string
}

const CALLER = channel('cams-roi:caller')

/** What is published of every client, by the names of events. */
const CHANNELS: Record<ClientEvent['name'], Channel> = {
  'call.start': channel('cams-roi:call:start'),
  'call.attempt': channel('cams-roi:call:attempt'),
  'call.end': channel('cams-roi:call:end'),
  'run.start': channel('cams-roi:run:start'),
  'run.end': channel('cams-roi:run:end'),
}
const ALL = Object.values(CHANNELS)

/** A function that is told what a client does. */
type Hook = (event: ClientEvent) => unknown

/** Where in a trace a call is made that begins now; `undefined` where nobody listens. */
export function callerOf(hook: Hook | undefined): string | undefined {
  if (CALLER.hasSubscribers) {
    const caller: Caller = { traceparent: '' }
    CALLER.publish(caller)
    return caller.traceparent
  }
  return hook !== undefined || ALL.some((it) => it.hasSubscribers) ? '' : undefined
}

/** A function that the binding can call with an event in JSON: it does not throw. */
export function teller(hook: Hook | undefined): (text: string) => void {
  let hasThrown = false
  const failed = (error: unknown) => {
    if (hasThrown) return
    hasThrown = true
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const message = 'The function onEvent of a cams-roi client threw; this is not told again'
    process.emitWarning(message, { type: 'CamsRoiWarning', detail: text })
  }
  return (text) => {
    const event = eventOf(JSON.parse(text))
    try {
      const result = hook?.(event)
      if (result instanceof Promise) result.catch(failed)
    } catch (error) {
      failed(error)
    }
    CHANNELS[event.name].publish(event)
  }
}

/** An event as the binding writes it. */
interface Written {
  name: ClientEvent['name']
  time: number
  call_id: string | null
  run_id: string | null
  operation: string
  cust_space_id: string | null
  parent: string | null
  attributes: ClientEvent['attributes']
}

function eventOf(written: Written): ClientEvent {
  return {
    name: written.name,
    timeMs: written.time,
    ...(written.call_id !== null && { callId: written.call_id }),
    ...(written.run_id !== null && { runId: written.run_id }),
    operation: written.operation,
    ...(written.cust_space_id !== null && { custSpaceId: written.cust_space_id }),
    ...(written.parent !== null && { parent: written.parent }),
    attributes: written.attributes,
  }
}
