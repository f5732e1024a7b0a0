import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type * as Binding from '../native/generated/binding.cjs'

/** The platforms that there is a package for. */
const PLATFORMS = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm64-gnu',
  'linux-arm64-musl',
  'linux-x64-gnu',
  'linux-x64-musl',
  'win32-arm64-msvc',
  'win32-x64-msvc',
]

/** This platform, as the package for it is called. */
export function platform(): string {
  const { platform, arch } = process
  if (platform === 'win32') return `win32-${arch}-msvc`
  if (platform !== 'linux') return `${platform}-${arch}`
  return `linux-${arch}-${isMusl() ? 'musl' : 'gnu'}`
}

/**
 * Whether a program (Node itself) was linked with musl. Files alone are asked: `process.report` knows it too, but looks
 * up the name of every open socket on the way.
 */
export function isMusl(programs = ['/proc/self/exe', process.execPath], libraries = '/lib'): boolean {
  for (const program of programs) {
    try {
      const loader = interpreter(program)
      if (loader !== undefined) return loader.includes('/ld-musl-')
    } catch {
      // Where it cannot be read, the next one may do.
    }
  }
  try {
    return readdirSync(libraries).some((name) => name.startsWith('ld-musl-'))
  } catch {
    return false
  }
}

/** The dynamic loader that an ELF program asks for, as its program headers say. */
function interpreter(program: string): string | undefined {
  const PT_INTERP = 3
  const file = openSync(program, 'r')
  try {
    const read = (position: number, length: number) => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, position))
    }
    const header = read(0, 64)
    const headers = Number(header.readBigUInt64LE(32))
    const size = header.readUInt16LE(54)
    for (let number = 0; number < header.readUInt16LE(56); number += 1) {
      const segment = read(headers + number * size, size)
      if (segment.readUInt32LE(0) === PT_INTERP) {
        return read(Number(segment.readBigUInt64LE(8)), Number(segment.readBigUInt64LE(32))).toString('latin1')
      }
    }
    return undefined
  } finally {
    closeSync(file)
  }
}

function load(): typeof Binding {
  const name = platform()
  const built = join(__dirname, '..', 'native', `cams-roi.${name}.node`)
  const file = existsSync(built) ? built : `cams-roi-${name}`
  try {
    return require(file)
  } catch (cause) {
    throw new Error(`cams-roi cannot load its native part: ${reason(name, file, cause)}`, { cause })
  }
}

/** What is missing, and what to do, in one line. */
export function reason(name: string, file: string, cause: unknown): string {
  if (!PLATFORMS.includes(name)) {
    return `there is none for ${name}. There is one for ${PLATFORMS.join(', ')}.`
  }
  if ((cause as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') {
    return (
      `the package ${file} is not installed. It comes with cams-roi as an optional dependency: install again on this ` +
      'platform, without --omit=optional or --no-optional; where the lock file was made on another platform by an npm ' +
      'that forgot the others, delete it and node_modules first. A bundler must leave cams-roi external.'
    )
  }
  const said = cause instanceof Error ? cause.message : String(cause)
  return `${file} is there, but the system refuses it (${said.replace(/\s+/g, ' ')}). ${remedy(name)}`
}

function remedy(name: string): string {
  if (name.startsWith('linux')) {
    return (
      'The usual causes are a C library that is older than the one it was built for, node_modules that were copied ' +
      'from another platform (install again on this one), and a folder that is mounted with noexec.'
    )
  }
  if (name.startsWith('darwin')) {
    return (
      'The usual causes are node_modules that were installed by a Node of the other architecture, as under Rosetta ' +
      '(install again with this one), and a file that the system has put into quarantine (xattr -d com.apple.quarantine).'
    )
  }
  return (
    "The usual causes are node_modules that were copied from another platform (install again on this one), Microsoft's " +
    'Visual C++ runtime that is not installed (vc_redist), and a virus scanner that holds the file.'
  )
}

/** The bridge to the core. */
export const binding: typeof Binding = load()
