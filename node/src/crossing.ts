// How requests are checked, and how they and their answers cross the binding: as JSON text in which a record is an array
// of its fields, a time the milliseconds since 1970, and what is not there null. Both sides are generated from one model.

import type * as native from '../native/generated/binding.cjs'
import { CamsRoiError } from './cams-roi-error.js'
import * as checks from './checks.js'
import { checkedChannel, isList, type KnownChannels } from './enable-many.js'
import type { AccessDeniedDetail, TimeoutPhase } from './error-fields.js'
import type { AnyCamsRoiError } from './errors.js'
import { ownErrorOf } from './failure.js'
import { InvalidArgumentError } from './generated/errors.js'
import { toJson } from './json.js'
import { OWN_CHANNEL } from './requests.js'
import type { Site } from './site.js'

/** A type of values: what is accepted of users, and what it is on its way to the core and back. */
export interface Type<Given, Made = Given> {
  readonly kind: checks.Key['kind']
  /** What is said where it is required and is not given, or is something else. */
  readonly hint?: (name: string) => string
  /** One in an example, where its name does not say enough. */
  readonly example?: string
  /** It may be left out. */
  readonly optional?: true
  /** It crosses as it is where this is missing. */
  readonly write?: ((value: Given) => unknown) | undefined
  /** It is given as it came where this is missing. */
  readonly read?: ((json: unknown) => Made) | undefined
}

/** The fields of a record, in the order in which they cross. */
export type Fields<Of> = { readonly [Name in keyof Of]-?: Type<Exclude<Of[Name], undefined>> }

export const text: Type<string> = { kind: checks.text, example: "'…'" }
export const id: Type<string> = {
  ...text,
  hint: (name) => `Give ${name} as a string: it may have more digits than a number holds.`,
}
export const count: Type<number> = { kind: checks.whole }
export const number: Type<number> = { kind: checks.finite }
export const flag: Type<boolean> = { kind: checks.flag }
export const time: Type<Date> = {
  kind: checks.date,
  write: (value) => value.getTime(),
  read: (json) => new Date(json as number),
}
export const channel: Type<string | typeof OWN_CHANNEL> = {
  kind: {
    allowed: "a channel's ID or OWN_CHANNEL",
    accepts: (value) => typeof value === 'string' || value === OWN_CHANNEL,
    problem: checks.brokenText,
  },
  hint: () => "Give the channel's ID as a string, or OWN_CHANNEL for the account's own channel.",
  example: "'cams-…'",
  write: (value) => (value === OWN_CHANNEL ? null : value),
}

export const channels: Type<KnownChannels> = {
  kind: {
    allowed: "the channels' IDs in an array, or in anything else that can be iterated over: readChannels(path) is",
    accepts: (value) =>
      typeof (Object(value) as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function' && typeof value === 'object',
    parts: (value, name, refuse) => {
      // What else can be iterated over may be so once only, and is checked on its way.
      if (isList(value)) each(value, name, refuse)
    },
  },
  write: (value) => each(value, 'channels', (message, hint) => new InvalidArgumentError(message, { hint })),
}

function each(
  channels: KnownChannels,
  name: string,
  refuse: checks.Refuse,
): [id: string, isvCode: string | undefined][] {
  return Array.from(channels, (channel, index) => {
    const { custSpaceId, isvCode } = checkedChannel(channel, `${name}[${index}]`, refuse)
    return [custSpaceId, isvCode]
  })
}

/** What may be left out. */
export function optional<Given, Made>(type: Type<Given, Made>): Type<Given, Made> {
  return { ...type, optional: true }
}

/** A list of values of one type. */
export function list<Given, Made>({ kind, write, read }: Type<Given, Made>): Type<readonly Given[], Made[]> {
  return {
    kind: { within: 'an array', items: kind },
    write: write && ((values) => values.map((value) => write(value))),
    read: read && ((json) => (json as unknown[]).map((item) => read(item))),
  }
}

/** Values of one type by names that nobody knows beforehand. */
export function map<Given, Made>({
  kind,
  write,
  read,
}: Type<Given, Made>): Type<Readonly<Record<string, Given>>, Record<string, Made>> {
  const each = <From, To>(values: object, change: (value: From) => To): Record<string, To> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
  return {
    kind: { within: 'an object', items: kind },
    write: write && ((values) => each(values, write)),
    read: read && ((json) => each(json as object, read)),
  }
}

/** Values of different types by their names. */
export function record<Of extends object>(fields: Fields<Of>): Type<Of> {
  return { kind: shapeOf(fields), write: writer(fields), read: reader(fields) }
}

function typesOf<Of>(fields: Fields<Of>): [string, Type<unknown>][] {
  return Object.entries(fields)
}

// Both loops are plain ones: of a call, and of an answer with many rows, much of the time is spent there.

function writer<Of extends object>(fields: Fields<Of>): (value: Of) => unknown[] {
  const names = Object.keys(fields)
  const writes = typesOf(fields).map(([, { write }]) => write)
  return (value) => {
    const given = value as Record<string, unknown>
    const values: unknown[] = []
    for (let index = 0; index < names.length; index += 1) {
      const field = given[names[index] as string]
      const write = writes[index]
      values.push(field === undefined || write === undefined ? field : write(field))
    }
    return values
  }
}

function reader<Of>(fields: Fields<Of>): (json: unknown) => Of {
  const names = Object.keys(fields)
  const reads = typesOf(fields).map(([, { read }]) => read)
  return (json) => {
    const values = json as unknown[]
    const made: Record<string, unknown> = {}
    for (let index = 0; index < names.length; index += 1) {
      const value = values[index]
      const read = reads[index]
      if (value !== null) made[names[index] as string] = read === undefined ? value : read(value)
    }
    return made as Of
  }
}

/** What is checked: the channel first, then what else is required, so that the most important of what is missing is said. */
function shapeOf<Of>(fields: Fields<Of>): checks.Shape {
  const rank = ({ kind, optional }: Type<unknown>) => (kind === channel.kind ? 0 : optional ? 2 : 1)
  const types = typesOf(fields).sort(([, one], [, other]) => rank(one) - rank(other))
  const key = (name: string, { kind, hint, optional }: Type<unknown>): checks.Key =>
    optional ? { kind, strict: true } : { kind, required: hint?.(name) ?? true }
  return { keys: Object.fromEntries(types.map(([name, type]) => [name, key(name, type)])) }
}

/** Why the service denied access. */
export const accessDeniedDetail = record<AccessDeniedDetail>({
  text,
  policyType: optional(text),
  authAction: optional(text),
  authPrincipalType: optional(text),
  authPrincipalOwnerId: optional(text),
  authPrincipalDisplayName: optional(text),
  noPermissionType: optional(text),
  encodedDiagnosticMessage: optional(text),
})

const failure = record<native.Failure>({
  kind: text,
  message: text,
  text,
  hint: text,
  code: optional(text),
  requestId: optional(text),
  httpStatus: optional(count),
  retryable: flag,
  retryAfterMs: optional(number),
  attempts: count,
  operation: optional(text),
  accessDeniedDetail: optional(accessDeniedDetail),
  timeoutPhase: optional<TimeoutPhase, TimeoutPhase>({ kind: checks.oneOf('connect', 'attempt', 'queue', 'overall') }),
  detail: optional(text),
  custSpaceId: optional(text),
  phoneNumber: optional(text),
  templateCode: optional(text),
  causes: list(text),
})

/** An error of this package that is part of a result, and that nobody throws. */
export const error: Type<AnyCamsRoiError> = {
  kind: { allowed: 'a CamsRoiError', accepts: (value) => value instanceof CamsRoiError },
  read: (json) => ownErrorOf(failure.read?.(json) as native.Failure),
}

/** An operation that has types of its own. */
export interface Operation<Request, Result> {
  /** Its name on the wire. */
  readonly name: string
  /** Refuses a request that cannot be meant. */
  readonly check: (request: Request, site: Site) => void
  readonly write: (request: Request) => string
  /** Makes the result of an answer's fields. */
  readonly read: (fields: unknown) => Result
}

/** An operation that lists items, a page at a time. */
export interface Listing<Request, Result, Item> extends Operation<Request, Result> {
  /** The part of a request that says how many items a page has. */
  readonly page: (size: number) => Partial<Request>
  readonly items: (page: Result) => readonly Item[]
  /** How many items a page has by default. */
  readonly pageSize: number
}

/** What the library does itself: a page at a time, too. */
export interface Local<Request, Item> {
  readonly name: string
  /** Refuses a request that cannot be meant. */
  readonly check: (request: Request, site: Site) => void
  readonly write: (request: Request) => string
  /** Makes the items of a page's fields. */
  readonly items: (fields: unknown) => readonly Item[]
  /** Whether calls go on between two pages, until they are ended. */
  readonly isRun: boolean
  /** The error that an item holds. */
  readonly error?: ((item: Item) => AnyCamsRoiError | undefined) | undefined
}

/** An operation by its name, what it is asked and what it answers. */
export function operation<Request extends object, Result extends object>({
  name,
  request,
  result,
}: {
  name: string
  request: Fields<Request>
  result: Fields<Result>
}): Operation<Request, Result> {
  return { name, ...asked(request), read: reader(result) }
}

/** What the library does itself, by its name, what it is asked, and where a page has its items. */
export function local<Request extends object, Item>({
  name,
  request,
  items,
  place,
  isRun,
  error,
}: {
  name: string
  request: Fields<Request>
  items: Type<readonly Item[], Item[]>
  place: number
  isRun: boolean
  error?: (item: Item) => AnyCamsRoiError | undefined
}): Local<Request, Item> {
  const { read } = items
  const itemsOf = (fields: unknown) => {
    const given = (fields as unknown[])[place]
    return read === undefined ? (given as Item[]) : read(given)
  }
  return { name, ...asked(request), items: itemsOf, isRun, error }
}

/** How a request is checked and written. */
function asked<Request extends object>(fields: Fields<Request>): Pick<Operation<Request, unknown>, 'check' | 'write'> {
  const shape = shapeOf(fields)
  const required = Object.keys(shape.keys).flatMap((name) => {
    const { optional, example } = fields[name as keyof Request] as Type<unknown>
    return optional ? [] : example === undefined ? name : `${name}: ${example}`
  })
  const about = { what: 'the request', example: `{ ${required.join(', ')} }` }
  const write = writer(fields)
  return {
    check: (request, site) => checks.checkObject(request, shape, about, checks.refusing(InvalidArgumentError, site)),
    write: (request) => toJson(write(request)),
  }
}

/** The name of the method that sends a request, for the generated ones: nobody else can call it. */
export const send: unique symbol = Symbol('send')

/** The same for the generated methods that send a request for each page. */
export const sendAll: unique symbol = Symbol('sendAll')

/** The same for what the library does itself. */
export const sendLocal: unique symbol = Symbol('sendLocal')
