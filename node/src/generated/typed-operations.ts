// The client's methods for the operations that have types of their own.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.

import { type Operation, send } from '../crossing.js'
import { here, type Site } from '../site.js'
import type {
  EnableWhatsappRoiMetricOptions,
  EnableWhatsappRoiMetricRequest,
  EnableWhatsappRoiMetricResult,
  GetChatappPhoneNumberMetricOptions,
  GetChatappPhoneNumberMetricRequest,
  GetChatappPhoneNumberMetricResult,
  GetChatappTemplateMetricOptions,
  GetChatappTemplateMetricRequest,
  GetChatappTemplateMetricResult,
} from './index.js'
import type { CallOptions } from './options.js'
import { ENABLE_WHATSAPP_ROI_METRIC, GET_CHATAPP_PHONE_NUMBER_METRIC, GET_CHATAPP_TEMPLATE_METRIC } from './tables.js'

/** A method for each operation that has types of its own. */
export abstract class TypedOperations {
  protected abstract [send]<Request, Result>(
    operation: Operation<Request, Result>,
    request: Request,
    options: CallOptions,
    site: Site,
  ): Promise<Result>

  /**
   * Switches on the collection of sent, delivered, read and click metrics for a WhatsApp channel
   * (`EnableWhatsappROIMetric`).
   *
   * Data shows up a day later at the earliest, and what was sent before is never counted. Calling it again for the
   * same channel changes nothing.
   *
   * The service allows 5 calls a second for an account.
   *
   * @example
   * ```ts
   * await client.enableWhatsappRoiMetric({ custSpaceId: 'cams-emulator-1' })
   * ```
   */
  enableWhatsappRoiMetric(
    request: EnableWhatsappRoiMetricRequest,
    options: EnableWhatsappRoiMetricOptions = {},
  ): Promise<EnableWhatsappRoiMetricResult> {
    return this[send](
      ENABLE_WHATSAPP_ROI_METRIC,
      request,
      options,
      here(TypedOperations.prototype.enableWhatsappRoiMetric),
    )
  }

  /**
   * Reads how many messages each phone number of a WhatsApp channel sent and had delivered
   * (`GetChatappPhoneNumberMetric`).
   *
   * The channel must have been enabled a day ago or longer.
   *
   * The service allows 50 calls a second for an account.
   *
   * @example
   * ```ts
   * await client.getChatappPhoneNumberMetric({
   *   custSpaceId: 'cams-emulator-1',
   *   start: new Date('2026-11-01T00:00:00Z'),
   *   end: new Date('2026-11-08T00:00:00Z'),
   * })
   * ```
   */
  getChatappPhoneNumberMetric(
    request: GetChatappPhoneNumberMetricRequest,
    options: GetChatappPhoneNumberMetricOptions = {},
  ): Promise<GetChatappPhoneNumberMetricResult> {
    return this[send](
      GET_CHATAPP_PHONE_NUMBER_METRIC,
      request,
      options,
      here(TypedOperations.prototype.getChatappPhoneNumberMetric),
    )
  }

  /**
   * Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
   * (`GetChatappTemplateMetric`).
   *
   * The channel must have been enabled a day ago or longer.
   *
   * The service allows 50 calls a second for an account.
   *
   * @example
   * ```ts
   * await client.getChatappTemplateMetric({
   *   custSpaceId: 'cams-emulator-1',
   *   templateCode: '744c4b5c79c9432497a075bdfca36bf5',
   *   start: new Date('2026-11-01T00:00:00Z'),
   *   end: new Date('2026-11-08T00:00:00Z'),
   * })
   * ```
   */
  getChatappTemplateMetric(
    request: GetChatappTemplateMetricRequest,
    options: GetChatappTemplateMetricOptions = {},
  ): Promise<GetChatappTemplateMetricResult> {
    return this[send](
      GET_CHATAPP_TEMPLATE_METRIC,
      request,
      options,
      here(TypedOperations.prototype.getChatappTemplateMetric),
    )
  }
}
