import { PLATFORMS, platform } from '../platform.js'

/**
 * The file of the command `cams-roi` for this platform.
 *
 * @throws Error that says what to install where there is none.
 */
export function program(): string {
  const name = platform()
  const resolve = RESOLVE[name]
  if (resolve === undefined) {
    throw new Error(
      `cams-roi-cli has no program for ${name}, but for ${PLATFORMS.join(', ')}. ` +
        'Where there is Rust, `cargo install cams-roi-cli` builds one.',
    )
  }
  try {
    return resolve()
  } catch (cause) {
    throw new Error(
      `cams-roi-cli finds no program: the package cams-roi-cli-${name} is not installed. It comes with cams-roi-cli as ` +
        'an optional dependency: install again on this platform, without --omit=optional or --no-optional; where the ' +
        'lock file was made on another platform by an npm that forgot the others, delete it and node_modules first.',
      { cause },
    )
  }
}

/** Each by its name as it is written, so that tools that look for what is needed find it. */
const RESOLVE: Record<string, () => string> = {
  'darwin-arm64': () => require.resolve('cams-roi-cli-darwin-arm64/cams-roi'),
  'darwin-x64': () => require.resolve('cams-roi-cli-darwin-x64/cams-roi'),
  'linux-arm64-gnu': () => require.resolve('cams-roi-cli-linux-arm64-gnu/cams-roi'),
  'linux-arm64-musl': () => require.resolve('cams-roi-cli-linux-arm64-musl/cams-roi'),
  'linux-x64-gnu': () => require.resolve('cams-roi-cli-linux-x64-gnu/cams-roi'),
  'linux-x64-musl': () => require.resolve('cams-roi-cli-linux-x64-musl/cams-roi'),
  'win32-arm64-msvc': () => require.resolve('cams-roi-cli-win32-arm64-msvc/cams-roi.exe'),
  'win32-x64-msvc': () => require.resolve('cams-roi-cli-win32-x64-msvc/cams-roi.exe'),
}
