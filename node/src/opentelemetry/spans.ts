import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import type { ClientEvent } from '../events.js'

/** A call or a run that is under way: its span, and what it began with. */
interface Open {
  span: Span
  started: Attributes
}

/** Makes spans of events. */
export class Spans {
  readonly #tracer: Tracer
  readonly #open = new Map<string, Open>()

  constructor(tracer: Tracer) {
    this.#tracer = tracer
  }

  /** Takes an event; gives what its call or run began with, unless that was before there was somebody to take it. */
  take(event: ClientEvent): Attributes | undefined {
    const key = event.callId ?? event.runId ?? ''
    if (event.name === 'call.start' || event.name === 'run.start') {
      this.#open.set(key, { span: this.#start(event), started: event.attributes })
    }
    const open = this.#open.get(key)
    if (event.name === 'call.attempt') open?.span.addEvent('cams.attempt', event.attributes, event.timeMs)
    if (open !== undefined && (event.name === 'call.end' || event.name === 'run.end')) {
      this.#open.delete(key)
      end(open.span, event)
    }
    return open?.started
  }

  #start(event: ClientEvent): Span {
    const isCall = event.callId !== undefined
    const attributes: Attributes = { ...event.attributes }
    if (event.callId !== undefined) attributes['cams.call_id'] = event.callId
    if (event.runId !== undefined) attributes['cams.run_id'] = event.runId
    if (event.custSpaceId !== undefined) attributes['cams.cust_space_id'] = event.custSpaceId
    const kind = isCall ? SpanKind.CLIENT : SpanKind.INTERNAL
    const name = isCall ? String(event.attributes['rpc.method']) : 'cams.enable_many'
    return this.#tracer.startSpan(name, { kind, attributes, startTime: event.timeMs }, this.#context(event))
  }

  /** What a span is made in: below its run's, else below its caller's. */
  #context(event: ClientEvent): Context {
    const run = this.#open.get(event.runId ?? '')
    if (run !== undefined) return trace.setSpan(ROOT_CONTEXT, run.span)
    if (event.parent === undefined) return ROOT_CONTEXT
    const [, traceId, spanId, flags] = event.parent.split('-') as [string, string, string, string]
    return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16) })
  }
}

function end(span: Span, event: ClientEvent): void {
  const { 'error.message': message, ...attributes } = event.attributes
  span.setAttributes(attributes)
  const failed = attributes['error.type']
  if (failed !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: String(message ?? failed) })
  span.end(event.timeMs)
}
