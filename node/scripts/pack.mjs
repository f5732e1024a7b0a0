// Stages what is published, and packs it: the package, and one package for each platform whose binary is there.
//
// Usage: node scripts/pack.mjs DIRECTORY [BINARIES]
//
// BINARIES is the folder with the binaries; by default that of the last build, native/. In it, what lies in a folder that
// is called as a platform goes into that platform's package, too.
//
// The packages of the platforms are named as optional dependencies here and not in package.json: npm refuses a lock
// file that names packages which no registry has yet.

import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(process.argv[2] ?? 'packed')
const binaries = resolve(process.argv[3] ?? join(root, 'native'))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const platforms = readdirSync(join(root, 'npm'))

rmSync(out, { recursive: true, force: true })

function stage(name, fields, files) {
  const directory = join(out, name)
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'package.json'), `${JSON.stringify(fields, null, 2)}\n`)
  for (const [from, to, filter] of files) cpSync(from, join(directory, to), { recursive: true, filter })
  copyFileSync(join(root, '..', 'LICENSE'), join(directory, 'LICENSE'))
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], {
    cwd: directory,
    stdio: 'inherit',
  })
}

/** The modules that the bundle holds (`bundle.mjs`) are not. */
function isShipped(path) {
  return !path.endsWith('.js') || ['index.js', 'bundle.js'].some((name) => path === join(root, 'dist', name))
}

const { devDependencies: _, scripts: __, napi: ___, ...published } = manifest
const optionalDependencies = Object.fromEntries(platforms.map((name) => [`cams-roi-${name}`, manifest.version]))
stage('cams-roi', { ...published, optionalDependencies }, [
  [join(root, 'dist'), 'dist', isShipped],
  [join(root, 'native', 'generated'), 'native/generated'],
  [join(root, 'README.md'), 'README.md'],
])

for (const name of platforms) {
  const binary = `cams-roi.${name}.node`
  const built = join(binaries, binary)
  if (!existsSync(built)) continue
  const fields = JSON.parse(readFileSync(join(root, 'npm', name, 'package.json'), 'utf8'))
  // What the binary links, and the licences of it, where it was built to be published.
  const linked = join(binaries, name)
  const files = existsSync(linked) ? readdirSync(linked) : []
  stage(`cams-roi-${name}`, { ...fields, version: manifest.version, files: [...fields.files, ...files] }, [
    [built, binary],
    ...files.map((file) => [join(linked, file), file]),
  ])
}
