import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Emulator } from 'cams-roi/testing'

const PATIENCE_MS = 90_000
const ROOT = join(import.meta.dirname, '..')

/** What the web application answers. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects.
  readonly body: any
}

/** The processes of the application, as a user starts them, with a Redis server and a store of their own. */
export class Application {
  readonly #children: ChildProcess[] = []
  #port = 0

  private constructor(
    readonly environment: NodeJS.ProcessEnv,
    readonly folder: string,
  ) {}

  /** Has it call the emulator. */
  static async prepare(emulator: Emulator): Promise<Application> {
    const folder = await mkdtemp(join(tmpdir(), 'whatsapp-metrics-'))
    const port = await freePort()
    const environment = {
      PATH: process.env.PATH,
      HOME: folder,
      ...emulator.environment,
      REDIS_URL: `redis://127.0.0.1:${port}/0`,
      CAMS_ROI_STORE: join(folder, 'cams-roi.db'),
    }
    const application = new Application(environment, folder)
    const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--loglevel', 'warning']
    application.#start('redis-server', ['--port', `${port}`, ...options])
    await until(() => answers(port), 'Redis listens')
    return application
  }

  /** Starts the web application, and waits until it answers. */
  async startWeb(): Promise<void> {
    this.#port = await freePort()
    const web = this.#start(process.execPath, [join(ROOT, 'src', 'main.js')], { PORT: `${this.#port}` })
    await until(() => {
      if (web.exitCode !== null) throw new Error(`the web application ended with ${web.exitCode}`)
      return answers(this.#port)
    }, 'the web application answers')
  }

  /** Starts a worker. Jobs whose worker died are done again after two seconds. */
  startWorker(): ChildProcess {
    return this.#start(process.execPath, [join(ROOT, 'src', 'worker.js')], { LOCK_MILLISECONDS: '2000' })
  }

  /** Asks the web application. */
  async ask(path: string, method = 'GET'): Promise<Answer> {
    const answer = await fetch(`http://127.0.0.1:${this.#port}/${path}`, { method })
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, body: isJson ? await answer.json() : await answer.text() }
  }

  /** Runs a program with the application's environment; gives its exit code and output. */
  async run(program: string, args: string[], more: NodeJS.ProcessEnv = {}) {
    const child = spawn(program, args, { env: { ...this.environment, ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (data) => {
        output[stream] += data
      })
    }
    const [code] = await once(child, 'close')
    return { code, ...output }
  }

  /** Kills one process, with those that it started. */
  async kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await exit
  }

  /** Kills all, and removes the store. */
  async stop(): Promise<void> {
    for (const child of this.#children.reverse()) await this.kill(child)
    await rm(this.folder, { recursive: true })
  }

  /** Starts a program in a process group of its own, to be killed as a whole. */
  #start(program: string, args: string[], more: NodeJS.ProcessEnv = {}): ChildProcess {
    const env = { ...this.environment, ...more }
    const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
    this.#children.push(child)
    return child
  }
}

/** Waits for a condition. */
export async function until(condition: () => Promise<unknown>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`this does not come true: ${what}`)
    await setTimeout(50)
  }
}

/** Whether somebody listens. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no port')
  return address.port
}
