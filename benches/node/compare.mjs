// This package beside the official SDK, against the same static answer on localhost. Prints what benches/how-it-is-measured.md
// describes.
//
// Usage: node compare.mjs DIRECTORY URL
//
// DIRECTORY/ours and DIRECTORY/official each hold the node_modules of one of them, and nothing else.

import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = resolve(process.argv[2])
const ROUNDS = 5
const CALLS = 3000

const port = new URL(process.argv[3]).port

/** One client's results in a new process, which stands where its packages are found. */
function measure(which, calls, inFlight) {
  const directory = join(root, which)
  copyFileSync(join(here, 'client.cjs'), join(directory, 'client.cjs'))
  const parameters = [join(directory, 'client.cjs'), which, port, String(calls), String(inFlight)]
  return JSON.parse(execFileSync(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] }))
}

/** All results of some rounds. The clients take turns, so that both have the same share of a noisy machine. */
function compare(calls, inFlight) {
  const rounds = { ours: [], official: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const which of ['ours', 'official']) rounds[which].push(measure(which, calls, inFlight))
  }
  return rounds
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

function version(which, name) {
  return JSON.parse(readFileSync(join(root, which, 'node_modules', name, 'package.json'), 'utf8')).version
}

const print = (line) => console.log(JSON.stringify(line))
const row = (what, better, rounds, figure, goal) => {
  const [ours, peer] = [rounds.ours, rounds.official].map((all) => all.map((one) => one[figure]))
  print({ what, better, goal, ours, peer })
}

print({
  face: `Node ${process.versions.node}`,
  ours: `cams-roi ${version('ours', 'cams-roi')}`,
  peer: `@alicloud/cams20200606 ${version('official', '@alicloud/cams20200606')}`,
})
for (const [name, inFlight, goal] of [
  ['one after another', 1, 2.5],
  ['32 in flight', 32, 5],
]) {
  const rounds = compare(CALLS, inFlight)
  row(`calls/s, ${name}`, 'more', rounds, 'callsPerSecond', goal)
  row(`CPU µs a call, ${name}`, 'less', rounds, 'cpuUsPerCall')
  row(`memory after that, MiB`, 'less', rounds, 'rssMiB')
}
const cold = compare(0, 1)
row('load and client, ms', 'less', cold, 'loadMs', 5)
row('memory after that, MiB', 'less', cold, 'rssMiB')
const sizes = { ours: [size(join(root, 'ours', 'node_modules'))], official: [size(join(root, 'official', 'node_modules'))] }
row('installed with what it needs, MB', 'less', sizes, 'mb')
row('installed packages', 'less', sizes, 'packages')
