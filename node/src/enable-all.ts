import { callable, checkValue, refusing } from './checks.js'
import { type ChannelOutcome, type Channels, type EnableManyRun, withTotal } from './enable-many.js'
import { InvalidArgumentError } from './generated/errors.js'
import type { FindChannelsRequest, FoundChannel } from './generated/index.js'
import { FIND_CHANNELS } from './generated/tables.js'
import type { Site } from './site.js'

/** Which of the account's channels are enabled; all of them where nothing is said. */
export interface EnableAllRequest extends FindChannelsRequest {
  /**
   * Says of each channel that was found whether it is to be enabled. What it throws ends the run before any channel is
   * enabled.
   */
  where?: Where
}

type Where = (channel: FoundChannel) => boolean | Promise<boolean>

/** Refuses what cannot be meant, before anything is sent. */
export function checkEnableAll(request: EnableAllRequest, site: Site): void {
  if (typeof request === 'object' && request !== null && 'where' in request) {
    const { where, ...wanted } = request
    // Without a value it would enable everything, which nobody meant who gave it.
    const hint = 'Give where as a function that takes a channel, or leave the key out.'
    checkValue(where, 'where', callable, refusing(InvalidArgumentError, site), hint)
    FIND_CHANNELS.check(wanted, site)
  } else {
    FIND_CHANNELS.check(request, site)
  }
}

/** Enables the channels that are found and wanted, once all of them are known. */
export function enableAll(
  found: AsyncIterable<FoundChannel>,
  where: Where | undefined,
  begin: (channels: Channels) => EnableManyRun,
): EnableManyRun {
  let run: EnableManyRun | undefined
  async function* outcomes(): AsyncGenerator<ChannelOutcome, void, undefined> {
    const channels: string[] = []
    for await (const channel of found) {
      if (where === undefined || (await where(channel))) channels.push(channel.custSpaceId)
    }
    run = begin(channels)
    yield* run
  }
  return withTotal(outcomes(), () => run?.total)
}
