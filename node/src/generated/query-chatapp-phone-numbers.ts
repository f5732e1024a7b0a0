// `QueryChatappPhoneNumbers`.
//
// Written by `cargo xtask generate` from `model/operations/QueryChatappPhoneNumbers.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'
import type { QualityRating } from './shared.js'

/**
 * What is asked of `QueryChatappPhoneNumbers`. A key whose value is `undefined` or `null` is refused, and so is one
 * that is none of these.
 */
export interface QueryChatappPhoneNumbersRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
  /** Only numbers with this status. The service documents no list of them. */
  status?: string
}

/** What one call of `QueryChatappPhoneNumbers` does differently. */
export type QueryChatappPhoneNumbersOptions = CallOptions

/** The answer to `QueryChatappPhoneNumbers`. */
export interface QueryChatappPhoneNumbersResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The phone numbers; empty if the channel has none yet. */
  phoneNumbers: PhoneNumber[]
}

/**
 * The state of a phone number.
 *
 * - `CONNECTED`: It can send.
 * - `PENDING`: It is not ready yet.
 * - `FLAGGED`: Its quality is low, and it may be restricted soon.
 * - `RESTRICTED`: It has used up its limit, and can send to nobody new.
 * - `RATE_LIMITED`: It sends too fast.
 * - `BANNED`: Meta has blocked it.
 * - `DELETED`: It was deleted.
 * - `MIGRATED`: It was moved to another account.
 * - `DISCONNECTED`: It is not connected.
 * - `UNVERIFIED`: Its code was not verified.
 * - `UNKNOWN`: The service does not know.
 *
 * What the service may add comes as it is; it is empty where the service left it out.
 */
export type PhoneNumberStatus =
  | 'CONNECTED'
  | 'PENDING'
  | 'FLAGGED'
  | 'RESTRICTED'
  | 'RATE_LIMITED'
  | 'BANNED'
  | 'DELETED'
  | 'MIGRATED'
  | 'DISCONNECTED'
  | 'UNVERIFIED'
  | 'UNKNOWN'
  | (string & {})

/** A phone number of a channel. */
export interface PhoneNumber {
  /** The number, in digits without a plus. */
  phoneNumber: string
  /** The name that users see. */
  verifiedName?: string
  /** Whether messages can be sent from it. */
  status: PhoneNumberStatus
  /** Meta's rating of the messages of the last days. */
  qualityRating: QualityRating
  /** How many users may be written to in a day, such as `TIER_1K` or `TIER_UNLIMITED`. */
  messagingLimitTier?: string
  /** Whether the number was verified by a code: `VERIFIED`, `REJECTED`, `MORE_INFORMATION_REQUESTED` or `REVOKED`. */
  codeVerificationStatus?: string
  /** Whether the name was approved. */
  nameStatus?: string
  /** Whether a new name was approved. */
  newNameStatus?: string
  /** Whether it is an official business account. */
  isOfficial?: boolean
  /** The URL to which receipts are sent. */
  statusCallbackUrl?: string
  /** The queue that receipts are put into. */
  statusQueue?: string
  /** The URL to which users' messages are sent. */
  upCallbackUrl?: string
  /** The queue that messages of users are put into. */
  upQueue?: string
}
