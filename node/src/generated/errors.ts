// The class of each kind of error.
//
// Written by `cargo xtask generate` from `model/errors.toml`; do not edit.

import { CamsRoiError, name } from '../cams-roi-error.js'

/** A setting is wrong: endpoint, region, proxy, CA file or journal. Nothing was sent. */
export class ConfigurationError extends CamsRoiError {
  /** `ConfigurationError`, or the name of its subclass. */
  declare readonly kind: 'ConfigurationError' | 'JournalInUseError'

  static {
    name(this, 'ConfigurationError')
  }
}

/** Another run uses the journal. It can be used when that run has ended. Nothing was sent. */
export class JournalInUseError extends ConfigurationError {
  /** `JournalInUseError` */
  declare readonly kind: 'JournalInUseError'

  static {
    name(this, 'JournalInUseError')
  }
}

/**
 * No provider returned credentials. The message names each one that was tried, and why it failed. If a function of
 * your own failed, its error is in `cause`.
 */
export class CredentialsError extends CamsRoiError {
  /** `CredentialsError` */
  declare readonly kind: 'CredentialsError'

  static {
    name(this, 'CredentialsError')
  }
}

/** An argument is wrong: an empty ID, a start that is not before the end, a control character. Nothing was sent. */
export class InvalidArgumentError extends CamsRoiError {
  /** `InvalidArgumentError` */
  declare readonly kind: 'InvalidArgumentError'

  static {
    name(this, 'InvalidArgumentError')
  }
}

/** DNS, connecting, TLS, a reset, or an answer that was cut off. */
export class TransportError extends CamsRoiError {
  /** `TransportError`, or the name of its subclass. */
  declare readonly kind: 'TransportError' | 'RequestTimeoutError'

  static {
    name(this, 'TransportError')
  }
}

/** A deadline passed; `timeoutPhase` says which. */
export class RequestTimeoutError extends TransportError {
  /** `RequestTimeoutError` */
  declare readonly kind: 'RequestTimeoutError'

  static {
    name(this, 'RequestTimeoutError')
  }
}

/** The answer was not the API's JSON, but a proxy's page, a redirect, or too large. The message shows its beginning. */
export class UnexpectedResponseError extends CamsRoiError {
  /** `UnexpectedResponseError` */
  declare readonly kind: 'UnexpectedResponseError'

  static {
    name(this, 'UnexpectedResponseError')
  }
}

/** The service answered with an error code. The kinds below it have codes of their own; this one has all others. */
export class ServiceError extends CamsRoiError {
  /** `ServiceError`, or the name of its subclass. */
  declare readonly kind:
    | 'ServiceError'
    | 'NotSubscribedError'
    | 'PermissionDeniedError'
    | 'ThrottledError'
    | 'UnknownResourceOwnerError'
    | 'AuthenticationError'
    | 'InvalidParameterError'
    | 'ServiceUnavailableError'

  static {
    name(this, 'ServiceError')
  }
}

/** The account has not subscribed to Chat App Message Service. */
export class NotSubscribedError extends ServiceError {
  /** `NotSubscribedError` */
  declare readonly kind: 'NotSubscribedError'

  static {
    name(this, 'NotSubscribedError')
  }
}

/** The identity lacks a permission. `hint` names the RAM action to grant. */
export class PermissionDeniedError extends ServiceError {
  /** `PermissionDeniedError` */
  declare readonly kind: 'PermissionDeniedError'

  static {
    name(this, 'PermissionDeniedError')
  }
}

/** Too many calls. `retryAfterMs` says how long to wait, if the service said it. */
export class ThrottledError extends ServiceError {
  /** `ThrottledError` */
  declare readonly kind: 'ThrottledError'

  static {
    name(this, 'ThrottledError')
  }
}

/** The channel does not belong to the account. */
export class UnknownResourceOwnerError extends ServiceError {
  /** `UnknownResourceOwnerError` */
  declare readonly kind: 'UnknownResourceOwnerError'

  static {
    name(this, 'UnknownResourceOwnerError')
  }
}

/** The service refused the AccessKey, security token, signature, nonce or clock. */
export class AuthenticationError extends ServiceError {
  /** `AuthenticationError` */
  declare readonly kind: 'AuthenticationError'

  static {
    name(this, 'AuthenticationError')
  }
}

/** The service refused a parameter, the operation or the version. */
export class InvalidParameterError extends ServiceError {
  /** `InvalidParameterError` */
  declare readonly kind: 'InvalidParameterError'

  static {
    name(this, 'InvalidParameterError')
  }
}

/** The service failed or is overloaded. */
export class ServiceUnavailableError extends ServiceError {
  /** `ServiceUnavailableError` */
  declare readonly kind: 'ServiceUnavailableError'

  static {
    name(this, 'ServiceUnavailableError')
  }
}
