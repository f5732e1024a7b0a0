"""What a client tells of its calls and runs, and who listens in this process."""

from __future__ import annotations

from ._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from ._native import Client as NativeClient

    Traceparent: TypeAlias = Callable[[], str]
    Listener: TypeAlias = Callable[["ClientEvent"], object]


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
    name: str
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


_watcher: tuple[Traceparent, Listener] | None = None
_failed: set[int] = set()


def watch(traceparent: Traceparent, listener: Listener) -> None:
    """Give the events of all clients' calls that begin from now on to one listener, instead of the one before.

    Args:
        traceparent: Gives where in a trace a call is made that is about to begin; an empty text outside of any.
        listener: Receives the events.

    """
    global _watcher  # noqa: PLW0603
    _watcher = traceparent, listener


def unwatch() -> None:
    """Give the events of calls that begin from now on to no listener of all clients."""
    global _watcher  # noqa: PLW0603
    _watcher = None


def told(native: NativeClient, options: Any) -> Any:
    """Give options to which is added that somebody listens, and where in a trace the call is made."""
    watcher = _watcher
    if watcher is not None:
        return {**(options or {}), "parent": watcher[0]()}
    return {**(options or {}), "parent": ""} if native.listens else options


def forward(hook: Listener | None, given: dict[str, Any]) -> None:
    """Give an event to whoever listens. What a listener raises is logged once, and changes no call."""
    given["time"] /= 1000
    event = ClientEvent._of(*given.values())
    watcher = _watcher
    for listener in (hook, None if watcher is None else watcher[1]):
        if listener is not None:
            try:
                listener(event)
            except Exception:
                _log_once(listener)


def _log_once(listener: Listener) -> None:
    try:
        # A method is another object each time, with the same hash.
        key = hash(listener)
    except TypeError:
        key = id(listener)
    if key not in _failed:
        _failed.add(key)
        import logging

        logging.getLogger("cams_roi").exception("%r failed when it was told an event; this is not told again", listener)
