"""The emulator as a child process, and its controls."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

from cams_roi import Credentials

ACCOUNT = "1000000000000001"
ENABLE = "EnableWhatsappROIMetric"
DAY = 86_400_000


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
        account = json.loads(line)
        self.url: str = account["url"]
        self.channels: list[str] = account["cust_space_ids"]
        self.isv_code: str = account["isv_code"]
        self.credentials = Credentials(account["access_key_id"], account["access_key_secret"])
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
    def environment(self) -> dict[str, str]:
        """What lets a program call it without being told more."""
        return {
            "CAMS_ROI_ENDPOINT": self.url,
            "ALIBABA_CLOUD_ACCESS_KEY_ID": self.credentials.access_key_id,
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET": self.credentials.access_key_secret,
        }

    def control(self, name: str, value: object = None, method: str | None = None) -> Any:
        """Read a control, or set it to ``value``."""
        data = None if value is None else json.dumps(value).encode()
        request = Request(f"{self.url}/_emulator/{name}", data=data, method=method)
        with self._opener.open(request, timeout=30) as answer:
            return json.load(answer)

    def begin(self) -> None:
        """Back to the start, without limits."""
        self.control("reset", method="POST")
        self.control("limits", {"enabled": False})

    def change_account(self, **fields: object) -> None:
        """Change the account."""
        self.control("accounts", {"account_id": ACCOUNT, **fields})

    def fault(self, kind: str, *, times: int | None = None, **fields: object) -> None:
        """Have requests meet a fault, all of them unless told otherwise."""
        self.control("faults", {"match": {}, "times": times, "fault": {"type": kind, **fields}})

    def respond(self, status: int, body: object) -> None:
        """Have every request answered with this JSON."""
        headers = [["content-type", "application/json"]]
        self.fault("respond", status=status, headers=headers, body=json.dumps(body))

    def a_day_passes(self, days: int = 1) -> None:
        """Move the clock that figures live by."""
        self.control("clock", {"advance_ms": days * DAY})

    def log(self) -> list[dict[str, Any]]:
        """Give the requests so far."""
        log: list[dict[str, Any]] = self.control("log")
        return log

    def wait_for_requests(self, count: int) -> None:
        """Wait until so many have come."""
        self.wait_for(lambda log: len(log) >= count)

    def wait_until_client_gone(self, count: int = 1) -> None:
        """Wait until it has seen so many clients go before their answer."""
        self.wait_for(lambda log: sum(request["outcome"] == "client_gone" for request in log) >= count)

    def wait_for(self, condition: Callable[[list[dict[str, Any]]], bool], patience: float = 30) -> None:
        """Ask for the log until it fulfils a condition."""
        deadline = time.monotonic() + patience
        while not condition(log := self.log()):
            assert time.monotonic() < deadline, log[-5:]
            time.sleep(0.005)
