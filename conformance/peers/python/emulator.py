"""The emulator as a child process, and its controls."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from types import TracebackType
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

AWKWARD = "é 验 🚀 *~+/ '()!"
"""Everything that encodings treat in different ways; also an ID that a channel really has."""

LONG = AWKWARD * 50
"""Long, but not longer than what a URL can carry."""

DIRECT = "cams-direct"
"""The channel that is meant where no ID, or an empty one, is given."""

CHANNELS = (AWKWARD, LONG, "cams-plain")

FIRST_DAY = datetime(2026, 3, 1, tzinfo=timezone.utc)

START, END = (int((FIRST_DAY + timedelta(days=day)).timestamp() * 1000) for day in (0, 2))
"""The two days of metrics, in the service's milliseconds."""

_ACCOUNT = "1000000000000001"


@dataclass(frozen=True)
class Key:
    """An AccessKey as a client is given it."""

    id: str
    secret: str
    token: str | None = None


PLAIN_KEY = Key("peer-id", "peer-secret")
TEMPORARY_KEY = Key("peer-temporary-id", "peer-temporary-secret", token="token+with/all=of~its*characters")
KEYS = (PLAIN_KEY, TEMPORARY_KEY)


class Emulator:
    """An emulator of its own, which ends with the ``with`` block, or with this process."""

    def __init__(self, *flags: str) -> None:
        """Start it; the line that it prints tells that it listens."""
        command = os.environ.get("CAMS_ROI_COMMAND")
        if command is None:
            raise RuntimeError("CAMS_ROI_COMMAND must name the cams-roi program; `cargo xtask test` sets it")
        self._process = subprocess.Popen(
            [command, "emulator", "--port", "0", "--exit-with-stdin", *flags],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{command} emulator ended with {self._process.wait()}")
        self.account: dict[str, Any] = json.loads(line)
        self.url: str = self.account["url"]
        # This machine's proxy, if it has one, does not reach our loopback.
        self._opener = build_opener(ProxyHandler({}))

    def __enter__(self) -> Emulator:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()

    @property
    def host(self) -> str:
        """``127.0.0.1:PORT``."""
        return self.url.removeprefix("http://")

    def control(self, name: str, value: object = None, method: str | None = None) -> Any:
        """Read a control, or set it to ``value``."""
        data = None if value is None else json.dumps(value).encode()
        request = Request(f"{self.url}/_emulator/{name}", data=data, method=method)
        with self._opener.open(request, timeout=10) as answer:
            return json.load(answer)

    def begin(self) -> None:
        """Back to the start, with an account whose IDs are awkward, plain and long."""
        self.control("reset", method="POST")
        self.control("limits", {"enabled": False})
        keys = [{"id": key.id, "secret": key.secret, "security_token": key.token} for key in KEYS]
        channels = [{"id": name} for name in CHANNELS]
        self.change_account(
            access_keys=keys, isv_code=AWKWARD, direct_channel={"id": DIRECT}, channels=channels
        )

    def change_account(self, **fields: object) -> None:
        """Change the account."""
        self.control("accounts", {"account_id": _ACCOUNT, **fields})

    def collect_data(self) -> None:
        """Have two days of metrics in every channel, from `FIRST_DAY` on."""
        collected = {"phone_numbers": [AWKWARD], "enabled_at": FIRST_DAY.isoformat()}
        channels = [{"id": name, **collected} for name in CHANNELS]
        self.change_account(direct_channel={"id": DIRECT, **collected}, channels=channels)
        self.control("clock", {"now": (FIRST_DAY + timedelta(days=2)).isoformat()})

    def last_request(self) -> dict[str, Any]:
        """Give the last request of the log, which must be there."""
        log: list[dict[str, Any]] = self.control("log")
        assert log, "no request came"
        return log[-1]

    def enabled_channels(self) -> list[str]:
        """Name the channels whose statistics are enabled."""
        (account,) = self.control("accounts")
        channels = [account["direct_channel"], *account["channels"]]
        return [channel["id"] for channel in channels if channel["enabled_at"] is not None]
