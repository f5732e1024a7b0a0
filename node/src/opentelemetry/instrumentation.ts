import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { context, type MeterProvider, metrics, type TracerProvider, trace } from '@opentelemetry/api'
import type { Caller, ClientEvent } from '../events.js'
import { Measures } from './measures.js'
import { Spans } from './spans.js'

const SCOPE = 'cams-roi'
const VERSION = '0.1.0'
const CHANNELS = ['call:start', 'call:attempt', 'call:end', 'run:start', 'run:end'].map((name) => `${SCOPE}:${name}`)

/**
 * Traces and measures the calls of all clients: give it to `registerInstrumentations`, or to `NodeSDK`, with your others.
 *
 * Every call becomes a span, below that in which it was made, with an event for each request; a run of `enableMany` becomes
 * a span with those of its calls below it. Nothing is exported by this package itself: that is what the application's
 * providers are for.
 *
 * @example
 * ```ts
 * registerInstrumentations({ instrumentations: [new CamsRoiInstrumentation()] })
 * ```
 */
export class CamsRoiInstrumentation {
  /** The name of its tracer and its meter. */
  readonly instrumentationName = SCOPE
  /** This package's version. */
  readonly instrumentationVersion = VERSION
  #config: { enabled: boolean }
  #tracers: TracerProvider | undefined
  #meters: MeterProvider | undefined
  #telemetry: { spans: Spans; measures: Measures } | undefined

  /** Begins to trace and to measure, with the global providers until it is given others. */
  constructor(config: { enabled?: boolean } = {}) {
    this.#config = { enabled: config.enabled ?? true }
    if (this.#config.enabled) this.enable()
  }

  /** Traces and measures the calls that begin from now on. */
  enable(): void {
    this.disable()
    this.#config.enabled = true
    subscribe(`${SCOPE}:caller`, this.#caller)
    for (const channel of CHANNELS) subscribe(channel, this.#event)
  }

  /** Traces and measures nothing more; spans of calls that are under way are never ended. */
  disable(): void {
    this.#config.enabled = false
    this.#telemetry = undefined
    unsubscribe(`${SCOPE}:caller`, this.#caller)
    for (const channel of CHANNELS) unsubscribe(channel, this.#event)
  }

  /** Has other spans made than the global provider's. */
  setTracerProvider(provider: TracerProvider): void {
    this.#tracers = provider
    this.#telemetry = undefined
  }

  /** Has other instruments made than the global provider's. */
  setMeterProvider(provider: MeterProvider): void {
    this.#meters = provider
    this.#telemetry = undefined
  }

  /** What it was made with. */
  getConfig(): { enabled: boolean } {
    return this.#config
  }

  /** Has it made otherwise. */
  setConfig(config: { enabled?: boolean }): void {
    this.#config = { enabled: config.enabled ?? true }
  }

  readonly #caller = (message: unknown): void => {
    const place = trace.getSpanContext(context.active())
    if (place === undefined || !trace.isSpanContextValid(place)) return
    const flags = place.traceFlags.toString(16).padStart(2, '0')
    const caller = message as Caller
    caller.traceparent = `00-${place.traceId}-${place.spanId}-${flags}`
  }

  readonly #event = (message: unknown): void => {
    try {
      // Not before: the application's providers may be set after its modules are loaded.
      this.#telemetry ??= {
        spans: new Spans((this.#tracers ?? trace).getTracer(SCOPE, VERSION)),
        measures: new Measures((this.#meters ?? metrics).getMeter(SCOPE, VERSION)),
      }
      const event = message as ClientEvent
      const started = this.#telemetry.spans.take(event)
      if (started !== undefined) this.#telemetry.measures.take(event, started)
    } catch (error) {
      // What a provider of the application's throws must not end the process, as it would here.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.emitWarning('OpenTelemetry threw when it was told an event', { type: 'CamsRoiWarning', detail: text })
    }
  }
}
