import { BullModule } from '@nestjs/bullmq'
import type { Settings } from './settings.js'
import { SETTINGS } from './settings.module.js'

/** Channels to be enabled, a job each. */
export const ENABLING = 'enabling'

/** The daily runs over all channels. */
export const DAILY = 'daily'

/** Milliseconds after which a job is done again whose worker died. */
const LOCK_MILLISECONDS = Number(process.env.LOCK_MILLISECONDS ?? 30_000)

/** How workers hold a job. A worker may die under it a few times before the job counts as failed. */
export const HOLDING = {
  lockDuration: LOCK_MILLISECONDS,
  stalledInterval: LOCK_MILLISECONDS,
  maxStalledCount: 3,
}

/** The connection of all queues. */
export const connection = BullModule.forRootAsync({
  inject: [SETTINGS],
  useFactory: ({ redisUrl }: Settings) => ({ connection: { url: redisUrl } }),
})

/** The queue of channels. What may pass is tried again for half an hour: after 1, 2, 4, 8 and 16 minutes. */
export const enabling = BullModule.registerQueue({
  name: ENABLING,
  defaultJobOptions: {
    attempts: 6,
    backoff: { type: 'exponential', delay: 60_000 },
    removeOnComplete: { age: 7 * 86_400 },
    removeOnFail: { age: 30 * 86_400 },
  },
})

/** The queue of daily runs. What fails is tried again after a quarter of an hour. */
export const daily = BullModule.registerQueue({
  name: DAILY,
  defaultJobOptions: {
    attempts: 5,
    backoff: { type: 'fixed', delay: 15 * 60_000 },
    removeOnComplete: { count: 30 },
    removeOnFail: { count: 30 },
  },
})
