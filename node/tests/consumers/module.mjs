import assert from 'node:assert/strict'
import { Client, UnknownResourceOwnerError } from 'cams-roi'

const client = new Client()
assert.ok((await client.enableWhatsappRoiMetric({ custSpaceId: process.env.CHANNEL })).requestId)
await assert.rejects(client.enableWhatsappRoiMetric({ custSpaceId: 'cams-of-others' }), UnknownResourceOwnerError)
