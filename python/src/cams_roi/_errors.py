# Written by `cargo xtask generate` from `model/errors.toml`; do not edit.
"""The errors, as one tree. The names are the same in every language."""

from __future__ import annotations

from ._error import CamsRoiError


class ConfigurationError(CamsRoiError, ValueError):
    """A setting is wrong: endpoint, region, proxy, CA file or journal.

    Nothing was sent.
    """


class JournalInUseError(ConfigurationError):
    """Another run uses the journal.

    It can be used when that run has ended. Nothing was sent.
    """

    _is_retryable = True


class CredentialsError(CamsRoiError):
    """No provider returned credentials.

    The message names each one that was tried, and why it failed. If a function of your own failed, its error is in
    ``__cause__``.
    """


class InvalidArgumentError(CamsRoiError, ValueError):
    """An argument is wrong: an empty ID, a start that is not before the end, a control character.

    Nothing was sent.
    """


class TransportError(CamsRoiError, ConnectionError):
    """DNS, connecting, TLS, a reset, or an answer that was cut off."""

    _is_retryable = True


class RequestTimeoutError(TransportError, TimeoutError):
    """A deadline passed; `timeout_phase` says which."""


class UnexpectedResponseError(CamsRoiError):
    """The answer was not the API's JSON, but a proxy's page, a redirect, or too large.

    The message shows its beginning.
    """


class ServiceError(CamsRoiError):
    """The service answered with an error code.

    The kinds below it have codes of their own; this one has all others.
    """


class NotSubscribedError(ServiceError):
    """The account has not subscribed to Chat App Message Service."""


class PermissionDeniedError(ServiceError, PermissionError):
    """The identity lacks a permission.

    `hint` names the RAM action to grant.
    """


class ThrottledError(ServiceError):
    """Too many calls.

    `retry_after` says how long to wait, if the service said it.
    """

    _is_retryable = True


class UnknownResourceOwnerError(ServiceError):
    """The channel does not belong to the account."""


class AuthenticationError(ServiceError):
    """The service refused the AccessKey, security token, signature, nonce or clock."""


class InvalidParameterError(ServiceError, ValueError):
    """The service refused a parameter, the operation or the version."""


class ServiceUnavailableError(ServiceError):
    """The service failed or is overloaded."""

    _is_retryable = True
