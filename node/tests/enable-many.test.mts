import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import {
  type Channels,
  ConfigurationError,
  type EnableManyProgress,
  InvalidArgumentError,
  PermissionDeniedError,
  readChannels,
} from 'cams-roi'
import { Emulator } from './emulator.mjs'

let emulator: Emulator
let folder: string
before(async () => {
  emulator = await Emulator.start({ channels: 40 })
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
})
after(async () => {
  await emulator.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => emulator.restart())

async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of iterable) items.push(item)
  return items
}

test('every channel is enabled once, from any iterable', async () => {
  async function* known() {
    yield* emulator.channels
  }
  const all: Channels[] = [
    emulator.channels,
    new Set(emulator.channels),
    known(),
    [...emulator.channels, ...emulator.channels],
  ]
  for (const channels of all) {
    await emulator.control('log', undefined, 'DELETE')
    const outcomes = await collect(emulator.client().enableMany(channels))
    assert.deepEqual(outcomes.map(({ custSpaceId }) => custSpaceId).sort(), [...emulator.channels].sort())
    for (const outcome of outcomes) {
      assert.equal(outcome.status, 'enabled')
      assert.equal(outcome.error, undefined)
      assert.ok(outcome.requestId && outcome.attempts === 1 && !outcome.resumed && !outcome.notCalled)
    }
    assert.equal((await emulator.log()).length, emulator.channels.length)
  }
})

test('a failure is an outcome, with its error', async () => {
  const outcomes = await collect(emulator.client().enableMany([emulator.channel, 'cams-of-others']))
  const failed = outcomes.find(({ status }) => status === 'failed')!
  assert.equal(failed.custSpaceId, 'cams-of-others')
  assert.equal(failed.error!.name, 'UnknownResourceOwnerError')
  assert.match(failed.error!.stack!, /enable-many\.test/)
  assert.equal(outcomes.find(({ status }) => status === 'enabled')!.custSpaceId, emulator.channel)
})

test('one denied channel ends nothing, and several in a row end the run', async () => {
  const [first, second, third] = emulator.channels as [string, string, string]
  const denied = { type: 'error', status: 403, code: 'Ram.PermissionDeny', message: 'no' }
  await emulator.fault(denied, { match: { cust_space_id: second } })
  const one = await collect(emulator.client().enableMany([first, second, third], { concurrency: 1 }))
  assert.deepEqual(
    one.map(({ status }) => status),
    ['enabled', 'failed', 'enabled'],
  )
  await emulator.control('faults', undefined, 'DELETE')
  await emulator.fault(denied)
  const run = emulator.client().enableMany(emulator.channels, { concurrency: 1, stopAfterDenials: 2 })
  const outcomes = await collect(run)
  assert.equal(outcomes.length, emulator.channels.length)
  assert.equal(outcomes.filter(({ attempts }) => attempts > 0).length, 2)
  for (const { attempts, notCalled } of outcomes) assert.equal(notCalled, attempts === 0)
  for (const { error } of outcomes) assert.ok(error instanceof PermissionDeniedError && error.custSpaceId !== undefined)
})

test('a list of channels is read as spreadsheets save it, while its channels are enabled', async () => {
  const file = join(folder, 'channels.csv')
  const [first, second] = emulator.channels as [string, string]
  writeFileSync(file, `\ufeffName;Channel ID;isv_code\r\n"a;b";${first};code\r\nc;${second};\r\n;;\r\n`)
  assert.deepEqual([...readChannels(file)], [{ custSpaceId: first, isvCode: 'code' }, { custSpaceId: second }])
  const outcomes = await collect(emulator.client().enableMany(readChannels(file)))
  assert.deepEqual(outcomes.map(({ custSpaceId }) => custSpaceId).sort(), [first, second].sort())
  // What is in front of a line that is refused is enabled, and then the line is thrown.
  writeFileSync(file, `cust_space_id\n${first}\n2.93E+10\n`)
  const seen: string[] = []
  const run = async () => {
    for await (const { custSpaceId } of emulator.client().enableMany(readChannels(file))) seen.push(custSpaceId)
  }
  await assert.rejects(run, (error) => {
    assert.ok(error instanceof InvalidArgumentError)
    assert.match(error.message, /channels\.csv.*line 3.*2\.93E\+10/)
    assert.match(error.stack!, /^.*\n.*enable-many\.test/)
    return true
  })
  assert.deepEqual(seen, [first])
  assert.throws(() => readChannels(join(folder, 'none.csv')), ConfigurationError)
  assert.throws(() => readChannels(folder), ConfigurationError)
})

test('a list may be longer than what is read at once', () => {
  const file = join(folder, 'long.csv')
  const ids = Array.from({ length: 1234 }, (_, number) => `cams-${number}`)
  writeFileSync(file, ids.join('\n'))
  assert.deepEqual(
    Array.from(readChannels(file), ({ custSpaceId }) => custSpaceId),
    ids,
  )
})

test('ISV codes are those of the channel, else those of the run', async () => {
  const isvCode = emulator.isvCode
  const own = { custSpaceId: emulator.channel, isvCode: 'its own' }
  await collect(emulator.client().enableMany([own, emulator.channels[1]!], { isvCode }))
  const codes = (await emulator.log()).map(({ parameters }) => parameters['IsvCode'])
  assert.deepEqual(codes.sort(), [isvCode, 'its own'].sort())
})

test('a journal carries over what is done', async () => {
  const journal = join(folder, 'channels.journal')
  const progress: EnableManyProgress[] = []
  const onProgress = (now: EnableManyProgress) => progress.push(now)
  await collect(emulator.client().enableMany(emulator.channels.slice(0, 3), { journal }))
  assert.equal(readFileSync(journal, 'utf8').trim().split('\n').length, 3)
  const outcomes = await collect(emulator.client().enableMany(emulator.channels.slice(0, 5), { journal, onProgress }))
  assert.equal(outcomes.filter(({ resumed }) => resumed).length, 3)
  assert.equal((await emulator.log()).length, 5)
  assert.deepEqual(progress.at(-1), { done: 5, enabled: 5, failed: 0, resumed: 3, total: 5 })
  assert.deepEqual(
    progress.map(({ done }) => done),
    [1, 2, 3, 4, 5],
  )
})

test('how many there are is told where it is known, each counted once', async () => {
  const [first, second] = emulator.channels as [string, string]
  const totals = async (channels: Channels) => {
    const totals = new Set<number | undefined>()
    await collect(emulator.client().enableMany(channels, { onProgress: ({ total }) => totals.add(total) }))
    return [...totals]
  }
  assert.deepEqual(await totals([first, { custSpaceId: second }, { custSpaceId: first }]), [2])
  assert.deepEqual(await totals(new Set([first, second])), [2])
  assert.deepEqual(await totals([first][Symbol.iterator]()), [undefined])
})

test('a journal that cannot be used is said', async () => {
  const run = emulator.client().enableMany(emulator.channels, { journal: folder })
  await assert.rejects(collect(run), (error) => error instanceof ConfigurationError && /journal/.test(error.message))
  assert.deepEqual(await emulator.log(), [])
})

test('what onProgress throws reaches the user, and ends the run', async () => {
  const mine = new Error('mine')
  const onProgress = () => {
    throw mine
  }
  await assert.rejects(
    collect(emulator.client().enableMany(emulator.channels, { onProgress })),
    (error) => error === mine,
  )
})

test('what the user’s channels throw comes after the outcomes of those before it', async () => {
  const mine = new Error('the database is gone')
  async function* broken() {
    yield emulator.channel
    yield emulator.channels[1]!
    throw mine
  }
  const seen: string[] = []
  const run = async () => {
    for await (const { custSpaceId } of emulator.client().enableMany(broken())) seen.push(custSpaceId)
  }
  await assert.rejects(run, (error) => error === mine)
  assert.deepEqual(seen.sort(), emulator.channels.slice(0, 2).sort())
  const nameless = [emulator.channel, {}][Symbol.iterator]() as never
  await assert.rejects(
    collect(emulator.client().enableMany(nameless)),
    (error) => error instanceof InvalidArgumentError && /^channel number 2: custSpaceId /.test(error.message),
  )
})

test('leaving the loop stops the calls, and the user’s own iteration', async () => {
  let closed = () => {}
  const left = new Promise<void>((resolve) => {
    closed = resolve
  })
  async function* endless() {
    try {
      for (let number = 0; ; number += 1) yield `cams-${number}`
    } finally {
      closed()
    }
  }
  for await (const _ of emulator.client().enableMany(endless())) break
  await left
})
