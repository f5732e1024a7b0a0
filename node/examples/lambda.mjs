// A handler of a function service such as AWS Lambda. The client is made once, outside of the handler: its connections
// and credentials are there when the next event comes.

import { Client, isCamsRoiError } from 'cams-roi'

const client = new Client()

export async function handler(event, context) {
  // A second is kept to answer in.
  const signal = AbortSignal.timeout(Math.max(context.getRemainingTimeInMillis() - 1000, 1))
  try {
    const { requestId } = await client.enableWhatsappRoiMetric({ custSpaceId: event.custSpaceId }, { signal })
    return { statusCode: 200, body: JSON.stringify({ requestId }) }
  } catch (error) {
    if (!isCamsRoiError(error)) throw error
    return { statusCode: error.retryable ? 503 : 400, body: JSON.stringify(error) }
  }
}
