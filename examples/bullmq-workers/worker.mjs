// A worker that enables channels: node worker.mjs. All workers of the account keep its rate limits together.

import { UnrecoverableError, Worker } from 'bullmq'
import { CamsRoiError, Client } from 'cams-roi'
import { connection, queueName, redisUrl } from './queue.mjs'

const client = new Client({ sharedLimits: redisUrl })

/** Enables the job's channel. What may pass is tried again by the queue, as the job's `attempts` say. */
async function enableChannel(job) {
  try {
    const { requestId } = await client.enableWhatsappRoiMetric({ custSpaceId: job.data.custSpaceId })
    return requestId
  } catch (error) {
    if (error instanceof CamsRoiError && !error.retryable)
      throw new UnrecoverableError(`${error.message} ${error.hint}`)
    throw error
  }
}

const worker = new Worker(queueName, enableChannel, {
  connection,
  concurrency: 4,
  // Milliseconds after which a job is done again whose worker died.
  lockDuration: Number(process.env.LOCK_MILLISECONDS ?? 30_000),
  stalledInterval: Number(process.env.LOCK_MILLISECONDS ?? 30_000),
})
worker.on('failed', (job, error) => console.error(`${job?.data.custSpaceId} is not enabled: ${error.message}`))

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    // What is under way ends first.
    await worker.close()
    await client.close()
  })
}
