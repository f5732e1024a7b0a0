import { OPTIONS, PARAMETERS } from './generated/names.js'

/** What the core's errors call in its own way, and how it is called here. */
export const NAMES: Readonly<Record<string, string>> = {
  ...PARAMETERS,
  ...OPTIONS,
  access_key_id: 'accessKeyId',
  access_key_secret: 'accessKeySecret',
  enable_many: 'enableMany',
  own_channel: 'OWN_CHANNEL',
  read_channels: 'readChannels',
  security_token: 'securityToken',
}
const PATTERN = new RegExp(`(?<![\\w./"-])(?:${Object.keys(NAMES).join('|')})(?![\\w./-]\\w)`, 'g')

/** A message or a hint of the core's, with the names that options and parameters have in JavaScript. */
export function inOwnWords(text: string): string {
  return text
    .replace(PATTERN, (name) => NAMES[name] ?? name)
    .replace(/^timeout is /, 'timeouts.callMs is ')
    .replace(/^Give timeout /, 'Give timeouts.callMs ')
}
