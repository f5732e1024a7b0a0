"""Channels of which a list is made, and what became of those that were to be enabled."""

from __future__ import annotations

from ._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._error import CamsRoiError


class Channel(Record):
    """A channel that needs an ISV code of its own; for others its ID alone will do.

    >>> Channel("cams-1", isv_code="isv-7").to_dict()
    {'cust_space_id': 'cams-1', 'isv_code': 'isv-7'}
    """

    __slots__ = {
        "cust_space_id": "The channel's ID (``cams-…``).",
        "isv_code": "The code by which the ISV authorised the caller.",
    }
    cust_space_id: str
    """The channel's ID (``cams-…``)."""
    isv_code: str | None
    """The code by which the ISV authorised the caller."""

    def __init__(self, cust_space_id: str, isv_code: str | None = None) -> None:
        """Name the channel."""
        self._fill((cust_space_id, isv_code))


class ChannelOutcome(Record):
    """What became of one channel."""

    __slots__ = {
        "cust_space_id": "The channel's ID.",
        "request_id": "The service's ID of the (last) request.",
        "attempts": "How many requests were sent for it. Zero where it was not called, or its call ended before the "
        "first.",
        "error": "``None`` when metrics are being collected, else why not.",
        "resumed": "Whether an earlier run had enabled it, as the journal says.",
        "not_called": "Whether it was not called, because an error of other channels' calls had ended the run: this is "
        "that error. A later run with the same journal calls it first.",
    }
    cust_space_id: str
    """The channel's ID."""
    request_id: str | None
    """The service's ID of the (last) request."""
    attempts: int
    """How many requests were sent for it. Zero where it was not called, or its call ended before the first."""
    error: CamsRoiError | None
    """``None`` when metrics are being collected, else why not."""
    resumed: bool
    """Whether an earlier run had enabled it, as the journal says."""
    not_called: bool
    """Whether it was not called, because an error of other channels' calls had ended the run: this is that error. A
    later run with the same journal calls it first."""

    @property
    def enabled(self) -> bool:
        """Whether metrics are being collected."""
        return self.error is None


class Progress(Record):
    """How far `enable_many` has come."""

    __slots__ = {
        "done": "Channels whose outcome is known.",
        "enabled": "Those of them for which metrics are being collected.",
        "failed": "The others.",
        "resumed": "Those that an earlier run had enabled, as the journal says.",
        "total": "How many there are; ``None`` where they come one by one.",
    }
    done: int
    """Channels whose outcome is known."""
    enabled: int
    """Those of them for which metrics are being collected."""
    failed: int
    """The others."""
    resumed: int
    """Those that an earlier run had enabled, as the journal says."""
    total: int | None
    """How many there are; ``None`` where they come one by one."""
