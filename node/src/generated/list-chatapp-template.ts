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
  /** The page's number and its length; the first 10 rows by default. */
  page?: Page
  /** Templates of this name. */
  name?: string
  /** Only the template with this code. */
  code?: string
  /** Rows of one language, for example `en` or `zh_CN`. */
  language?: string
  /** Templates of one category. */
  category?: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION' | (string & {})
  /** Templates in this state of Meta's review. */
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
  /** The templates of this page; empty after the last page. */
  templates: Template[]
  /** The number of rows on all pages. */
  total?: number
}

/** A template in one language. */
export interface Template {
  /** The template's code. It is a text, even if it consists of digits. */
  templateCode: string
  /** The template's name. */
  templateName: string
  /** The language, for example `en` or `zh_CN`. */
  language: string
  /** The category: `MARKETING`, `UTILITY` or `AUTHENTICATION`; Viber has others. */
  category: string
  /** The state of the review: `pass`, `fail`, `auditing` or `unaudit`. */
  auditStatus: string
  /** Why the review refused it; absent without a reason, for which the service also writes `None`. */
  reason?: string
  /** The type: `WHATSAPP` or `VIBER`. */
  templateType: string
  /** When it was last changed. */
  lastUpdateTime?: Date
}
