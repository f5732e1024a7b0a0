import type * as native from '../native/generated/binding.cjs'
import { checkValue, refusing, text } from './checks.js'
import type { Channel } from './enable-many.js'
import { bug, errorOf } from './failure.js'
import { InvalidArgumentError } from './generated/errors.js'
import { binding } from './native.js'
import { at, here, type Site } from './site.js'

/**
 * Reads a list of channels: a file with an ID on each line, or CSV whose header names the column, as spreadsheets save
 * it. It is read as it is iterated over, so that it may be as long as it likes, and can be given to
 * {@link Client.enableMany} as it is.
 *
 * @example
 * ```ts
 * for await (const outcome of client.enableMany(readChannels('channels.csv'))) console.log(outcome)
 * ```
 * @throws {@link ConfigurationError} where the file cannot be read, and, while it is read, {@link InvalidArgumentError}
 * that says which line is wrong, and how.
 */
export function readChannels(path: string): IterableIterator<Channel> {
  const site = here(readChannels)
  checkValue(path, 'path', text, refusing(InvalidArgumentError, site), "Give the file's path as a string.")
  return channelsOf(settled(binding.openChannels(path), site), site)
}

function* channelsOf(reader: native.ChannelReader, site: Site): Generator<Channel, void, undefined> {
  for (;;) {
    const batch = settled(reader.nextBatch(), site)
    if (batch.length === 0) return
    yield* batch
  }
}

function settled<T>(outcome: native.Outcome<T>, site: Site): T {
  if ('ok' in outcome) return outcome.ok
  if ('err' in outcome) throw at(site, errorOf(outcome.err))
  throw bug('panicked' in outcome ? outcome.panicked : 'cancelled by nobody', site)
}
