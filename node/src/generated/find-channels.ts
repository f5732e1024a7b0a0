// `findChannels`.
//
// Written by `cargo xtask generate` from `model/operations/FindChannels.toml`; do not edit.

import type { PagesOptions } from './options.js'

/**
 * What is asked of `findChannels`. A key whose value is `undefined` or `null` is refused, and so is one that is none
 * of these.
 */
export interface FindChannelsRequest {
  /** Only channels whose name contains this text, in any letter case. */
  name?: string
  /** Only channels in this state, in any letter case. The service's sample is `published`; it documents no list. */
  state?: string
  /** Only channels of this region, in any letter case. */
  region?: string
}

/** What the calls of `findChannels` do differently, and where it ends. */
export type FindChannelsOptions = Omit<PagesOptions, 'pageSize'>

/** A WhatsApp channel of the account. */
export interface FoundChannel {
  /** The channel's ID, which other operations expect. */
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
