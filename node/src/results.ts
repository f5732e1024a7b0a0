import type { AccessDeniedDetail } from './error-fields.js'
import type { Granularity } from './requests.js'

/** The answer to `EnableWhatsappROIMetric`: figures are being collected. */
export interface EnableWhatsappRoiMetricResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The service's message, where it is more than a placeholder. */
  message?: string
  /** The service's `AccessDeniedDetail`, where it is more than a placeholder. */
  accessDeniedDetail?: AccessDeniedDetail
}

/** The answer to `GetChatappPhoneNumberMetric`. */
export interface GetChatappPhoneNumberMetricResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The rows as they came; none where there is no data (yet). */
  data: PhoneNumberMetric[]
}

/**
 * One phone number's figures for one period, as they came: the service's own samples have a start after the end.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface PhoneNumberMetric {
  /** The business phone number; empty where the service left it out. */
  phoneNumber: string
  /** How long a time the row covers. */
  granularity?: Granularity
  /** When the period begins. */
  start: Date
  /** When the period ends. */
  end: Date
  /** Messages sent. */
  sentCount: number
  /** Messages delivered. */
  deliveredCount: number
}

/** The answer to `GetChatappTemplateMetric`. */
export interface GetChatappTemplateMetricResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The rows as they came; none where there is no data (yet). */
  data: TemplateMetric[]
}

/** One template's figures in one language for one period, as they came. Counts are exact up to 2^53. */
export interface TemplateMetric {
  /** The template's code: a long text of digits. */
  templateCode: string
  /** The template's language; empty where the service left it out. */
  language: string
  /** When the period begins. */
  start: Date
  /** When the period ends. */
  end: Date
  /** Messages sent. */
  sentCount: number
  /** Messages delivered. */
  deliveredCount: number
  /** Messages read. */
  readCount: number
  /** Clicks by button. */
  clicks: ButtonClicks[]
}

/** What kind of button a template has; what the service may add comes as it is. */
export type ButtonType = 'phone_number_button' | 'url_button' | 'quick_reply_button' | (string & {})

/** How often one button of a template was clicked. */
export interface ButtonClicks {
  /** The button's text. */
  buttonContent: string
  /** What kind of button it is. */
  type: ButtonType
  /** Clicks. */
  count: number
}

type Period = { start: number; end: number }
type Timed<Row extends Period> = Omit<Row, keyof Period> & { start: Date; end: Date }

/** Gives the bridge's rows their times as dates. */
export function withDates<Row extends Period>({ data, ...figures }: { requestId?: string; data: Row[] }) {
  const timed = (row: Row): Timed<Row> => ({ ...row, start: new Date(row.start), end: new Date(row.end) })
  return { ...figures, data: data.map(timed) }
}
