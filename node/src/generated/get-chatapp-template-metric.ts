// `GetChatappTemplateMetric`.
//
// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateMetric.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'
import type { ButtonClicks, Granularity } from './shared.js'

/**
 * What is asked of `GetChatappTemplateMetric`. A key whose value is `undefined` or `null` is refused, and so is one
 * that is none of these.
 */
export interface GetChatappTemplateMetricRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The template's code. It is a text, even if it consists of digits. */
  templateCode: string
  /** The start of the time range, inclusive. */
  start: Date
  /** The end of the time range, exclusive. */
  end: Date
  /** One language of the template, for example `en` or `zh_CN`. */
  language?: string
  /** The length of each row's period. The service documents no default; as far as is known, it is `DAILY`. */
  granularity?: Granularity
  /** The template's type. `WHATSAPP` is the only one documented, and the service's default. */
  templateType?: 'WHATSAPP' | (string & {})
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
}

/** What one call of `GetChatappTemplateMetric` does differently. */
export type GetChatappTemplateMetricOptions = CallOptions

/** The answer to `GetChatappTemplateMetric`. */
export interface GetChatappTemplateMetricResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The rows as the service returned them; empty if there is no data yet. */
  data: TemplateMetric[]
}

/**
 * One template's metrics in one language for one period. Rows are returned as they came: in the service's sample,
 * there are more clicks than deliveries.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface TemplateMetric {
  /** The template's code: a long string of digits, never a number. */
  templateCode: string
  /** The template's language; empty if the service left it out. */
  language: string
  /** When the period begins. */
  start: Date
  /** When the period ends. */
  end: Date
  /** Messages sent; zero if the service left it out. */
  sentCount: number
  /** Messages delivered; zero if the service left it out. */
  deliveredCount: number
  /** Messages read; zero if the service left it out. */
  readCount: number
  /** Clicks by button. The service calls the list `Cliented`. */
  clicks: ButtonClicks[]
}
