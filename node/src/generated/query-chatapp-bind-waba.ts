// `QueryChatappBindWaba`.
//
// Written by `cargo xtask generate` from `model/operations/QueryChatappBindWaba.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'

/**
 * What is asked of `QueryChatappBindWaba`. A key whose value is `undefined` or `null` is refused, and so is one that
 * is none of these.
 */
export interface QueryChatappBindWabaRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
}

/** What one call of `QueryChatappBindWaba` does differently. */
export type QueryChatappBindWabaOptions = CallOptions

/** The answer to `QueryChatappBindWaba`. */
export interface QueryChatappBindWabaResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The WABA; absent if the channel is bound to none. */
  waba?: Waba
}

/** A WhatsApp Business Account. */
export interface Waba {
  /** The WABA's ID. */
  id: string
  /** The WABA's name. */
  name: string
  /** The result of Meta's review: `PENDING`, `APPROVED`, `REJECTED` or `DISABLED`. */
  accountReviewStatus?: string
  /** The currency of its bills, such as `USD`. */
  currency?: string
  /** The ID of the Meta business that owns it. */
  businessId?: string
  /** The name of the Meta business that owns it. */
  businessName?: string
  /** The namespace of its templates. */
  messageTemplateNamespace?: string
  /** Whether marketing messages are sent by Meta's own way for them, as `Y` or `N`. */
  marketingMessageLiteStatus?: string
  /** Whether a number is used in the WhatsApp Business app too. */
  isOnBizApp?: boolean
  /** The location of the business. The service's own sample has something else here. */
  primaryBusinessLocation?: string
  /**
   * Whether Meta's rates for international authentication apply, by names that the service does not document. What is
   * no text is given as JSON.
   */
  authInternationalRateEligibility: Record<string, string>
}
