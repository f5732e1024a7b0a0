import { Processor, WorkerHost } from '@nestjs/bullmq'
import { type BeforeApplicationShutdown, Inject, Logger } from '@nestjs/common'
import { type Job, UnrecoverableError } from 'bullmq'
import { Client, isCamsRoiError } from 'cams-roi'
import { DAILY, HOLDING } from '../queues.js'
import type { Settings } from '../settings.js'
import { SETTINGS } from '../settings.module.js'
import { CommandError, collect, type Summary } from './command.js'

/** A channel that could not be enabled. */
export interface NotEnabled {
  readonly custSpaceId: string
  /** Why. */
  readonly error: string
  /** What to do about that. */
  readonly hint?: string | undefined
}

/** What became of the account's channels. The progress of a job, for whoever asks while it runs. */
export interface Channels {
  /** How many are enabled, those of earlier runs among them. */
  readonly enabled: number
  readonly notEnabled: readonly NotEnabled[]
}

/** Enables the channels that are new, and has every day's metrics collected. */
@Processor(DAILY, HOLDING)
export class DailyProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger(DailyProcessor.name)

  constructor(
    private readonly client: Client,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super()
  }

  /** What may pass is thrown, so that the queue tries again; what cannot ends the job. */
  override async process(job: Job): Promise<Summary | undefined> {
    try {
      await job.updateProgress({ ...(await this.enableAll()) })
      return await collect(this.settings)
    } catch (error) {
      if (isCamsRoiError(error) && !error.retryable) throw new UnrecoverableError(`${error.message} ${error.hint}`)
      if (error instanceof CommandError && !error.retryable) throw new UnrecoverableError(error.message)
      throw error
    }
  }

  /** Finishes the job that is under way, while it still has its client. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close()
  }

  /** The journal remembers in Redis which channels are enabled: neither a later run nor another worker's calls them. */
  private async enableAll(): Promise<Channels> {
    const notEnabled: NotEnabled[] = []
    let enabled = 0
    for await (const { custSpaceId, error } of this.client.enableAll({}, { journal: this.settings.journal })) {
      if (error) {
        this.logger.error(`${custSpaceId} is not enabled: ${error.message} ${error.hint}`)
        notEnabled.push({ custSpaceId, error: error.message, hint: error.hint })
      } else enabled += 1
    }
    return { enabled, notEnabled }
  }
}
