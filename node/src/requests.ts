import type * as native from '../native/generated/binding.cjs'
import { checkObject, checkValue, date, described, type Key, refusing, type Shape, text } from './checks.js'
import { InvalidArgumentError } from './errors.js'
import type { Site } from './site.js'

/**
 * In the place of a channel's ID: the account's own channel, which has none. Nobody writes it by accident, as happens
 * with a variable that has no value.
 *
 * @example
 * ```ts
 * await client.enableWhatsappRoiMetric({ custSpaceId: OWN_CHANNEL })
 * ```
 */
export const OWN_CHANNEL: unique symbol = Symbol.for('cams-roi.OWN_CHANNEL')

/** Which channel is meant. A key whose value is `undefined` or `null` is refused, and so is one that is none of these. */
export interface ChannelRequest {
  /** The channel's ID (`cams-…`), or {@link OWN_CHANNEL}. */
  custSpaceId: string | typeof OWN_CHANNEL
  /** The code by which the ISV authorised the caller. */
  isvCode?: string
}

/** What is asked of `EnableWhatsappROIMetric`. */
export type EnableWhatsappRoiMetricRequest = ChannelRequest

/** How long a time each row of metrics covers. */
export type Granularity = 'DAILY' | 'HALF_HOUR' | (string & {})

/** What is asked of `GetChatappPhoneNumberMetric`. */
export interface GetChatappPhoneNumberMetricRequest extends ChannelRequest {
  /** From when on. */
  start: Date
  /** Until before when. */
  end: Date
  /** How long a time each row covers. */
  granularity?: Granularity
  /** One business phone number: digits with country code, no `+`. */
  phoneNumber?: string
}

/** What is asked of `GetChatappTemplateMetric`. */
export interface GetChatappTemplateMetricRequest extends ChannelRequest {
  /** The template's code: a text, for it has more digits than a number can hold. */
  templateCode: string
  /** From when on. */
  start: Date
  /** Until before when. */
  end: Date
  /** One language of the template, for example `en` or `zh_CN`. */
  language?: string
  /** How long a time each row covers. */
  granularity?: Granularity
  /** The template's type; `WHATSAPP`, the default, is the only one documented. */
  templateType?: 'WHATSAPP' | (string & {})
}

/** The parameters of any operation. What is nested is given as the API's JSON text. */
export type CallParameters = Readonly<Record<string, string | number | bigint | boolean>>

const channelId = {
  allowed: "a channel's ID or OWN_CHANNEL",
  accepts: (value: unknown) => typeof value === 'string' || value === OWN_CHANNEL,
}
const CHANNEL_HINT = "Give the channel's ID as a string, or OWN_CHANNEL for the account's own channel."

const optionalText: Key = { kind: text, strict: true }
const time = (name: string): Key => ({ kind: date, required: `Give ${name} as a Date.` })

const CHANNEL = {
  custSpaceId: { kind: channelId, required: CHANNEL_HINT },
  isvCode: optionalText,
} satisfies Record<keyof ChannelRequest, Key>

const PHONE_NUMBER = {
  ...CHANNEL,
  start: time('start'),
  end: time('end'),
  granularity: optionalText,
  phoneNumber: optionalText,
} satisfies Record<keyof GetChatappPhoneNumberMetricRequest, Key>

const TEMPLATE = {
  ...CHANNEL,
  templateCode: {
    kind: text,
    required: "Give the template's code as a string: it has more digits than a number holds.",
  },
  start: time('start'),
  end: time('end'),
  language: optionalText,
  granularity: optionalText,
  templateType: optionalText,
} satisfies Record<keyof GetChatappTemplateMetricRequest, Key>

function check(request: unknown, keys: Shape['keys'], example: string, site: Site): void {
  checkObject(request, { keys }, { what: 'the request', example }, refusing(InvalidArgumentError, site))
}

/** A request as the bridge takes it. */
export function enableRequest(request: EnableWhatsappRoiMetricRequest, site: Site): native.EnableRequest {
  check(request, CHANNEL, "{ custSpaceId: 'cams-…' }", site)
  return withChannel(request)
}

/** A request as the bridge takes it. */
export function phoneNumberRequest(request: GetChatappPhoneNumberMetricRequest, site: Site): native.PhoneNumberRequest {
  check(request, PHONE_NUMBER, "{ custSpaceId: 'cams-…', start, end }", site)
  return withTimes(withChannel(request))
}

/** A request as the bridge takes it. */
export function templateRequest(request: GetChatappTemplateMetricRequest, site: Site): native.TemplateRequest {
  check(request, TEMPLATE, "{ custSpaceId: 'cams-…', templateCode: '…', start, end }", site)
  return withTimes(withChannel(request))
}

function withChannel<Request extends ChannelRequest>({ custSpaceId, ...request }: Request) {
  return custSpaceId === OWN_CHANNEL ? { ...request, ownChannel: true } : { ...request, custSpaceId }
}

function withTimes<Request extends { start: Date; end: Date }>(request: Request) {
  return { ...request, start: request.start.getTime(), end: request.end.getTime() }
}

/** A call by name as the bridge takes it. */
export function callRequest(
  action: string,
  parameters: CallParameters,
  idempotent: boolean | undefined,
  site: Site,
): native.CallRequest {
  const refuse = refusing(InvalidArgumentError, site)
  checkValue(action, 'action', text, refuse, "Give the operation's name, such as 'ListInstance'.")
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    throw refuse(`the parameters are ${described(parameters)}`, 'Give an object: { PageSize: 10 }.')
  }
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => {
    if (typeof value === 'number' && !isExact(value)) {
      const hint = `Give ${name} as a string or a bigint: as a number it is not exact.`
      throw refuse(`the parameter ${name} is ${described(value)}`, hint)
    }
    if (!['string', 'number', 'bigint', 'boolean'].includes(typeof value)) {
      const hint =
        value === undefined
          ? `Give ${name} a value, or leave the key out.`
          : `Give ${name} as a string, a number, a bigint or a boolean; what is nested, as the JSON text that the operation's page shows.`
      throw refuse(`the parameter ${name} is ${described(value)}`, hint)
    }
    return [name, String(value)]
  })
  return { action, parameters: texts, ...(idempotent === undefined ? {} : { idempotent }) }
}

function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
}
