// How the values of the conformance cases become those of the package, and back.

import assert from 'node:assert/strict'
import { type CallOptions, type Client, OWN_CHANNEL } from 'cams-roi'

// biome-ignore lint/suspicious/noExplicitAny: what JSON holds.
export type Json = any

/** What becomes of a value on its way to the package, and of one that comes from there. */
export interface Kind {
  given: (value: Json) => Json
  told: (value: Json) => Json
}

/** The fields of a record by their names in the cases: each with its name here, and its kind. */
export type Fields = Readonly<Record<string, [string, Kind | Fields]>>

/** An operation of the package. */
export interface Operation {
  call: (client: Client, request: Json, options: CallOptions) => Promise<object>
  request: Fields
  result: Fields
}

export const plain: Kind = { given: (value) => value, told: (value) => value }
/** Dates are milliseconds in the cases. */
export const time: Kind = { given: (value) => new Date(value), told: (value: Date) => value.getTime() }

export function list(item: Kind | Fields): Kind {
  const { given, told } = kindOf(item)
  return { given: (values) => values.map(given), told: (values) => values.map(told) }
}

export function map(item: Kind | Fields): Kind {
  const { given, told } = kindOf(item)
  const each = (values: object, change: (value: Json) => Json) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
  return { given: (values) => each(values, given), told: (values) => each(values, told) }
}

function kindOf(item: Kind | Fields): Kind {
  return isKind(item) ? item : record(item)
}

function isKind(item: Kind | Fields): item is Kind {
  return typeof item['given'] === 'function'
}

/** A record: what is null in the cases is not given, and what is not there is told as null. Nothing may be left over. */
function record(fields: Fields): Kind {
  return {
    given: (values) => {
      assert.deepEqual(
        Object.keys(values).filter((name) => !Object.hasOwn(fields, name)),
        [],
        'unknown keys',
      )
      const there = Object.entries(fields).filter(([name]) => (values[name] ?? null) !== null)
      return Object.fromEntries(there.map(([name, [own, kind]]) => [own, kindOf(kind).given(values[name])]))
    },
    told: (value) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, [own, kind]]) => [
          name,
          value[own] === undefined ? null : kindOf(kind).told(value[own]),
        ]),
      ),
  }
}

export const denial = record({
  text: ['text', plain],
  policy_type: ['policyType', plain],
  auth_action: ['authAction', plain],
  auth_principal_type: ['authPrincipalType', plain],
  auth_principal_owner_id: ['authPrincipalOwnerId', plain],
  auth_principal_display_name: ['authPrincipalDisplayName', plain],
  no_permission_type: ['noPermissionType', plain],
  encoded_diagnostic_message: ['encodedDiagnosticMessage', plain],
})

/** A request of a case as the package takes it. */
export function requestOf({ request }: Operation, { own_channel, ...values }: Json): Json {
  const given = record(request).given(values)
  return own_channel ? { ...given, custSpaceId: OWN_CHANNEL } : given
}

/** A result of the package as the cases have it. */
export function resultOf({ result }: Operation, value: object): Json {
  return record(result).told(value)
}
