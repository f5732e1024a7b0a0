// Answers every request with the same success, so that what is measured is the client.

import { createServer } from 'node:http'

const BODY = JSON.stringify({ Code: 'OK', Message: 'OK', RequestId: '90E63D28-E31D-1EB2-8939-A94866411B2O', AccessDeniedDetail: 'None' })

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json;charset=utf-8', 'content-length': BODY.length })
    response.end(BODY)
  })
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.resume().on('end', () => process.exit())
