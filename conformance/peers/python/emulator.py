"""The emulator as a child process, and its controls."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from types import TracebackType
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

AWKWARD = "é 验 🚀 *~+/ '()!"
"""Everything that encodings treat in different ways; also an ID that a space really has."""

LONG = AWKWARD * 50
"""Long, but not longer than what a URL can carry."""

DAY_MS = 86_400_000

_ACCOUNT = "1000000000000001"


@dataclass(frozen=True)
class Key:
    """An AccessKey as a client is given it."""

    id: str
    secret: str
    token: str | None = None


PLAIN_KEY = Key("peer-id", "peer-secret")
TEMPORARY_KEY = Key("peer-temporary-id", "peer-temporary-secret", token="token+with/all=of~its*characters")


class Emulator:
    """An emulator of its own, which ends with the ``with`` block, or with this process."""

    def __init__(self) -> None:
        """Start it; the line that it prints tells that it listens."""
        command = os.environ.get("CAMS_ROI_COMMAND")
        if command is None:
            raise RuntimeError("CAMS_ROI_COMMAND must name the cams-roi program; `cargo xtask test` sets it")
        self._process = subprocess.Popen(
            [command, "emulator", "--port", "0", "--exit-with-stdin"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{command} emulator ended with {self._process.wait()}")
        self.url: str = json.loads(line)["url"]
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
        """Back to the start, with an account whose IDs are awkward, plain and long, and enough data to read."""
        self.control("reset", method="POST")
        self.control("limits", {"enabled": False})
        space = {"phone_numbers": [AWKWARD, "99900000042"], "enabled_at": "2026-01-01T00:00:00Z"}
        keys = [{"id": key.id, "secret": key.secret, "security_token": key.token} for key in KEYS]
        self.control(
            "accounts",
            {
                "account_id": _ACCOUNT,
                "access_keys": keys,
                "isv_code": AWKWARD,
                "direct_channel": {"id": "cams-direct", **space},
                "spaces": [{"id": name, **space} for name in (AWKWARD, LONG, "cams-plain")],
            },
        )
        self.control("clock", {"now": "2026-03-01T00:00:00Z"})

    def change_account(self, **fields: object) -> None:
        """Change the account."""
        self.control("accounts", {"account_id": _ACCOUNT, **fields})

    def last_request(self) -> dict[str, Any]:
        """Give the last request of the log, which must be there."""
        log: list[dict[str, Any]] = self.control("log")
        assert log, "no request came"
        return log[-1]

    def enabled_spaces(self) -> list[str]:
        """Name the spaces whose statistics are enabled."""
        (account,) = self.control("accounts")
        return [space["id"] for space in account["spaces"] if space["enabled_at"] is not None]


KEYS = (PLAIN_KEY, TEMPORARY_KEY)
