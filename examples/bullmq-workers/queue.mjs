// The queue, for whoever adds jobs and for the workers.

import { Queue } from 'bullmq'

export const redisUrl = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379/0'
export const connection = { url: redisUrl }
export const queueName = 'enable-channels'

/** Adds a job for each channel; a channel that waits already is not added again. */
export async function enableLater(custSpaceIds) {
  const queue = new Queue(queueName, { connection })
  const options = { attempts: 5, backoff: { type: 'exponential', delay: 10_000 }, removeOnComplete: true }
  const job = (custSpaceId) => ({ name: 'enable', data: { custSpaceId }, opts: { ...options, jobId: custSpaceId } })
  await queue.addBulk(custSpaceIds.map(job))
  await queue.close()
}
