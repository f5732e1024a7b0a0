// The types of the operations that have types of their own.
//
// Written by `cargo xtask generate` from `model`; do not edit.

export type {
  EnableWhatsappRoiMetricOptions,
  EnableWhatsappRoiMetricRequest,
  EnableWhatsappRoiMetricResult,
} from './enable-whatsapp-roi-metric.js'
export type {
  GetChatappPhoneNumberMetricOptions,
  GetChatappPhoneNumberMetricRequest,
  GetChatappPhoneNumberMetricResult,
  PhoneNumberMetric,
} from './get-chatapp-phone-number-metric.js'
export type {
  ButtonClicks,
  ButtonType,
  GetChatappTemplateMetricOptions,
  GetChatappTemplateMetricRequest,
  GetChatappTemplateMetricResult,
  TemplateMetric,
} from './get-chatapp-template-metric.js'
export type {
  CallOptions,
  ClientOptions,
  EnableManyOptions,
  JsonCallOptions,
  RawCallOptions,
  SignatureAlgorithm,
} from './options.js'
export type { Granularity } from './shared.js'
