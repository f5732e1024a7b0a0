// How parameters and options are called in the core's messages, and how here.
//
// Written by `cargo xtask generate` from `model`; do not edit.

/** How parameters are called in the core's messages, and how here, where that differs. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  audit_status: 'auditStatus',
  business_number: 'businessNumber',
  channel_type: 'channelType',
  client_accept_status: 'clientAcceptStatus',
  cust_space_id: 'custSpaceId',
  days_per_query: 'daysPerQuery',
  end_time: 'endTime',
  event_action: 'eventAction',
  filter_str: 'filterStr',
  group_message_id: 'groupMessageId',
  instance_id: 'instanceId',
  instance_name: 'instanceName',
  isv_code: 'isvCode',
  message_status: 'messageStatus',
  node_type: 'nodeType',
  page_index: 'pageIndex',
  page_size: 'pageSize',
  phone_number: 'phoneNumber',
  phone_numbers: 'phoneNumbers',
  resource_group_id: 'resourceGroupId',
  start_time: 'startTime',
  submit_time: 'submitTime',
  template_code: 'templateCode',
  template_name: 'templateName',
  template_type: 'templateType',
  time_zone: 'timeZone',
  user_number: 'userNumber',
  waba_id: 'wabaId',
}

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
  page_size: 'pageSize',
  rate_limit: 'rateLimit',
  shared_limits: 'sharedLimits',
  stop_after_denials: 'stopAfterDenials',
  user_agent: 'userAgent',
  when_unavailable: 'whenUnavailable',
}
