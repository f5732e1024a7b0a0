import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Settings } from '../settings.js'

/** What a collection did. */
export interface Summary {
  readonly channels: number
  readonly queries: number
  readonly new_rows: number
  readonly changed_rows: number
  readonly unchanged_rows: number
  readonly failed: number
}

/** The command did not do what it was to do; the message says why, and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError'

  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message)
  }

  /** Whether another try may do better: some queries failed, or the service was busy or out of reach. */
  get retryable(): boolean {
    return [1, 4, 5].includes(this.exitCode)
  }
}

/** More than a run prints of which everything failed, in bytes. */
const MAX_OUTPUT = 256 * 1024 * 1024

/**
 * Has `cams-roi collect` read what the store lacks. What it has read is kept, also if some queries fail.
 *
 * @returns What it did; nothing if the account has no channels.
 * @throws CommandError if something is still missing.
 */
export async function collect(settings: Settings): Promise<Summary | undefined> {
  const output = await run(settings, ['collect', '--all', '--output', 'json'])
  const last = output.trimEnd().split('\n').at(-1)
  return last ? JSON.parse(last) : undefined
}

/**
 * Has `cams-roi report` make a page about the store.
 *
 * @returns The page, HTML.
 * @throws CommandError if there is no store yet.
 */
export async function report(settings: Settings): Promise<string> {
  return run(settings, ['report', '--output', '-'])
}

/** Runs the command, which is on `PATH` where npm runs a script, and gives its standard output. */
async function run({ redisUrl, store }: Settings, args: string[]): Promise<string> {
  const env = { ...process.env, CAMS_ROI_SHARED_LIMITS: redisUrl, CAMS_ROI_STORE: store }
  try {
    return (await promisify(execFile)('cams-roi', args, { env, maxBuffer: MAX_OUTPUT })).stdout
  } catch (error) {
    if (isExit(error)) throw new CommandError(error.stderr.trim(), error.code)
    throw error
  }
}

/** Whether the command ran and ended with an exit code. */
function isExit(error: unknown): error is { code: number; stderr: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'stderr' in error
}
