import { CamsRoiError } from './cams-roi-error.js'
import { CLASSES } from './generated/error-classes.js'
import type { ErrorKind } from './generated/error-kinds.js'

/** The class of each kind, by name. */
export type ErrorClasses = { [Kind in ErrorKind]: InstanceType<(typeof CLASSES)[Kind]> }

/**
 * Any error of this package, as a union over {@link CamsRoiError.kind}: `switch (error.kind)` narrows it to the class.
 *
 * @example
 * ```ts
 * if (isCamsRoiError(error)) {
 *   switch (error.kind) {
 *     case 'ThrottledError':
 *       return wait(error.retryAfterMs ?? 1000)
 *     case 'RequestTimeoutError':
 *       return report(error.timeoutPhase)
 *   }
 * }
 * ```
 */
export type AnyCamsRoiError =
  | { [Kind in ErrorKind]: ErrorClasses[Kind] & { readonly kind: Kind } }[ErrorKind]
  | (CamsRoiError & { readonly kind: 'CamsRoiError' })

/**
 * Whether something that was thrown is an error of this package, and of that kind if one is given.
 *
 * @example
 * ```ts
 * if (isCamsRoiError(error, 'ThrottledError')) await wait(error.retryAfterMs ?? 1000)
 * ```
 */
export function isCamsRoiError(error: unknown): error is AnyCamsRoiError
export function isCamsRoiError<Kind extends ErrorKind>(error: unknown, kind: Kind): error is ErrorClasses[Kind]
export function isCamsRoiError(error: unknown, kind?: ErrorKind): boolean {
  return kind === undefined ? error instanceof CamsRoiError : error instanceof CLASSES[kind]
}
