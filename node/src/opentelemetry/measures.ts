import type { Attributes, Counter, Histogram, Meter } from '@opentelemetry/api'
import type { ClientEvent } from '../events.js'

const ENABLE = 'EnableWhatsappROIMetric'
const COMMON = ['rpc.system.name', 'rpc.method', 'server.address', 'server.port']
const REQUEST = ['http.request.method', 'server.address', 'server.port']
const REQUEST_OUTCOME = ['http.response.status_code', 'error.type']
const OUTCOME = ['rpc.response.status_code', 'error.type']
/** What the semantic conventions advise for times in seconds, and, since calls wait for their turns, more. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 25, 50, 100]

/** Makes metrics of events; the instruments are named and described as in the guide. */
export class Measures {
  readonly #calls: Counter
  readonly #attempts: Counter
  readonly #throttles: Counter
  readonly #callDuration: Histogram
  readonly #latency: Histogram
  readonly #queue: Histogram
  readonly #enabled: Counter
  readonly #failed: Counter

  constructor(meter: Meter) {
    const counter = (name: string, unit: string, description: string) =>
      meter.createCounter(name, { unit, description })
    const seconds = (name: string, description: string) =>
      meter.createHistogram(name, { unit: 's', description, advice: { explicitBucketBoundaries: SECONDS } })
    this.#calls = counter('cams.client.calls', '{call}', 'Calls that have ended.')
    this.#attempts = counter('cams.client.attempts', '{attempt}', 'Requests that were sent.')
    this.#throttles = counter('cams.client.throttles', '{attempt}', 'Requests that the service refused as too many.')
    this.#callDuration = seconds('rpc.client.call.duration', 'Duration of calls, with their waits and retries.')
    this.#latency = seconds('http.client.request.duration', 'Duration of single requests.')
    this.#queue = seconds('cams.client.queue.duration', 'How long requests waited for their turn.')
    this.#enabled = counter('cams.channels.enabled', '{channel}', 'Channels that were enabled.')
    this.#failed = counter('cams.channels.failed', '{channel}', 'Channels that were to be enabled, and were not.')
  }

  /** Takes an event of a call or a run that began with these attributes. */
  take(event: ClientEvent, started: Attributes): void {
    if (event.name === 'call.attempt') this.#attempt(started, event.attributes)
    if (event.name === 'call.end') this.#call(started, event)
    // The others were counted by their calls.
    const notCalled = event.attributes['cams.channels.not_called']
    if (event.name === 'run.end' && notCalled) this.#failed.add(Number(notCalled), { 'error.type': 'not_called' })
  }

  #attempt(started: Attributes, attempt: ClientEvent['attributes']): void {
    const common = of(started, COMMON)
    const outcome = of(attempt, REQUEST_OUTCOME)
    this.#attempts.add(1, { ...common, ...outcome })
    if (attempt['cams.throttled']) this.#throttles.add(1, common)
    this.#queue.record(Number(attempt['cams.queue_wait']), common)
    this.#latency.record(Number(attempt['cams.latency']), { ...of(started, REQUEST), ...outcome })
  }

  #call(started: Attributes, { operation, attributes: end }: ClientEvent): void {
    const attributes = { ...of(started, COMMON), ...of(end, OUTCOME) }
    this.#calls.add(1, attributes)
    this.#callDuration.record(Number(end['cams.duration']), attributes)
    if (operation !== ENABLE) return
    if (end['error.type'] === undefined) this.#enabled.add(1)
    else if (end['cams.attempts']) this.#failed.add(1, of(end, ['error.type']))
  }
}

function of(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(names.filter((name) => name in attributes).map((name) => [name, attributes[name]]))
}
