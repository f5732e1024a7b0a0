"""What both clients are configured with."""

from __future__ import annotations

from ._credentials import given
from ._native import Client as NativeClient
from ._times import seconds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta
    from os import PathLike
    from typing import Literal

    from ._credentials import Credentials, CredentialsFunction


class Configured:
    """A client's settings. Everything has a default; making a client checks them, and sends nothing."""

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
        rate_limit: int | Literal["off"] | None = None,
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
            timeout: Seconds for a call as a whole, with its waits and retries; 60 by default.
            connect_timeout: Seconds for a connection to come about; 5 by default.
            attempt_timeout: Seconds for one attempt up to its complete answer; 10 by default.
            max_attempts: Attempts in all for one call, the first one included; 3 by default.
            base_delay: Seconds that the random wait before the second attempt is at most; it doubles with each further
                one; 0.1 by default.
            max_delay: Seconds that a wait before any attempt is at most; 20 by default.
            rate_limit: Calls a second for each operation, or ``"off"``. By default what the service documents: 5 for
                enabling, 50 for reading. All clients of the process that share an account share its limits.
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
        self._native = NativeClient(
            {
                "credentials": given(credentials),
                "profile": profile,
                "account_id": account_id,
                "region": region,
                "endpoint": endpoint,
                "signature": signature,
                "timeout": seconds("timeout", timeout),
                "connect_timeout": seconds("connect_timeout", connect_timeout),
                "attempt_timeout": seconds("attempt_timeout", attempt_timeout),
                "max_attempts": max_attempts,
                "base_delay": seconds("base_delay", base_delay),
                "max_delay": seconds("max_delay", max_delay),
                "rate_limit": rate_limit,
                "proxy": proxy,
                "ca_file": ca_file,
                "ca_pem": ca_pem.encode() if isinstance(ca_pem, str) else ca_pem,
                "danger_accept_any_certificate": danger_accept_any_certificate,
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
