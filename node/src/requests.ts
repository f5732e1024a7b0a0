import type { CallOperations } from './calls.js'
import { checkValue, described, holdsKeys, type Refuse, refusing, text } from './checks.js'
import { InvalidArgumentError } from './generated/errors.js'
import type { RawCallOptions } from './generated/options.js'
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

/** A parameter of any operation. Arrays and plain objects are sent as JSON; a text may be such JSON too. */
export type CallValue = string | number | bigint | boolean | object

/** The parameters of an operation that this version does not know. */
export type CallParameters = Readonly<Record<string, CallValue>>

/** The name of an operation: one that this version knows, or any other. */
export type OperationName = keyof CallOperations | (string & {})

/**
 * What follows the name of an operation in a call: its parameters, which may be left out where it requires none, and
 * options.
 */
export type CallArguments<Name extends string, Options> = Name extends keyof CallOperations
  ? Record<never, never> extends CallOperations[Name]
    ? [parameters?: CallOperations[Name], options?: Options]
    : [parameters: CallOperations[Name], options?: Options]
  : [parameters?: CallParameters, options?: Options]

/** A call by name as the binding takes it. */
export function callRequest(
  action: string,
  parameters: object,
  { idempotent, unchecked }: RawCallOptions,
  site: Site,
): string {
  const refuse = refusing(InvalidArgumentError, site)
  checkValue(action, 'action', text, refuse, "Give the operation's name, such as 'ListInstance'.")
  if (!holdsKeys(parameters)) {
    throw refuse(`the parameters are ${described(parameters)}`, 'Give an object: { PageSize: 10 }.')
  }
  const written = Object.entries(parameters).map(([name, value]): [string, string, boolean] => {
    checkValue(name, 'the name of a parameter', text, refuse)
    const given = json(value, name, refuse)
    return typeof value === 'string' ? [name, value, false] : [name, given, true]
  })
  return toJson([action, written, idempotent ?? null, unchecked ?? false])
}

/** What is nested deeper is no parameter, but an object that holds itself. */
const DEEPEST = 100

/** JSON with every digit. What `JSON.stringify` would leave out, round or rename is refused, by its place. */
function json(value: unknown, place: string, refuse: Refuse, depth = 0): string {
  switch (typeof value) {
    case 'string':
      checkValue(value, `the parameter ${place}`, text, refuse)
      return toJson(value)
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'number':
      if (isExact(value)) return String(value)
      throw refuse(
        `the parameter ${place} is ${described(value)}`,
        `Give ${place} as a string or a bigint: as a number it is not exact.`,
      )
    case 'object':
      if (depth === DEEPEST) throw refuse(`the parameter ${place} nests too deeply`, `Give less of ${place}.`)
      if (value === null && depth > 0) return 'null'
      if (Array.isArray(value)) {
        // A hole is seen, too.
        const items = Array.from(value, (item, index) => json(item, `${place}[${index}]`, refuse, depth + 1))
        return `[${items.join()}]`
      }
      if (isPlain(value)) {
        const members = Object.entries(value)
        const written = members.map(([name, member]) => {
          checkValue(name, `a name in ${place}`, text, refuse)
          return `${toJson(name)}:${json(member, `${place}.${name}`, refuse, depth + 1)}`
        })
        return `{${written.join()}}`
      }
  }
  const hint =
    value === undefined
      ? `Give ${place} a value, or leave the key out.`
      : `Give ${place} as a string, a number, a bigint, a boolean, an array or a plain object.`
  throw refuse(`the parameter ${place} is ${described(value)}`, hint)
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  // Of another realm, as `vm` makes, too.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
}
