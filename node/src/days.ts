import { checkObject, checkValue, date, type Key, refusing, text } from './checks.js'
import { bug, ownErrorOf } from './failure.js'
import { InvalidArgumentError } from './generated/errors.js'
import { binding } from './native.js'
import { at, here } from './site.js'

/** How days are meant. */
export interface FullDaysOptions {
  /**
   * Where days begin: `UTC`, an offset such as `+08:00`, or a name such as `Asia/Shanghai`; `UTC` by default. The service
   * does not document where its own days begin.
   */
  timeZone?: string
  /** What counts as the present; the system's time by default. */
  now?: Date
}

const OPTIONS = {
  timeZone: { kind: text, strict: true },
  now: { kind: date, strict: true },
} satisfies Record<keyof FullDaysOptions, Key>

/**
 * Tells when whole days begin and end, of which none is today: `yesterday`, the last days such as `7d`, a day such as
 * `2026-11-01`, or days from one to another, both included, such as `2026-11-01..2026-11-07`.
 *
 * @example
 * ```ts
 * const { start, end } = fullDays('7d', { timeZone: '+08:00' })
 * ```
 * @throws {@link InvalidArgumentError} where the days or the time zone are something else.
 */
export function fullDays(days: string, options: FullDaysOptions = {}): { start: Date; end: Date } {
  const site = here(fullDays)
  const refuse = refusing(InvalidArgumentError, site)
  checkValue(days, 'days', text, refuse, "Give days as a string, for example '7d'.")
  checkObject(options, { keys: OPTIONS }, { what: 'fullDays', example: "{ timeZone: '+08:00' }" }, refuse)
  const { timeZone, now } = options
  const outcome = binding.fullDays(days, timeZone, now?.getTime())
  if ('err' in outcome) throw at(site, ownErrorOf(outcome.err))
  if (!('ok' in outcome)) throw bug('panicked' in outcome ? outcome.panicked : 'cancelled by nobody', site)
  const [start, end] = outcome.ok as [number, number]
  return { start: new Date(start), end: new Date(end) }
}
