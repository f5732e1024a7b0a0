"""The emulator as this package's own tests need it: with what it tells and does for nobody else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from cams_roi import testing

ACCOUNT = "1000000000000001"
ENABLE = "EnableWhatsappROIMetric"


class Emulator(testing.Emulator):
    """An emulator of its own for each test."""

    def respond(self, status: int, body: object) -> None:
        """Have every request answered with this JSON."""
        headers = [["content-type", "application/json"]]
        self.fault("respond", status=status, headers=headers, body=json.dumps(body))

    def log(self) -> list[dict[str, Any]]:
        """Give the requests so far with all that is known of them."""
        log: list[dict[str, Any]] = self.control("log")
        return log

    def wait_until_client_gone(self, count: int = 1) -> None:
        """Wait until it has seen so many clients go before their answer."""
        self.wait_for(lambda log: sum(request["outcome"] == "client_gone" for request in log) >= count)

    def wait_for(self, condition: Callable[[list[dict[str, Any]]], bool]) -> None:
        """Wait until the log fulfils a condition."""
        self.wait_for_requests(lambda _: condition(self.log()))
