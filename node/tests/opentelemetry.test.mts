// Spans and metrics, by OpenTelemetry's own exporters.

import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { CamsRoiInstrumentation } from 'cams-roi/opentelemetry'
import { Emulator } from './emulator.mjs'

const ENABLE = 'cams/EnableWhatsappROIMetric'

let emulator: Emulator
before(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  emulator = await Emulator.start()
})
after(() => emulator.stop())

let exported: Exported
beforeEach(async () => {
  await emulator.restart()
  exported = new Exported()
})
afterEach(() => exported.stop())

/** What OpenTelemetry would export. */
class Exported {
  readonly #spans = new InMemorySpanExporter()
  readonly #metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  readonly #meters = new MeterProvider({
    readers: [new PeriodicExportingMetricReader({ exporter: this.#metrics, exportIntervalMillis: 3_600_000 })],
  })
  readonly #tracers = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(this.#spans)] })
  readonly #instrumentation = new CamsRoiInstrumentation()
  readonly tracer = this.#tracers.getTracer('tests')

  constructor() {
    registerInstrumentations({
      tracerProvider: this.#tracers,
      meterProvider: this.#meters,
      instrumentations: [this.#instrumentation],
    })
  }

  spans(name?: string): ReadableSpan[] {
    return this.#spans.getFinishedSpans().filter((span) => name === undefined || span.name === name)
  }

  async points(): Promise<Map<string, DataPoint<unknown>[]>> {
    await this.#meters.forceFlush()
    const last = this.#metrics.getMetrics().at(-1)
    const metrics = last?.scopeMetrics.flatMap((scope) => scope.metrics) ?? []
    return new Map(metrics.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]))
  }

  async stop() {
    this.#instrumentation.disable()
    await this.#meters.shutdown()
  }
}

/** Does some work below a span of its own. */
async function below(name: string, work: () => Promise<unknown>): Promise<Span> {
  return exported.tracer.startActiveSpan(name, async (span) => {
    await work()
    span.end()
    return span
  })
}

test('a call is a span below its caller’s with an event for each request', async () => {
  await emulator.fault({ type: 'throttle', retry_after_ms: 1 }, { times: 1 })
  const client = emulator.client({ retry: { maxAttempts: 2 } })
  const nightly = await below('nightly', () => client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel }))
  const [call] = exported.spans(ENABLE) as [ReadableSpan]
  assert.equal(call.kind, SpanKind.CLIENT)
  assert.equal(call.parentSpanContext?.spanId, nightly.spanContext().spanId)
  assert.equal(call.spanContext().traceId, nightly.spanContext().traceId)
  assert.equal(call.status.code, SpanStatusCode.UNSET)
  const {
    'cams.call_id': id,
    'cams.request_id': requestId,
    'cams.duration': duration,
    'cams.queue_wait': queueWait,
    'server.address': address,
    'server.port': port,
    ...attributes
  } = call.attributes
  assert.ok(id && requestId && Number(duration) > 0 && Number(queueWait) >= 0)
  assert.equal(`http://${address}:${port}/`, client.endpoint)
  assert.deepEqual(attributes, {
    'rpc.system.name': 'alibaba_cloud',
    'rpc.method': ENABLE,
    'rpc.response.status_code': 'OK',
    'http.request.method': 'POST',
    'cams.cust_space_id': emulator.channel,
    'cams.attempts': 2,
  })
  const [refused, answered] = call.events
  assert.equal(call.events.length, 2)
  assert.equal(refused?.name, 'cams.attempt')
  assert.equal(refused.attributes?.['error.type'], 'ThrottledError')
  assert.equal(answered?.attributes?.['http.request.resend_count'], 1)
  assert.equal(answered.attributes['http.response.status_code'], 200)
})

test('what runs at the same time has its own parents', async () => {
  const client = emulator.client()
  const parents = await Promise.all(
    emulator.channels.map((custSpaceId, index) =>
      below(`task ${index}`, async () => {
        await null
        await client.queryChatappPhoneNumbers({ custSpaceId })
      }),
    ),
  )
  const found = exported.spans('cams/QueryChatappPhoneNumbers').map((span) => {
    return [span.attributes['cams.cust_space_id'], span.parentSpanContext?.spanId]
  })
  const expected = emulator.channels.map((channel, index) => [channel, parents[index]?.spanContext().spanId])
  assert.deepEqual(found.sort(), expected.sort())
  await client.queryChatappPhoneNumbers({ custSpaceId: emulator.channel })
  assert.equal(exported.spans().at(-1)?.parentSpanContext, undefined)
})

test('a run is a span with its calls below', async () => {
  const channels = [emulator.channel, 'cams-foreign']
  const nightly = await below('nightly', async () => {
    for await (const _ of emulator.client().enableMany(channels)) {
      // Each outcome is seen in the spans.
    }
  })
  const [run] = exported.spans('cams.enable_many') as [ReadableSpan]
  assert.equal(run.kind, SpanKind.INTERNAL)
  assert.equal(run.parentSpanContext?.spanId, nightly.spanContext().spanId)
  const calls = exported.spans(ENABLE)
  assert.deepEqual(calls.map((span) => span.attributes['cams.cust_space_id']).sort(), channels.sort())
  assert.ok(calls.every((span) => span.parentSpanContext?.spanId === run.spanContext().spanId))
  assert.equal(run.attributes['cams.channels.enabled'], 1)
  assert.equal(run.attributes['cams.channels.failed'], 1)
  const [failed] = calls.filter((span) => span.status.code === SpanStatusCode.ERROR) as [ReadableSpan]
  assert.equal(failed.attributes['error.type'], 'UnknownResourceOwnerError')
  assert.ok(failed.status.message)
})

test('metrics are those of the guide', async () => {
  await emulator.fault({ type: 'throttle', retry_after_ms: 1 }, { times: 1 })
  const client = emulator.client({ retry: { maxAttempts: 2 } })
  await client.enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  await assert.rejects(client.enableWhatsappRoiMetric({ custSpaceId: 'cams-foreign' }))
  const points = await exported.points()
  assert.deepEqual([...points.keys()].sort(), [
    'cams.channels.enabled',
    'cams.channels.failed',
    'cams.client.attempts',
    'cams.client.calls',
    'cams.client.queue.duration',
    'cams.client.throttles',
    'http.client.request.duration',
    'rpc.client.call.duration',
  ])
  const sum = (name: string) => points.get(name)?.reduce((sum, point) => sum + Number(point.value), 0)
  const count = (name: string) => {
    return points.get(name)?.reduce((sum, point) => sum + (point.value as Histogram).count, 0)
  }
  assert.deepEqual(
    ['calls', 'attempts', 'throttles'].map((name) => sum(`cams.client.${name}`)),
    [2, 3, 1],
  )
  assert.deepEqual([sum('cams.channels.enabled'), sum('cams.channels.failed')], [1, 1])
  assert.deepEqual(
    ['rpc.client.call.duration', 'http.client.request.duration', 'cams.client.queue.duration'].map(count),
    [2, 3, 3],
  )
})

test('a run that the account ends counts the channels that were not called', async () => {
  await emulator.changeAccount({ subscribed: false })
  const channels = Array.from({ length: 20 }, (_, index) => `cams-${index}`)
  let notCalled = 0
  for await (const outcome of emulator.client().enableMany(channels, { concurrency: 1 })) {
    if (outcome.notCalled) notCalled += 1
  }
  const failed = (await exported.points()).get('cams.channels.failed') ?? []
  const of = (type: string) => failed.find((point) => point.attributes['error.type'] === type)?.value
  assert.ok(notCalled > 0)
  assert.equal(of('not_called'), notCalled)
  assert.equal(of('NotSubscribedError'), 20 - notCalled)
})

test('what a provider throws changes no call, and after disabling nothing is traced', async () => {
  const broken = new CamsRoiInstrumentation()
  broken.setTracerProvider({
    getTracer() {
      throw new Error('no tracer')
    },
  })
  try {
    await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  } finally {
    broken.disable()
  }
  await exported.stop()
  const before = exported.spans().length
  await emulator.client().enableWhatsappRoiMetric({ custSpaceId: emulator.channel })
  assert.equal(exported.spans().length, before)
  assert.equal(trace.getActiveSpan(), undefined)
})
