// `ListChatappMessage`.
//
// Written by `cargo xtask generate` from `model/operations/ListChatappMessage.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'
import type { Page } from './shared.js'

/**
 * What is asked of `ListChatappMessage`. A key whose value is `undefined` or `null` is refused, and so is one that is
 * none of these.
 */
export interface ListChatappMessageRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The channel's phone number, in digits. */
  businessNumber: string
  /** What kind of channel it is, in lower or upper case. */
  channelType: 'whatsapp' | 'viber' | (string & {})
  /** The page's number and its length. */
  page: Page
  /** The start of the time range. */
  startTime?: Date
  /** The end of the time range. */
  endTime?: Date
  /** Messages of one direction: `DOWN` to users, `UP` from them. */
  eventAction?: 'DOWN' | 'UP' | (string & {})
  /** Messages of one status. The service documents no list of them. */
  messageStatus?: string
  /** Messages with this status on the user's side. The service documents no list of them. */
  clientAcceptStatus?: string
  /** Messages of one template. */
  templateCode?: string
  /** Messages of one mass sending. */
  groupMessageId?: string
  /** Messages to and from one user. */
  userNumber?: string
}

/** What one call of `ListChatappMessage` does differently. */
export type ListChatappMessageOptions = CallOptions

/** The answer to `ListChatappMessage`. */
export interface ListChatappMessageResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The messages of this page; empty after the last page. */
  messages: MessageRecord[]
}

/** A message that was sent or received. */
export interface MessageRecord {
  /** The message's ID, by which receipts name it. */
  messageId: string
  /** Another ID of the message. */
  uniqueMessageId?: string
  /** The conversation that it belongs to. */
  conversationId?: string
  /** The channel's phone number. */
  businessNumber: string
  /** The user's phone number. */
  userNumber: string
  /** What kind of channel it is. */
  channelType: string
  /** `DOWN` to the user, `UP` from the user. */
  eventAction: string
  /** The same in words. */
  eventActionName?: string
  /** The result of sending, such as `success`. */
  messageStatus?: string
  /** The same in words. */
  messageStatusName?: string
  /** Whether the user's phone has it, in words. */
  clientAcceptStatusName?: string
  /** Whether the user has read it. */
  clientReadStatus?: string
  /** The same in words. */
  clientReadStatusName?: string
  /** Why the sending failed. */
  failReason?: string
  /** Whether it was sent as an SMS instead, as `Y` or `N`. The service spells it so. */
  failBackFlag?: string
  /** What was sent as an SMS instead. */
  failBackContent?: string
  /** The template, if it was made from one. */
  templateCode?: string
  /** The template's name, if it was made from one. */
  templateName?: string
  /** The template's language, if it was made from one. */
  languageCode?: string
  /** The message itself, often as JSON. */
  message?: string
  /** What kind of message it is, such as `INTERACTIVE`. */
  messageType?: string
  /** The same in words. */
  messageTypeName?: string
  /** What sent it, such as `api`. */
  messageSource?: string
  /** What the row is about, such as `message`. The service calls it `Type`. */
  kind?: string
  /** The month, as `202611`. */
  month?: string
  /** When it was sent. */
  sendTime?: Date
}
