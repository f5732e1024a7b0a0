// What users hand over is checked here, key by key, before anything is sent: a key that nobody reads is most often a
// misspelt one, and a variable without a value most often a mistake.

import { types } from 'node:util'
import type { CamsRoiError } from './cams-roi-error.js'
import type { ErrorFields } from './error-fields.js'
import { at, type Site } from './site.js'

/** What is allowed at a place. */
export interface Kind {
  /** In words, as in "Give `name` as …". */
  readonly allowed: string
  readonly accepts: (value: unknown) => boolean
  /** Nothing of it may be shown. */
  readonly secret?: true
  /** What is wrong with a value that is accepted otherwise. */
  readonly problem?: (value: unknown) => string | undefined
  /** What there is to check of its parts. */
  readonly parts?: (value: unknown, name: string, refuse: Refuse) => void
  /** As the core takes it, where that is something else. */
  readonly write?: (value: unknown) => unknown
}

/** A list, or an object of any keys, whose values are all of one kind. */
export interface Items {
  readonly within: 'an array' | 'an object'
  readonly items: Kind | Shape | Items
}

/** One key of an object. */
export interface Key {
  readonly kind: Kind | Shape | Items
  /** It must be there; what to do where it is not. */
  readonly required?: string | true
  /** What the core calls it; it does not cross where this is missing. */
  readonly core?: string
  /** An explicit `undefined` is refused: it comes from a variable that should have had a value. */
  readonly strict?: true
}

/** The keys of an object. */
export interface Shape {
  readonly keys: Readonly<Record<string, Key>>
}

/** Makes an error of what is wrong. */
export type Refuse = (message: string, hint: string) => Error

/** Refuses with errors of one class, which show the place in the user's code. */
export function refusing(Refused: new (message: string, fields: ErrorFields) => CamsRoiError, site: Site): Refuse {
  return (message, hint) => at(site, new Refused(message, { hint }))
}

export const text: Kind = { allowed: 'a string', accepts: (value) => typeof value === 'string', problem: brokenText }
export const secretText: Kind = { ...text, secret: true }
export const flag: Kind = { allowed: 'true or false', accepts: (value) => typeof value === 'boolean' }
export const callable: Kind = { allowed: 'a function', accepts: (value) => typeof value === 'function' }
export const date: Kind = {
  allowed: 'a Date',
  accepts: (value) => types.isDate(value) && !Number.isNaN(value.getTime()),
}
export const span: Kind = {
  allowed: 'a number of milliseconds, more than 0',
  // What is no time at all is refused by the core, in every language.
  accepts: (value) => typeof value === 'number' && value >= 0,
  // JSON has no infinity.
  write: (value) => Math.min(value as number, Number.MAX_VALUE),
}
export const spanOrNone: Kind = { ...span, allowed: 'a number of milliseconds, 0 or more' }
export const finite: Kind = { allowed: 'a number', accepts: Number.isFinite }
export const whole: Kind = { allowed: 'a whole number, no more than 2^53', accepts: Number.isSafeInteger }
export const count: Kind = {
  allowed: 'a whole number, 1 or more',
  accepts: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) < 2 ** 32,
}
export const signal: Kind = {
  allowed: 'an AbortSignal',
  accepts: (value) => typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value,
}

/** Calls a second, or `'off'` where somebody else keeps to the limit. */
export type RateLimit = number | 'off'

const rateLimit: Kind = {
  allowed: "calls a second (a number more than 0), or 'off'",
  accepts: (value) => value === 'off' || (typeof value === 'number' && value > 0 && value < Infinity),
}

export const rateLimits: Kind = {
  allowed: `${rateLimit.allowed}, or an object of these by the operations' names`,
  accepts: (value) => rateLimit.accepts(value) || holdsKeys(value),
  parts: (value, name, refuse) => {
    if (typeof value !== 'object') return
    for (const [operation, limit] of Object.entries(value as object)) {
      checkValue(limit, `${name}.${operation}`, rateLimit, refuse)
    }
  },
  write: (value) => {
    const of = (operation: string | null, limit: unknown) => [operation, limit === 'off' ? 'Off' : { PerSecond: limit }]
    if (typeof value !== 'object') return [of(null, value)]
    return Object.entries(value as object).map(([operation, limit]) => of(operation, limit))
  },
}

export function oneOf(...words: string[]): Kind {
  const allowed = words.map((word) => `'${word}'`).join(' or ')
  return { allowed, accepts: (value) => words.includes(value as string) }
}

/**
 * Checks an object that a user handed over.
 *
 * @param what - How it is called where it is wrong as a whole, with an example of what is right.
 */
export function checkObject(
  value: unknown,
  shape: Shape,
  { what, example, path = '' }: { what: string; example: string; path?: string },
  refuse: Refuse,
): void {
  if (!holdsKeys(value)) {
    throw refuse(`${what} is ${described(value)}`, `Give an object: ${example}.`)
  }
  const { keys } = shape
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(keys, name)) throw unknownKey(name, path, Object.keys(keys), what, refuse)
  }
  for (const name in keys) {
    checkKey(value as Record<string, unknown>, name, keys[name] as Key, path, refuse)
  }
}

function checkKey(object: Record<string, unknown>, name: string, key: Key, path: string, refuse: Refuse): void {
  const value = object[name]
  if (value !== undefined) {
    checkAny(value, path + name, key.kind, refuse, key.required)
  } else if (key.required !== undefined || (key.strict && name in object)) {
    throw missing(object, name, key, path + name, refuse)
  }
}

function missing(object: object, name: string, { kind, required }: Key, full: string, refuse: Refuse): Error {
  if (required === undefined) {
    return refuse(`${full} is undefined`, `Give ${full} a value, or leave the key out: ${VARIABLE}.`)
  }
  const hint = required === true ? `Give ${full} as ${allowed(kind)}.` : required
  return refuse(`${full} is ${name in object ? 'undefined' : 'not given'}`, hint)
}

function checkAny(value: unknown, name: string, kind: Key['kind'], refuse: Refuse, hint?: string | true): void {
  if ('keys' in kind) {
    const example = `${name}: { ${Object.keys(kind.keys).join(', ')} }`
    checkObject(value, kind, { what: name, example, path: `${name}.` }, refuse)
  } else if ('items' in kind) {
    checkItems(value, name, kind, refuse)
  } else {
    checkValue(value, name, kind, refuse, hint === true ? undefined : hint)
  }
}

function checkItems(value: unknown, name: string, { within, items }: Items, refuse: Refuse): void {
  if (within === 'an array' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkAny(item, `${name}[${index}]`, items, refuse)
  } else if (within !== 'an array' && holdsKeys(value)) {
    for (const [key, item] of Object.entries(value)) checkAny(item, `${name}.${key}`, items, refuse)
  } else {
    throw refuse(`${name} is ${described(value)}`, `Give ${name} as ${within}.`)
  }
}

function allowed(kind: Key['kind']): string {
  if ('keys' in kind) return `an object: { ${Object.keys(kind.keys).join(', ')} }`
  return 'items' in kind ? kind.within : kind.allowed
}

const VARIABLE = 'a variable that has none may mean something that nobody meant'

/** Checks one value. */
export function checkValue(value: unknown, name: string, kind: Kind, refuse: Refuse, hint?: string): void {
  if (kind.accepts(value)) {
    const problem = kind.problem?.(value)
    if (problem !== undefined) throw refuse(`${name} ${problem}`, `Give ${name} in whole characters.`)
    kind.parts?.(value, name, refuse)
    return
  }
  const shown = kind.secret ? typeName(value) : described(value)
  throw refuse(`${name} is ${shown}`, hint ?? `Give ${name} as ${kind.allowed}.`)
}

function unknownKey(name: string, path: string, known: string[], what: string, refuse: Refuse): Error {
  const meant = closest(name, known)
  const hint =
    meant === undefined
      ? `There are ${known.join(', ')}. Leave out what else the object has.`
      : `Did you mean ${path}${meant}?`
  return refuse(`${what} has no key ${name}`, hint)
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** What is wrong with a string that UTF-8 cannot hold: on its way another character would take the place of a half. */
export function brokenText(value: unknown): string | undefined {
  const isBroken = typeof value === 'string' && LONE_SURROGATE.test(value)
  return isBroken ? 'holds half of a surrogate pair' : undefined
}

/** A value in a message: short, in one line. */
export function described(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty string' : `the string ${shortened(JSON.stringify(value))}`
    case 'bigint':
      return `${value}n`
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value)
    default:
      return types.isDate(value) && Number.isNaN(value.getTime()) ? 'a Date of no time' : typeName(value)
  }
}

function shortened(quoted: string): string {
  return quoted.length <= 80 ? quoted : `${quoted.slice(0, 78)}…"`
}

/** Whether a value has its parts as its own keys: a Map or a Date has none, so that all that it holds would be passed over. */
export function holdsKeys(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}

/** What a value is, without anything of it. */
function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (value === '') return 'an empty string'
  if (Array.isArray(value)) return 'an array'
  if (types.isPromise(value)) return 'a Promise: await it first'
  if (types.isDate(value)) return 'a Date'
  if (types.isMap(value)) return 'a Map'
  if (types.isSet(value)) return 'a Set'
  const type = typeof value
  if (type === 'undefined') return 'undefined'
  return type === 'object' ? 'an object' : `a ${type}`
}

/** The known name that is most like another, if it is alike enough to be meant. */
export function closest(name: string, known: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const wanted = plain(name)
  let best: { name: string; distance: number } | undefined
  for (const candidate of known) {
    const distance = editDistance(wanted, plain(candidate))
    if (distance <= Math.max(1, Math.floor(candidate.length / 4)) && distance < (best?.distance ?? Infinity)) {
      best = { name: candidate, distance }
    }
  }
  return best?.name
}

/** How many letters must be put in, taken out or changed to make one text of another. */
function editDistance(one: string, other: string): number {
  // A name that long was not misspelt.
  if (Math.abs(one.length - other.length) > 8) return Infinity
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number
}
