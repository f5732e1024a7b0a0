// A route that enables a channel. When the user goes away, so does the request to the service.

import { CamsRoiError, Client, InvalidArgumentError, ThrottledError, UnknownResourceOwnerError } from 'cams-roi'
import express from 'express'

const client = new Client()
const app = express()

app.put('/channels/:id/roi', async (request, response) => {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  response.json(await client.enableWhatsappRoiMetric({ custSpaceId: request.params.id }, { signal: gone.signal }))
})

app.use((error, _request, response, next) => {
  if (response.destroyed) return
  if (!(error instanceof CamsRoiError)) return next(error)
  if (error.retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)))
  response.status(statusOf(error)).json({ error: error.kind, requestId: error.requestId, hint: error.hint })
})

function statusOf(error) {
  if (error instanceof InvalidArgumentError) return 400
  if (error instanceof UnknownResourceOwnerError) return 404
  return error instanceof ThrottledError ? 429 : 502
}

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`)
})
