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
  /**
   * The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and templates of each are
   * read.
   */
  channels?: KnownChannels
  /** Single phone numbers or templates, in addition to `channels` or instead of them. */
  targets?: readonly MetricsTarget[]
  /**
   * Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a range such as
   * `2026-11-01..2026-11-07`, which includes both days.
   */
  days?: string
  /**
   * The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as `Asia/Shanghai`.
   * The service does not document where its own days begin.
   */
  timeZone?: string
  /** The start of the time range, inclusive. */
  start?: Date
  /** The end of the time range, exclusive. */
  end?: Date
  /** The length of each row's period; `DAILY` by default. */
  granularity?: Granularity
  /** Whether the metrics of phone numbers are read; true by default. */
  phoneNumbers?: boolean
  /** Whether the metrics of templates are read; true by default. */
  templates?: boolean
  /** The code by which the ISV authorised the caller, for channels without a code of their own. */
  isvCode?: string
  /**
   * The largest number of days of one query; 90 by default. A longer range is split into several queries. The service
   * documents no maximum.
   */
  daysPerQuery?: number
  /**
   * What records which queries are done, so that a killed run can be resumed without them: a file, or, in a build
   * with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query is done when its
   * result was taken, which is when the next one is asked for.
   */
  journal?: string
}

/** What the calls of `collectMetrics` do differently. */
export type CollectMetricsOptions = Pick<EnableManyOptions, 'timeoutMs' | 'maxAttempts' | 'signal'>

/** Whose metrics are read: those of a whole channel, of one of its phone numbers, or of one of its templates. */
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
  /** The ISV code of this channel, if it has one of its own. */
  isvCode?: string
}

/**
 * The metrics of a phone number, or of a template in one language, for one period. Counts are returned as they came.
 * Rates are computed from them, and are absent if the divisor is zero.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface MetricsRow {
  /** The channel's ID. */
  custSpaceId: string
  /** The business phone number; absent in a template's row. */
  phoneNumber?: string
  /** The template's code; absent in a phone number's row. */
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
  /** Messages read; absent in a phone number's row, because the service does not report it. */
  readCount?: number
  /** Clicks on all buttons together; absent in a phone number's row. */
  clickCount?: number
  /** Clicks by button. */
  clicks: ButtonClicks[]
  /** Delivered messages divided by sent ones, from 0 to 1; absent if none was sent. */
  deliveryRate?: number
  /** Read messages divided by delivered ones, from 0 to 1; absent if none was delivered. */
  readRate?: number
  /** Clicks divided by delivered messages; it can be more than 1. Absent if none was delivered. */
  clickRate?: number
}

/**
 * How far a run is.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface CollectProgress {
  /** Channels known so far. */
  channels: number
  /** Queries that are done. */
  done: number
  /** Queries known so far. The number may grow until `isComplete`. */
  total: number
  /** Whether all queries are known. */
  isComplete: boolean
  /** Queries that an earlier run had done, according to the journal. They count as done. */
  skipped: number
  /** Results with an error. */
  failed: number
}

/**
 * The result of one query: its rows, or the error. A channel whose phone numbers or templates could not be listed has
 * a result with an error, too.
 */
export interface CollectedMetrics {
  /** The channel's ID. */
  custSpaceId: string
  /** The phone number of the query; absent if the query was about a template, or listed what the channel has. */
  phoneNumber?: string
  /** The template of the query; absent if the query was about a phone number, or listed what the channel has. */
  templateCode?: string
  /** The template's name, as far as it is known. */
  templateName?: string
  /** The template's language. */
  language?: string
  /** The start of the query's time range. */
  start: Date
  /** The end of the query's time range. */
  end: Date
  /** The rows; empty if nothing was counted, or if the query failed. */
  rows: MetricsRow[]
  /** Why the query failed; absent if it succeeded. */
  error?: AnyCamsRoiError
  /** How far the run is with this result. */
  progress: CollectProgress
}
