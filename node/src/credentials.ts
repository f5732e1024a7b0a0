import type * as native from '../native/generated/binding.cjs'

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

/** Gives credentials. It is asked again before those that it gave expire, once for all calls that wait. */
export type CredentialsProvider = () => Credentials | Promise<Credentials>

/** Credentials, or where they come from. */
export type CredentialsSource = Credentials | CredentialsProvider

/** Credentials as the bridge takes them. */
export function key({ accessKeyId, accessKeySecret, securityToken, expiresAt }: Credentials): native.Key {
  const key: native.Key = { accessKeyId, accessKeySecret }
  if (securityToken != null) key.securityToken = securityToken
  if (expiresAt != null) key.expiresAt = Number(expiresAt)
  return key
}

/** A user's function as the bridge can call it: it answers with a key or with a reason, and never throws. */
export class GuardedProvider {
  readonly #provider: CredentialsProvider
  #thrown: { reason: string; error: unknown } | undefined

  constructor(provider: CredentialsProvider) {
    this.#provider = provider
  }

  readonly ask = async (): Promise<native.KeyAnswer> => {
    try {
      const given = await this.#provider()
      checkShape(given)
      this.#thrown = undefined
      return { key: key(given) }
    } catch (error) {
      const reason = String(error)
      this.#thrown = { reason, error }
      return { reason }
    }
  }

  /** What the function threw, if that is what `message` is about. */
  thrown(message: string): unknown {
    return this.#thrown !== undefined && message.includes(this.#thrown.reason) ? this.#thrown.error : undefined
  }
}

/** The bridge would refuse it too, but could not say whose mistake it is. */
function checkShape(given: unknown): asserts given is Credentials {
  const { accessKeyId, accessKeySecret, securityToken, expiresAt } = Object(given) as Partial<Credentials>
  if (typeof accessKeyId !== 'string' || typeof accessKeySecret !== 'string') {
    throw new TypeError('the credentials function must give { accessKeyId, accessKeySecret }, both texts')
  }
  if (securityToken != null && typeof securityToken !== 'string') {
    throw new TypeError('the securityToken that the credentials function gave is not a text')
  }
  if (expiresAt != null && Number.isNaN(Number(expiresAt))) {
    throw new TypeError('the expiresAt that the credentials function gave is not a time')
  }
}
