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
  /** The start of the time range, inclusive. */
  start: Date
  /** The end of the time range, exclusive. */
  end: Date
  /** The length of each row's period. The service documents no default; as far as is known, it is `DAILY`. */
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
  /** The rows as the service returned them; empty if there is no data yet. */
  data: PhoneNumberMetric[]
}

/**
 * One phone number's metrics for one period. Rows are returned as they came: in the service's sample, start is later
 * than end, so do not assume an order.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface PhoneNumberMetric {
  /** The business phone number, digits with country code; empty if the service left it out. */
  phoneNumber: string
  /** The length of the row's period. */
  granularity?: Granularity
  /** When the period begins. */
  start: Date
  /** When the period ends. */
  end: Date
  /** Messages sent; zero if the service left it out. */
  sentCount: number
  /** Messages delivered; zero if the service left it out. */
  deliveredCount: number
}
