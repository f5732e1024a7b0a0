import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fullDays, InvalidArgumentError, type MetricsRow, metricsToCsv } from 'cams-roi'

const now = new Date('2026-11-27T20:00:00Z')

test('days are whole, and none is today', () => {
  const days = (text: string, timeZone?: string) => {
    const { start, end } = fullDays(text, timeZone === undefined ? { now } : { now, timeZone })
    return `${start.toISOString().slice(5, 13)} ${end.toISOString().slice(5, 13)}`
  }
  assert.equal(days('yesterday'), '11-26T00 11-27T00')
  assert.equal(days('7d'), '11-20T00 11-27T00')
  assert.equal(days('2026-11-01..2026-11-07', 'UTC'), '11-01T00 11-08T00')
  // It is the 28th there already.
  assert.equal(days('1d', '+08:00'), '11-26T16 11-27T16')
  const { start, end } = fullDays('yesterday')
  assert.equal(end.getTime() - start.getTime(), 86_400_000)
  assert.ok(end.getTime() <= Date.now())
})

test('what is no day is refused', () => {
  const wrong: [unknown, object | undefined, RegExp][] = [
    ['today', undefined, /days is "today"/],
    [7, undefined, /days is 7/],
    [undefined, undefined, /days is undefined/],
    ['7d', { timeZone: '+8' }, /time zone "\+8"/],
    ['7d', { timeZone: undefined }, /timeZone is undefined/],
    ['7d', { now: 0 }, /now is 0/],
    ['7d', { zone: 'UTC' }, /no key zone/],
  ]
  for (const [days, options, message] of wrong) {
    assert.throws(
      () => fullDays(days as string, options),
      (error) => {
        assert.ok(error instanceof InvalidArgumentError)
        assert.match(error.message, message)
        assert.match(error.stack!, /^.*\n.*metrics\.test/)
        return true
      },
    )
  }
})

const time = { start: new Date('2026-03-01T00:00:00Z'), end: new Date('2026-03-01T12:30:00.500Z') }
const number: MetricsRow = {
  custSpaceId: 'cams-1',
  phoneNumber: '999',
  ...time,
  sentCount: 4,
  deliveredCount: 2,
  deliveryRate: 0.5,
  clicks: [],
}
const template: MetricsRow = {
  custSpaceId: 'cams-1',
  templateCode: '12345678901234567890',
  templateName: 'sale, "new"',
  language: 'en',
  ...time,
  sentCount: 4,
  deliveredCount: 2,
  readCount: 1,
  clickCount: 8,
  clicks: [
    { buttonContent: 'Buy', type: 'url_button', count: 2 },
    { buttonContent: 'Ask', type: 'url_button', count: 1 },
    { buttonContent: 'Spin', type: 'wheel_button', count: 5 },
  ],
  deliveryRate: 0.5,
  readRate: 0.5,
  clickRate: 4,
}

test('rows are CSV, with a column of clicks for each type of button', () => {
  const progress = { channels: 1, done: 1, total: 1, isComplete: true, skipped: 0, failed: 0 }
  const csv = metricsToCsv([{ custSpaceId: 'cams-1', ...time, rows: [number], progress }, template])
  assert.deepEqual(csv.split('\n'), [
    'cust_space_id,phone_number,template_code,template_name,language,start,end,sent_count,delivered_count,read_count,' +
      'click_count,delivery_rate,read_rate,click_rate,clicks_phone_number_button,clicks_url_button,' +
      'clicks_quick_reply_button,clicks_wheel_button',
    'cams-1,999,,,,2026-03-01T00:00:00Z,2026-03-01T12:30:00.500Z,4,2,,,0.5,,,,,,',
    'cams-1,,12345678901234567890,"sale, ""new""",en,2026-03-01T00:00:00Z,2026-03-01T12:30:00.500Z,4,2,1,8,0.5,0.5,4,' +
      '0,3,0,5',
    '',
  ])
  assert.equal(metricsToCsv([]).split('\n').length, 2)
})

test('results that are still to come are refused: they were no rows', () => {
  async function* results() {}
  for (const given of [results(), undefined, 7, {}]) {
    assert.throws(
      () => metricsToCsv(given as never),
      (error) => error instanceof InvalidArgumentError && /for await/.test(error.hint ?? ''),
    )
  }
})
