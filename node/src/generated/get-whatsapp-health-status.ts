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
  /** Whose health is read. */
  nodeType: NodeType
  /** The phone number to read the health of. */
  phoneNumber?: string
  /** The template to read the health of. */
  templateCode?: string
  /** The language of the template to read the health of. */
  language?: string
  /** The WhatsApp Business Account to read the health of. */
  wabaId?: string
}

/** What one call of `GetWhatsappHealthStatus` does differently. */
export type GetWhatsappHealthStatusOptions = CallOptions

/** The answer to `GetWhatsappHealthStatus`. */
export interface GetWhatsappHealthStatusResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The health of the whole and of its parts. */
  health: Health
}

/**
 * Whose health is read.
 *
 * - `template`: A template.
 * - `phone`: A phone number.
 * - `waba`: A WhatsApp Business Account.
 *
 * What the service may add comes as it is.
 */
export type NodeType = 'template' | 'phone' | 'waba' | (string & {})

/** A problem that prevents messages. */
export interface HealthProblem {
  /** Meta's code of the problem, such as `141006`. */
  errorCode: string
  /** What is wrong, in the service's words. */
  errorDescription: string
  /** What may help, in the service's words. */
  possibleSolution?: string
}

/** A part with its own health: a phone number, a template, an account or a business. */
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
  /** Its problems. */
  errors: HealthProblem[]
}

/** Whether messages can be sent. */
export interface Health {
  /** Whether the whole can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`. */
  canSendMessage: string
  /** Each part, with its problems. */
  entities: HealthEntity[]
}
