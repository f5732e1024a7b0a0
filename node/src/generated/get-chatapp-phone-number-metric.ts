// `GetChatappPhoneNumberMetric`.
//
// Written by `cargo xtask generate` from `model/operations/GetChatappPhoneNumberMetric.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'
import type { Granularity } from './shared.js'

/**
 * What is asked of `GetChatappPhoneNumberMetric`. A key whose value is `undefined` or `null` is refused, and so is
 * one that is none of these.
 */
export interface GetChatappPhoneNumberMetricRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** Metrics from here on. */
  start: Date
  /** Metrics up to here, and not of this moment itself. */
  end: Date
  /**
   * How long a time each row covers. `DAILY` where it is left out, as far as is known: the service documents no
   * default.
   */
  granularity?: Granularity
  /** One business phone number: digits with country code, no `+`. */
  phoneNumber?: string
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
}

/** What one call of `GetChatappPhoneNumberMetric` does differently. */
export type GetChatappPhoneNumberMetricOptions = CallOptions

/** The answer to `GetChatappPhoneNumberMetric`. */
export interface GetChatappPhoneNumberMetricResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The rows as they came; none where there is no data (yet). */
  data: PhoneNumberMetric[]
}

/**
 * One phone number's metrics for one period. The service's own samples have a start after the end: rows are kept as
 * they come.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface PhoneNumberMetric {
  /** The business phone number, digits with country code; empty where the service left it out. */
  phoneNumber: string
  /** How long a time the row covers. */
  granularity?: Granularity
  /** When the period begins. */
  start: Date
  /** When the period ends. */
  end: Date
  /** Messages sent; zero where the service left it out. */
  sentCount: number
  /** Messages delivered; zero where the service left it out. */
  deliveredCount: number
}
