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
            region: The region; ``ap-southeast-1``, the default, is the only one whose endpoint is documented.
            endpoint: The service's address, as a host name (https) or a URL. It wins over ``region``. Without it, the
                variable ``CAMS_ROI_ENDPOINT`` is asked.
            credentials: ``Credentials``, or a function, sync or async, that gives them whenever they are needed and is
                asked again ahead of their expiry. By default they are looked for in the environment
                (``ALIBABA_CLOUD_ACCESS_KEY_ID``, ``ALIBABA_CLOUD_ACCESS_KEY_SECRET``,
                ``ALIBABA_CLOUD_SECURITY_TOKEN``), an OIDC role, the Alibaba Cloud CLI's configuration, the file
                ``~/.alibabacloud/credentials``, the instance's role and ``ALIBABA_CLOUD_CREDENTIALS_URI``.
            profile: The profile that is taken from the Alibaba Cloud CLI's configuration or from the credentials file.
            account_id: The account that is called for: clients that name the same one share its rate limits, also where
                their AccessKeys differ. Give it where a function of yours gives each client keys of its own.
            signature: How requests are signed; ``acs3-hmac-sha256`` by default.
            timeout: The deadline of a call as a whole, with its waits, its retries and its wait for a turn (rate limit,
                connection), in seconds. Without one, a call has 60 seconds from its turn on, however long it waits for
                that.
            connect_timeout: How long it may take to connect (DNS, TCP, TLS), in seconds; 5 by default.
            attempt_timeout: How long one attempt may take to its complete answer, in seconds; 10 by default.
            max_attempts: Attempts in all for one call, the first one included; 3 by default.
            base_delay: What the random wait before the second attempt is at most, in seconds; 0.1 by default. It
                doubles with each further one.
            max_delay: What a wait before any attempt is at most, in seconds; 20 by default.
            rate_limit: Calls a second for each operation, fractions allowed, or ``"off"``; or a dictionary of these by
                operation, for example ``{"EnableWhatsappROIMetric": 1.25}``; what the service documents by default. All
                clients of the process that share an account share its limits, and the lowest holds.
            shared_limits: The Redis or Valkey server (6 or newer) through which all processes that call for one account
                keep its rate limits together: ``redis://HOST:PORT/DB``, ``rediss://`` for TLS, ``unix:///PATH``,
                ``redis-sentinel://HOST,HOST/MASTER`` or ``redis-cluster://HOST,HOST``; each process keeps the limits by
                itself by default. Processes with the same ``account_id``, or else the same AccessKey, share limits.
                Without it, the variable ``CAMS_ROI_SHARED_LIMITS`` is asked.
            when_unavailable: What calls do while the server of ``shared_limits`` is away, once it was there; ``local``
                by default.
            max_connections: How many connections are open at once at the most; 100 by default. A call that waits for
                one waits for its turn.
            proxy: A proxy's URL (http, https, socks5 or socks5h), or ``"direct"`` for none; the environment's by
                default.
            ca_file: A file of PEM certificates to trust besides the usual ones.
            ca_pem: PEM certificates to trust besides the usual ones.
            danger_accept_any_certificate: Trusts any certificate, so that anybody on the way can read and change what
                is sent. Never for production.
            user_agent: Your program's name, which the ``User-Agent`` header says after the library's own.
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
