// The application as in production: web server and workers, with a Redis server and the emulated service.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, afterEach, beforeEach, test } from 'node:test'
import { Queue } from 'bullmq'
import { startEmulator } from 'cams-roi/testing'
import { EVERY_DAY } from '../src/daily/daily.scheduler.js'
import { DAILY } from '../src/queues.js'
import { type Answer, Application, until } from './application.js'

/** The account's own channel, which is among all channels, too. */
const OWN_CHANNEL = 'cams-emulator-direct'
const ALL = ['cams-1', 'cams-2', OWN_CHANNEL, 'cams-new']
const DAY_MS = 86_400_000

const emulator = await startEmulator({ qps: '100%' })
let application: Application

after(() => emulator.stop())

beforeEach(async () => {
  await emulator.reset()
  // Two channels that have been enabled for years, and a new one.
  const enabled = { phone_numbers: ['99900000041'], enabled_at: '2020-01-01T00:00:00Z' }
  const channels = [{ id: 'cams-1', ...enabled }, { id: 'cams-2', ...enabled }, { id: 'cams-new' }]
  await emulator.changeAccount({ channels })
  application = await Application.prepare(emulator)
  await application.startWeb()
})

afterEach(() => application.stop())

/** The channels that were enabled; none was refused. */
async function enabling(): Promise<string[]> {
  const requests = (await emulator.requests()).filter(({ action }) => action === 'EnableWhatsappROIMetric')
  assert.ok(requests.every(({ code }) => code === 'OK'))
  return requests.map(({ custSpaceId }) => custSpaceId ?? '').sort()
}

/** Begins a run, and gives what the application shows of it once it has ended. */
async function run(): Promise<Answer['body']> {
  const begun = await application.ask('runs', 'POST')
  assert.equal(begun.status, 202)
  return ended('runs', begun.body.jobId)
}

/** Waits until a job has ended, or is to be tried again, and gives what the application shows of it. */
async function ended(path: string, jobId: string): Promise<Answer['body']> {
  let job: Answer['body']
  await until(async () => {
    const { body } = await application.ask(path)
    job = Array.isArray(body) ? body.find((it) => it.jobId === jobId) : body
    return ['completed', 'failed', 'delayed'].includes(job?.state)
  }, `job ${jobId} has ended`)
  return job
}

/** What the emulated service counted in the last 30 days, which end with yesterday. */
async function counted() {
  const end = Math.floor(Date.now() / DAY_MS) * DAY_MS
  return emulator.control(`totals?start=${end - 30 * DAY_MS}&end=${end}`)
}

/** How many channels the runs' journal has as enabled. */
async function remembered(): Promise<number> {
  const journal = `${application.environment.REDIS_URL}/channels`
  const { code, stdout } = await application.run('cams-roi', ['journal', 'show', journal, '--output', 'json'])
  return code === 0 ? JSON.parse(stdout).done : 0
}

/** The sum of a column. */
function sum(rows: Record<string, string | number>[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0)
}

/** The rows of the store. */
async function rows(): Promise<Record<string, string | number>[]> {
  const file = join(application.folder, 'rows.jsonl')
  assert.equal((await application.run('cams-roi', ['export', '--output', file])).code, 0)
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line))
}

test('a run enables each channel once and collects every day', async () => {
  application.startWorker()
  application.startWorker()
  assert.equal((await application.ask('report')).status, 404)
  const { state, channels, collected } = await run()
  assert.deepEqual([state, channels], ['completed', { enabled: ALL.length, notEnabled: [] }])
  assert.deepEqual(await enabling(), [...ALL].sort())

  const stored = await rows()
  assert.equal(stored.length, collected.new_rows)
  const { phone_number_metrics: numbers, template_metrics: templates } = await counted()
  assert.equal(stored.length, numbers.rows + templates.rows)
  assert.equal(sum(stored, 'sent_count'), numbers.sent + templates.sent)
  assert.equal(sum(stored, 'delivered_count'), numbers.delivered + templates.delivered)
  for (const channel of ['cams-1', 'cams-2']) {
    const days = stored.filter((row) => row.cust_space_id === channel).map((row) => row.start)
    assert.equal(new Set(days).size, 30, channel)
  }
  const { status, body } = await application.ask('report')
  assert.equal(status, 200)
  assert.match(body, /^<!doctype html>/i)
  assert.match(body, /cams-1/)
})

test('the queue gets a run a day, however many workers there are', async () => {
  application.startWorker()
  application.startWorker()
  await run()
  const queue = new Queue(DAILY, { connection: { url: application.environment.REDIS_URL ?? '' } })
  try {
    const schedulers = await queue.getJobSchedulers()
    assert.deepEqual(
      schedulers.map(({ pattern, tz }) => ({ pattern, tz })),
      [EVERY_DAY],
    )
  } finally {
    await queue.close()
  }
  assert.equal((await application.ask('runs')).body.length, 1, 'the run of the next morning has not begun')
})

test('a run that lasts is not begun twice', async () => {
  const first = await application.ask('runs', 'POST')
  const second = await application.ask('runs', 'POST')
  assert.equal(first.body.jobId, second.body.jobId)
  assert.equal((await application.ask('runs')).body.length, 1)
})

test('a channel that is denied is shown so until a later run enables it', async () => {
  await emulator.deny({ operation: 'EnableWhatsappROIMetric', custSpaceId: 'cams-2' })
  application.startWorker()
  const { state, channels } = await run()
  assert.deepEqual([state, channels.enabled], ['completed', ALL.length - 1])
  const [denied, ...others] = channels.notEnabled
  assert.deepEqual([denied.custSpaceId, others], ['cams-2', []])
  assert.match(`${denied.error} ${denied.hint}`, /cams:EnableWhatsappROIMetric/)

  await emulator.control('faults', undefined, 'DELETE')
  await emulator.control('log', undefined, 'DELETE')
  assert.deepEqual((await run()).channels, { enabled: ALL.length, notEnabled: [] })
  assert.deepEqual(await enabling(), ['cams-2'], 'the others are not enabled again')
})

test('a run whose worker is killed goes on where it was', async () => {
  await emulator.fault({ type: 'hang' }, { operation: 'EnableWhatsappROIMetric', custSpaceId: 'cams-new' })
  const worker = application.startWorker()
  const { jobId } = (await application.ask('runs', 'POST')).body
  await until(async () => (await remembered()) === ALL.length - 1, 'all but one are enabled')
  await application.kill(worker)
  await emulator.control('faults', undefined, 'DELETE')
  await emulator.control('log', undefined, 'DELETE')
  application.startWorker()
  const { state, channels } = await ended('runs', jobId)
  assert.deepEqual([state, channels], ['completed', { enabled: ALL.length, notEnabled: [] }])
  assert.deepEqual(await enabling(), ['cams-new'])
})

test('a worker that is stopped finishes what it has begun', async () => {
  await emulator.fault({ type: 'delay', ms: 1500 }, { operation: 'EnableWhatsappROIMetric', custSpaceId: 'cams-1' })
  const worker = application.startWorker()
  const { jobId } = (await application.ask('channels/cams-1/roi-metrics', 'PUT')).body
  await emulator.waitForRequests(1)
  const exit = once(worker, 'exit')
  worker.kill('SIGTERM')
  await exit
  assert.equal((await ended(`channels/jobs/${jobId}`, jobId)).state, 'completed')
  assert.deepEqual(await enabling(), ['cams-1'])
})

test('a channel is enabled by a worker, and queued once', async () => {
  const first = await application.ask('channels/cams-1/roi-metrics', 'PUT')
  const second = await application.ask('channels/cams-1/roi-metrics', 'PUT')
  assert.deepEqual([first.status, second.body.jobId], [202, first.body.jobId])
  assert.deepEqual(await emulator.requests(), [], 'the web application calls nothing')
  application.startWorker()
  const { state, requestId } = await ended(`channels/jobs/${first.body.jobId}`, first.body.jobId)
  assert.equal(state, 'completed')
  assert.ok(requestId)
  assert.deepEqual(await enabling(), ['cams-1'])
})

test('what cannot succeed is not tried again, and what may is', async () => {
  application.startWorker()
  const refused = (await application.ask('channels/cams-of-others/roi-metrics', 'PUT')).body.jobId
  const { state, failure } = await ended(`channels/jobs/${refused}`, refused)
  assert.equal(state, 'failed')
  assert.match(failure, /does not belong to the current user.+Check CustSpaceId/)

  await emulator.fail({ operation: 'EnableWhatsappROIMetric' })
  const delayed = (await application.ask('channels/cams-1/roi-metrics', 'PUT')).body.jobId
  assert.equal((await ended(`channels/jobs/${delayed}`, delayed)).state, 'delayed')

  // Whoever asks for it need not come back when there were too many calls: the worker does.
  await emulator.control('faults', undefined, 'DELETE')
  await emulator.fault({ type: 'throttle' }, { operation: 'EnableWhatsappROIMetric' })
  const throttled = await application.ask('channels/cams-2/roi-metrics', 'PUT')
  assert.equal(throttled.status, 202)
  assert.equal((await ended(`channels/jobs/${throttled.body.jobId}`, throttled.body.jobId)).state, 'delayed')
  assert.equal((await application.ask('channels/jobs/4711')).status, 404)
})

test('two workers keep the limit of the account together', async () => {
  const names = Array.from({ length: 15 }, (_, number) => `cams-${number}`)
  await emulator.changeAccount({ channels: names.map((id) => ({ id })) })
  application.startWorker()
  application.startWorker()
  const queued = await Promise.all(names.map((name) => application.ask(`channels/${name}/roi-metrics`, 'PUT')))
  for (const { body } of queued) {
    assert.equal((await ended(`channels/jobs/${body.jobId}`, body.jobId)).state, 'completed')
  }
  assert.deepEqual(await enabling(), names.sort(), 'the service has refused none')
})

test('a run that lacks a permission fails with what to grant', async () => {
  await emulator.deny({ operation: 'ListInstance' })
  application.startWorker()
  const { state, failure } = await run()
  assert.equal(state, 'failed')
  assert.match(failure, /cams:ListInstance/)
})

test('a run in which a query fails keeps the others, and is tried again', async () => {
  await emulator.deny({ operation: 'GetChatappPhoneNumberMetric', custSpaceId: 'cams-2' })
  application.startWorker()
  const { state, failure } = await run()
  assert.equal(state, 'delayed')
  assert.match(failure, /cams-2/)
  const { phone_number_metrics: numbers, template_metrics: templates } = await counted()
  assert.equal((await rows()).length, numbers.rows / 2 + templates.rows)
})

test('a setting that lacks is named', async () => {
  for (const name of ['REDIS_URL', 'CAMS_ROI_STORE']) {
    const worker = new URL('../src/worker.js', import.meta.url)
    const { code, stderr } = await application.run(process.execPath, [worker.pathname], { [name]: '' })
    assert.equal(code, 1)
    assert.match(stderr, new RegExp(`${name} is not set: \\.env\\.example says what belongs there`))
  }
})
