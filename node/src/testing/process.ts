import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { EmulatorError } from './request.js'

/** What an emulator starts with. */
export interface EmulatorOptions {
  /** How many channels the account has; 5 by default. */
  channels?: number
  /** How many phone numbers each channel has; 1 by default. */
  phoneNumbers?: number
  /** How many approved marketing templates each channel has, beside three others; 3 by default. */
  templates?: number
  /** In how many languages each template is there; 2 by default. */
  templateLanguages?: number
  /** How many days old a day is once its metrics are complete; until then they grow. 0 by default. */
  lateDays?: number
  /** By which clock the days of metrics begin; `+00:00` by default. */
  dayOffset?: string
  /** What everything is made up from: the same seed gives the same account and metrics. 0 by default. */
  seed?: number
  /** Calls a second for each operation: a number, percent of what the service documents (`100%`), or `off`, the default. */
  qps?: number | string
  /**
   * The file of the command `cams-roi`. By default that which the variable `CAMS_ROI_COMMAND` names, else that of the
   * package `cams-roi-cli`, else that on `PATH`.
   */
  command?: string
}

/** What an emulator prints when it listens. */
export interface Ready {
  url: string
  access_key_id: string
  access_key_secret: string
  cust_space_ids: string[]
  isv_code: string
}

export type Child = ChildProcessByStdio<Writable, Readable, null>

const ARGUMENTS: Record<keyof Omit<EmulatorOptions, 'command'>, string> = {
  channels: 'channels',
  phoneNumbers: 'phone-numbers',
  templates: 'templates',
  templateLanguages: 'template-languages',
  lateDays: 'late-days',
  dayOffset: 'day-offset',
  seed: 'seed',
  qps: 'qps',
}

/** What the command is told. */
export function emulatorArguments(options: EmulatorOptions): string[] {
  const given = ['emulator', '--exit-with-stdin']
  for (const [name, value] of Object.entries({ qps: 'off', ...options })) {
    if (name === 'command' || value === undefined) continue
    const argument = ARGUMENTS[name as keyof typeof ARGUMENTS]
    if (argument === undefined) {
      const known = Object.keys(ARGUMENTS).join(', ')
      throw new EmulatorError(`the emulator has no option ${name}; there are ${known}, command`)
    }
    given.push(`--${argument}=${value}`)
  }
  return given
}

/** The command: what the variable names, else the package's, else that on PATH. */
export function findCommand(version: string): string {
  const named = process.env['CAMS_ROI_COMMAND']
  if (named) return named
  const found = installed() ?? onPath()
  if (found !== undefined) return found
  throw new EmulatorError(
    `the emulator is in the command cams-roi, which is not installed: npm install --save-dev cams-roi-cli@${version}, ` +
      'or let the variable CAMS_ROI_COMMAND name the command',
  )
}

function installed(): string | undefined {
  let file: string
  try {
    // Beside this package, or in the project whose tests run.
    file = require.resolve('cams-roi-cli', { paths: [__dirname, process.cwd()] })
  } catch {
    return undefined
  }
  return (require(file) as { program(): string }).program()
}

function onPath(): string | undefined {
  const name = process.platform === 'win32' ? 'cams-roi.exe' : 'cams-roi'
  const files = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Starts one, and waits for the line that says that it listens. */
export async function launch(command: string, given: string[]): Promise<[Child, Ready]> {
  const child = spawn(command, given, { stdio: ['pipe', 'pipe', 'inherit'] })
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => read(command, text))
  const failed = once(child, 'error').then(([error]) => {
    throw new EmulatorError(`${command} cannot be started: ${(error as Error).message}`, { cause: error })
  })
  const end = once(child, 'close').then(([code]) => {
    throw new EmulatorError(`${command} emulator ended with ${code}; what it said about that is on standard error`)
  })
  // That it ends later is as it should be, and what it says first is all that counts.
  for (const other of [line, failed, end]) other.catch(() => {})
  return [child, await Promise.race([line, failed, end])]
}

function read(command: string, line: string): Ready {
  try {
    return JSON.parse(line) as Ready
  } catch (cause) {
    throw new EmulatorError(`${command} is no emulator: it says ${line}`, { cause })
  }
}
