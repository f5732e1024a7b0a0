import { Processor, WorkerHost } from '@nestjs/bullmq'
import type { BeforeApplicationShutdown } from '@nestjs/common'
import { type Job, UnrecoverableError } from 'bullmq'
import { Client, isCamsRoiError } from 'cams-roi'
import { ENABLING, HOLDING } from '../queues.js'

/** A channel to be enabled. */
export interface EnableJob {
  readonly custSpaceId: string
}

/** What came of it. */
export interface EnableResult {
  readonly requestId?: string | undefined
}

/** Enables channels. More at once would only wait for their turns: the limit is 5 calls a second for all workers. */
@Processor(ENABLING, { ...HOLDING, concurrency: 5 })
export class EnablingProcessor extends WorkerHost implements BeforeApplicationShutdown {
  constructor(private readonly client: Client) {
    super()
  }

  /** What may pass is thrown, so that the queue tries again; what cannot ends the job. */
  override async process({ data }: Job<EnableJob>): Promise<EnableResult> {
    try {
      const { requestId } = await this.client.enableWhatsappRoiMetric({ custSpaceId: data.custSpaceId })
      return { requestId }
    } catch (error) {
      if (!isCamsRoiError(error) || error.retryable) throw error
      throw new UnrecoverableError(`${error.message} ${error.hint}`)
    }
  }

  /** Finishes the jobs that are under way, while they still have their client. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close()
  }
}
