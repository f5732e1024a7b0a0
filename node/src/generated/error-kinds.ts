// What is known of each kind of error.
//
// Written by `cargo xtask generate` from `model/errors.toml`; do not edit.

/** The name of an error's class. The names are the same in every language that cams-roi speaks. */
export type ErrorKind =
  | 'ConfigurationError'
  | 'JournalInUseError'
  | 'CredentialsError'
  | 'InvalidArgumentError'
  | 'TransportError'
  | 'RequestTimeoutError'
  | 'UnexpectedResponseError'
  | 'ServiceError'
  | 'NotSubscribedError'
  | 'PermissionDeniedError'
  | 'ThrottledError'
  | 'UnknownResourceOwnerError'
  | 'AuthenticationError'
  | 'InvalidParameterError'
  | 'ServiceUnavailableError'

/** The kinds that are worth another try, unless an error says otherwise. */
export const RETRYABLE: ReadonlySet<string> = new Set<ErrorKind>([
  'JournalInUseError',
  'TransportError',
  'RequestTimeoutError',
  'ThrottledError',
  'ServiceUnavailableError',
])
