// A worker of a job queue such as BullMQ: what may succeed later is thrown, so that the queue tries again; what cannot
// is an UnrecoverableError, so that it does not.

import { CamsRoiError, Client } from 'cams-roi'

const client = new Client({ retry: { maxAttempts: 1 } }) // the queue tries again

/** BullMQ's own class has this name, by which it knows it. */
class UnrecoverableError extends Error {
  name = 'UnrecoverableError'
}

/** `new Worker('enable-roi', enableRoi)` */
export async function enableRoi(job) {
  try {
    return await client.enableWhatsappRoiMetric({ custSpaceId: job.data.custSpaceId })
  } catch (error) {
    if (!(error instanceof CamsRoiError) || error.retryable) throw error
    throw new UnrecoverableError(error.hint, { cause: error })
  }
}
