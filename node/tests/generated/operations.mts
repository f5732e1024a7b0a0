// How the cases' operations are called in Node, and what their requests and results hold.
//
// Written by `cargo xtask generate` from `model/operations`; do not edit.

import { denial, type Fields, list, map, type Operation, plain, time } from '../crossing.mjs'

const PAGE: Fields = {
  index: ['index', plain],
  size: ['size', plain],
}

const BUTTON_CLICKS: Fields = {
  button_content: ['buttonContent', plain],
  type: ['type', plain],
  count: ['count', plain],
}

const PHONE_NUMBER_METRIC: Fields = {
  phone_number: ['phoneNumber', plain],
  granularity: ['granularity', plain],
  start: ['start', time],
  end: ['end', time],
  sent_count: ['sentCount', plain],
  delivered_count: ['deliveredCount', plain],
}

const TEMPLATE_APP: Fields = {
  package_name: ['packageName', plain],
  signature_hash: ['signatureHash', plain],
}

const TEMPLATE_NEXT_STEP: Fields = {
  action: ['action', plain],
  intent_code: ['intentCode', plain],
  next_template_code: ['nextTemplateCode', plain],
  next_template_name: ['nextTemplateName', plain],
  next_language_code: ['nextLanguageCode', plain],
}

const TEMPLATE_BUTTON: Fields = {
  button_type: ['buttonType', plain],
  text: ['text', plain],
  url: ['url', plain],
  url_type: ['urlType', plain],
  phone_number: ['phoneNumber', plain],
  coupon_code: ['couponCode', plain],
  flow_id: ['flowId', plain],
  flow_action: ['flowAction', plain],
  navigate_screen: ['navigateScreen', plain],
  autofill_text: ['autofillText', plain],
  package_name: ['packageName', plain],
  signature_hash: ['signatureHash', plain],
  supported_apps: ['supportedApps', list(TEMPLATE_APP)],
  is_opt_out: ['isOptOut', plain],
  next_step: ['nextStep', TEMPLATE_NEXT_STEP],
}

const CARD_BUTTON: Fields = {
  button_type: ['buttonType', plain],
  text: ['text', plain],
  url: ['url', plain],
  url_type: ['urlType', plain],
  phone_number: ['phoneNumber', plain],
}

const CARD_COMPONENT: Fields = {
  component_type: ['componentType', plain],
  format: ['format', plain],
  text: ['text', plain],
  url: ['url', plain],
  buttons: ['buttons', list(CARD_BUTTON)],
}

const TEMPLATE_CARD: Fields = {
  components: ['components', list(CARD_COMPONENT)],
}

const TEMPLATE_COMPONENT: Fields = {
  component_type: ['componentType', plain],
  format: ['format', plain],
  text: ['text', plain],
  url: ['url', plain],
  caption: ['caption', plain],
  file_name: ['fileName', plain],
  file_type: ['fileType', plain],
  thumb_url: ['thumbUrl', plain],
  duration: ['duration', plain],
  latitude: ['latitude', plain],
  longitude: ['longitude', plain],
  location_name: ['locationName', plain],
  location_address: ['locationAddress', plain],
  add_secret_recommendation: ['addSecretRecommendation', plain],
  code_expiration_minutes: ['codeExpirationMinutes', plain],
  has_expiration: ['hasExpiration', plain],
  offer_expiration_time_ms: ['offerExpirationTimeMs', plain],
  buttons: ['buttons', list(TEMPLATE_BUTTON)],
  cards: ['cards', list(TEMPLATE_CARD)],
}

const TEMPLATE_DETAIL: Fields = {
  template_code: ['templateCode', plain],
  template_name: ['templateName', plain],
  language: ['language', plain],
  category: ['category', plain],
  audit_status: ['auditStatus', plain],
  reason: ['reason', plain],
  template_type: ['templateType', plain],
  quality_score: ['qualityScore', plain],
  allow_send: ['allowSend', plain],
  category_change_paused: ['categoryChangePaused', plain],
  message_send_ttl_seconds: ['messageSendTtlSeconds', plain],
  product_set_id: ['productSetId', plain],
  examples: ['examples', map(plain)],
  components: ['components', list(TEMPLATE_COMPONENT)],
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

const HEALTH_PROBLEM: Fields = {
  error_code: ['errorCode', plain],
  error_description: ['errorDescription', plain],
  possible_solution: ['possibleSolution', plain],
}

const HEALTH_ENTITY: Fields = {
  entity_type: ['entityType', plain],
  can_send_message: ['canSendMessage', plain],
  business_id: ['businessId', plain],
  phone_number: ['phoneNumber', plain],
  template_code: ['templateCode', plain],
  language: ['language', plain],
  waba_id: ['wabaId', plain],
  errors: ['errors', list(HEALTH_PROBLEM)],
}

const HEALTH: Fields = {
  can_send_message: ['canSendMessage', plain],
  entities: ['entities', list(HEALTH_ENTITY)],
}

const MESSAGE_RECORD: Fields = {
  message_id: ['messageId', plain],
  unique_message_id: ['uniqueMessageId', plain],
  conversation_id: ['conversationId', plain],
  business_number: ['businessNumber', plain],
  user_number: ['userNumber', plain],
  channel_type: ['channelType', plain],
  event_action: ['eventAction', plain],
  event_action_name: ['eventActionName', plain],
  message_status: ['messageStatus', plain],
  message_status_name: ['messageStatusName', plain],
  client_accept_status_name: ['clientAcceptStatusName', plain],
  client_read_status: ['clientReadStatus', plain],
  client_read_status_name: ['clientReadStatusName', plain],
  fail_reason: ['failReason', plain],
  fail_back_flag: ['failBackFlag', plain],
  fail_back_content: ['failBackContent', plain],
  template_code: ['templateCode', plain],
  template_name: ['templateName', plain],
  language_code: ['languageCode', plain],
  message: ['message', plain],
  message_type: ['messageType', plain],
  message_type_name: ['messageTypeName', plain],
  message_source: ['messageSource', plain],
  kind: ['kind', plain],
  month: ['month', plain],
  send_time: ['sendTime', time],
}

const TEMPLATE: Fields = {
  template_code: ['templateCode', plain],
  template_name: ['templateName', plain],
  language: ['language', plain],
  category: ['category', plain],
  audit_status: ['auditStatus', plain],
  reason: ['reason', plain],
  template_type: ['templateType', plain],
  last_update_time: ['lastUpdateTime', time],
}

const INSTANCE: Fields = {
  instance_id: ['instanceId', plain],
  cust_space_id: ['custSpaceId', plain],
  instance_name: ['instanceName', plain],
  instance_description: ['instanceDescription', plain],
  channel_type: ['channelType', plain],
  state: ['state', plain],
  submit_time: ['submitTime', plain],
  country_id: ['countryId', plain],
  contact_mail: ['contactMail', plain],
  office_address: ['officeAddress', plain],
  facebook_bm_id: ['facebookBmId', plain],
  isv_terms: ['isvTerms', plain],
  resource_group_id: ['resourceGroupId', plain],
  resource_region_id: ['resourceRegionId', plain],
}

const WABA: Fields = {
  id: ['id', plain],
  name: ['name', plain],
  account_review_status: ['accountReviewStatus', plain],
  currency: ['currency', plain],
  business_id: ['businessId', plain],
  business_name: ['businessName', plain],
  message_template_namespace: ['messageTemplateNamespace', plain],
  marketing_message_lite_status: ['marketingMessageLiteStatus', plain],
  is_on_biz_app: ['isOnBizApp', plain],
  primary_business_location: ['primaryBusinessLocation', plain],
  auth_international_rate_eligibility: ['authInternationalRateEligibility', map(plain)],
}

const PHONE_NUMBER: Fields = {
  phone_number: ['phoneNumber', plain],
  verified_name: ['verifiedName', plain],
  status: ['status', plain],
  quality_rating: ['qualityRating', plain],
  messaging_limit_tier: ['messagingLimitTier', plain],
  code_verification_status: ['codeVerificationStatus', plain],
  name_status: ['nameStatus', plain],
  new_name_status: ['newNameStatus', plain],
  is_official: ['isOfficial', plain],
  status_callback_url: ['statusCallbackUrl', plain],
  status_queue: ['statusQueue', plain],
  up_callback_url: ['upCallbackUrl', plain],
  up_queue: ['upQueue', plain],
}

const INSTANCE_DETAIL: Fields = {
  instance_id: ['instanceId', plain],
  instance_name: ['instanceName', plain],
  instance_description: ['instanceDescription', plain],
  channel_type: ['channelType', plain],
  cust_type: ['custType', plain],
  submit_time: ['submitTime', plain],
  country_id: ['countryId', plain],
  contact_mail: ['contactMail', plain],
  office_address: ['officeAddress', plain],
  facebook_bm_id: ['facebookBmId', plain],
  isv_terms: ['isvTerms', plain],
  resource_group_id: ['resourceGroupId', plain],
  resource_region_id: ['resourceRegionId', plain],
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
  get_chatapp_template_detail: {
    call: (client, request, options) => client.getChatappTemplateDetail(request, options),
    request: {
      cust_space_id: ['custSpaceId', plain],
      language: ['language', plain],
      template_code: ['templateCode', plain],
      template_name: ['templateName', plain],
      template_type: ['templateType', plain],
      isv_code: ['isvCode', plain],
    },
    result: {
      request_id: ['requestId', plain],
      template: ['template', TEMPLATE_DETAIL],
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
  get_whatsapp_health_status: {
    call: (client, request, options) => client.getWhatsappHealthStatus(request, options),
    request: {
      cust_space_id: ['custSpaceId', plain],
      node_type: ['nodeType', plain],
      phone_number: ['phoneNumber', plain],
      template_code: ['templateCode', plain],
      language: ['language', plain],
      waba_id: ['wabaId', plain],
    },
    result: {
      request_id: ['requestId', plain],
      health: ['health', HEALTH],
    },
  },
  list_chatapp_message: {
    call: (client, request, options) => client.listChatappMessage(request, options),
    request: {
      cust_space_id: ['custSpaceId', plain],
      business_number: ['businessNumber', plain],
      channel_type: ['channelType', plain],
      page: ['page', PAGE],
      start_time: ['startTime', time],
      end_time: ['endTime', time],
      event_action: ['eventAction', plain],
      message_status: ['messageStatus', plain],
      client_accept_status: ['clientAcceptStatus', plain],
      template_code: ['templateCode', plain],
      group_message_id: ['groupMessageId', plain],
      user_number: ['userNumber', plain],
    },
    result: {
      request_id: ['requestId', plain],
      messages: ['messages', list(MESSAGE_RECORD)],
    },
  },
  list_chatapp_template: {
    call: (client, request, options) => client.listChatappTemplate(request, options),
    request: {
      cust_space_id: ['custSpaceId', plain],
      isv_code: ['isvCode', plain],
      page: ['page', PAGE],
      name: ['name', plain],
      code: ['code', plain],
      language: ['language', plain],
      category: ['category', plain],
      audit_status: ['auditStatus', plain],
      template_type: ['templateType', plain],
    },
    result: {
      request_id: ['requestId', plain],
      templates: ['templates', list(TEMPLATE)],
      total: ['total', plain],
    },
  },
  list_instance: {
    call: (client, request, options) => client.listInstance(request, options),
    request: {
      page_index: ['pageIndex', plain],
      page_size: ['pageSize', plain],
      channel_type: ['channelType', plain],
      instance_id: ['instanceId', plain],
      instance_name: ['instanceName', plain],
      filter_str: ['filterStr', plain],
      resource_group_id: ['resourceGroupId', plain],
      submit_time: ['submitTime', plain],
    },
    result: {
      request_id: ['requestId', plain],
      instances: ['instances', list(INSTANCE)],
      total_count: ['totalCount', plain],
    },
  },
  query_chatapp_bind_waba: {
    call: (client, request, options) => client.queryChatappBindWaba(request, options),
    request: {
      cust_space_id: ['custSpaceId', plain],
      isv_code: ['isvCode', plain],
    },
    result: {
      request_id: ['requestId', plain],
      waba: ['waba', WABA],
    },
  },
  query_chatapp_phone_numbers: {
    call: (client, request, options) => client.queryChatappPhoneNumbers(request, options),
    request: {
      cust_space_id: ['custSpaceId', plain],
      isv_code: ['isvCode', plain],
      status: ['status', plain],
    },
    result: {
      request_id: ['requestId', plain],
      phone_numbers: ['phoneNumbers', list(PHONE_NUMBER)],
    },
  },
  query_instance: {
    call: (client, request, options) => client.queryInstance(request, options),
    request: {
      instance_id: ['instanceId', plain],
    },
    result: {
      request_id: ['requestId', plain],
      instance: ['instance', INSTANCE_DETAIL],
    },
  },
}
