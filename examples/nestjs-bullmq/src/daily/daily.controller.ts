import { InjectQueue } from '@nestjs/bullmq'
import { Controller, Get, Header, HttpCode, Inject, NotFoundException, Post } from '@nestjs/common'
import { type Job, Queue } from 'bullmq'
import { DAILY } from '../queues.js'
import type { Settings } from '../settings.js'
import { SETTINGS } from '../settings.module.js'
import { CommandError, report, type Summary } from './command.js'
import type { Channels } from './daily.processor.js'

/** How far a run is. */
interface Run {
  readonly jobId: string | undefined
  /** BullMQ's: `waiting`, `active`, `delayed` where it is tried again later, `completed` or `failed`. */
  readonly state: string
  readonly startedAt?: string | undefined
  /** Which channels are enabled, and which are not. */
  readonly channels?: Channels | undefined
  /** What was collected. */
  readonly collected?: Summary | undefined
  /** Why it failed, or why it is tried again. */
  readonly failure?: string | undefined
}

/** Shows the runs, and what they collected. */
@Controller()
export class DailyController {
  constructor(
    @InjectQueue(DAILY) private readonly queue: Queue,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Begins a run now. While it lasts, asking again begins no other. */
  @Post('runs')
  @HttpCode(202)
  async begin(): Promise<Run> {
    return shown(await this.queue.add('run', {}, { deduplication: { id: 'run' } }))
  }

  /** Shows the runs that have begun, or are to begin now, the latest first. */
  @Get('runs')
  async runs(): Promise<Run[]> {
    const jobs = await this.queue.getJobs(['active', 'waiting', 'completed', 'failed', 'delayed'])
    const begun = jobs.filter((job) => job.processedOn || !job.repeatJobKey)
    return Promise.all(begun.sort((one, other) => other.timestamp - one.timestamp).map(shown))
  }

  /** Shows the page about what was collected. */
  @Get('report')
  @Header('content-type', 'text/html; charset=utf-8')
  async report(): Promise<string> {
    try {
      return await report(this.settings)
    } catch (error) {
      if (error instanceof CommandError) throw new NotFoundException(error.message)
      throw error
    }
  }
}

async function shown(job: Job): Promise<Run> {
  return {
    jobId: job.id,
    state: await job.getState(),
    startedAt: job.processedOn ? new Date(job.processedOn).toISOString() : undefined,
    channels: typeof job.progress === 'object' ? (job.progress as Channels) : undefined,
    collected: job.returnvalue ?? undefined,
    failure: job.failedReason,
  }
}
