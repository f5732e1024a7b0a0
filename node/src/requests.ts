import { checkValue, described, refusing, text } from './checks.js'
import { InvalidArgumentError } from './errors.js'
import { toJson } from './json.js'
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

/** The parameters of any operation. What is nested is given as the API's JSON text. */
export type CallParameters = Readonly<Record<string, string | number | bigint | boolean>>

/** A call by name as the bridge takes it. */
export function callRequest(
  action: string,
  parameters: CallParameters,
  idempotent: boolean | undefined,
  site: Site,
): string {
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
  return toJson([action, texts, idempotent])
}

function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
}
