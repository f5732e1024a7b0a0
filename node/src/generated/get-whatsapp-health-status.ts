// `GetWhatsappHealthStatus`.
//
// Written by `cargo xtask generate` from `model/operations/GetWhatsappHealthStatus.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'

/**
 * What is asked of `GetWhatsappHealthStatus`. A key whose value is `undefined` or `null` is refused, and so is one
 * that is none of these.
 */
export interface GetWhatsappHealthStatusRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** What is asked about. */
  nodeType: NodeType
  /** The phone number, where one is asked about. */
  phoneNumber?: string
  /** The template, where one is asked about. */
  templateCode?: string
  /** The template's language, where one is asked about. */
  language?: string
  /** The WhatsApp Business Account, where one is asked about. */
  wabaId?: string
}

/** What one call of `GetWhatsappHealthStatus` does differently. */
export type GetWhatsappHealthStatusOptions = CallOptions

/** The answer to `GetWhatsappHealthStatus`. */
export interface GetWhatsappHealthStatusResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The health, of the whole and of its parts. */
  health: Health
}

/**
 * What a health is asked about.
 *
 * - `template`: A template.
 * - `phone`: A phone number.
 * - `waba`: A WhatsApp Business Account.
 *
 * What the service may add comes as it is.
 */
export type NodeType = 'template' | 'phone' | 'waba' | (string & {})

/** Something that stands in the way of messages. */
export interface HealthProblem {
  /** Meta's code of it, such as `141006`. */
  errorCode: string
  /** What is wrong, in the service's words. */
  errorDescription: string
  /** What may help, in the service's words. */
  possibleSolution?: string
}

/** A part that has a health of its own: a phone number, a template, an account, a business. */
export interface HealthEntity {
  /** What kind of part it is, such as `PHONE_NUMBER`. */
  entityType: string
  /** Whether it can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`. */
  canSendMessage: string
  /** The Meta business, where it is one. */
  businessId?: string
  /** The phone number, where it is one. */
  phoneNumber?: string
  /** The template, where it is one. */
  templateCode?: string
  /** The template's language, where it is one. */
  language?: string
  /** The WhatsApp Business Account, where it is one. */
  wabaId?: string
  /** What stands in its way. */
  errors: HealthProblem[]
}

/** Whether messages can be sent. */
export interface Health {
  /** Whether the whole can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`. */
  canSendMessage: string
  /** Each part, with what stands in its way. */
  entities: HealthEntity[]
}
