// How requests, answers and options are checked, and how they cross the binding. All of it is one module, since each one costs time where the package is loaded.
//
// Written by `cargo xtask generate` from `model`; do not edit.

import * as checks from '../checks.js'
import { credentialsSource } from '../credentials.js'
import {
  accessDeniedDetail,
  channel,
  channels,
  count,
  error,
  flag,
  id,
  type Listing,
  list,
  local,
  map,
  number,
  operation,
  optional,
  record,
  text,
  time,
} from '../crossing.js'
import { logLevel } from '../logger.js'
import type {
  ButtonClicks,
  CardButton,
  CardComponent,
  CollectedMetrics,
  CollectMetricsRequest,
  CollectProgress,
  EnableWhatsappRoiMetricRequest,
  EnableWhatsappRoiMetricResult,
  FindChannelsRequest,
  FoundChannel,
  GetChatappPhoneNumberMetricRequest,
  GetChatappPhoneNumberMetricResult,
  GetChatappTemplateDetailRequest,
  GetChatappTemplateDetailResult,
  GetChatappTemplateMetricRequest,
  GetChatappTemplateMetricResult,
  GetWhatsappHealthStatusRequest,
  GetWhatsappHealthStatusResult,
  Health,
  HealthEntity,
  HealthProblem,
  Instance,
  InstanceDetail,
  ListChatappMessageRequest,
  ListChatappMessageResult,
  ListChatappTemplateRequest,
  ListChatappTemplateResult,
  ListInstanceRequest,
  ListInstanceResult,
  MessageRecord,
  MetricsRow,
  MetricsTarget,
  Page,
  PhoneNumber,
  PhoneNumberMetric,
  QueryChatappBindWabaRequest,
  QueryChatappBindWabaResult,
  QueryChatappPhoneNumbersRequest,
  QueryChatappPhoneNumbersResult,
  QueryInstanceRequest,
  QueryInstanceResult,
  Template,
  TemplateApp,
  TemplateButton,
  TemplateCard,
  TemplateComponent,
  TemplateDetail,
  TemplateMetric,
  TemplateNextStep,
  Waba,
} from './index.js'
import type {
  CallOptions,
  ClientOptions,
  EnableManyOptions,
  JsonCallOptions,
  PagesOptions,
  RawCallOptions,
} from './options.js'

const PAGE = record<Page>({
  index: count,
  size: count,
})

const BUTTON_CLICKS = record<ButtonClicks>({
  buttonContent: text,
  type: text,
  count: count,
})

export const ENABLE_WHATSAPP_ROI_METRIC = operation<EnableWhatsappRoiMetricRequest, EnableWhatsappRoiMetricResult>({
  name: 'EnableWhatsappROIMetric',
  request: {
    custSpaceId: channel,
    isvCode: optional(id),
  },
  result: {
    requestId: optional(text),
    message: optional(text),
    accessDeniedDetail: optional(accessDeniedDetail),
  },
})

const PHONE_NUMBER_METRIC = record<PhoneNumberMetric>({
  phoneNumber: text,
  granularity: optional(text),
  start: time,
  end: time,
  sentCount: count,
  deliveredCount: count,
})

export const GET_CHATAPP_PHONE_NUMBER_METRIC = operation<
  GetChatappPhoneNumberMetricRequest,
  GetChatappPhoneNumberMetricResult
>({
  name: 'GetChatappPhoneNumberMetric',
  request: {
    start: time,
    end: time,
    granularity: optional(text),
    phoneNumber: optional(id),
    custSpaceId: channel,
    isvCode: optional(id),
  },
  result: {
    requestId: optional(text),
    data: list(PHONE_NUMBER_METRIC),
  },
})

const TEMPLATE_APP = record<TemplateApp>({
  packageName: text,
  signatureHash: text,
})

const TEMPLATE_NEXT_STEP = record<TemplateNextStep>({
  action: optional(text),
  intentCode: optional(text),
  nextTemplateCode: optional(text),
  nextTemplateName: optional(text),
  nextLanguageCode: optional(text),
})

const TEMPLATE_BUTTON = record<TemplateButton>({
  buttonType: text,
  text: text,
  url: optional(text),
  urlType: optional(text),
  phoneNumber: optional(text),
  couponCode: optional(text),
  flowId: optional(text),
  flowAction: optional(text),
  navigateScreen: optional(text),
  autofillText: optional(text),
  packageName: optional(text),
  signatureHash: optional(text),
  supportedApps: list(TEMPLATE_APP),
  isOptOut: optional(flag),
  nextStep: optional(TEMPLATE_NEXT_STEP),
})

const CARD_BUTTON = record<CardButton>({
  buttonType: text,
  text: text,
  url: optional(text),
  urlType: optional(text),
  phoneNumber: optional(text),
})

const CARD_COMPONENT = record<CardComponent>({
  componentType: text,
  format: optional(text),
  text: optional(text),
  url: optional(text),
  buttons: list(CARD_BUTTON),
})

const TEMPLATE_CARD = record<TemplateCard>({
  components: list(CARD_COMPONENT),
})

const TEMPLATE_COMPONENT = record<TemplateComponent>({
  componentType: text,
  format: optional(text),
  text: optional(text),
  url: optional(text),
  caption: optional(text),
  fileName: optional(text),
  fileType: optional(text),
  thumbUrl: optional(text),
  duration: optional(count),
  latitude: optional(text),
  longitude: optional(text),
  locationName: optional(text),
  locationAddress: optional(text),
  addSecretRecommendation: optional(flag),
  codeExpirationMinutes: optional(count),
  hasExpiration: optional(flag),
  offerExpirationTimeMs: optional(text),
  buttons: list(TEMPLATE_BUTTON),
  cards: list(TEMPLATE_CARD),
})

const TEMPLATE_DETAIL = record<TemplateDetail>({
  templateCode: text,
  templateName: text,
  language: text,
  category: text,
  auditStatus: text,
  reason: optional(text),
  templateType: text,
  qualityScore: text,
  allowSend: optional(flag),
  categoryChangePaused: optional(flag),
  messageSendTtlSeconds: optional(count),
  productSetId: optional(text),
  examples: map(text),
  components: list(TEMPLATE_COMPONENT),
})

export const GET_CHATAPP_TEMPLATE_DETAIL = operation<GetChatappTemplateDetailRequest, GetChatappTemplateDetailResult>({
  name: 'GetChatappTemplateDetail',
  request: {
    custSpaceId: channel,
    language: id,
    templateCode: optional(id),
    templateName: optional(id),
    templateType: optional(id),
    isvCode: optional(id),
  },
  result: {
    requestId: optional(text),
    template: TEMPLATE_DETAIL,
  },
})

const TEMPLATE_METRIC = record<TemplateMetric>({
  templateCode: text,
  language: text,
  start: time,
  end: time,
  sentCount: count,
  deliveredCount: count,
  readCount: count,
  clicks: list(BUTTON_CLICKS),
})

export const GET_CHATAPP_TEMPLATE_METRIC = operation<GetChatappTemplateMetricRequest, GetChatappTemplateMetricResult>({
  name: 'GetChatappTemplateMetric',
  request: {
    templateCode: id,
    start: time,
    end: time,
    language: optional(id),
    granularity: optional(text),
    templateType: optional(id),
    custSpaceId: channel,
    isvCode: optional(id),
  },
  result: {
    requestId: optional(text),
    data: list(TEMPLATE_METRIC),
  },
})

const HEALTH_PROBLEM = record<HealthProblem>({
  errorCode: text,
  errorDescription: text,
  possibleSolution: optional(text),
})

const HEALTH_ENTITY = record<HealthEntity>({
  entityType: text,
  canSendMessage: text,
  businessId: optional(text),
  phoneNumber: optional(text),
  templateCode: optional(text),
  language: optional(text),
  wabaId: optional(text),
  errors: list(HEALTH_PROBLEM),
})

const HEALTH = record<Health>({
  canSendMessage: text,
  entities: list(HEALTH_ENTITY),
})

export const GET_WHATSAPP_HEALTH_STATUS = operation<GetWhatsappHealthStatusRequest, GetWhatsappHealthStatusResult>({
  name: 'GetWhatsappHealthStatus',
  request: {
    custSpaceId: channel,
    nodeType: text,
    phoneNumber: optional(id),
    templateCode: optional(id),
    language: optional(id),
    wabaId: optional(id),
  },
  result: {
    requestId: optional(text),
    health: HEALTH,
  },
})

const MESSAGE_RECORD = record<MessageRecord>({
  messageId: text,
  uniqueMessageId: optional(text),
  conversationId: optional(text),
  businessNumber: text,
  userNumber: text,
  channelType: text,
  eventAction: text,
  eventActionName: optional(text),
  messageStatus: optional(text),
  messageStatusName: optional(text),
  clientAcceptStatusName: optional(text),
  clientReadStatus: optional(text),
  clientReadStatusName: optional(text),
  failReason: optional(text),
  failBackFlag: optional(text),
  failBackContent: optional(text),
  templateCode: optional(text),
  templateName: optional(text),
  languageCode: optional(text),
  message: optional(text),
  messageType: optional(text),
  messageTypeName: optional(text),
  messageSource: optional(text),
  kind: optional(text),
  month: optional(text),
  sendTime: optional(time),
})

export const LIST_CHATAPP_MESSAGE = operation<ListChatappMessageRequest, ListChatappMessageResult>({
  name: 'ListChatappMessage',
  request: {
    custSpaceId: channel,
    businessNumber: id,
    channelType: id,
    page: PAGE,
    startTime: optional(time),
    endTime: optional(time),
    eventAction: optional(id),
    messageStatus: optional(id),
    clientAcceptStatus: optional(id),
    templateCode: optional(id),
    groupMessageId: optional(id),
    userNumber: optional(id),
  },
  result: {
    requestId: optional(text),
    messages: list(MESSAGE_RECORD),
  },
})

export const ALL_MESSAGES: Listing<ListChatappMessageRequest, ListChatappMessageResult, MessageRecord> = {
  ...LIST_CHATAPP_MESSAGE,
  page: (size) => ({ page: { index: 1, size } }),
  items: ({ messages }) => messages,
  pageSize: 50,
}

const TEMPLATE = record<Template>({
  templateCode: text,
  templateName: text,
  language: text,
  category: text,
  auditStatus: text,
  reason: optional(text),
  templateType: text,
  lastUpdateTime: optional(time),
})

export const LIST_CHATAPP_TEMPLATE = operation<ListChatappTemplateRequest, ListChatappTemplateResult>({
  name: 'ListChatappTemplate',
  request: {
    custSpaceId: channel,
    isvCode: optional(id),
    page: optional(PAGE),
    name: optional(text),
    code: optional(id),
    language: optional(id),
    category: optional(id),
    auditStatus: optional(id),
    templateType: optional(id),
  },
  result: {
    requestId: optional(text),
    templates: list(TEMPLATE),
    total: optional(count),
  },
})

export const ALL_TEMPLATES: Listing<ListChatappTemplateRequest, ListChatappTemplateResult, Template> = {
  ...LIST_CHATAPP_TEMPLATE,
  page: (size) => ({ page: { index: 1, size } }),
  items: ({ templates }) => templates,
  pageSize: 50,
}

const INSTANCE = record<Instance>({
  instanceId: text,
  custSpaceId: optional(text),
  instanceName: text,
  instanceDescription: optional(text),
  channelType: text,
  state: text,
  submitTime: optional(text),
  countryId: optional(text),
  contactMail: optional(text),
  officeAddress: optional(text),
  facebookBmId: optional(text),
  isvTerms: optional(text),
  resourceGroupId: optional(text),
  resourceRegionId: optional(text),
})

export const LIST_INSTANCE = operation<ListInstanceRequest, ListInstanceResult>({
  name: 'ListInstance',
  request: {
    pageIndex: optional(count),
    pageSize: optional(count),
    channelType: optional(id),
    instanceId: optional(id),
    instanceName: optional(text),
    filterStr: optional(text),
    resourceGroupId: optional(id),
    submitTime: optional(text),
  },
  result: {
    requestId: optional(text),
    instances: list(INSTANCE),
    totalCount: optional(count),
  },
})

export const ALL_INSTANCES: Listing<ListInstanceRequest, ListInstanceResult, Instance> = {
  ...LIST_INSTANCE,
  page: (size) => ({ pageSize: size }),
  items: ({ instances }) => instances,
  pageSize: 50,
}

const WABA = record<Waba>({
  id: text,
  name: text,
  accountReviewStatus: optional(text),
  currency: optional(text),
  businessId: optional(text),
  businessName: optional(text),
  messageTemplateNamespace: optional(text),
  marketingMessageLiteStatus: optional(text),
  isOnBizApp: optional(flag),
  primaryBusinessLocation: optional(text),
  authInternationalRateEligibility: map(text),
})

export const QUERY_CHATAPP_BIND_WABA = operation<QueryChatappBindWabaRequest, QueryChatappBindWabaResult>({
  name: 'QueryChatappBindWaba',
  request: {
    custSpaceId: channel,
    isvCode: optional(id),
  },
  result: {
    requestId: optional(text),
    waba: optional(WABA),
  },
})

const PHONE_NUMBER = record<PhoneNumber>({
  phoneNumber: text,
  verifiedName: optional(text),
  status: text,
  qualityRating: text,
  messagingLimitTier: optional(text),
  codeVerificationStatus: optional(text),
  nameStatus: optional(text),
  newNameStatus: optional(text),
  isOfficial: optional(flag),
  statusCallbackUrl: optional(text),
  statusQueue: optional(text),
  upCallbackUrl: optional(text),
  upQueue: optional(text),
})

export const QUERY_CHATAPP_PHONE_NUMBERS = operation<QueryChatappPhoneNumbersRequest, QueryChatappPhoneNumbersResult>({
  name: 'QueryChatappPhoneNumbers',
  request: {
    custSpaceId: channel,
    isvCode: optional(id),
    status: optional(id),
  },
  result: {
    requestId: optional(text),
    phoneNumbers: list(PHONE_NUMBER),
  },
})

const INSTANCE_DETAIL = record<InstanceDetail>({
  instanceId: text,
  instanceName: text,
  instanceDescription: optional(text),
  channelType: text,
  custType: optional(text),
  submitTime: optional(text),
  countryId: optional(text),
  contactMail: optional(text),
  officeAddress: optional(text),
  facebookBmId: optional(text),
  isvTerms: optional(text),
  resourceGroupId: optional(text),
  resourceRegionId: optional(text),
})

export const QUERY_INSTANCE = operation<QueryInstanceRequest, QueryInstanceResult>({
  name: 'QueryInstance',
  request: {
    instanceId: id,
  },
  result: {
    requestId: optional(text),
    instance: INSTANCE_DETAIL,
  },
})

const METRICS_TARGET = record<MetricsTarget>({
  custSpaceId: text,
  phoneNumber: optional(text),
  templateCode: optional(text),
  language: optional(text),
  templateName: optional(text),
  isvCode: optional(text),
})

const METRICS_ROW = record<MetricsRow>({
  custSpaceId: text,
  phoneNumber: optional(text),
  templateCode: optional(text),
  templateName: optional(text),
  language: optional(text),
  start: time,
  end: time,
  sentCount: count,
  deliveredCount: count,
  readCount: optional(count),
  clickCount: optional(count),
  clicks: list(BUTTON_CLICKS),
  deliveryRate: optional(number),
  readRate: optional(number),
  clickRate: optional(number),
})

const COLLECT_PROGRESS = record<CollectProgress>({
  channels: count,
  done: count,
  total: count,
  isComplete: flag,
  skipped: count,
  failed: count,
})

const COLLECTED_METRICS = record<CollectedMetrics>({
  custSpaceId: text,
  phoneNumber: optional(text),
  templateCode: optional(text),
  templateName: optional(text),
  language: optional(text),
  start: time,
  end: time,
  rows: list(METRICS_ROW),
  error: optional(error),
  progress: COLLECT_PROGRESS,
})

export const COLLECT_METRICS = local<CollectMetricsRequest, CollectedMetrics>({
  name: 'CollectMetrics',
  request: {
    channels: optional(channels),
    targets: optional(list(METRICS_TARGET)),
    days: optional(id),
    timeZone: optional(id),
    start: optional(time),
    end: optional(time),
    granularity: optional(text),
    phoneNumbers: optional(flag),
    templates: optional(flag),
    isvCode: optional(id),
    daysPerQuery: optional(count),
    journal: optional(text),
  },
  items: list(COLLECTED_METRICS),
  place: 1,
  isRun: true,
  error: ({ error }) => error,
})

const FOUND_CHANNEL = record<FoundChannel>({
  custSpaceId: text,
  instanceId: text,
  name: text,
  state: text,
  region: text,
})

export const FIND_CHANNELS = local<FindChannelsRequest, FoundChannel>({
  name: 'FindChannels',
  request: {
    name: optional(text),
    state: optional(text),
    region: optional(text),
  },
  items: list(FOUND_CHANNEL),
  place: 1,
  isRun: false,
})

/** What a client may be told. */
export const CLIENT = {
  region: { kind: checks.text, core: 'region' },
  endpoint: { kind: checks.text, core: 'endpoint' },
  credentials: { kind: credentialsSource, strict: true, core: 'credentials' },
  profile: { kind: checks.text, strict: true, core: 'profile' },
  accountId: { kind: checks.text, core: 'account_id' },
  signature: { kind: checks.oneOf('acs3-hmac-sha256', 'hmac-sha1'), core: 'signature' },
  timeouts: {
    kind: {
      keys: {
        callMs: { kind: checks.span, core: 'timeout' },
        connectMs: { kind: checks.span, core: 'connect_timeout' },
        attemptMs: { kind: checks.span, core: 'attempt_timeout' },
      },
    },
  },
  retry: {
    kind: {
      keys: {
        maxAttempts: { kind: checks.count, core: 'max_attempts' },
        baseDelayMs: { kind: checks.spanOrNone, core: 'base_delay' },
        maxDelayMs: { kind: checks.spanOrNone, core: 'max_delay' },
      },
    },
  },
  rateLimit: { kind: checks.rateLimits, core: 'rate_limit' },
  sharedLimits: { kind: checks.text, strict: true, core: 'shared_limits' },
  whenUnavailable: { kind: checks.oneOf('local', 'wait'), core: 'when_unavailable' },
  maxConnections: { kind: checks.count, core: 'max_connections' },
  proxy: { kind: checks.secretText, core: 'proxy' },
  caFile: { kind: checks.text, core: 'ca_file' },
  caPem: { kind: checks.secretText, core: 'ca_pem' },
  dangerAcceptAnyCertificate: { kind: checks.flag, core: 'danger_accept_any_certificate' },
  userAgent: { kind: checks.text, core: 'user_agent' },
  logger: { kind: checks.callable },
  logLevel: { kind: logLevel },
  onEvent: { kind: checks.callable },
} satisfies Record<keyof ClientOptions, checks.Key>

/** What one call may be told. */
export const CALL = {
  signal: { kind: checks.signal },
  timeoutMs: { kind: checks.spanOrNone, core: 'timeout' },
  maxAttempts: { kind: checks.count, core: 'max_attempts' },
} satisfies Record<keyof CallOptions, checks.Key>

/** What a call by name may be told. */
export const RAW_CALL = {
  ...CALL,
  idempotent: { kind: checks.flag },
  unchecked: { kind: checks.flag },
} satisfies Record<keyof RawCallOptions, checks.Key>

/** The same where its answer is read. */
export const JSON_CALL = {
  ...RAW_CALL,
  bigIntegers: { kind: checks.flag },
} satisfies Record<keyof JsonCallOptions, checks.Key>

/** What a listing of all pages may be told. */
export const PAGES = {
  pageSize: { kind: checks.count, strict: true, core: 'page_size' },
  limit: { kind: checks.count, strict: true, core: 'limit' },
  timeoutMs: { kind: checks.spanOrNone, core: 'timeout' },
  maxAttempts: { kind: checks.count, core: 'max_attempts' },
  signal: { kind: checks.signal },
} satisfies Record<keyof PagesOptions, checks.Key>

/** What a run over many channels may be told. */
export const ENABLE_MANY = {
  isvCode: { kind: checks.text, strict: true, core: 'isv_code' },
  journal: { kind: checks.text, strict: true, core: 'journal' },
  concurrency: { kind: checks.count, core: 'concurrency' },
  stopAfterDenials: { kind: checks.count, core: 'stop_after_denials' },
  timeoutMs: { kind: checks.spanOrNone, core: 'timeout' },
  maxAttempts: { kind: checks.count, core: 'max_attempts' },
  signal: { kind: checks.signal },
  onProgress: { kind: checks.callable },
} satisfies Record<keyof EnableManyOptions, checks.Key>
