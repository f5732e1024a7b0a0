import { closeSync, openSync, readdirSync, readSync } from 'node:fs'

/** The platforms that there is a package for. */
export const PLATFORMS = [
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
