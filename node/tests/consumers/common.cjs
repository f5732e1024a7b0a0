const assert = require('node:assert/strict')
const { Client, CamsRoiError, InvalidArgumentError } = require('cams-roi')

async function main() {
  const client = new Client()
  assert.ok((await client.enableWhatsappRoiMetric({ custSpaceId: process.env.CHANNEL })).requestId)
  await assert.rejects(client.enableWhatsappRoiMetric({ custSpaceId: '' }), InvalidArgumentError)
  const esm = await import('cams-roi')
  assert.equal(esm.CamsRoiError, CamsRoiError)
}

main()
