// A worker of its own process: enables the channels of a list, and prints each that is enabled.
// Usage: worker.cjs PACKAGE LIST CALLS_PER_SECOND [JOURNAL]

const [pkg, list, callsPerSecond, journal] = process.argv.slice(2)
const { Client, readChannels } = require(pkg)

async function main() {
  const client = new Client({ rateLimit: Number(callsPerSecond) })
  for await (const outcome of client.enableMany(readChannels(list), journal ? { journal } : {})) {
    if (outcome.error) throw outcome.error
    console.log(outcome.custSpaceId)
  }
}

main()
