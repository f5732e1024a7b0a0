// `GetChatappTemplateDetail`.
//
// Written by `cargo xtask generate` from `model/operations/GetChatappTemplateDetail.toml`; do not edit.

import type { OWN_CHANNEL } from '../requests.js'
import type { CallOptions } from './options.js'
import type { QualityRating } from './shared.js'

/**
 * What is asked of `GetChatappTemplateDetail`. A key whose value is `undefined` or `null` is refused, and so is one
 * that is none of these.
 */
export interface GetChatappTemplateDetailRequest {
  /**
   * The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance. {@link OWN_CHANNEL} for the
   * account's own one.
   */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The language, for example `en` or `zh_CN`. */
  language: string
  /** The template's code. It is a text, even if it consists of digits. */
  templateCode?: string
  /** The template's name, where its code is not given. */
  templateName?: string
  /** The template's type; `WHATSAPP` by default. */
  templateType?: 'WHATSAPP' | 'VIBER' | (string & {})
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
}

/** What one call of `GetChatappTemplateDetail` does differently. */
export type GetChatappTemplateDetailOptions = CallOptions

/** The answer to `GetChatappTemplateDetail`. */
export interface GetChatappTemplateDetailResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The template. */
  template: TemplateDetail
}

/** An app that a code may be handed to. */
export interface TemplateApp {
  /** The app's name. */
  packageName: string
  /** The app's signature. */
  signatureHash: string
}

/** What follows a click on a button. */
export interface TemplateNextStep {
  /** What is done, such as `nextCard`. */
  action?: string
  /** The intent. */
  intentCode?: string
  /** The code of the template that is sent. */
  nextTemplateCode?: string
  /** The name of the template that is sent. */
  nextTemplateName?: string
  /** The language of the template that is sent. */
  nextLanguageCode?: string
}

/** A button of a template. */
export interface TemplateButton {
  /**
   * What it does, such as `URL`, `PHONE_NUMBER`, `QUICK_REPLY`, `COPY_CODE` or `FLOW`. The metrics have other words
   * for the first three.
   */
  buttonType: string
  /** Its text, by which the metrics name the button. */
  text: string
  /** The page that it opens. */
  url?: string
  /** Whether the page has a variable part: `static` or `dynamic`. */
  urlType?: string
  /** The number that it calls. */
  phoneNumber?: string
  /** The coupon that it copies. */
  couponCode?: string
  /** The flow that it starts. */
  flowId?: string
  /** How it starts the flow: `NAVIGATE` or `DATA_EXCHANGE`. */
  flowAction?: string
  /** The first screen of the flow. */
  navigateScreen?: string
  /** Its text where a code is filled in automatically. */
  autofillText?: string
  /** The app that a code is handed to. */
  packageName?: string
  /** The signature of the app that a code is handed to. */
  signatureHash?: string
  /** The apps that a code may be handed to. */
  supportedApps: TemplateApp[]
  /** Whether users opt out with it. Such clicks are no success. */
  isOptOut?: boolean
  /** What follows a click. The service calls it `ExtendAttrs`. */
  nextStep?: TemplateNextStep
}

/** A button of a card. */
export interface CardButton {
  /** What it does: `URL`, `PHONE_NUMBER` or `QUICK_REPLY`. */
  buttonType: string
  /** Its text, by which the metrics name the button. */
  text: string
  /** The page that it opens. */
  url?: string
  /** Whether the page has a variable part: `static` or `dynamic`. */
  urlType?: string
  /** The number that it calls. */
  phoneNumber?: string
}

/** A part of a card. */
export interface CardComponent {
  /** Which part it is: `HEADER`, `BODY` or `BUTTONS`. */
  componentType: string
  /** What a header holds: `IMAGE` or `VIDEO`. */
  format?: string
  /** Its text. */
  text?: string
  /** The URL of its picture or video. */
  url?: string
  /** The card's buttons, from top to bottom. */
  buttons: CardButton[]
}

/** A card of a carousel. */
export interface TemplateCard {
  /** The card's parts, from top to bottom. */
  components: CardComponent[]
}

/**
 * A part of a template.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface TemplateComponent {
  /** Which part it is: `BODY`, `HEADER`, `FOOTER`, `BUTTONS`, `CAROUSEL` or `LIMITED_TIME_OFFER`. */
  componentType: string
  /** What a header holds, such as `TEXT` or `IMAGE`. */
  format?: string
  /** Its text. */
  text?: string
  /** The URL of its picture, video or document. */
  url?: string
  /** The caption of its document. */
  caption?: string
  /** The name of its document. */
  fileName?: string
  /** The type of its document. */
  fileType?: string
  /** The URL of a small picture of its video. */
  thumbUrl?: string
  /** The length of its video, in seconds. */
  duration?: number
  /** The latitude of its place, in degrees as text. */
  latitude?: string
  /** The longitude of its place, in degrees as text. */
  longitude?: string
  /** The name of its place. */
  locationName?: string
  /** The address of its place. */
  locationAddress?: string
  /** Whether a body warns against giving a code away. */
  addSecretRecommendation?: boolean
  /** For how many minutes a code is good: 1 to 90. */
  codeExpirationMinutes?: number
  /** Whether an offer ends. */
  hasExpiration?: boolean
  /** When an offer ends: milliseconds since 1970, or a variable such as `$(offerExpirationTimeMs)`. */
  offerExpirationTimeMs?: string
  /** Its buttons, from top to bottom. */
  buttons: TemplateButton[]
  /** The cards of a carousel. */
  cards: TemplateCard[]
}

/**
 * A template in one language, with its parts.
 *
 * Counts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.
 */
export interface TemplateDetail {
  /** The template's code. It is a text, even if it consists of digits. */
  templateCode: string
  /** The template's name. The service calls it `Name` here. */
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
  /** Meta's rating of its messages of the last days. */
  qualityScore: QualityRating
  /** Whether it may be sent, of marketing templates. */
  allowSend?: boolean
  /** Whether it is paused because Meta changed its category. */
  categoryChangePaused?: boolean
  /** For how many seconds delivery is tried: 60 to 600. */
  messageSendTtlSeconds?: number
  /** The products that it shows. */
  productSetId?: string
  /** Examples of its variables. Values are often JSON text, given as they came. */
  examples: Record<string, string>
  /** Its parts, from top to bottom. */
  components: TemplateComponent[]
}
