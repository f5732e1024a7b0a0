// `QueryInstance`.
//
// Written by `cargo xtask generate` from `model/operations/QueryInstance.toml`; do not edit.

import type { CallOptions } from './options.js'

/**
 * What is asked of `QueryInstance`. A key whose value is `undefined` or `null` is refused, and so is one that is none
 * of these.
 */
export interface QueryInstanceRequest {
  /** The instance's ID. */
  instanceId: string
}

/** What one call of `QueryInstance` does differently. */
export type QueryInstanceOptions = CallOptions

/** The answer to `QueryInstance`. */
export interface QueryInstanceResult {
  /** The service's ID of the request. */
  requestId?: string
  /** The channel. */
  instance: InstanceDetail
}

/** A channel, as the query shows it. */
export interface InstanceDetail {
  /** The instance's ID. */
  instanceId: string
  /** The channel's name. */
  instanceName: string
  /** What the owner wrote about it. */
  instanceDescription?: string
  /** What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or upper case. */
  channelType: string
  /** The kind of customer, such as `01`. The service does not document what that means. */
  custType?: string
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
