"""What both clients are configured with."""

from __future__ import annotations

from . import _checks
from ._checks import wrong
from ._credentials import given
from ._errors import ConfigurationError
from ._native import Client as NativeClient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta
    from os import PathLike
    from typing import Any, Literal, TypeAlias

    from ._credentials import Credentials, CredentialsFunction

    Limit: TypeAlias = float | Literal["off"]


class Configured:
    """A client's settings. Everything has a default; making a client checks them, and sends nothing."""

    __module__ = "cams_roi"

    def __init__(
        self,
        *,
        credentials: Credentials | CredentialsFunction | None = None,
        profile: str | None = None,
        account_id: str | None = None,
        region: str | None = None,
        endpoint: str | None = None,
        signature: Literal["acs3-hmac-sha256", "hmac-sha1"] | None = None,
        timeout: float | timedelta | None = None,
        connect_timeout: float | timedelta | None = None,
        attempt_timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
        base_delay: float | timedelta | None = None,
        max_delay: float | timedelta | None = None,
        rate_limit: Limit | Mapping[str, Limit] | None = None,
        max_connections: int | None = None,
        proxy: str | None = None,
        ca_file: str | PathLike[str] | None = None,
        ca_pem: str | bytes | None = None,
        danger_accept_any_certificate: bool = False,
        user_agent: str | None = None,
    ) -> None:
        """Configure the client.

        Args:
            credentials: `Credentials`, or a function, sync or async, that gives them whenever they are needed and is
                asked again ahead of their expiry. By default they are looked for in the environment
                (``ALIBABA_CLOUD_ACCESS_KEY_ID``, ``ALIBABA_CLOUD_ACCESS_KEY_SECRET``,
                ``ALIBABA_CLOUD_SECURITY_TOKEN``), an OIDC role, the Alibaba Cloud CLI's configuration, the file
                ``~/.alibabacloud/credentials``, the instance's role and ``ALIBABA_CLOUD_CREDENTIALS_URI``.
            profile: The profile to use of the CLI's configuration or of the credentials file.
            account_id: The account that is called for. Clients that name the same one share its rate limits, also
                where their AccessKeys differ.
            region: ``ap-southeast-1``, the default, is the only one whose endpoint is documented.
            endpoint: The service's address, as a host name (https) or a URL; it wins over the region. Without it the
                variable ``CAMS_ROI_ENDPOINT`` is asked.
            signature: How requests are signed; ``acs3-hmac-sha256`` by default.
            timeout: Seconds for a call as a whole, with its waits and retries, its wait for a turn included. By default
                60 from when it has its turn.
            connect_timeout: Seconds for a connection to come about; 5 by default.
            attempt_timeout: Seconds for one attempt up to its complete answer; 10 by default.
            max_attempts: Attempts in all for one call, the first one included; 3 by default.
            base_delay: Seconds that the random wait before the second attempt is at most; it doubles with each further
                one; 0.1 by default.
            max_delay: Seconds that a wait before any attempt is at most; 20 by default.
            rate_limit: Calls a second for each operation, fractions allowed, or ``"off"``; or a dictionary of these by
                operation, for example ``{"EnableWhatsappROIMetric": 1.25}``. By default what the service documents: 5
                for enabling, 50 for reading. All clients of the process that share an account share its limits, and
                the lowest holds.
            max_connections: Connections that are open at once; 100 by default. Calls above wait for their turn.
            proxy: A URL (http, https, socks5 or socks5h), or ``"direct"`` for none. By default the environment's.
            ca_file: A file of PEM certificates to trust besides the usual ones.
            ca_pem: PEM certificates to trust besides the usual ones.
            danger_accept_any_certificate: Trusts any certificate, so that anybody on the way can read and change what
                is sent. Never for production.
            user_agent: What the ``User-Agent`` header says after the package's own name.

        Raises:
            ConfigurationError: A setting cannot be right.

        """
        from sys import version_info

        python = f"Python/{version_info[0]}.{version_info[1]}"
        user_agent = _text("user_agent", user_agent)
        self._native = NativeClient(
            {
                "credentials": given(credentials),
                "profile": _text("profile", profile),
                "account_id": _text("account_id", account_id),
                "region": _text("region", region),
                "endpoint": _text("endpoint", endpoint),
                "signature": _text("signature", signature),
                "timeout": _seconds("timeout", timeout),
                "connect_timeout": _seconds("connect_timeout", connect_timeout),
                "attempt_timeout": _seconds("attempt_timeout", attempt_timeout),
                "max_attempts": _checks.whole(ConfigurationError, "max_attempts", max_attempts),
                "base_delay": _seconds("base_delay", base_delay),
                "max_delay": _seconds("max_delay", max_delay),
                "rate_limit": _rate_limit(rate_limit),
                "max_connections": _checks.whole(ConfigurationError, "max_connections", max_connections),
                "proxy": _text("proxy", proxy),
                "ca_file": None if ca_file is None else _checks.path(ConfigurationError, "ca_file", ca_file),
                "ca_pem": _pem(ca_pem),
                "danger_accept_any_certificate": _checks.flag(
                    ConfigurationError, "danger_accept_any_certificate", danger_accept_any_certificate
                ),
                "user_agent": f"{python} {user_agent}" if user_agent else python,
            }
        )
        self._repr = f"{type(self).__name__}(endpoint={self._native.endpoint!r})"

    @property
    def endpoint(self) -> str:
        """The service's address, for example ``https://cams.ap-southeast-1.aliyuncs.com/``."""
        return self._native.endpoint

    def __repr__(self) -> str:
        """Show where it calls, and no secret."""
        return self._repr


def _text(name: str, given: str | None) -> str | None:
    return _checks.optional_text(ConfigurationError, name, given)


def _seconds(name: str, given: float | timedelta | None) -> float | None:
    return _checks.seconds(ConfigurationError, name, given)


def _pem(given: str | bytes | None) -> bytes | None:
    if given is None or isinstance(given, (bytes, bytearray)):
        return given
    return _checks.text(ConfigurationError, "ca_pem", given, "PEM certificates: a text or bytes", hidden=True).encode()


def _rate_limit(given: Any) -> float | str | dict[str, float | str] | None:
    if given is None:
        return None
    if not hasattr(given, "items"):
        return _limit("rate_limit", given)
    limits = {}
    for operation, limit in given.items():
        name = _checks.text(ConfigurationError, "an operation in rate_limit", operation, "the operation's name")
        limits[name] = _limit(f"rate_limit[{name!r}]", limit)
    return limits


def _limit(name: str, given: Any) -> float | str:
    if isinstance(given, str) and given == "off":
        return "off"
    limit = _checks.number(given)
    if limit is None or not 0 < limit < float("inf"):
        allowed = 'calls a second, a number above zero, or as "off"'
        if name == "rate_limit":
            allowed += ", or as a dict of these by operation; leave it out for the documented limits"
        raise wrong(ConfigurationError, name, given, allowed)
    return limit
