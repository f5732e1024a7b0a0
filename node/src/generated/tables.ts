// How requests, answers and options are checked, and how they cross the bridge. All of it is one module, since each one costs time where the package is loaded.
//
// Written by `cargo xtask generate` from `model`; do not edit.

import * as checks from '../checks.js'
import { credentialsSource } from '../credentials.js'
import { accessDeniedDetail, channel, count, id, list, operation, optional, record, text, time } from '../crossing.js'
import { logLevel } from '../logger.js'
import type {
  ButtonClicks,
  EnableWhatsappRoiMetricRequest,
  EnableWhatsappRoiMetricResult,
  GetChatappPhoneNumberMetricRequest,
  GetChatappPhoneNumberMetricResult,
  GetChatappTemplateMetricRequest,
  GetChatappTemplateMetricResult,
  PhoneNumberMetric,
  TemplateMetric,
} from './index.js'
import type { CallOptions, ClientOptions, EnableManyOptions, JsonCallOptions, RawCallOptions } from './options.js'

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

const BUTTON_CLICKS = record<ButtonClicks>({
  buttonContent: text,
  type: text,
  count: count,
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

/** How parameters are called in the core's messages, and how here, where that differs. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  cust_space_id: 'custSpaceId',
  isv_code: 'isvCode',
  phone_number: 'phoneNumber',
  template_code: 'templateCode',
  template_type: 'templateType',
}

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
  maxConnections: { kind: checks.count, core: 'max_connections' },
  proxy: { kind: checks.secretText, core: 'proxy' },
  caFile: { kind: checks.text, core: 'ca_file' },
  caPem: { kind: checks.secretText, core: 'ca_pem' },
  dangerAcceptAnyCertificate: { kind: checks.flag, core: 'danger_accept_any_certificate' },
  userAgent: { kind: checks.text, core: 'user_agent' },
  logger: { kind: checks.callable },
  logLevel: { kind: logLevel },
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

/** How options are called in the core's messages, and how here, where that differs. */
export const OPTIONS: Readonly<Record<string, string>> = {
  account_id: 'accountId',
  attempt_timeout: 'timeouts.attemptMs',
  base_delay: 'retry.baseDelayMs',
  ca_file: 'caFile',
  ca_pem: 'caPem',
  connect_timeout: 'timeouts.connectMs',
  danger_accept_any_certificate: 'dangerAcceptAnyCertificate',
  isv_code: 'isvCode',
  max_attempts: 'maxAttempts',
  max_connections: 'maxConnections',
  max_delay: 'retry.maxDelayMs',
  rate_limit: 'rateLimit',
  stop_after_denials: 'stopAfterDenials',
  user_agent: 'userAgent',
}
