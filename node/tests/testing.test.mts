// The testing kit: what it does, and what it says where it cannot.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as camsRoi from 'cams-roi'
import {
  CamsRoiError,
  type ClientInterface,
  NotSubscribedError,
  PermissionDeniedError,
  ServiceUnavailableError,
  ThrottledError,
} from 'cams-roi'
import { type Emulator, EmulatorError, startEmulator } from 'cams-roi/testing'

const run = promisify(execFile)
const packageRoot = fileURLToPath(new URL('..', import.meta.url))
const { version } = createRequire(import.meta.url)('../package.json') as { version: string }
const ENABLE = 'EnableWhatsappROIMetric'

let emulator: Emulator
let folder: string
before(async () => {
  emulator = await startEmulator()
})
after(() => emulator.stop())
beforeEach(async (context) => {
  await emulator.reset()
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
  if ('after' in context) context.after(() => rmSync(folder, { recursive: true }))
})

const enable = (channel = emulator.channels[0]!) => emulator.client().enableWhatsappRoiMetric({ custSpaceId: channel })

test('what is throttled is tried again, and the requests are told', async () => {
  await emulator.throttle({ times: 2, retryAfterMs: 10 })
  await enable()
  const [first, second, third] = await emulator.requests()
  assert.deepEqual([first!.status, second!.status, third!.status], [429, 429, 200])
  assert.deepEqual([first!.code, first!.fault, first!.action], ['Throttling.User', 'throttle', ENABLE])
  assert.deepEqual([third!.code, third!.fault, third!.outcome], ['OK', null, 'answered'])
  assert.equal(third!.parameters['CustSpaceId'], emulator.channels[0])
  assert.equal(third!.custSpaceId, emulator.channels[0])
  assert.equal(third!.accessKeyId, emulator.credentials.accessKeyId)
})

test('what is denied is denied to one operation and one channel alone', async () => {
  await emulator.deny({ operation: ENABLE, custSpaceId: emulator.channels[0]! })
  await enable(emulator.channels[1])
  await emulator.client().listInstance()
  await assert.rejects(enable(), (error: unknown) => {
    assert.ok(error instanceof PermissionDeniedError)
    assert.match(error.accessDeniedDetail?.text ?? '', /cams:EnableWhatsappROIMetric/)
    return true
  })
})

test('what fails does so as often as it is told', async () => {
  const client = emulator.client({ retry: { maxAttempts: 1 } })
  await emulator.fail({ times: 1 })
  await assert.rejects(client.listInstance(), ServiceUnavailableError)
  await client.listInstance()
  await emulator.fail({ status: 400, code: 'Product.Unsubscript', message: 'not yet' })
  await assert.rejects(client.listInstance(), NotSubscribedError)
  await assert.rejects(client.listInstance(), /not yet/)
  await emulator.reset()
  await client.listInstance()
  assert.equal((await emulator.waitForRequests(1)).length, 1)
})

test('what is waited for in vain is shown', async () => {
  const waited = emulator.waitForRequests((requests) => requests.length > 0, { patienceMs: -1 })
  await assert.rejects(waited, /the requests are not as expected after -1 ms: \[\]/)
})

test('it starts as it is told, and ends with its block', async () => {
  let url: string
  {
    await using other = await startEmulator({ channels: 2, qps: 1 })
    url = other.url
    assert.equal(other.channels.length, 2)
    const limits = await other.control('limits')
    assert.equal(limits.in_force[ENABLE], 1)
    await other.reset()
    assert.deepEqual(await other.control('limits'), limits)
  }
  await assert.rejects(fetch(url))
})

test('a control that makes no sense is refused with why', async () => {
  await assert.rejects(emulator.fault({ type: 'no such fault' }), /unknown variant `no such fault`/)
  await assert.rejects(emulator.control('nothing'), /no \/_emulator\/nothing; there are: /)
  await assert.rejects(emulator.changeAccount({ subscribed: 'x' }), EmulatorError)
})

test('a start that cannot be says why', async () => {
  await assert.rejects(startEmulator({ command: join(folder, 'nothing') }), /cannot be started: .*ENOENT/)
  await assert.rejects(startEmulator({ qps: 'many' }), /ended with 2; what it said about that is on standard error/)
  // @ts-expect-error there is no such option
  await assert.rejects(startEmulator({ chanels: 1 }), /no option chanels; there are channels, /)
  const other = join(folder, 'other')
  writeFileSync(other, '#!/bin/sh\necho hello\n')
  chmodSync(other, 0o755)
  await assert.rejects(startEmulator({ command: other }), /is no emulator: it says hello/)
})

/** Starts an emulator in a project of its own that has this package; gives what it says. */
async function started(env: NodeJS.ProcessEnv, before = '') {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  if (!before.includes('linked')) symlinkSync(packageRoot, join(folder, 'node_modules', 'cams-roi'), 'dir')
  const program = `
    const { startEmulator } = require('cams-roi/testing')
    startEmulator().then((it) => it.stop().then(() => console.log('started')), (error) => console.log(error.message))`
  const { NODE_TEST_CONTEXT: _, CAMS_ROI_COMMAND: __, ...own } = process.env
  const { stdout } = await run(process.execPath, ['-e', program], { cwd: folder, env: { ...own, ...env } })
  return stdout.trim()
}

test('the command is that of the package, else that on PATH, else what to install is said', async () => {
  const command = process.env['CAMS_ROI_COMMAND']!
  assert.match(
    await started({ PATH: folder }),
    new RegExp(`not installed: npm install --save-dev cams-roi-cli@${version}, or let the variable CAMS_ROI_COMMAND`),
  )
  symlinkSync(command, join(folder, 'cams-roi'))
  assert.equal(await started({ PATH: folder }, 'linked'), 'started')
  rmSync(join(folder, 'cams-roi'))
  const installed = join(folder, 'node_modules', 'cams-roi-cli')
  mkdirSync(installed)
  writeFileSync(join(installed, 'index.js'), `exports.program = () => ${JSON.stringify(command)}`)
  assert.equal(await started({ PATH: folder }, 'linked'), 'started')
})

test('a command of another version is not taken', async () => {
  const other = join(folder, 'other.cjs')
  writeFileSync(
    other,
    `#!${process.execPath}
    const server = require('node:http').createServer((_, answer) => answer.end('{"version":"0.0.1"}'))
    server.listen(0, '127.0.0.1', () => {
      const url = 'http://127.0.0.1:' + server.address().port
      console.log(JSON.stringify({ url, access_key_id: 'a', access_key_secret: 'b', cust_space_ids: [], isv_code: 'c' }))
    })
    process.stdin.on('end', () => process.exit()).resume()`,
  )
  chmodSync(other, 0o755)
  await assert.rejects(
    startEmulator({ command: other }),
    new RegExp(`is of version 0\\.0\\.1, and cams-roi of version ${version}: npm install --save-dev cams-roi-cli@`),
  )
})

test('every kind of error can be made by its class, and is as retryable as the service s own', () => {
  const kinds = Object.values(camsRoi).filter(
    (it): it is typeof CamsRoiError => typeof it === 'function' && it.prototype instanceof CamsRoiError,
  )
  assert.ok(kinds.length >= 14)
  for (const Kind of kinds) {
    const error = new Kind('as it would be')
    assert.equal(error.message, 'as it would be')
    assert.ok(error instanceof CamsRoiError)
  }
  assert.equal(new ThrottledError('x').retryable, true)
  assert.equal(new PermissionDeniedError('x').retryable, false)
})

test('a fake has the type of a client', async () => {
  const enabling: Pick<ClientInterface, 'enableWhatsappRoiMetric'> = {
    enableWhatsappRoiMetric: () => Promise.reject(new ThrottledError('too many calls', { code: 'Throttling.User' })),
  }
  const real: ClientInterface = emulator.client()
  await real.enableWhatsappRoiMetric({ custSpaceId: emulator.channels[0]! })
  await assert.rejects(enabling.enableWhatsappRoiMetric({ custSpaceId: 'cams-1' }), ThrottledError)
})
