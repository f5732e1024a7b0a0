import type * as native from '../native/generated/binding.cjs'
import type { CamsRoiError } from './errors.js'
import { InvalidArgumentError } from './errors.js'
import type { CallOptions } from './options.js'

/** A channel to enable. */
export interface Space {
  /** The channel's ID (`cams-…`). */
  custSpaceId: string
  /** The code by which the ISV authorised the caller, where this channel needs another than the others. */
  isvCode?: string | undefined
}

/** The channels to enable: IDs, or objects, in anything that can be iterated over; also such as become known one by one. */
export type Spaces = Iterable<string | Space> | AsyncIterable<string | Space>

/** How many channels are enabled. `timeoutMs` and `maxAttempts` are those of each call. */
export interface EnableManyOptions extends CallOptions {
  /** The code by which the ISV authorised the caller, for every channel that has none of its own. */
  isvCode?: string | undefined
  /** A file that every outcome is recorded in. Channels that it records as enabled are not called again. */
  journal?: string | undefined
  /** How many calls may be under way at once; by default as many as the rate limit allows in a second. */
  concurrency?: number | undefined
  /** Is told how far the run is, before each outcome is given. What it throws ends the run, and is thrown in the loop. */
  onProgress?: ((progress: EnableManyProgress) => void) | undefined
}

/** How far a run is. */
export interface EnableManyProgress {
  /** Channels whose outcome is known. */
  done: number
  /** Those that are enabled. */
  enabled: number
  /** Those that are not. */
  failed: number
  /** Those that an earlier run had enabled, as the journal says; they are among the enabled ones. */
  resumed: number
}

/** What became of one channel. */
export type SpaceOutcome = {
  /** The channel's ID. */
  custSpaceId: string
  /** The service's ID of the (last) request. */
  requestId?: string
  /** How many requests were sent for it. */
  attempts: number
  /** Whether an earlier run had enabled it, as the journal says. */
  resumed: boolean
} & (
  | {
      /** Figures are being collected. */
      status: 'enabled'
      /** There is none. */
      error?: never
    }
  | {
      /** Figures are not being collected. */
      status: 'failed'
      /** Why not. */
      error: CamsRoiError
    }
)

/** Drives a run of the bridge: feeds it with channels while its outcomes are taken. */
export async function* enableMany(
  begin: () => native.Bulk,
  spaces: Spaces,
  { signal, onProgress }: EnableManyOptions,
  toError: (failure: native.Failure) => CamsRoiError,
): AsyncGenerator<SpaceOutcome, void, undefined> {
  signal?.throwIfAborted()
  const bulk = begin()
  const close = () => bulk.close()
  signal?.addEventListener('abort', close, { once: true })
  const progress: EnableManyProgress = { done: 0, enabled: 0, failed: 0, resumed: 0 }
  const fed = feed(bulk, spaces)
  try {
    for (;;) {
      const next = await bulk.next()
      signal?.throwIfAborted()
      if ('err' in next) throw toError(next.err)
      if (!('ok' in next) || next.ok === null) break
      const outcome = outcomeOf(next.ok, toError)
      progress.done += 1
      progress[outcome.status] += 1
      if (outcome.resumed) progress.resumed += 1
      onProgress?.({ ...progress })
      yield outcome
      signal?.throwIfAborted()
    }
    // What the user's own channels threw, after the outcomes of those that came before.
    const thrown = await fed
    if (thrown !== undefined) throw thrown.error
  } finally {
    signal?.removeEventListener('abort', close)
    bulk.close()
  }
}

/** Gives the bridge one channel after the other, as fast as it takes them; tells what the iteration threw. */
async function feed(bulk: native.Bulk, spaces: Spaces): Promise<{ error: unknown } | undefined> {
  try {
    for await (const space of spaces) {
      const { custSpaceId, isvCode } = typeof space === 'string' ? { custSpaceId: space } : Object(space)
      if (typeof custSpaceId !== 'string') {
        throw new InvalidArgumentError('a channel has no custSpaceId', {
          hint: 'Give each channel as its ID, or as { custSpaceId, isvCode }.',
        })
      }
      const added = await bulk.add(custSpaceId, isvCode)
      if (!('ok' in added) || !added.ok) break
    }
    return undefined
  } catch (error) {
    return { error }
  } finally {
    bulk.finish()
  }
}

function outcomeOf(
  { error, ...outcome }: native.SpaceOutcome,
  toError: (failure: native.Failure) => CamsRoiError,
): SpaceOutcome {
  return error === undefined
    ? { ...outcome, status: 'enabled' }
    : { ...outcome, status: 'failed', error: toError(error) }
}
