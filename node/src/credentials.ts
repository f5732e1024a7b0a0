import type * as native from '../native/generated/binding.cjs'
import { checkObject, closest, date, type Kind, type Refuse, type Shape, secretText } from './checks.js'
import { passes } from './passing.js'

/** An AccessKey pair, with a security token when it is temporary. */
export interface Credentials {
  /** Who is calling. Not a secret. */
  accessKeyId: string
  /** With which requests are signed. */
  accessKeySecret: string
  /** What STS gave with temporary ones. */
  securityToken?: string | undefined
  /** When they expire. The client asks for others ahead of it. */
  expiresAt?: Date | undefined
}

/**
 * Gives credentials. It is asked again before those that it gave expire, once for all calls that wait; and soon, where it
 * throws an error of the network or one whose `retryable` is true.
 */
export type CredentialsProvider = () => Credentials | Promise<Credentials>

/** Credentials, or where they come from. */
export type CredentialsSource = Credentials | CredentialsProvider

/** What a client's `credentials` may be. */
export const credentialsSource: Kind = {
  allowed: '{ accessKeyId, accessKeySecret }, or a function that gives it',
  accepts: (value) => typeof value === 'function' || (typeof value === 'object' && value !== null),
  secret: true,
  write: (value) => {
    // A function is asked when they are needed.
    if (typeof value === 'function') return undefined
    const { accessKeyId, accessKeySecret, securityToken, expiresAt } = value as Credentials
    return [accessKeyId, accessKeySecret, securityToken ?? null, expiresAt?.getTime() ?? null]
  },
}

const NEEDED = 'Give both accessKeyId and accessKeySecret, as strings.'
const CREDENTIALS: Shape = {
  keys: {
    accessKeyId: { kind: secretText, required: NEEDED },
    accessKeySecret: { kind: secretText, required: NEEDED },
    securityToken: { kind: secretText },
    expiresAt: { kind: date },
  },
}

/** Checks an AccessKey that is an option. */
export function checkCredentials(credentials: object, refuse: Refuse): void {
  const example = 'credentials: { accessKeyId, accessKeySecret }'
  checkObject(credentials, CREDENTIALS, { what: 'credentials', example, path: 'credentials.' }, refuse)
}

/** Credentials that a function gave, as the binding takes them. */
function key({ accessKeyId, accessKeySecret, securityToken, expiresAt }: Credentials): native.Key {
  const key: native.Key = { accessKeyId, accessKeySecret }
  if (securityToken !== undefined) key.securityToken = securityToken
  if (expiresAt !== undefined) key.expiresAt = expiresAt.getTime()
  return key
}

/** A user's function as the binding can call it: it answers with a key or with a reason, and never throws. */
export class GuardedProvider {
  readonly #provider: CredentialsProvider
  #thrown: unknown

  constructor(provider: CredentialsProvider) {
    this.#provider = provider
  }

  readonly ask = async (): Promise<native.KeyAnswer> => {
    try {
      const given = key(checkGiven(await this.#provider()))
      this.#thrown = undefined
      return { key: given }
    } catch (error) {
      this.#thrown = error
      return { reason: String(error).replace(/\s+/g, ' '), passes: passes(error) }
    }
  }

  /** What the function threw when it was asked last, if it did. Nobody else gives this client credentials. */
  get thrown(): unknown {
    return this.#thrown
  }
}

/**
 * Checks what a function gave. What SDKs give has more keys than are needed here, so that an unknown one is refused only
 * where a known one is meant: without its token, a temporary key is refused by the service in words that help nobody.
 */
function checkGiven(given: Credentials): Credentials {
  const name = 'what the credentials function gave'
  const refuse: Refuse = (message, hint) => new TypeError(`${message}. ${hint}`)
  if (typeof given !== 'object' || given === null) {
    throw refuse(`${name} is no object`, 'Give { accessKeyId, accessKeySecret }.')
  }
  const known = Object.keys(CREDENTIALS.keys)
  for (const key of Object.keys(given)) {
    const meant = closest(key, known)
    if (meant !== undefined && meant !== key && !(meant in given)) {
      throw refuse(`${name} has a key ${key}`, `Did you mean ${meant}?`)
    }
  }
  const { accessKeyId, accessKeySecret, securityToken, expiresAt } = given
  const needed = { accessKeyId, accessKeySecret, securityToken, expiresAt }
  checkObject(needed, CREDENTIALS, { what: name, example: '{ accessKeyId, accessKeySecret }' }, refuse)
  return needed
}
