'use strict'
// One client in a process of its own: loads it, makes calls, prints what they cost as JSON.
//
// Usage: node client.cjs ours|official PORT CALLS IN_FLIGHT

const { performance } = require('node:perf_hooks')

const [which, port, calls, inFlight] = [process.argv[2], ...process.argv.slice(3).map(Number)]
const KEY = { accessKeyId: 'id', accessKeySecret: 'secret' }

const CLIENTS = {
  ours() {
    const { Client } = require('cams-roi')
    const client = new Client({ endpoint: `http://127.0.0.1:${port}`, credentials: KEY, rateLimit: 'off', proxy: 'direct' })
    return () => client.enableWhatsappRoiMetric({ custSpaceId: 'cams-1' })
  },
  official() {
    const { default: Client, EnableWhatsappROIMetricRequest } = require('@alicloud/cams20200606')
    const { Config } = require('@alicloud/openapi-client')
    const client = new Client(new Config({ ...KEY, endpoint: `127.0.0.1:${port}`, protocol: 'http' }))
    return () => client.enableWhatsappROIMetric(new EnableWhatsappROIMetricRequest({ custSpaceId: 'cams-1' }))
  },
}

async function make(count, call) {
  let left = count
  const worker = async () => {
    while (left-- > 0) await call()
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
}

async function main() {
  const start = performance.now()
  const call = CLIENTS[which]()
  const loadMs = performance.now() - start
  await make(Math.min(calls, 500), call)
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  await make(calls, call)
  const seconds = (performance.now() - before) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  const figures = {
    loadMs,
    callsPerSecond: calls / seconds,
    cpuUsPerCall: (user + system) / Math.max(calls, 1),
    rssMiB: process.memoryUsage.rss() / 2 ** 20,
  }
  console.log(JSON.stringify(figures))
  process.exit()
}

main()
