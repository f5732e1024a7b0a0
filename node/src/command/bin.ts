#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { isatty } from 'node:tty'
import { program } from './program.js'

/** What somebody sends to this process is meant for the command. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function run(): void {
  const file = program()
  const command = spawn(file, process.argv.slice(2), { stdio: 'inherit' })
  command.on('error', (error) => fail(`${file} cannot be started: ${error.message}`))
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // What a terminal sends goes to both: a second one would break off what the first one ends in order.
      if (signal !== 'SIGINT' || !isatty(0)) command.kill(signal)
    })
  }
  command.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
  })
}

function fail(message: string): never {
  process.stderr.write(`error: ${message}\n`)
  process.exit(5)
}

try {
  run()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
