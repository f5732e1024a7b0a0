// Stages what is published, and packs it: the package, and one package for each platform whose binary is there.
//
// Usage: node scripts/pack.mjs DIRECTORY [BINARIES]
//
// BINARIES is the folder with the binaries; by default that of the last build, native/. In it, what lies in a folder that
// is called as a platform goes into that platform's package, too.
//
// The packages of the platforms, and the command's, are named here and not in package.json: npm refuses a lock file that
// names packages which no registry has yet.

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { manifest, platforms, root, stage, version } from './stage.mjs'

const out = resolve(process.argv[2] ?? 'packed')
const binaries = resolve(process.argv[3] ?? join(root, 'native'))

rmSync(out, { recursive: true, force: true })

/** Not the command's modules, and of the package's own not those that the bundle holds (`bundle.mjs`). */
function isShipped(path) {
  const dist = join(root, 'dist')
  if (path === join(dist, 'command')) return false
  const entries = [join(dist, 'index.js'), join(dist, 'bundle.js')]
  const whole = [join(dist, 'opentelemetry'), join(dist, 'testing')]
  return !path.endsWith('.js') || entries.includes(path) || whole.includes(dirname(path))
}

const { devDependencies: _, scripts: __, napi: ___, ...published } = manifest()
const dependencies = {
  optionalDependencies: Object.fromEntries(platforms.map((name) => [`cams-roi-${name}`, version])),
  // Has the emulator of cams-roi/testing; who does not test needs none.
  peerDependencies: { 'cams-roi-cli': version },
  peerDependenciesMeta: { 'cams-roi-cli': { optional: true } },
}
stage(out, { ...published, ...dependencies }, [
  [join(root, 'dist'), 'dist', isShipped],
  [join(root, 'native', 'generated'), 'native/generated'],
  // For those that know no exports.
  [join(root, 'opentelemetry'), 'opentelemetry'],
  [join(root, 'testing'), 'testing'],
  [join(root, 'README.md'), 'README.md'],
])

for (const name of platforms) {
  const binary = `cams-roi.${name}.node`
  const built = join(binaries, binary)
  if (!existsSync(built)) continue
  const fields = manifest('npm', name)
  // What the binary links, and the licences of it, where it was built to be published.
  const linked = join(binaries, name)
  const files = existsSync(linked) ? readdirSync(linked) : []
  stage(out, { ...fields, files: [...fields.files, ...files] }, [
    [built, binary],
    ...files.map((file) => [join(linked, file), file]),
  ])
}
