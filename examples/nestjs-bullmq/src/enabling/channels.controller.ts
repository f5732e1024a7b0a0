import { InjectQueue } from '@nestjs/bullmq'
import { Controller, Get, HttpCode, NotFoundException, Param, Put } from '@nestjs/common'
import { Queue } from 'bullmq'
import { ENABLING } from '../queues.js'
import type { EnableJob, EnableResult } from './enabling.processor.js'

/** How far a channel's job is. */
interface JobStatus {
  readonly jobId: string
  /** BullMQ's: `waiting`, `active`, `delayed` where it is tried again later, `completed` or `failed`. */
  readonly state: string
  readonly requestId?: string | undefined
  readonly failure?: string | undefined
}

/** Takes channels to be enabled, and says what became of them. */
@Controller('channels')
export class ChannelsController {
  constructor(@InjectQueue(ENABLING) private readonly queue: Queue<EnableJob, EnableResult>) {}

  /** Has a worker enable the channel. Asking again while it waits makes no second job. */
  @Put(':custSpaceId/roi-metrics')
  @HttpCode(202)
  async enable(@Param('custSpaceId') custSpaceId: string): Promise<JobStatus> {
    const job = await this.queue.add('enable', { custSpaceId }, { deduplication: { id: custSpaceId } })
    return { jobId: String(job.id), state: await job.getState() }
  }

  /** Says what became of it. */
  @Get('jobs/:jobId')
  async status(@Param('jobId') jobId: string): Promise<JobStatus> {
    const job = await this.queue.getJob(jobId)
    if (!job) throw new NotFoundException(`there is no job ${jobId}`)
    const { returnvalue, failedReason } = job
    return { jobId, state: await job.getState(), requestId: returnvalue?.requestId, failure: failedReason }
  }
}
