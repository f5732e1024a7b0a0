// This package beside the official SDK, against the same static answer on localhost. Prints a Markdown table.
//
// Usage: node compare.mjs DIRECTORY
//
// DIRECTORY/ours and DIRECTORY/official each hold the node_modules of one of them, and nothing else.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = resolve(process.argv[2])
const ROUNDS = 5
const CALLS = 3000

const server = spawn(process.execPath, [join(here, 'server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
const [port] = await once(createInterface({ input: server.stdout }), 'line')

/** One client's figures in a new process, which stands where its packages are found. */
function measure(which, calls, inFlight) {
  const directory = join(root, which)
  copyFileSync(join(here, 'client.cjs'), join(directory, 'client.cjs'))
  const parameters = [join(directory, 'client.cjs'), which, port, String(calls), String(inFlight)]
  return JSON.parse(execFileSync(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] }))
}

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)]

/** The medians of some rounds. The clients take turns, so that both have the same share of a noisy machine. */
function compare(calls, inFlight) {
  const rounds = { ours: [], official: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const which of ['ours', 'official']) rounds[which].push(measure(which, calls, inFlight))
  }
  const medians = (all) =>
    Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(all.map((one) => one[name]))]))
  return { ours: medians(rounds.ours), official: medians(rounds.official) }
}

function size(directory) {
  let bytes = 0
  let packages = 0
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name)
    if (entry.isFile()) bytes += statSync(path).size
    if (entry.name === 'package.json' && /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path)) packages += 1
  }
  return { mb: bytes / 1e6, packages }
}

const rows = []
const row = (what, goal, ours, official, ratio, digits = 0) =>
  rows.push(`| ${what} | ${ours.toFixed(digits)} | ${official.toFixed(digits)} | ${ratio.toFixed(1)}× | ${goal} |`)

for (const [name, inFlight, goal] of [
  ['sequential', 1, '2.5×'],
  ['32 in flight', 32, '5×'],
]) {
  const { ours, official } = compare(CALLS, inFlight)
  row(`calls/s, ${name}`, goal, ours.callsPerSecond, official.callsPerSecond, ours.callsPerSecond / official.callsPerSecond)
  row(`CPU µs a call, ${name}`, '', ours.cpuUsPerCall, official.cpuUsPerCall, official.cpuUsPerCall / ours.cpuUsPerCall)
  row(`RSS MiB, ${name}`, '', ours.rssMiB, official.rssMiB, official.rssMiB / ours.rssMiB)
}
const cold = compare(0, 1)
row('load + client, ms', '5×', cold.ours.loadMs, cold.official.loadMs, cold.official.loadMs / cold.ours.loadMs, 1)
row('RSS MiB, loaded', '', cold.ours.rssMiB, cold.official.rssMiB, cold.official.rssMiB / cold.ours.rssMiB)
const [ours, official] = ['ours', 'official'].map((which) => size(join(root, which, 'node_modules')))
row('installed MB', '6 MB', ours.mb, official.mb, official.mb / ours.mb, 1)
row('installed packages', '2', ours.packages, official.packages, official.packages / ours.packages)

console.log(`\n| Node ${process.versions.node} | cams-roi | official SDK | better | goal |\n|---|---|---|---|---|\n${rows.join('\n')}`)
server.stdin.end()
