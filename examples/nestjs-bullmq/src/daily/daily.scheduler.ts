import { InjectQueue } from '@nestjs/bullmq'
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { Queue } from 'bullmq'
import { DAILY } from '../queues.js'

/** When runs begin: days are those of UTC, and end with yesterday. */
export const EVERY_DAY = { pattern: '30 6 * * *', tz: 'UTC' }

/** Has the queue get a job a day, however many workers there are. */
@Injectable()
export class DailyScheduler implements OnApplicationBootstrap {
  constructor(@InjectQueue(DAILY) private readonly queue: Queue) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.upsertJobScheduler('every-day', EVERY_DAY, { name: 'run' })
  }
}
