import type * as native from '../native/generated/binding.cjs'
import { checkObject, checkValue, described, type Key, type Refuse, refusing, text } from './checks.js'
import type { AnyCamsRoiError } from './errors.js'
import { bug } from './failure.js'
import { InvalidArgumentError } from './generated/errors.js'
import type { EnableManyOptions } from './generated/options.js'
import type { Waiting } from './outcomes.js'
import { OWN_CHANNEL } from './requests.js'
import type { Site } from './site.js'

/** A channel by its ID, with an ISV code where it needs one of its own. */
export interface Channel {
  /** The channel's ID (`cams-…`). */
  custSpaceId: string
  /** The code by which the ISV authorised the caller, where this channel needs another than the others. */
  isvCode?: string
}

/**
 * The channels to enable: IDs, or objects, in anything that can be iterated over; also such as become known one by one.
 * A string alone is not: its letters are what it iterates over.
 */
export type Channels = (Iterable<string | Channel> | AsyncIterable<string | Channel>) & { charAt?: never }

/** The same, but for such as become known one by one. */
export type KnownChannels = Iterable<string | Channel> & { charAt?: never }

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
  /** How many there are, each counted once; `undefined` where they become known one by one. */
  total: number | undefined
}

/** What becomes of each channel, as soon as it is known. Leaving the loop ends the calls that are under way. */
export interface EnableManyRun extends AsyncIterableIterator<ChannelOutcome> {
  /** How many channels there are, each counted once; `undefined` where they come one by one, or are not found yet. */
  readonly total: number | undefined
}

/** What became of one channel. */
export type ChannelOutcome = {
  /** The channel's ID. */
  custSpaceId: string
  /** The service's ID of the (last) request. */
  requestId?: string
  /** How many requests were sent for it. */
  attempts: number
  /** Whether an earlier run had enabled it, as the journal says. */
  resumed: boolean
  /**
   * Whether it was not called, because an error of other channels' calls had ended the run: this is that error. A later
   * run with the same journal calls it first.
   */
  notCalled: boolean
} & (
  | {
      /** Metrics are being collected. */
      status: 'enabled'
      /** There is none. */
      error?: never
    }
  | {
      /** Metrics are not being collected. */
      status: 'failed'
      /** Why not. */
      error: AnyCamsRoiError
    }
)

const CHANNEL = {
  custSpaceId: { kind: text, required: "Give the channel's ID as a string." },
  isvCode: { kind: text, strict: true },
} satisfies Record<keyof Channel, Key>

/** Refuses what cannot be iterated over, and what is known beforehand to hold something that is no channel. */
export function checkChannels(channels: Channels, site: Site): void {
  const refuse = refusing(InvalidArgumentError, site)
  const given: unknown = channels
  if (typeof given === 'string' || given instanceof String) {
    const hint = `For one channel, call enableWhatsappRoiMetric, or give a list: [${JSON.stringify(given)}].`
    throw refuse(`the channels are ${described(String(given))}`, hint)
  }
  const iterable = Object(given) as Partial<Iterable<unknown> & AsyncIterable<unknown>>
  if (typeof iterable[Symbol.iterator] !== 'function' && typeof iterable[Symbol.asyncIterator] !== 'function') {
    const hint = "Give the channels' IDs in an array, a set, or any other iterable or async iterable."
    throw refuse(`the channels are ${described(given)}`, hint)
  }
  if (isOfLines(iterable)) {
    const hint = 'Give readChannels(path), which reads the lists that people and spreadsheets write.'
    throw refuse('the channels are a stream of text or its lines', hint)
  }
  if (isList(channels)) {
    let number = 0
    for (const channel of channels) checkedChannel(channel, numbered(++number), refuse)
  }
}

/** Whether all channels are known, so that they can be gone through twice. */
export function isList(channels: unknown): channels is Iterable<string | Channel> {
  return Array.isArray(channels) || channels instanceof Set
}

/** Whether it is a file's stream, or readline's lines of one; a stream of objects may be one of IDs. */
function isOfLines(given: object): boolean {
  const { readableObjectMode, pipe, question } = given as Record<string, unknown>
  return (typeof pipe === 'function' && readableObjectMode === false) || typeof question === 'function'
}

/** What an error calls a channel: its number, from 1 on, is what a user finds it by. */
function numbered(number: number): string {
  return `channel number ${number}`
}

/** The channel that an element means, which errors call `what`. */
export function checkedChannel(channel: unknown, what: string, refuse: Refuse): Channel {
  if (typeof channel === 'string') {
    checkValue(channel, what, text, refuse)
    return { custSpaceId: channel }
  }
  if ((channel as unknown) === OWN_CHANNEL) {
    throw refuse(`${what} is OWN_CHANNEL`, 'Enable the own channel with enableWhatsappRoiMetric.')
  }
  const example = "its ID, or { custSpaceId: 'cams-…', isvCode: '…' }"
  checkObject(channel, { keys: CHANNEL }, { what, example, path: `${what}: ` }, refuse)
  return channel as Channel
}

/** A run of the binding over these channels. */
export function enableMany(
  begin: () => native.Bulk,
  waiting: Waiting,
  channels: Channels,
  options: EnableManyOptions,
  toError: (failure: native.Failure) => AnyCamsRoiError,
  site: Site,
): EnableManyRun {
  const total = totalOf(channels)
  return withTotal(outcomesOf(begin, waiting, channels, total, options, toError, site), () => total)
}

/** Has outcomes tell how many there will be. */
export function withTotal(
  outcomes: AsyncGenerator<ChannelOutcome, void, undefined>,
  total: () => number | undefined,
): EnableManyRun {
  return Object.defineProperty(outcomes, 'total', { get: total }) as typeof outcomes & EnableManyRun
}

/** Drives a run of the binding: feeds it with channels while its outcomes are taken. */
async function* outcomesOf(
  begin: () => native.Bulk,
  waiting: Waiting,
  channels: Channels,
  total: number | undefined,
  { signal, onProgress }: EnableManyOptions,
  toError: (failure: native.Failure) => AnyCamsRoiError,
  site: Site,
): AsyncGenerator<ChannelOutcome, void, undefined> {
  signal?.throwIfAborted()
  const bulk = begin()
  const close = () => bulk.close()
  signal?.addEventListener('abort', close, { once: true })
  const progress: EnableManyProgress = { done: 0, enabled: 0, failed: 0, resumed: 0, total }
  const fed = feed(bulk, waiting, channels, site)
  try {
    for (;;) {
      const next = await waiting.outcomeOf<native.ChannelOutcome | null>((ticket) => bulk.next(ticket))
      signal?.throwIfAborted()
      if ('err' in next) throw toError(next.err)
      if ('panicked' in next) throw bug(next.panicked, site)
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

/** Counts the channels of a list or a set; what else can be iterated over is not begun before its time. */
function totalOf(channels: Channels): number | undefined {
  if (!isList(channels)) return undefined
  const known: Iterable<string | Channel> = channels
  return new Set(Array.from(known, (channel) => (typeof channel === 'string' ? channel : channel.custSpaceId))).size
}

/** Gives the binding one channel after the other, as fast as it takes them; tells what the iteration threw. */
async function feed(
  bulk: native.Bulk,
  waiting: Waiting,
  channels: Channels,
  site: Site,
): Promise<{ error: unknown } | undefined> {
  const refuse = refusing(InvalidArgumentError, site)
  let number = 0
  try {
    for await (const channel of channels) {
      const { custSpaceId, isvCode } = checkedChannel(channel, numbered(++number), refuse)
      const added = await waiting.outcomeOf<boolean>((ticket) => bulk.add(ticket, custSpaceId, isvCode))
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
  { error, ...outcome }: native.ChannelOutcome,
  toError: (failure: native.Failure) => AnyCamsRoiError,
): ChannelOutcome {
  return error === undefined
    ? { ...outcome, status: 'enabled' }
    : { ...outcome, status: 'failed', error: toError(error) }
}
