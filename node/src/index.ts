/**
 * Client for the WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service (CAMS).
 *
 * @packageDocumentation
 */

export type { CallOperations } from './calls.js'
export { CamsRoiError } from './cams-roi-error.js'
export type { RateLimit } from './checks.js'
export { Client, type ClientInterface, enableWhatsappRoiMetric } from './client.js'
export type { Credentials, CredentialsProvider, CredentialsSource } from './credentials.js'
export { type FullDaysOptions, fullDays } from './days.js'
export type { EnableAllRequest } from './enable-all.js'
export type { Channel, ChannelOutcome, Channels, EnableManyProgress, EnableManyRun } from './enable-many.js'
export type { AccessDeniedDetail, ErrorFields, ErrorJson, TimeoutPhase } from './error-fields.js'
export type { AnyCamsRoiError, ErrorClasses } from './errors.js'
export { isCamsRoiError } from './errors.js'
export type { ClientEvent } from './events.js'
export type { ErrorKind } from './generated/error-kinds.js'
export * from './generated/errors.js'
export type * from './generated/index.js'
export type { Logger, LogLevel, LogRecord } from './logger.js'
export { metricsToCsv } from './metrics-csv.js'
export { readChannels } from './read-channels.js'
export type { CallArguments, CallParameters, CallValue, ChannelRequest, OperationName } from './requests.js'
export { OWN_CHANNEL } from './requests.js'
