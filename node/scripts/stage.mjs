// Lays out a package as it is published, and packs it.

import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package cams-roi. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The platforms that there are packages for. */
export const platforms = readdirSync(join(root, 'npm'))

/** A manifest in the folder of the package cams-roi. */
export const manifest = (...path) => JSON.parse(readFileSync(join(root, ...path, 'package.json'), 'utf8'))

/** The one version of all packages. */
export const { version } = manifest()

/** Makes the package `fields.name` of `files`, each `[from, to, filter]`, in the directory `out`, and its tarball beside it. */
export function stage(out, fields, files) {
  const directory = join(out, fields.name)
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'package.json'), `${JSON.stringify({ ...fields, version }, null, 2)}\n`)
  for (const [from, to, filter] of files) cpSync(from, join(directory, to), { recursive: true, filter })
  copyFileSync(join(root, '..', 'LICENSE'), join(directory, 'LICENSE'))
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], {
    cwd: directory,
    stdio: 'inherit',
  })
}
