import { InvalidArgumentError } from './generated/errors.js'
import type { CollectedMetrics, MetricsRow } from './generated/index.js'

/** The columns, but for those of clicks. They are called as in every language. */
const COLUMNS: readonly [name: string, of: keyof MetricsRow][] = [
  ['cust_space_id', 'custSpaceId'],
  ['phone_number', 'phoneNumber'],
  ['template_code', 'templateCode'],
  ['template_name', 'templateName'],
  ['language', 'language'],
  ['start', 'start'],
  ['end', 'end'],
  ['sent_count', 'sentCount'],
  ['delivered_count', 'deliveredCount'],
  ['read_count', 'readCount'],
  ['click_count', 'clickCount'],
  ['delivery_rate', 'deliveryRate'],
  ['read_rate', 'readRate'],
  ['click_rate', 'clickRate'],
]

/** Always there, so that the files of different days have the same columns. */
const BUTTONS = ['phone_number_button', 'url_button', 'quick_reply_button']

/**
 * Writes collected rows as CSV, the clicks in a column for each type of button. Times are ISO 8601 in UTC; what is not
 * there is empty. Results with an error have no rows.
 *
 * @throws InvalidArgumentError where they cannot be iterated over, as the run of `collectMetrics` itself, whose results are
 * still to come.
 *
 * @example
 * ```ts
 * const results = []
 * for await (const result of client.collectMetrics({ days: 'yesterday' })) results.push(result)
 * await writeFile('metrics.csv', metricsToCsv(results))
 * ```
 */
export function metricsToCsv(results: Iterable<CollectedMetrics | MetricsRow>): string {
  if (typeof (Object(results) as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
    throw new InvalidArgumentError('the results cannot be iterated over', {
      hint: 'Collect them first: for await (const result of client.collectMetrics(…)) results.push(result)',
    })
  }
  const rows = Array.from(results, (given) => ('rows' in given ? given.rows : [given])).flat()
  const types = new Set(rows.flatMap(({ clicks }) => clicks.map(({ type }) => type)))
  const buttons = [...BUTTONS, ...[...types].filter((type) => !BUTTONS.includes(type)).sort()]
  const header = [...COLUMNS.map(([name]) => name), ...buttons.map((type) => `clicks_${type}`)]
  const lines = rows.map((row) => [...COLUMNS.map(([, of]) => row[of]), ...buttons.map((type) => clicksOn(type, row))])
  return [header, ...lines].map((cells) => `${cells.map(cell).join()}\n`).join('')
}

/** Of a phone number nobody says how often what was clicked: that is no zero. */
function clicksOn(type: string, { clickCount, clicks }: MetricsRow): number | undefined {
  if (clickCount === undefined) return undefined
  return clicks.filter((button) => button.type === type).reduce((sum, { count }) => sum + count, 0)
}

function cell(value: unknown): string {
  if (value === undefined) return ''
  const text = value instanceof Date ? value.toISOString().replace('.000Z', 'Z') : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
