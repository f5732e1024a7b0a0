// Enables every channel of a list, with progress; run it again to go on where it stopped.
//
// Usage: node enable-many.mjs channels.csv channels.journal
// The list is a file of IDs, or CSV as spreadsheets save it, whose header names the column of the ID.

import { CamsRoiError, Client, readChannels } from 'cams-roi'

const [file, journal] = process.argv.slice(2)
const client = new Client()
const onProgress = ({ done, failed }) => console.error(`${done} done, ${failed} failed`)
try {
  for await (const outcome of client.enableMany(readChannels(file), { journal, onProgress })) {
    if (outcome.status === 'failed') {
      console.log(`${outcome.custSpaceId}: ${outcome.error}. ${outcome.error.hint}`)
      process.exitCode = 1
    }
  }
} catch (error) {
  if (!(error instanceof CamsRoiError)) throw error
  console.error(`${error}\n${error.hint}`)
  process.exitCode = 2
}
await client.close()
