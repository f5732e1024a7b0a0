import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Binding from '../native/generated/binding.cjs'
import { PLATFORMS, platform } from './platform.js'

function loadBinding(): typeof Binding {
  const name = platform()
  const built = join(__dirname, '..', 'native', `cams-roi.${name}.node`)
  const isBuilt = existsSync(built)
  try {
    // Not by `require` itself: bundlers and tracers would look for what has no name yet.
    if (isBuilt) return createRequire(__filename)(built)
    // Each by its name as it is written, so that bundlers and tracers find that which is installed; and inside of `try`,
    // so that they take it for one that may be missing.
    switch (name) {
      case 'darwin-arm64':
        return require('cams-roi-darwin-arm64')
      case 'darwin-x64':
        return require('cams-roi-darwin-x64')
      case 'linux-arm64-gnu':
        return require('cams-roi-linux-arm64-gnu')
      case 'linux-arm64-musl':
        return require('cams-roi-linux-arm64-musl')
      case 'linux-x64-gnu':
        return require('cams-roi-linux-x64-gnu')
      case 'linux-x64-musl':
        return require('cams-roi-linux-x64-musl')
      case 'win32-arm64-msvc':
        return require('cams-roi-win32-arm64-msvc')
      case 'win32-x64-msvc':
        return require('cams-roi-win32-x64-msvc')
    }
  } catch (cause) {
    throw refused(name, isBuilt ? built : `cams-roi-${name}`, cause)
  }
  throw refused(name, '', undefined)
}

function refused(name: string, file: string, cause: unknown): Error {
  return new Error(`cams-roi cannot load its native part: ${reason(name, file, cause)}`, { cause })
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
      'that forgot the others, delete it and node_modules first. A bundler must copy its .node file, or leave cams-roi external.'
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

/** The binding to the core. */
export const binding: typeof Binding = loadBinding()
