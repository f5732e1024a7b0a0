// Enables every channel of a CSV file, with progress; run it again to go on where it stopped.
//
// Usage: node enable-many.mjs channels.csv channels.journal
// The file's first column is the channel's ID, its second, if any, the channel's ISV code.

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Client } from 'cams-roi'

const [file, journal] = process.argv.slice(2)

async function* channels() {
  // Line by line, so that the file may be as long as it likes.
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [custSpaceId, isvCode] = line.split(',').map((field) => field.trim())
    if (custSpaceId?.startsWith('cams-')) yield { custSpaceId, isvCode: isvCode || undefined }
  }
}

const client = new Client()
const onProgress = ({ done, failed }) => console.error(`${done} done, ${failed} failed`)
for await (const outcome of client.enableMany(channels(), { journal, onProgress })) {
  if (outcome.status === 'failed') {
    console.log(`${outcome.custSpaceId}: ${outcome.error}. ${outcome.error.hint}`)
    process.exitCode = 1
  }
}
await client.close()
