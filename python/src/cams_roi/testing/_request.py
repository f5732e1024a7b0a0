"""What the emulator says of a request."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal


@dataclass(frozen=True)
class Request:
    """A request that the emulator got."""

    sequence: int
    """Counts the requests since the emulator started, from 1."""
    action: str | None
    """The operation that was called, for example ``EnableWhatsappROIMetric``."""
    parameters: dict[str, str]
    """The operation's own parameters, by the names of the service."""
    status: int | None
    """The HTTP status of the answer; ``None`` where there was none."""
    code: str | None
    """The answer's code: ``OK``, or the error's."""
    request_id: str | None
    """The answer's request ID."""
    outcome: Literal["answered", "client_gone", "reset", "closed", "cut_off"] | None
    """How it ended; ``None`` while it has not."""
    fault: str | None
    """The name of the fault that it met."""
    access_key_id: str | None
    """Who called."""
    user_agent: str | None
    """The ``User-Agent`` header."""
    connection: int
    """Counts the connections since the emulator started, from 1."""
    received_at_ms: float
    """When it came, in milliseconds since the emulator started."""

    @property
    def cust_space_id(self) -> str | None:
        """The channel that it names."""
        return self.parameters.get("CustSpaceId")


def read(entry: dict[str, Any]) -> Request:
    """Read an entry of the emulator's log."""
    return Request(**{field.name: entry[field.name] for field in fields(Request)})
