// Written by `cargo xtask generate` from `model/errors.toml`; do not edit.
package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import io.github.camsroi.CamsRoiPanicException

/** The exception of a kind of error, which the library calls as every language does. */
internal fun exceptionOf(
    kind: String,
    message: String,
    details: CamsRoiException.Details,
    cause: Throwable?,
): CamsRoiException = when (kind) {
    "ConfigurationError" -> CamsRoiException.Configuration(message, details, cause)
    "JournalInUseError" -> CamsRoiException.JournalInUse(message, details, cause)
    "CredentialsError" -> CamsRoiException.Credentials(message, details, cause)
    "InvalidArgumentError" -> CamsRoiException.InvalidArgument(message, details, cause)
    "TransportError" -> CamsRoiException.Transport(message, details, cause)
    "RequestTimeoutError" -> CamsRoiException.RequestTimeout(message, details, cause)
    "UnexpectedResponseError" -> CamsRoiException.UnexpectedResponse(message, details, cause)
    "ServiceError" -> CamsRoiException.Service(message, details, cause)
    "NotSubscribedError" -> CamsRoiException.NotSubscribed(message, details, cause)
    "PermissionDeniedError" -> CamsRoiException.PermissionDenied(message, details, cause)
    "ThrottledError" -> CamsRoiException.Throttled(message, details, cause)
    "UnknownResourceOwnerError" -> CamsRoiException.UnknownResourceOwner(message, details, cause)
    "AuthenticationError" -> CamsRoiException.Authentication(message, details, cause)
    "InvalidParameterError" -> CamsRoiException.InvalidParameter(message, details, cause)
    "ServiceUnavailableError" -> CamsRoiException.ServiceUnavailable(message, details, cause)
    else -> throw CamsRoiPanicException("a mistake in cams-roi, please report it: no exception for $kind", cause)
}
