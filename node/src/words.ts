import { PARAMETERS } from './generated/tables.js'

/** What the core's errors call in its own way, and how it is called here. */
export const NAMES: Readonly<Record<string, string>> = {
  ...PARAMETERS,
  access_key_id: 'accessKeyId',
  access_key_secret: 'accessKeySecret',
  account_id: 'accountId',
  attempt_timeout: 'timeouts.attemptMs',
  base_delay: 'retry.baseDelayMs',
  ca_file: 'caFile',
  ca_pem: 'caPem',
  connect_timeout: 'timeouts.connectMs',
  enable_many: 'enableMany',
  max_attempts: 'maxAttempts',
  max_connections: 'maxConnections',
  max_delay: 'retry.maxDelayMs',
  own_channel: 'OWN_CHANNEL',
  rate_limit: 'rateLimit',
  read_channels: 'readChannels',
  security_token: 'securityToken',
  stop_after_denials: 'stopAfterDenials',
  user_agent: 'userAgent',
}
const PATTERN = new RegExp(`(?<![\\w./-])(?:${Object.keys(NAMES).join('|')})(?![\\w./-]\\w)`, 'g')

/** A message or a hint of the core's, with the names that options and parameters have in JavaScript. */
export function inOwnWords(text: string): string {
  return text
    .replace(PATTERN, (name) => NAMES[name] ?? name)
    .replace(/^timeout is /, 'timeouts.callMs is ')
    .replace(/^Give timeout /, 'Give timeouts.callMs ')
}
