// How the cases' operations are called in Node, and what their requests and results hold.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.

import { denial, type Fields, list, type Operation, plain, time } from '../crossing.mjs'

const PHONE_NUMBER_METRIC: Fields = {
  phone_number: ['phoneNumber', plain],
  granularity: ['granularity', plain],
  start: ['start', time],
  end: ['end', time],
  sent_count: ['sentCount', plain],
  delivered_count: ['deliveredCount', plain],
}

const BUTTON_CLICKS: Fields = {
  button_content: ['buttonContent', plain],
  type: ['type', plain],
  count: ['count', plain],
}

const TEMPLATE_METRIC: Fields = {
  template_code: ['templateCode', plain],
  language: ['language', plain],
  start: ['start', time],
  end: ['end', time],
  sent_count: ['sentCount', plain],
  delivered_count: ['deliveredCount', plain],
  read_count: ['readCount', plain],
  clicks: ['clicks', list(BUTTON_CLICKS)],
}

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  enable_whatsapp_roi_metric: {
    call: (client, request, options) => client.enableWhatsappRoiMetric(request, options),
    request: {
      cust_space_id: ['custSpaceId', plain],
      isv_code: ['isvCode', plain],
    },
    result: {
      request_id: ['requestId', plain],
      message: ['message', plain],
      access_denied_detail: ['accessDeniedDetail', denial],
    },
  },
  get_chatapp_phone_number_metric: {
    call: (client, request, options) => client.getChatappPhoneNumberMetric(request, options),
    request: {
      start: ['start', time],
      end: ['end', time],
      granularity: ['granularity', plain],
      phone_number: ['phoneNumber', plain],
      cust_space_id: ['custSpaceId', plain],
      isv_code: ['isvCode', plain],
    },
    result: {
      request_id: ['requestId', plain],
      data: ['data', list(PHONE_NUMBER_METRIC)],
    },
  },
  get_chatapp_template_metric: {
    call: (client, request, options) => client.getChatappTemplateMetric(request, options),
    request: {
      template_code: ['templateCode', plain],
      start: ['start', time],
      end: ['end', time],
      language: ['language', plain],
      granularity: ['granularity', plain],
      template_type: ['templateType', plain],
      cust_space_id: ['custSpaceId', plain],
      isv_code: ['isvCode', plain],
    },
    result: {
      request_id: ['requestId', plain],
      data: ['data', list(TEMPLATE_METRIC)],
    },
  },
}
