// The client's methods for the operations that have types of their own.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.

import { type Listing, type Local, type Operation, send, sendAll, sendLocal } from '../crossing.js'
import { here, type Site } from '../site.js'
import type {
  CollectedMetrics,
  CollectMetricsOptions,
  CollectMetricsRequest,
  EnableWhatsappRoiMetricOptions,
  EnableWhatsappRoiMetricRequest,
  EnableWhatsappRoiMetricResult,
  FindChannelsOptions,
  FindChannelsRequest,
  FoundChannel,
  GetChatappPhoneNumberMetricOptions,
  GetChatappPhoneNumberMetricRequest,
  GetChatappPhoneNumberMetricResult,
  GetChatappTemplateDetailOptions,
  GetChatappTemplateDetailRequest,
  GetChatappTemplateDetailResult,
  GetChatappTemplateMetricOptions,
  GetChatappTemplateMetricRequest,
  GetChatappTemplateMetricResult,
  GetWhatsappHealthStatusOptions,
  GetWhatsappHealthStatusRequest,
  GetWhatsappHealthStatusResult,
  Instance,
  ListChatappMessageOptions,
  ListChatappMessageRequest,
  ListChatappMessageResult,
  ListChatappTemplateOptions,
  ListChatappTemplateRequest,
  ListChatappTemplateResult,
  ListInstanceOptions,
  ListInstanceRequest,
  ListInstanceResult,
  MessageRecord,
  QueryChatappBindWabaOptions,
  QueryChatappBindWabaRequest,
  QueryChatappBindWabaResult,
  QueryChatappPhoneNumbersOptions,
  QueryChatappPhoneNumbersRequest,
  QueryChatappPhoneNumbersResult,
  QueryInstanceOptions,
  QueryInstanceRequest,
  QueryInstanceResult,
  Template,
} from './index.js'
import type { CallOptions, PagesOptions } from './options.js'
import {
  ALL_INSTANCES,
  ALL_MESSAGES,
  ALL_TEMPLATES,
  COLLECT_METRICS,
  ENABLE_WHATSAPP_ROI_METRIC,
  FIND_CHANNELS,
  GET_CHATAPP_PHONE_NUMBER_METRIC,
  GET_CHATAPP_TEMPLATE_DETAIL,
  GET_CHATAPP_TEMPLATE_METRIC,
  GET_WHATSAPP_HEALTH_STATUS,
  LIST_CHATAPP_MESSAGE,
  LIST_CHATAPP_TEMPLATE,
  LIST_INSTANCE,
  QUERY_CHATAPP_BIND_WABA,
  QUERY_CHATAPP_PHONE_NUMBERS,
  QUERY_INSTANCE,
} from './tables.js'

/** A method for each operation that has types of its own. */
export abstract class TypedOperations {
  protected abstract [send]<Request, Result>(
    operation: Operation<Request, Result>,
    request: Request,
    options: CallOptions,
    site: Site,
  ): Promise<Result>

  protected abstract [sendAll]<Request extends object, Result, Item>(
    listing: Listing<Request, Result, Item>,
    request: Partial<Request>,
    options: PagesOptions,
    site: Site,
  ): AsyncIterableIterator<Item>

  protected abstract [sendLocal]<Request extends object, Item>(
    local: Local<Request, Item>,
    request: Request,
    options: PagesOptions,
    site: Site,
  ): AsyncIterableIterator<Item>

  /**
   * Enables the sent, delivered, read and click metrics of a WhatsApp channel (`EnableWhatsappROIMetric`).
   *
   * The service begins to collect the metrics now; they appear a day later at the earliest. Messages sent before are
   * never counted. Calling it again for the same channel changes nothing.
   *
   * The service allows 5 calls per second for an account. The caller needs the RAM action
   * `cams:EnableWhatsappROIMetric`.
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
   * Reads how many messages of each phone number of a WhatsApp channel were sent and delivered
   * (`GetChatappPhoneNumberMetric`).
   *
   * The channel must have been enabled at least a day ago.
   *
   * The service allows 50 calls per second for an account. The caller needs the RAM action
   * `cams:GetChatappPhoneNumberMetric`.
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
   * Reads a message template in one language: its text, its buttons and its rating by Meta
   * (`GetChatappTemplateDetail`).
   *
   * Name the template by its code or by its name.
   *
   * The service allows 5 calls per second for an account. The caller needs the RAM action
   * `cams:GetChatappTemplateDetail`.
   *
   * @example
   * ```ts
   * await client.getChatappTemplateDetail({ custSpaceId: 'cams-emulator-1', language: 'en' })
   * ```
   */
  getChatappTemplateDetail(
    request: GetChatappTemplateDetailRequest,
    options: GetChatappTemplateDetailOptions = {},
  ): Promise<GetChatappTemplateDetailResult> {
    return this[send](
      GET_CHATAPP_TEMPLATE_DETAIL,
      request,
      options,
      here(TypedOperations.prototype.getChatappTemplateDetail),
    )
  }

  /**
   * Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
   * (`GetChatappTemplateMetric`).
   *
   * The channel must have been enabled at least a day ago.
   *
   * The service allows 50 calls per second for an account. The caller needs the RAM action
   * `cams:GetChatappTemplateMetric`.
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

  /**
   * Reads whether messages can be sent, and what prevents it (`GetWhatsappHealthStatus`).
   *
   * The service allows 5 calls per second for an account. The caller needs the RAM action
   * `cams:GetWhatsappHealthStatus`.
   *
   * @example
   * ```ts
   * await client.getWhatsappHealthStatus({ custSpaceId: 'cams-emulator-1', nodeType: 'phone' })
   * ```
   */
  getWhatsappHealthStatus(
    request: GetWhatsappHealthStatusRequest,
    options: GetWhatsappHealthStatusOptions = {},
  ): Promise<GetWhatsappHealthStatusResult> {
    return this[send](
      GET_WHATSAPP_HEALTH_STATUS,
      request,
      options,
      here(TypedOperations.prototype.getWhatsappHealthStatus),
    )
  }

  /**
   * Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
   *
   * The answer has no total: the last page is the one that is not full.
   *
   * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
   * the RAM action `cams:ListChatappMessage`.
   *
   * @example
   * ```ts
   * await client.listChatappMessage({
   *   custSpaceId: 'cams-emulator-1',
   *   businessNumber: '8613800000000',
   *   channelType: 'whatsapp',
   *   page: { index: 1, size: 50 },
   * })
   * ```
   */
  listChatappMessage(
    request: ListChatappMessageRequest,
    options: ListChatappMessageOptions = {},
  ): Promise<ListChatappMessageResult> {
    return this[send](LIST_CHATAPP_MESSAGE, request, options, here(TypedOperations.prototype.listChatappMessage))
  }

  /**
   * Gives all messages that `ListChatappMessage` lists, page by page. A page is fetched when its first item is asked
   * for. An error ends the loop.
   *
   * @example
   * ```ts
   * for await (const messageRecord of client.allMessages({ custSpaceId: 'cams-emulator-1', businessNumber: '8613800000000', channelType: 'whatsapp' })) {
   *   console.log(messageRecord)
   * }
   * ```
   */
  allMessages(
    request: Omit<ListChatappMessageRequest, 'page'>,
    options: PagesOptions = {},
  ): AsyncIterableIterator<MessageRecord> {
    return this[sendAll](ALL_MESSAGES, request, options, here(TypedOperations.prototype.allMessages))
  }

  /**
   * Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
   *
   * A template has a row for each of its languages.
   *
   * The service allows 5 calls per second for an account. The caller needs the RAM action `cams:ListChatappTemplate`.
   *
   * @example
   * ```ts
   * await client.listChatappTemplate({ custSpaceId: 'cams-emulator-1' })
   * ```
   */
  listChatappTemplate(
    request: ListChatappTemplateRequest,
    options: ListChatappTemplateOptions = {},
  ): Promise<ListChatappTemplateResult> {
    return this[send](LIST_CHATAPP_TEMPLATE, request, options, here(TypedOperations.prototype.listChatappTemplate))
  }

  /**
   * Gives all templates that `ListChatappTemplate` lists, page by page. A page is fetched when its first item is
   * asked for. An error ends the loop.
   *
   * @example
   * ```ts
   * for await (const template of client.allTemplates({ custSpaceId: 'cams-emulator-1' })) {
   *   console.log(template)
   * }
   * ```
   */
  allTemplates(
    request: Omit<ListChatappTemplateRequest, 'page'>,
    options: PagesOptions = {},
  ): AsyncIterableIterator<Template> {
    return this[sendAll](ALL_TEMPLATES, request, options, here(TypedOperations.prototype.allTemplates))
  }

  /**
   * Lists the account's channels, a page at a time (`ListInstance`).
   *
   * The list has a direct customer's channels and those of an ISV's sub-customers.
   *
   * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
   * the RAM action `cams:ListInstance`.
   *
   * @example
   * ```ts
   * await client.listInstance({})
   * ```
   */
  listInstance(request: ListInstanceRequest = {}, options: ListInstanceOptions = {}): Promise<ListInstanceResult> {
    return this[send](LIST_INSTANCE, request, options, here(TypedOperations.prototype.listInstance))
  }

  /**
   * Gives all instances that `ListInstance` lists, page by page. A page is fetched when its first item is asked for.
   * An error ends the loop.
   *
   * @example
   * ```ts
   * for await (const instance of client.allInstances()) {
   *   console.log(instance)
   * }
   * ```
   */
  allInstances(
    request: Omit<ListInstanceRequest, 'pageIndex' | 'pageSize'> = {},
    options: PagesOptions = {},
  ): AsyncIterableIterator<Instance> {
    return this[sendAll](ALL_INSTANCES, request, options, here(TypedOperations.prototype.allInstances))
  }

  /**
   * Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
   *
   * The service allows 10 calls per second for an account. The caller needs the RAM action
   * `cams:QueryChatappBindWaba`.
   *
   * @example
   * ```ts
   * await client.queryChatappBindWaba({ custSpaceId: 'cams-emulator-1' })
   * ```
   */
  queryChatappBindWaba(
    request: QueryChatappBindWabaRequest,
    options: QueryChatappBindWabaOptions = {},
  ): Promise<QueryChatappBindWabaResult> {
    return this[send](QUERY_CHATAPP_BIND_WABA, request, options, here(TypedOperations.prototype.queryChatappBindWaba))
  }

  /**
   * Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
   *
   * The service allows 10 calls per second for an account. The caller needs the RAM action
   * `cams:QueryChatappPhoneNumbers`.
   *
   * @example
   * ```ts
   * await client.queryChatappPhoneNumbers({ custSpaceId: 'cams-emulator-1' })
   * ```
   */
  queryChatappPhoneNumbers(
    request: QueryChatappPhoneNumbersRequest,
    options: QueryChatappPhoneNumbersOptions = {},
  ): Promise<QueryChatappPhoneNumbersResult> {
    return this[send](
      QUERY_CHATAPP_PHONE_NUMBERS,
      request,
      options,
      here(TypedOperations.prototype.queryChatappPhoneNumbers),
    )
  }

  /**
   * Reads the details of one channel (`QueryInstance`).
   *
   * The channel's state and its `CustSpaceId` are only in the list of `ListInstance`.
   *
   * The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
   * the RAM action `cams:QueryInstance`.
   *
   * @example
   * ```ts
   * await client.queryInstance({ instanceId: 'cams-emulator-1' })
   * ```
   */
  queryInstance(request: QueryInstanceRequest, options: QueryInstanceOptions = {}): Promise<QueryInstanceResult> {
    return this[send](QUERY_INSTANCE, request, options, here(TypedOperations.prototype.queryInstance))
  }

  /**
   * Reads the metrics of many channels: their phone numbers, and their marketing templates in each language.
   *
   * For each channel, this finds the phone numbers (`QueryChatappPhoneNumbers`) and the marketing templates in each
   * of their languages (`ListChatappTemplate`: category `MARKETING`, audit status `pass`), and reads the metrics of
   * each. Each query yields a result of its own as soon as it is there. If a query fails, its result has the error,
   * and the others continue. Operations run side by side, each at the full speed of its own limit. Without channels
   * and targets, every channel that {@link findChannels} finds is read. Give the time as `days`, or as `start` and
   * `end`.
   *
   * Results come in the order in which queries end. Leaving the loop ends the calls that are under way. An error that
   * concerns the account as a whole, or the journal, ends the loop.
   *
   * @example
   * ```ts
   * for await (const result of client.collectMetrics({ days: '7d' })) {
   *   console.log(result)
   * }
   * ```
   */
  collectMetrics(
    request: CollectMetricsRequest = {},
    options: CollectMetricsOptions = {},
  ): AsyncIterableIterator<CollectedMetrics> {
    return this[sendLocal](COLLECT_METRICS, request, options, here(TypedOperations.prototype.collectMetrics))
  }

  /**
   * Finds the account's WhatsApp channels, all pages of them.
   *
   * Asks `ListInstance` for channels of the type `whatsapp`, and returns each with the ID that other operations
   * expect: its `CustSpaceId` if it has one, else its instance ID. Channels of another type are left out.
   *
   * A page is fetched when its first item is asked for. An error ends the loop.
   *
   * @example
   * ```ts
   * for await (const channel of client.findChannels({ name: 'shop' })) {
   *   console.log(channel)
   * }
   * ```
   */
  findChannels(
    request: FindChannelsRequest = {},
    options: FindChannelsOptions = {},
  ): AsyncIterableIterator<FoundChannel> {
    return this[sendLocal](FIND_CHANNELS, request, options, here(TypedOperations.prototype.findChannels))
  }
}
