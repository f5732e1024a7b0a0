import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { InvalidArgumentError, NotSubscribedError, type PagesOptions, UnexpectedResponseError } from 'cams-roi'
import { Emulator } from './emulator.mjs'

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())
beforeEach(() => emulator.restart())

/** A page of channels whose IDs are numbers. */
function page(first: number, count: number, total: number | null) {
  const rows = Array.from({ length: count }, (_, index) => ({ InstanceId: `${first + index}` }))
  return { Code: 'OK', RequestId: 'R', TotalCount: total, Data: rows }
}

/** Has the requests answered with these, one after the other. */
async function answer(...bodies: object[]): Promise<void> {
  for (const body of bodies) {
    await emulator.fault({ type: 'respond', status: 200, body: JSON.stringify(body) }, { times: 1 })
  }
}

/** Parameters of the requests so far. */
async function asked(...names: string[]) {
  return (await emulator.log()).map(({ parameters }) => names.map((name) => parameters[name]))
}

async function sent(): Promise<number> {
  return (await emulator.log()).length
}

const client = () => emulator.client({ retry: { maxAttempts: 1 } })

async function ids(items: AsyncIterable<{ instanceId: string }>): Promise<string[]> {
  const found: string[] = []
  for await (const { instanceId } of items) found.push(instanceId)
  return found
}

test('all pages come in turn', async () => {
  await answer(page(0, 2, 5), page(2, 2, 5), page(4, 1, 5))
  assert.deepEqual(await ids(client().allInstances({ channelType: 'whatsapp' }, { pageSize: 2 })), [
    '0',
    '1',
    '2',
    '3',
    '4',
  ])
  assert.deepEqual(await asked('PageIndex', 'PageSize', 'ChannelType'), [
    ['1', '2', 'whatsapp'],
    ['2', '2', 'whatsapp'],
    ['3', '2', 'whatsapp'],
  ])
})

test('a page has fifty items by default', async () => {
  await answer(page(0, 1, 1))
  assert.deepEqual(await ids(client().allInstances()), ['0'])
  assert.deepEqual(await asked('PageIndex', 'PageSize'), [['1', '50']])
})

test('a page is fetched when its first item is asked for', async () => {
  await answer(page(0, 2, 4), page(2, 2, 4))
  const items = client().allInstances()
  assert.equal(await sent(), 0)
  await items.next()
  assert.equal((await items.next()).value.instanceId, '1')
  assert.equal(await sent(), 1)
  assert.equal((await items.next()).value.instanceId, '2')
  assert.equal(await sent(), 2)
})

test('a limit fetches no page behind it', async () => {
  await answer(page(0, 2, 6), page(2, 2, 6), page(4, 2, 6))
  assert.deepEqual(await ids(client().allInstances({}, { limit: 4 })), ['0', '1', '2', '3'])
  assert.equal(await sent(), 2)
})

test('what is wrong with the options is refused before anything is sent', async () => {
  const wrong = [{ limit: 0 }, { limit: 1.5 }, { pageSize: 0 }, { pageSize: -1 }, { maxAttempts: 0 }, { pages: 1 }]
  for (const options of wrong) {
    const [name] = Object.keys(options)
    await assert.rejects(
      async () => ids(client().allInstances({}, options as PagesOptions)),
      (error) => error instanceof InvalidArgumentError && error.message.includes(name!),
      JSON.stringify(options),
    )
  }
  assert.equal(await sent(), 0)
})

test('an error ends it', async () => {
  await answer(page(0, 2, 4), { Code: 'Product.Unsubscript', Message: 'No.' }, page(2, 2, 4))
  const items = client().allInstances()
  await items.next()
  await items.next()
  await assert.rejects(
    items.next(),
    (error) => error instanceof NotSubscribedError && error.operation === 'ListInstance',
  )
  assert.equal((await items.next()).done, true)
  assert.equal(await sent(), 2)
})

test('a page that comes again is an error', async () => {
  await answer(page(0, 2, null), page(0, 2, null))
  const items = client().allInstances()
  await items.next()
  await items.next()
  await assert.rejects(items.next(), (error) => {
    return error instanceof UnexpectedResponseError && /page 2 is the same as page 1/.test(error.message)
  })
  assert.equal(await sent(), 2)
})

test('whoever leaves early sends nothing more', async () => {
  await answer(page(0, 2, 4), page(2, 2, 4))
  for await (const _ of client().allInstances()) break
  assert.equal(await sent(), 1)
})

test('aborting ends the call for its page', async () => {
  await emulator.fault({ type: 'hang' })
  const controller = new AbortController()
  const reading = ids(client().allInstances({}, { signal: controller.signal }))
  await emulator.logged((log) => log.length === 1)
  controller.abort()
  await assert.rejects(reading, { name: 'AbortError' })
  await emulator.logged((log) => log.every(({ outcome }) => outcome === 'client_gone'))
  assert.equal(await sent(), 1)
})

test('a page as JSON is asked for by number', async () => {
  const templates = (...codes: string[]) => ({
    Code: 'OK',
    ListTemplate: codes.map((code) => ({ TemplateCode: code })),
  })
  await answer(templates('1', '2'), templates('3'))
  const codes: string[] = []
  for await (const { templateCode } of client().allTemplates({ custSpaceId: 'cams-1' }, { pageSize: 2 })) {
    codes.push(templateCode)
  }
  assert.deepEqual(codes, ['1', '2', '3'])
  assert.deepEqual(await asked('Page'), [['{"Index":1,"Size":2}'], ['{"Index":2,"Size":2}']])
})
