# Written by `cargo xtask generate` from `model/options.toml`; do not edit.
"""What clients, calls and runs are told, checked, and as the binding takes it."""

from __future__ import annotations

from . import _options
from ._errors import ConfigurationError, InvalidArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import timedelta
    from os import PathLike
    from typing import Any, Literal

    from ._credentials import Credentials, CredentialsFunction
    from ._events import ClientEvent
    from ._options import Limit


class Configured(_options.Opened):
    """A client's settings. Everything has a default; making a client checks them, and sends nothing."""

    __module__ = "cams_roi"

    def __init__(
        self,
        *,
        region: str | None = None,
        endpoint: str | None = None,
        credentials: Credentials | CredentialsFunction | None = None,
        profile: str | None = None,
        account_id: str | None = None,
        signature: Literal["acs3-hmac-sha256", "hmac-sha1"] | None = None,
        timeout: float | timedelta | None = None,
        connect_timeout: float | timedelta | None = None,
        attempt_timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
        base_delay: float | timedelta | None = None,
        max_delay: float | timedelta | None = None,
        rate_limit: Limit | Mapping[str, Limit] | None = None,
        shared_limits: str | None = None,
        when_unavailable: Literal["local", "wait"] | None = None,
        max_connections: int | None = None,
        proxy: str | None = None,
        ca_file: str | PathLike[str] | None = None,
        ca_pem: str | bytes | None = None,
        danger_accept_any_certificate: bool = False,
        user_agent: str | None = None,
        on_event: Callable[[ClientEvent], object] | None = None,
    ) -> None:
        """Configure the client.

        Args:
            region: The region. Only ``ap-southeast-1``, the default, has a documented endpoint.
            endpoint: The service's address, as a host name (https) or a URL. It overrides ``region``. Without it, the
                variable ``CAMS_ROI_ENDPOINT`` is used.
            credentials: ``Credentials``, or a function, sync or async, that returns them and is called again before
                they expire. By default, they come from the environment (``ALIBABA_CLOUD_ACCESS_KEY_ID``,
                ``ALIBABA_CLOUD_ACCESS_KEY_SECRET``, ``ALIBABA_CLOUD_SECURITY_TOKEN``), an OIDC role, the Alibaba Cloud
                CLI's configuration, the file ``~/.alibabacloud/credentials``, the instance's role or
                ``ALIBABA_CLOUD_CREDENTIALS_URI``.
            profile: The profile of the Alibaba Cloud CLI's configuration or of the credentials file to take credentials
                from. No other source is asked.
            account_id: The account that is called. Clients that name the same account share its rate limits, even if
                their AccessKeys differ. Set it if a function of yours gives each client its own keys.
            signature: How requests are signed; ``acs3-hmac-sha256`` by default.
            timeout: The deadline of a whole call, including its waits, its retries and the wait for its turn (rate
                limit, connection), in seconds. Without it, a call has 60 seconds from its turn on, however long it
                waits for the turn.
            connect_timeout: The time limit for connecting (DNS, TCP, TLS), in seconds; 5 by default.
            attempt_timeout: The time limit for one attempt, up to its complete answer, in seconds; 10 by default.
            max_attempts: The largest number of attempts for one call, including the first; 3 by default.
            base_delay: Upper bound of the random delay before the first retry, in seconds; 0.1 by default. It doubles
                with each further retry.
            max_delay: Upper bound of the delay before any retry, in seconds; 20 by default.
            rate_limit: Calls per second for each operation, fractions allowed, or ``"off"``; or a dictionary of these
                by operation, for example ``{"EnableWhatsappROIMetric": 1.25}``; what the service documents by default.
                All clients of the process that call for the same account share the limits, and the lowest counts.
            shared_limits: The Redis or Valkey server (6 or newer) through which all processes that call for one account
                keep its rate limits together: ``redis://HOST:PORT/DB``, ``rediss://`` for TLS, ``unix:///PATH``,
                ``redis-sentinel://HOST,HOST/MASTER`` or ``redis-cluster://HOST,HOST``; each process keeps the limits by
                itself by default. Processes with the same ``account_id``, or else the same AccessKey, share limits.
                Without it, the variable ``CAMS_ROI_SHARED_LIMITS`` is used.
            when_unavailable: What calls do while the server of ``shared_limits`` is away, once it was there; ``local``
                by default.
            max_connections: The largest number of open connections; 100 by default. A call that needs one waits for its
                turn.
            proxy: A proxy's URL (http, https, socks5 or socks5h), or ``"direct"`` for none; the environment's by
                default.
            ca_file: A file of PEM certificates to trust, in addition to the usual ones.
            ca_pem: PEM certificates to trust, in addition to the usual ones.
            danger_accept_any_certificate: Trusts any certificate. Anybody on the way can then read and change what is
                sent: never use it in production.
            user_agent: Your program's name. It follows the library's name in the ``User-Agent`` header.
            on_event: Receives an event when a call or a run over many channels begins, for each request, and when one
                ends: what tracing and metrics are made of. What it throws is logged once, and changes no call.

        Raises:
            ConfigurationError: A setting cannot be right.

        """
        self._open(
            credentials,
            on_event,
            {
                "region": _options.text(ConfigurationError, "region", region),
                "endpoint": _options.text(ConfigurationError, "endpoint", endpoint),
                "profile": _options.text(ConfigurationError, "profile", profile),
                "account_id": _options.text(ConfigurationError, "account_id", account_id),
                "signature": _options.text(ConfigurationError, "signature", signature),
                "timeout": _options.span(ConfigurationError, "timeout", timeout),
                "connect_timeout": _options.span(ConfigurationError, "connect_timeout", connect_timeout),
                "attempt_timeout": _options.span(ConfigurationError, "attempt_timeout", attempt_timeout),
                "max_attempts": _options.count(ConfigurationError, "max_attempts", max_attempts),
                "base_delay": _options.span(ConfigurationError, "base_delay", base_delay),
                "max_delay": _options.span(ConfigurationError, "max_delay", max_delay),
                "rate_limit": _options.rate_limit(ConfigurationError, "rate_limit", rate_limit),
                "shared_limits": _options.text(ConfigurationError, "shared_limits", shared_limits),
                "when_unavailable": _options.text(ConfigurationError, "when_unavailable", when_unavailable),
                "max_connections": _options.count(ConfigurationError, "max_connections", max_connections),
                "proxy": _options.text(ConfigurationError, "proxy", proxy),
                "ca_file": _options.path(ConfigurationError, "ca_file", ca_file),
                "ca_pem": _options.pem(ConfigurationError, "ca_pem", ca_pem),
                "danger_accept_any_certificate": _options.switch(
                    ConfigurationError, "danger_accept_any_certificate", danger_accept_any_certificate
                ),
                "user_agent": _options.text(ConfigurationError, "user_agent", user_agent),
            },
        )


def call_options(
    timeout: float | timedelta | None,
    max_attempts: int | None,
) -> dict[str, Any] | None:
    """Give what a call does differently from its client; nothing where that is nothing."""
    if timeout is None and max_attempts is None:
        return None
    return {
        "timeout": _options.span(InvalidArgumentError, "timeout", timeout),
        "max_attempts": _options.count(InvalidArgumentError, "max_attempts", max_attempts),
    }


def enable_many_options(
    isv_code: str | None,
    journal: str | PathLike[str] | None,
    concurrency: int | None,
    stop_after_denials: int | None,
    timeout: float | timedelta | None,
    max_attempts: int | None,
) -> dict[str, Any]:
    """Give what a run over many channels is told."""
    return {
        "isv_code": _options.text(InvalidArgumentError, "isv_code", isv_code),
        "journal": _options.path(InvalidArgumentError, "journal", journal),
        "concurrency": _options.count(InvalidArgumentError, "concurrency", concurrency),
        "stop_after_denials": _options.count(InvalidArgumentError, "stop_after_denials", stop_after_denials),
        "timeout": _options.span(InvalidArgumentError, "timeout", timeout),
        "max_attempts": _options.count(InvalidArgumentError, "max_attempts", max_attempts),
    }
