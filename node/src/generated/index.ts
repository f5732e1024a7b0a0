// The types of the operations that have types of their own.
//
// Written by `cargo xtask generate` from `model`; do not edit.

export type {
  CollectedMetrics,
  CollectMetricsOptions,
  CollectMetricsRequest,
  CollectProgress,
  MetricsRow,
  MetricsTarget,
} from './collect-metrics.js'
export type {
  EnableWhatsappRoiMetricOptions,
  EnableWhatsappRoiMetricRequest,
  EnableWhatsappRoiMetricResult,
} from './enable-whatsapp-roi-metric.js'
export type {
  FindChannelsOptions,
  FindChannelsRequest,
  FoundChannel,
} from './find-channels.js'
export type {
  GetChatappPhoneNumberMetricOptions,
  GetChatappPhoneNumberMetricRequest,
  GetChatappPhoneNumberMetricResult,
  PhoneNumberMetric,
} from './get-chatapp-phone-number-metric.js'
export type {
  CardButton,
  CardComponent,
  GetChatappTemplateDetailOptions,
  GetChatappTemplateDetailRequest,
  GetChatappTemplateDetailResult,
  TemplateApp,
  TemplateButton,
  TemplateCard,
  TemplateComponent,
  TemplateDetail,
  TemplateNextStep,
} from './get-chatapp-template-detail.js'
export type {
  GetChatappTemplateMetricOptions,
  GetChatappTemplateMetricRequest,
  GetChatappTemplateMetricResult,
  TemplateMetric,
} from './get-chatapp-template-metric.js'
export type {
  GetWhatsappHealthStatusOptions,
  GetWhatsappHealthStatusRequest,
  GetWhatsappHealthStatusResult,
  Health,
  HealthEntity,
  HealthProblem,
  NodeType,
} from './get-whatsapp-health-status.js'
export type {
  ListChatappMessageOptions,
  ListChatappMessageRequest,
  ListChatappMessageResult,
  MessageRecord,
} from './list-chatapp-message.js'
export type {
  ListChatappTemplateOptions,
  ListChatappTemplateRequest,
  ListChatappTemplateResult,
  Template,
} from './list-chatapp-template.js'
export type {
  Instance,
  ListInstanceOptions,
  ListInstanceRequest,
  ListInstanceResult,
} from './list-instance.js'
export type {
  CallOptions,
  ClientOptions,
  EnableManyOptions,
  JsonCallOptions,
  PagesOptions,
  RawCallOptions,
  SignatureAlgorithm,
  WhenUnavailable,
} from './options.js'
export type {
  QueryChatappBindWabaOptions,
  QueryChatappBindWabaRequest,
  QueryChatappBindWabaResult,
  Waba,
} from './query-chatapp-bind-waba.js'
export type {
  PhoneNumber,
  PhoneNumberStatus,
  QueryChatappPhoneNumbersOptions,
  QueryChatappPhoneNumbersRequest,
  QueryChatappPhoneNumbersResult,
} from './query-chatapp-phone-numbers.js'
export type {
  InstanceDetail,
  QueryInstanceOptions,
  QueryInstanceRequest,
  QueryInstanceResult,
} from './query-instance.js'
export type {
  ButtonClicks,
  ButtonType,
  Granularity,
  Page,
  QualityRating,
} from './shared.js'
