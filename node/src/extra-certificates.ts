import { readFileSync } from 'node:fs'
import type * as native from '../native/generated/binding.cjs'

const VARIABLE = 'NODE_EXTRA_CA_CERTS'

/**
 * Makes a client that trusts the certificates of `NODE_EXTRA_CA_CERTS` too, as everything else in Node does. What is wrong
 * with them is a warning, as it is from Node itself: the certificates that are trusted anyway may do.
 */
export function withNodeCertificates<Made>(
  caPem: string | undefined,
  make: (caPem: string | undefined) => native.Outcome<Made>,
): native.Outcome<Made> {
  const made = make(caPem)
  const extra = 'ok' in made ? read() : undefined
  if (extra === undefined) return made
  // The certificates that were given are good by now, so that what is wrong is the file's.
  const withExtra = make(caPem === undefined ? extra : `${extra}\n${caPem}`)
  if ('ok' in withExtra) return withExtra
  if ('err' in withExtra) warn(withExtra.err.message)
  return made
}

function read(): string | undefined {
  const file = process.env[VARIABLE]
  if (!file) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    warn((error as Error).message)
    return undefined
  }
}

let warned: string | undefined

/** Once for each trouble, for clients may be many. */
function warn(trouble: string): void {
  if (trouble === warned) return
  warned = trouble
  const file = process.env[VARIABLE]
  process.emitWarning(`Ignoring extra certs from ${VARIABLE} (${file}): ${trouble}`, { type: 'CamsRoiWarning' })
}
