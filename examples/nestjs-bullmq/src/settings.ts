/** The settings, from the environment. */
export interface Settings {
  /** The queues, and where all processes keep the account's rate limits together. */
  readonly redisUrl: string
  /** Which channels daily runs have enabled, kept in the same Redis server. */
  readonly journal: string
  /** Where metrics are kept: a file of SQLite, or a URL of PostgreSQL. */
  readonly store: string
}

/**
 * Reads them.
 *
 * @throws Error where a variable is not set.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const variable = (name: string): string => {
    const value = environment[name]
    if (!value) throw new Error(`${name} is not set: .env.example says what belongs there`)
    return value
  }
  const redisUrl = variable('REDIS_URL')
  return { redisUrl, journal: `${redisUrl}/channels`, store: variable('CAMS_ROI_STORE') }
}
