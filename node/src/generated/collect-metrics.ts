// `collectMetrics`.
//
// Written by `cargo xtask generate` from `model/operations/CollectMetrics.toml`; do not edit.

import type { KnownChannels } from '../enable-many.js'
import type { AnyCamsRoiError } from '../errors.js'
import type { EnableManyOptions } from './options.js'
import type { ButtonClicks, Granularity } from './shared.js'

/**
 * What is asked of `collectMetrics`. A key whose value is `undefined` or `null` is refused, and so is one that is
 * none of these.
 */
export interface CollectMetricsRequest {
  /** The channels, by their IDs (`cams-…`) or with ISV codes of their own: all that is found of each. */
  channels?: KnownChannels
  /** Single phone numbers or templates; beside `channels`, or in their place. */
  targets?: readonly MetricsTarget[]
  /**
   * Whole days, of which none is today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or days
   * from one to another, both included, such as `2026-11-01..2026-11-07`.
   */
  days?: string
  /**
   * Where those days begin: `UTC`, an offset such as `+08:00`, or a name such as `Asia/Shanghai`; `UTC` by default.
   * The service does not document where its own days begin.
   */
  timeZone?: string
  /** Metrics from here on. */
  start?: Date
  /** Metrics up to here, and not of this moment itself. */
  end?: Date
  /** How long a time each row covers; `DAILY` by default. */
  granularity?: Granularity
  /** Whether the metrics of phone numbers are read; they are by default. */
  phoneNumbers?: boolean
  /** Whether the metrics of templates are read; they are by default. */
  templates?: boolean
  /** The code by which the ISV authorised the caller, for channels that have none of their own. */
  isvCode?: string
  /**
   * How many days one query covers at the most; 90 by default. A longer time is asked for in several queries. The
   * service documents no maximum.
   */
  daysPerQuery?: number
  /**
   * What remembers which queries are done, so that a killed run can be resumed: a file, or redis://HOST:PORT/DB/NAME,
   * a run that many workers share. Queries that are done are left out. A query is done when its result was taken,
   * which is when the next one is asked for.
   */
  journal?: string
}

/** What the calls of `collectMetrics` do differently. */
export type CollectMetricsOptions = Pick<EnableManyOptions, 'timeoutMs' | 'maxAttempts' | 'signal'>

/** What metrics are read of: a channel as a whole, one of its phone numbers, or one of its templates. */
export interface MetricsTarget {
  /** The channel's ID (`cams-…`). */
  custSpaceId: string
  /** One of its phone numbers: digits with country code, no `+`. */
  phoneNumber?: string
  /** One of its templates, by its code. */
  templateCode?: string
  /** One language of the template. */
  language?: string
  /** The template's name, for the rows; it is not sent. */
  templateName?: string
  /** The ISV code of this channel, where it has one of its own. */
  isvCode?: string
}

/**
 * The metrics of a phone number, or of a template in a language, for one period. Counts are kept as they came; rates
 * are made of them, and are not there where nothing was counted to divide by.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface MetricsRow {
  /** The channel's ID. */
  custSpaceId: string
  /** The business phone number; nothing in a template's row. */
  phoneNumber?: string
  /** The template's code; nothing in a phone number's row. */
  templateCode?: string
  /** The template's name, as far as it is known. */
  templateName?: string
  /** The template's language. */
  language?: string
  /** When the period begins. */
  start: Date
  /** When the period ends. */
  end: Date
  /** Messages sent. */
  sentCount: number
  /** Messages delivered. */
  deliveredCount: number
  /** Messages read; nothing in a phone number's row, of which the service does not say it. */
  readCount?: number
  /** Clicks on all buttons together; nothing in a phone number's row. */
  clickCount?: number
  /** Clicks by button. */
  clicks: ButtonClicks[]
  /** Delivered of sent, 1 being all; nothing where none was sent. */
  deliveryRate?: number
  /** Read of delivered, 1 being all; nothing where none was delivered. */
  readRate?: number
  /** Clicks for each message delivered; it can be more than 1. Nothing where none was delivered. */
  clickRate?: number
}

/**
 * How far a run is.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface CollectProgress {
  /** Channels that are known so far. */
  channels: number
  /** Queries that are done. */
  done: number
  /** Queries that are known so far; more may come to be known until `isComplete`. */
  total: number
  /** Whether all queries are known. */
  isComplete: boolean
  /** Queries that an earlier run had done, as the journal says; they are among those done. */
  skipped: number
  /** Results with an error. */
  failed: number
}

/**
 * What came of one query: its rows, or why it failed. A channel whose phone numbers or templates could not be listed
 * has a result with an error too.
 */
export interface CollectedMetrics {
  /** The channel's ID. */
  custSpaceId: string
  /** The phone number that was asked for; nothing where it was a template, or what the channel has. */
  phoneNumber?: string
  /** The template that was asked for; nothing where it was a phone number, or what the channel has. */
  templateCode?: string
  /** The template's name, as far as it is known. */
  templateName?: string
  /** The template's language. */
  language?: string
  /** When the time begins that was asked for. */
  start: Date
  /** When it ends. */
  end: Date
  /** The rows; none where nothing was counted, or the query failed. */
  rows: MetricsRow[]
  /** Why the query failed; nothing where it succeeded. */
  error?: AnyCamsRoiError
  /** How far the run is with this result. */
  progress: CollectProgress
}
