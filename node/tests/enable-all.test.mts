import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import {
  type EnableAllRequest,
  type EnableManyOptions,
  type FindChannelsOptions,
  type FindChannelsRequest,
  type FoundChannel,
  InvalidArgumentError,
  NotSubscribedError,
} from 'cams-roi'
import { Emulator } from './emulator.mjs'

const ENABLE = 'EnableWhatsappROIMetric'
const SHOPS = [
  { InstanceId: 'i-1', InstanceName: 'Blue Shop', State: 'published', ResourceRegionId: 'cn-hongkong' },
  { InstanceId: 'i-2', CustSpaceId: 'cams-2', InstanceName: 'Red shop', State: 'draft' },
  { InstanceId: 'i-3', InstanceName: 'Bank', State: 'published', ChannelType: 'WHATSAPP' },
  { InstanceId: 'i-4', InstanceName: 'Viber shop', State: 'published', ChannelType: 'VIBER' },
]

let emulator: Emulator
let folder: string
before(async () => {
  emulator = await Emulator.start()
  folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
})
after(async () => {
  await emulator.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => emulator.restart())

const client = () => emulator.client({ retry: { maxAttempts: 1 } })

/** Has the channels listed in two pages, and everything enabled. */
async function listShops(): Promise<void> {
  for (const rows of [SHOPS.slice(0, 2), SHOPS.slice(2)]) {
    const body = JSON.stringify({ Code: 'OK', TotalCount: 4, Data: rows })
    await emulator.fault({ type: 'respond', status: 200, body }, { match: { action: 'ListInstance' }, times: 1 })
  }
  const body = JSON.stringify({ Code: 'OK', RequestId: 'R' })
  await emulator.fault({ type: 'respond', status: 200, body }, { match: { action: ENABLE } })
}

async function found(request?: FindChannelsRequest, options?: FindChannelsOptions): Promise<string[]> {
  const ids: string[] = []
  for await (const { custSpaceId } of client().findChannels(request, options)) ids.push(custSpaceId)
  return ids
}

async function outcomes(request?: EnableAllRequest, options?: EnableManyOptions) {
  const all = []
  for await (const outcome of client().enableAll(request, options)) all.push(outcome)
  return all
}

async function enabled(): Promise<string[]> {
  const log = await emulator.log()
  return log.filter(({ action }) => action === ENABLE).map(({ parameters }) => parameters['CustSpaceId']!)
}

test('all channels are found', async () => {
  const ids = await found()
  for (const channel of emulator.channels) assert.ok(ids.includes(channel))
  assert.ok((await emulator.log()).every(({ action }) => action === 'ListInstance'))
})

test('channels are found by name, state and region', async () => {
  const cases: [FindChannelsRequest, string[]][] = [
    [{}, ['i-1', 'cams-2', 'i-3']],
    [{ name: 'SHOP' }, ['i-1', 'cams-2']],
    [{ state: 'Published' }, ['i-1', 'i-3']],
    [{ region: 'cn-hongkong' }, ['i-1']],
    [{ name: 'shop', state: 'draft' }, ['cams-2']],
  ]
  for (const [request, ids] of cases) {
    await listShops()
    assert.deepEqual(await found(request), ids)
  }
})

test('a limit, and whoever leaves early, fetches no further page', async () => {
  await listShops()
  assert.deepEqual(await found({}, { limit: 2 }), ['i-1', 'cams-2'])
  for await (const _ of client().findChannels()) break
  assert.equal((await emulator.log()).length, 2)
})

test('all that are found are enabled', async () => {
  const totals = new Set<number | undefined>()
  const all = await outcomes({}, { onProgress: ({ total }) => totals.add(total) })
  for (const channel of emulator.channels) assert.ok(all.some(({ custSpaceId }) => custSpaceId === channel))
  assert.ok(all.every(({ status }) => status === 'enabled'))
  assert.deepEqual([...totals], [all.length])
  const actions = (await emulator.log()).map(({ action }) => action)
  assert.deepEqual(actions, ['ListInstance', ...all.map(() => ENABLE)])
})

test('those that are wanted are enabled', async () => {
  await listShops()
  const where = ({ name }: FoundChannel) => name.startsWith('B')
  await outcomes({ state: 'published', where }, { isvCode: 'isv-1' })
  assert.deepEqual((await enabled()).sort(), ['i-1', 'i-3'])
  assert.equal((await emulator.log()).at(-1)!.parameters['IsvCode'], 'isv-1')
  await emulator.restart()
  await listShops()
  await outcomes({ where: async ({ name }) => /shop/i.test(name) })
  assert.deepEqual((await enabled()).sort(), ['cams-2', 'i-1'])
})

test('a predicate that throws ends it before anything is enabled', async () => {
  await listShops()
  const mine = new Error('no bank')
  const where = ({ name }: FoundChannel) => {
    if (name === 'Bank') throw mine
    return true
  }
  await assert.rejects(outcomes({ where }), (error) => error === mine)
  assert.deepEqual(await enabled(), [])
})

test('channels that cannot be listed end it', async () => {
  await emulator.changeAccount({ subscribed: false })
  await assert.rejects(outcomes(), NotSubscribedError)
  assert.deepEqual(await enabled(), [])
})

test('a journal carries over what is done', async () => {
  const journal = join(folder, 'channels.journal')
  await listShops()
  await outcomes({ state: 'published' }, { journal })
  await listShops()
  const all = await outcomes({}, { journal })
  assert.deepEqual(
    all
      .filter(({ resumed }) => resumed)
      .map(({ custSpaceId }) => custSpaceId)
      .sort(),
    ['i-1', 'i-3'],
  )
  assert.deepEqual((await enabled()).sort(), ['cams-2', 'i-1', 'i-3'])
})

test('a run tells how many channels it has', async () => {
  await listShops()
  const run = client().enableAll()
  assert.equal(run.total, undefined)
  await run.next()
  assert.equal(run.total, 3)
  await run.return!()
  const [first, second] = emulator.channels as [string, string]
  assert.equal(client().enableMany([first, second, first]).total, 2)
  assert.equal(client().enableMany(new Set([first])).total, 1)
  assert.equal(client().enableMany([first][Symbol.iterator]()).total, undefined)
})

test('leaving the loop, and aborting, end the calls that are under way', async () => {
  await emulator.fault({ type: 'hang' }, { match: { cust_space_id: emulator.channel } })
  for await (const _ of client().enableAll()) {
    await emulator.logged((log) => log.some(({ outcome }) => outcome === null))
    break
  }
  await emulator.logged((log) => log.filter(({ outcome }) => outcome === 'client_gone').length === 1)
  const controller = new AbortController()
  const reading = outcomes({}, { signal: controller.signal })
  await emulator.logged((log) => log.some(({ outcome }) => outcome === null))
  controller.abort()
  await assert.rejects(reading, { name: 'AbortError' })
  await emulator.logged((log) => log.every(({ outcome }) => outcome !== null))
})

test('what cannot be right is refused before anything is sent', async () => {
  const wrong: [object, object, RegExp][] = [
    [{ where: 'shop' }, {}, /where is the string "shop"/],
    [{ where: undefined }, {}, /where is undefined/],
    [{ name: undefined }, {}, /name is undefined/],
    [{ name: 3 }, {}, /name is 3/],
    [{ stat: 'x' }, {}, /no key stat/],
    [[], {}, /the request is an array/],
    [{}, { concurrency: -1 }, /concurrency is -1/],
    [{}, { limit: 1 }, /no key limit/],
  ]
  for (const [request, options, message] of wrong) {
    assert.throws(
      () => client().enableAll(request, options),
      (error) => error instanceof InvalidArgumentError && message.test(error.message),
      JSON.stringify(request),
    )
  }
  assert.throws(() => client().findChannels({}, { pageSize: 1 } as FindChannelsOptions), /no key pageSize/)
  assert.throws(() => client().findChannels({}, { limit: 0 }), /limit is 0/)
  assert.deepEqual(await emulator.log(), [])
})
