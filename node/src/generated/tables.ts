// How requests and answers cross the bridge. All of it is one module, since each one costs time where the package is loaded.
//
// Written by `cargo xtask generate` from `model`; do not edit.

import { accessDeniedDetail, channel, count, id, list, operation, optional, record, text, time } from '../crossing.js'
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
