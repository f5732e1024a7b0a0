"""What a client tells of its calls and runs, and who listens in this process."""

from __future__ import annotations

from ._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Literal, Protocol

    from ._native import Client as NativeClient

    class Watcher(Protocol):
        """Is told of the calls and runs of all clients."""

        def traceparent(self) -> str:
            """Give where in a trace a call is made that is about to begin; an empty text outside of any."""

        def on_event(self, event: ClientEvent) -> object:
            """Take an event."""


class ClientEvent(Record):
    """One thing that a client tells of its work; it never holds a secret.

    Each ``call.start`` is followed by a ``call.attempt`` for each request, and by one ``call.end``. Each ``run.start``
    is followed by the calls of the run, and by one ``run.end``.
    """

    __slots__ = {
        "name": "``call.start``, ``call.attempt``, ``call.end``, ``run.start`` or ``run.end``.",
        "time": "When it was, in seconds since 1970, by this machine's clock.",
        "call_id": "The call's ID, which its log records have too; ``None`` for what is of a run as a whole.",
        "run_id": "The ID of the run over many channels that it belongs to, if any.",
        "operation": "The operation, for example ``EnableWhatsappROIMetric``.",
        "cust_space_id": "The channel that the call is about, if any.",
        "parent": "Where in a trace the call was made, as W3C's header ``traceparent`` says it, where that is known.",
        "attributes": "The particulars, by their names in OpenTelemetry's semantic conventions; times are in seconds.",
    }
    name: Literal["call.start", "call.attempt", "call.end", "run.start", "run.end"]
    """``call.start``, ``call.attempt``, ``call.end``, ``run.start`` or ``run.end``."""
    time: float
    """When it was, in seconds since 1970, by this machine's clock."""
    call_id: str | None
    """The call's ID, which its log records have too; ``None`` for what is of a run as a whole."""
    run_id: str | None
    """The ID of the run over many channels that it belongs to, if any."""
    operation: str
    """The operation, for example ``EnableWhatsappROIMetric``."""
    cust_space_id: str | None
    """The channel that the call is about, if any."""
    parent: str | None
    """Where in a trace the call was made, as W3C's header ``traceparent`` says it, where that is known."""
    attributes: dict[str, str | int | float | bool]
    """The particulars, by their names in OpenTelemetry's semantic conventions; times are in seconds."""


_watcher: Watcher | None = None
_failed: set[int] = set()


def watch(watcher: Watcher | None) -> None:
    """Have somebody told of the calls that begin from now on, in place of whoever was; or nobody."""
    global _watcher  # noqa: PLW0603
    _watcher = watcher


def told(native: NativeClient, options: Any) -> Any:
    """Give options to which is added that somebody listens, and where in a trace the call is made."""
    watcher = _watcher
    if watcher is not None:
        return {**(options or {}), "parent": watcher.traceparent()}
    return {**(options or {}), "parent": ""} if native.listens else options


def forward(hook: Callable[[ClientEvent], object] | None, given: dict[str, Any]) -> None:
    """Tell whoever listens. What that raises is logged once, and changes no call."""
    given["time"] /= 1000
    event = ClientEvent._of(*given.values())
    watcher = _watcher
    for listener in (hook, None if watcher is None else watcher.on_event):
        if listener is not None:
            try:
                listener(event)
            except Exception:
                _log_once(listener)


def _log_once(listener: Callable[[ClientEvent], object]) -> None:
    key = hash(listener) if listener.__hash__ else id(listener)
    if key not in _failed:
        _failed.add(key)
        import logging

        logging.getLogger("cams_roi").exception("%r failed when it was told an event; this is not told again", listener)
