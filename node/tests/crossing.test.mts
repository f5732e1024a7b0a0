// How values are checked and cross the binding: also the kinds that no operation has yet.

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { InvalidArgumentError, OWN_CHANNEL } from 'cams-roi'
import { Emulator } from './emulator.mjs'

// biome-ignore lint/suspicious/noExplicitAny: what those write who use no TypeScript.
type Any = any

const require = createRequire(import.meta.url)
const { channel, count, flag, id, list, map, number, operation, optional, record, text, time } =
  require('../dist/crossing.js') as typeof import('../dist/crossing.js')
const { toJson } = require('../dist/json.js') as typeof import('../dist/json.js')

interface Page {
  index: number
  since?: Date
}
interface Request {
  code: string
  page: Page
  states: readonly string[]
  times?: readonly (readonly Date[])[]
  tags?: Readonly<Record<string, number>>
  pages?: Readonly<Record<string, Page>>
  custSpaceId: string | typeof OWN_CHANNEL
  all?: boolean
}
interface Result {
  requestId?: string
  pages: Page[]
  labels: Record<string, string>
  times: Record<string, Date[]>
  share?: number
}

const page = record<Page>({ index: count, since: optional(time) })
const tried = operation<Request, Result>({
  name: 'TryEverything',
  request: {
    code: id,
    page,
    states: list(text),
    times: optional(list(list(time))),
    tags: optional(map(number)),
    pages: optional(map(page)),
    custSpaceId: channel,
    all: optional(flag),
  },
  result: {
    requestId: optional(text),
    pages: list(page),
    labels: map(text),
    times: map(list(time)),
    share: optional(number),
  },
})
const request: Request = { code: '7', page: { index: 1 }, states: ['a'], custSpaceId: 'cams-1' }

test('a request crosses as its fields, in order', () => {
  const all: Request = {
    ...request,
    page: { index: 1, since: new Date(5) },
    times: [[new Date(1)], []],
    tags: { b: 1.5, __proto__: null } as Any,
    pages: { first: { index: 2 } },
    custSpaceId: OWN_CHANNEL,
    all: false,
  }
  assert.deepEqual(JSON.parse(tried.write(all)), [
    '7',
    [1, 5],
    ['a'],
    [[1], []],
    { b: 1.5 },
    { first: [2, null] },
    null,
    false,
  ])
  assert.deepEqual(JSON.parse(tried.write(request)), ['7', [1, null], ['a'], null, null, null, 'cams-1', null])
})

test('an answer becomes a result, in which what is not there has no key', () => {
  const answer = '["R",[[1,5],[2,null]],{"a":"b"},{"x":[1,2]},0.5]'
  assert.deepEqual(tried.read(JSON.parse(answer)), {
    requestId: 'R',
    pages: [{ index: 1, since: new Date(5) }, { index: 2 }],
    labels: { a: 'b' },
    times: { x: [new Date(1), new Date(2)] },
    share: 0.5,
  })
  assert.deepEqual(tried.read([null, [], {}, {}, null]), { pages: [], labels: {}, times: {} })
  // biome-ignore lint/suspicious/noSparseArray: as some write it by mistake.
  const holes = [, 'a'] as Any
  assert.throws(() => tried.check({ ...request, states: holes }, {}), { message: 'states[0] is undefined' })
})

for (const [change, message, hint] of [
  [{ code: 7 }, 'code is 7', 'Give code as a string: it may have more digits than a number holds.'],
  [{ page: undefined }, 'page is undefined', 'Give page as an object: { index, since }.'],
  [{ page: 1 }, 'page is 1', 'Give an object: page: { index, since }.'],
  [{ page: {} }, 'page.index is not given', 'Give page.index as a whole number, no more than 2^53.'],
  [{ page: { index: 1.5 } }, 'page.index is 1.5', 'Give page.index as a whole number, no more than 2^53.'],
  [
    { page: { index: 2 ** 53 } },
    'page.index is 9007199254740992',
    'Give page.index as a whole number, no more than 2^53.',
  ],
  [{ page: { index: 1, indx: 2 } }, 'page has no key indx', 'Did you mean page.index?'],
  [{ page: { index: 1, since: 5 } }, 'page.since is 5', 'Give page.since as a Date.'],
  [{ states: 'a' }, 'states is the string "a"', 'Give states as an array.'],
  [{ states: { 0: 'a' } }, 'states is an object', 'Give states as an array.'],
  [{ states: ['a', 5] }, 'states[1] is 5', 'Give states[1] as a string.'],
  [{ times: [[new Date(), null]] }, 'times[0][1] is null', 'Give times[0][1] as a Date.'],
  [{ tags: [1] }, 'tags is an array', 'Give tags as an object.'],
  [{ tags: { a: Number.NaN } }, 'tags.a is NaN', 'Give tags.a as a number.'],
  [
    { pages: { a: { index: 'x' } } },
    'pages.a.index is the string "x"',
    'Give pages.a.index as a whole number, no more than 2^53.',
  ],
  [{ all: 1 }, 'all is 1', 'Give all as true or false.'],
  [{ all: undefined }, 'all is undefined', /leave the key out/],
] as [Any, string, string | RegExp][]) {
  test(`refused: ${message}`, () => {
    assert.throws(
      () => tried.check({ ...request, ...change }, {}),
      (error) => {
        assert.ok(error instanceof InvalidArgumentError)
        assert.equal(error.message, message)
        if (typeof hint === 'string') assert.equal(error.hint, hint)
        else assert.match(error.hint ?? '', hint)
        return true
      },
    )
  })
}

test('what is missing is said in the order of its weight, with an example', () => {
  const example = "Give an object: { custSpaceId: 'cams-…', code: '…', page, states }."
  assert.throws(() => tried.check(null as Any, {}), { message: 'the request is null', hint: example })
  assert.throws(() => tried.check({} as Any, {}), { message: 'custSpaceId is not given' })
})

test('halves of a character become what UTF-8 has for them, and nothing else is changed', () => {
  for (const [given, expected] of [
    ['\ud83d\ude80 \u2028 "\\"', '\ud83d\ude80 \u2028 "\\"'],
    ['\ud83d', '\ufffd'],
    ['a\udc00\ud800b', 'a\ufffd\ufffdb'],
    ['\\ud800 \\\\\ud800', '\\ud800 \\\\\ufffd'],
    ['\u0000\n\\', '\u0000\n\\'],
  ]) {
    assert.deepEqual(JSON.parse(toJson([given])), [expected])
  }
})

let emulator: Emulator
before(async () => {
  emulator = await Emulator.start()
})
after(() => emulator.stop())

test('half a character is refused before anything is sent', async () => {
  const client = emulator.client()
  const refused = { name: 'InvalidArgumentError', message: /half of a surrogate pair/ }
  await assert.rejects(client.call('ListInstance', { InstanceName: '🚀\ud83d' }), refused)
  await assert.rejects(client.enableWhatsappRoiMetric({ custSpaceId: 'cams-\ud83d' }), refused)
  assert.deepEqual(await emulator.log(), [])
})
