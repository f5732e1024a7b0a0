import { existsSync } from 'node:fs'
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

function isMusl(): boolean {
  // What Node was linked with: the report names a glibc, or none.
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  return report?.header !== undefined && report.header.glibcVersionRuntime === undefined
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

/** What is missing, and what to do. */
function reason(name: string, file: string, cause: unknown): string {
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
  return (
    `${file} is there, but the system refuses it (${(cause as Error).message}). A C library that is older than the ` +
    'one it was built for, or a file of another platform that was copied here, are the usual causes.'
  )
}

/** The bridge to the core. */
export const binding: typeof Binding = load()
