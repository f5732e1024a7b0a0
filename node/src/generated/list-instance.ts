// `ListInstance`.
//
// Written by `cargo xtask generate` from `model/operations/ListInstance.toml`; do not edit.

import type { CallOptions } from './options.js'

/**
 * What is asked of `ListInstance`. A key whose value is `undefined` or `null` is refused, and so is one that is none
 * of these.
 */
export interface ListInstanceRequest {
  /** The page's number, from 1. The service documents no default. */
  pageIndex?: number
  /** The number of channels of a page. The service documents neither a default nor a maximum. */
  pageSize?: number
  /** Only channels of this kind. */
  channelType?: 'whatsapp' | 'messenger' | 'instagram' | 'viber' | (string & {})
  /** Only the channel with this instance ID. */
  instanceId?: string
  /** Only channels with this name. */
  instanceName?: string
  /** A text to look for. The service does not document where it looks. */
  filterStr?: string
  /** Only channels of this resource group. */
  resourceGroupId?: string
  /** When the channel was applied for, as `2023-12-12 00:00:00`. The service does not document the time zone. */
  submitTime?: string
}

/** What one call of `ListInstance` does differently. */
export type ListInstanceOptions = CallOptions

/** The answer to `ListInstance`. */
export interface ListInstanceResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The channels of this page; empty after the last page. */
  instances: Instance[]
  /** The number of channels on all pages. */
  totalCount?: number
}

/** A channel, as the list shows it. */
export interface Instance {
  /** The instance's ID. */
  instanceId: string
  /** The channel's ID, which other operations expect. If it is absent, they expect the instance ID. */
  custSpaceId?: string
  /** The channel's name. */
  instanceName: string
  /** What the owner wrote about it. */
  instanceDescription?: string
  /** What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or upper case. */
  channelType: string
  /** The state, such as `published`. The service documents no list of states. */
  state: string
  /** When it was applied for, as the service writes it. It documents neither format nor time zone. */
  submitTime?: string
  /** The country, such as `CN`. */
  countryId?: string
  /** The owner's mail address. */
  contactMail?: string
  /** The owner's postal address. */
  officeAddress?: string
  /** The ID of the owner's Meta business account. */
  facebookBmId?: string
  /** The URL of an ISV's signed terms. */
  isvTerms?: string
  /** The resource group. */
  resourceGroupId?: string
  /** The region. */
  resourceRegionId?: string
}
