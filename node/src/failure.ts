import type * as native from '../native/generated/binding.cjs'
import { CamsRoiError } from './cams-roi-error.js'
import type { AnyCamsRoiError } from './errors.js'
import { CLASSES } from './generated/error-classes.js'
import type { ErrorKind } from './generated/error-kinds.js'
import { at, type Site } from './site.js'
import { inOwnWords } from './words.js'

/** The kinds whose messages are about options and parameters; those of the others may quote what came from elsewhere. */
const OWN_MESSAGES: ReadonlySet<string> = new Set<ErrorKind>(['ConfigurationError', 'InvalidArgumentError'])

/** An error of the core about a call or a client, as JavaScript would have said it. */
export function ownErrorOf(failure: native.Failure): AnyCamsRoiError {
  const hint = inOwnWords(failure.hint)
  if (!OWN_MESSAGES.has(failure.kind)) return errorOf({ ...failure, hint })
  return errorOf({ ...failure, hint, message: inOwnWords(failure.message), text: inOwnWords(failure.text) })
}

/** An error of the core, with its causes. */
export function errorOf(failure: native.Failure): AnyCamsRoiError {
  const chain = failure.causes.reduceRight<Error | undefined>(
    (cause, message) => new Error(message, cause && { cause }),
    undefined,
  )
  return new CLASSES[failure.kind as ErrorKind](failure.message, { ...failure, cause: chain }) as AnyCamsRoiError
}

/** An error for what this package itself did wrong. */
export function bug(panic: string, site: Site): AnyCamsRoiError {
  const hint = 'This is a mistake of cams-roi: report it with this message, and with what was called.'
  const error = new CamsRoiError(`it failed within itself: ${panic.replace(/\s+/g, ' ')}`, { hint })
  return at(site, error) as AnyCamsRoiError
}
