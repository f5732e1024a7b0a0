// `ListChatappTemplate`.
//
// Written by `cargo xtask generate` from `model/operations/ListChatappTemplate.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'
import type { Page } from './shared.js'

/**
 * What is asked of `ListChatappTemplate`. A key whose value is `undefined` or `null` is refused, and so is one that
 * is none of these.
 */
export interface ListChatappTemplateRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
  /** Which page, and how long it is; the first 10 rows by default. */
  page?: Page
  /** Templates of this name. */
  name?: string
  /** The template with this code alone. */
  code?: string
  /** Rows of one language, for example `en` or `zh_CN`. */
  language?: string
  /** Templates of one category. */
  category?: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION' | (string & {})
  /** Templates that Meta's review has come so far with. */
  auditStatus?: 'pass' | 'fail' | 'auditing' | 'unaudit' | (string & {})
  /** The template's type; `WHATSAPP` by default. */
  templateType?: 'WHATSAPP' | 'VIBER' | (string & {})
}

/** What one call of `ListChatappTemplate` does differently. */
export type ListChatappTemplateOptions = CallOptions

/** The answer to `ListChatappTemplate`. */
export interface ListChatappTemplateResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The templates of this page; none on a page behind the last. */
  templates: Template[]
  /** How many rows there are on all pages. */
  total?: number
}

/** A template in one language. */
export interface Template {
  /** The template's code: a text, however many digits it has. */
  templateCode: string
  /** The template's name. */
  templateName: string
  /** The language, for example `en` or `zh_CN`. */
  language: string
  /** The category: `MARKETING`, `UTILITY` or `AUTHENTICATION`; Viber has others. */
  category: string
  /** How far the review has come: `pass`, `fail`, `auditing` or `unaudit`. */
  auditStatus: string
  /** Why the review refused it; nothing where there is no reason, for which the service also writes `None`. */
  reason?: string
  /** The type: `WHATSAPP` or `VIBER`. */
  templateType: string
  /** When it was last changed. */
  lastUpdateTime?: Date
}
