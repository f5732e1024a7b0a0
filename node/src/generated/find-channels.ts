// `findChannels`.
//
// Written by `cargo xtask generate` from `model/operations/FindChannels.toml`; do not edit.

import type { PagesOptions } from './options.js'

/**
 * What is asked of `findChannels`. A key whose value is `undefined` or `null` is refused, and so is one that is none
 * of these.
 */
export interface FindChannelsRequest {
  /** Channels whose name has this text in it, in any letter case. */
  name?: string
  /** Channels in this state alone, in any letter case. The service's sample is `published`; it documents no list. */
  state?: string
  /** Channels of this region alone, in any letter case. */
  region?: string
}

/** What the calls of `findChannels` do differently, and where it ends. */
export type FindChannelsOptions = Omit<PagesOptions, 'pageSize'>

/** A WhatsApp channel of the account. */
export interface FoundChannel {
  /** The ID by which other operations know the channel: its space's, else its instance's. */
  custSpaceId: string
  /** The instance's ID. */
  instanceId: string
  /** The channel's name. */
  name: string
  /** The channel's state, for example `published`. */
  state: string
  /** The region of its resources. */
  region: string
}
