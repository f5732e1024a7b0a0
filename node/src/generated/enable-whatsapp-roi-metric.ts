// `EnableWhatsappROIMetric`.
//
// Written by `cargo xtask generate` from `model/operations/EnableWhatsappROIMetric.toml`; do not edit.

import type { AccessDeniedDetail } from '../error-fields.js'
import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'

/**
 * What is asked of `EnableWhatsappROIMetric`. A key whose value is `undefined` or `null` is refused, and so is one
 * that is none of these.
 */
export interface EnableWhatsappRoiMetricRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
}

/** What one call of `EnableWhatsappROIMetric` does differently. */
export type EnableWhatsappRoiMetricOptions = CallOptions

/** The answer to `EnableWhatsappROIMetric`: metrics are being collected. */
export interface EnableWhatsappRoiMetricResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The service's message, where it is more than a placeholder. */
  message?: string
  /** The service's `AccessDeniedDetail`, where it is more than a placeholder. */
  accessDeniedDetail?: AccessDeniedDetail
}
