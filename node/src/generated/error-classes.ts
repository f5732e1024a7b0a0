// The classes of errors by name.
//
// Written by `cargo xtask generate` from `model/errors.toml`; do not edit.

import type { CamsRoiError } from '../cams-roi-error.js'
import type { ErrorKind } from './error-kinds.js'
import {
  AuthenticationError,
  ConfigurationError,
  CredentialsError,
  InvalidArgumentError,
  InvalidParameterError,
  JournalInUseError,
  NotSubscribedError,
  PermissionDeniedError,
  RequestTimeoutError,
  ServiceError,
  ServiceUnavailableError,
  ThrottledError,
  TransportError,
  UnexpectedResponseError,
  UnknownResourceOwnerError,
} from './errors.js'

/** The class of every kind. */
export const CLASSES = {
  ConfigurationError,
  JournalInUseError,
  CredentialsError,
  InvalidArgumentError,
  TransportError,
  RequestTimeoutError,
  UnexpectedResponseError,
  ServiceError,
  NotSubscribedError,
  PermissionDeniedError,
  ThrottledError,
  UnknownResourceOwnerError,
  AuthenticationError,
  InvalidParameterError,
  ServiceUnavailableError,
} satisfies Record<ErrorKind, typeof CamsRoiError>
