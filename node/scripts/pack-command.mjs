// Stages the packages of the command, and packs them: that which finds the program, and one for each platform whose
// program is there.
//
// Usage: node scripts/pack-command.mjs DIRECTORY PROGRAMS SHARE
//
// PROGRAMS is a folder with a folder for each platform that holds its program. SHARE has the man page and completions.

import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { manifest, platforms, root, stage, version } from './stage.mjs'

const [out, programs, share] = process.argv.slice(2).map((path) => resolve(path))

rmSync(out, { recursive: true, force: true })

const dist = (path) => [join(root, 'dist', path), join('dist', path)]
stage(
  out,
  {
    ...manifest('command'),
    optionalDependencies: Object.fromEntries(platforms.map((name) => [`cams-roi-cli-${name}`, version])),
  },
  [
    dist('command'),
    dist('platform.js'),
    dist('platform.d.ts'),
    [share, 'share'],
    [join(root, '..', 'crates', 'cams-roi-cli', 'README.md'), 'README.md'],
  ],
)

for (const name of platforms) {
  const program = name.startsWith('win32') ? 'cams-roi.exe' : 'cams-roi'
  const built = join(programs, name, program)
  if (!existsSync(built)) continue
  // What came through an archive of another kind has lost it.
  chmodSync(built, 0o755)
  const { main: _, ...fields } = manifest('npm', name)
  stage(
    out,
    { ...fields, name: `cams-roi-cli-${name}`, description: `The command cams-roi for ${name}`, files: [program] },
    [[built, program]],
  )
}
