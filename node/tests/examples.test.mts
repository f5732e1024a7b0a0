import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Emulator } from './emulator.mjs'

const run = promisify(execFile)
const example = (name: string) => fileURLToPath(new URL(`../examples/${name}`, import.meta.url))

let emulator: Emulator
let env: NodeJS.ProcessEnv
before(async () => {
  emulator = await Emulator.start()
  env = { ...process.env, ...emulator.environment, NO_PROXY: '127.0.0.1' }
  // The examples that are modules run in this process.
  Object.assign(process.env, emulator.environment, { NO_PROXY: '127.0.0.1' })
})
after(() => emulator.stop())
beforeEach(() => emulator.reset())

test('enable one', async () => {
  const { stdout } = await run(process.execPath, [example('enable-one.mjs'), emulator.channel], { env })
  assert.match(stdout, /^collecting from now on, request /)
  const failed = await run(process.execPath, [example('enable-one.mjs'), 'cams-of-others'], { env }).catch(
    (error) => error,
  )
  assert.equal(failed.code, 1)
  assert.match(failed.stderr, /^UnknownResourceOwnerError: /)
})

for (const [name, ...given] of [['enable-one.mjs'], ['enable-many.mjs'], ['enable-many.mjs', 'channels.csv']]) {
  test(`${[name, ...given].join(' ')} fails without its argument, and sends nothing`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
    writeFileSync(join(folder, 'channels.csv'), `${emulator.channel}\n`)
    const failed = await run(process.execPath, [example(name!), ...given], { env, cwd: folder }).then(
      () => assert.fail('it ended well'),
      (error) => error,
    )
    rmSync(folder, { recursive: true })
    assert.notEqual(failed.code, 0)
    assert.match(failed.stderr, /^InvalidArgumentError: (custSpaceId|path|journal) is undefined/)
    assert.deepEqual(await emulator.log(), [])
  })
}

test('enable many from CSV, with progress and a journal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cams-roi-'))
  try {
    const [file, journal] = [join(folder, 'channels.csv'), join(folder, 'channels.journal')]
    writeFileSync(file, `id,isv_code\n${emulator.channels.map((id) => `${id},${emulator.isvCode}`).join('\n')}\n`)
    const first = await run(process.execPath, [example('enable-many.mjs'), file, journal], { env })
    assert.equal(first.stdout, '')
    assert.match(first.stderr, /5 done, 0 failed\n$/)
    await run(process.execPath, [example('enable-many.mjs'), file, journal], { env })
    assert.equal((await emulator.log()).length, emulator.channels.length)
    // What fails is told, and so is a list that is wrong.
    writeFileSync(file, `cust_space_id\ncams-of-others\n`)
    const failed = await run(process.execPath, [example('enable-many.mjs'), file, journal], { env }).catch(
      (error) => error,
    )
    assert.equal(failed.code, 1)
    assert.match(failed.stdout, /^cams-of-others: UnknownResourceOwnerError: /)
    writeFileSync(file, `name\nshop\n`)
    const wrong = await run(process.execPath, [example('enable-many.mjs'), file, journal], { env }).catch(
      (error) => error,
    )
    assert.equal(wrong.code, 2)
    assert.match(wrong.stderr, /^InvalidArgumentError: .*channels\.csv/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a route of Express', async () => {
  const server = spawn(process.execPath, [example('express.mjs')], {
    env: { ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [url] = await once(createInterface({ input: server.stdout }), 'line')
    const put = (id: string, signal?: AbortSignal) =>
      fetch(`${url}/channels/${id}/roi`, { method: 'PUT', signal: signal ?? null })
    assert.equal((await put(emulator.channel)).status, 200)
    const refused = await put('cams-of-others')
    assert.equal(refused.status, 404)
    assert.equal(((await refused.json()) as { error: string }).error, 'UnknownResourceOwnerError')
    await emulator.fault({ type: 'throttle', retry_after_ms: 1500 }, { times: 1 })
    await emulator.fault({ type: 'hang' })
    const gone = new AbortController()
    const call = put(emulator.channels[1]!, gone.signal)
    await emulator.logged((log) => log.length === 4)
    gone.abort()
    await assert.rejects(call, { name: 'AbortError' })
    await emulator.logged((log) => log.at(-1)!.outcome === 'client_gone')
  } finally {
    server.kill()
    await once(server, 'exit')
  }
})

test('a worker of a queue', async () => {
  const { enableRoi } = await import(pathToFileURL(example('queue-worker.mjs')).href)
  const job = (custSpaceId: string) => ({ data: { custSpaceId } })
  assert.ok((await enableRoi(job(emulator.channel))).requestId)
  await assert.rejects(enableRoi(job('cams-of-others')), { name: 'UnrecoverableError' })
  await emulator.fault({ type: 'throttle' })
  await assert.rejects(enableRoi(job(emulator.channel)), { name: 'ThrottledError' })
})

test('a handler of Lambda', async () => {
  const { handler } = await import(pathToFileURL(example('lambda.mjs')).href)
  const context = { getRemainingTimeInMillis: () => 30_000 }
  assert.equal((await handler({ custSpaceId: emulator.channel }, context)).statusCode, 200)
  assert.equal((await handler({ custSpaceId: '' }, context)).statusCode, 400)
  assert.equal((await handler({}, context)).statusCode, 400)
  await emulator.fault({ type: 'hang' })
  const late = handler({ custSpaceId: emulator.channel }, { getRemainingTimeInMillis: () => 0 })
  await assert.rejects(late, { name: 'TimeoutError' })
})

for (const [runner, program, ...given] of [
  ['vitest', 'vitest/vitest.mjs', 'run', '--root', example('testing'), 'vitest.test.mjs'],
  ['jest', 'jest/bin/jest.js', '--rootDir', example('testing'), 'jest.test.cjs', '--testMatch', '**/*.cjs'],
]) {
  test(`the tests of ${runner} pass`, async () => {
    const { NODE_TEST_CONTEXT: _, ...own } = process.env
    const file = fileURLToPath(new URL(`../node_modules/${program}`, import.meta.url))
    const ended = await run(process.execPath, [file, ...given], { env: own }).catch((error) => error)
    const said = `${ended.stdout}${ended.stderr}`
    assert.equal(ended.code, undefined, said)
    assert.match(said, /2 passed/)
  })
}
