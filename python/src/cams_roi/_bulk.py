"""Runs over many channels, as both clients begin them."""

from __future__ import annotations

from ._channels import Channel, Progress
from ._checks import optional_text, shown, text, wrong
from ._errors import InvalidArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable, Iterable, Iterator
    from typing import Any, TypeVar

    from ._channels import ChannelOutcome

    _Function = TypeVar("_Function", bound=Callable[..., object])


class Tally:
    """Counts outcomes, and tells whoever wants to know."""

    def __init__(self, total: int | None, tell: Callable[[Progress], object] | None) -> None:
        """Begin at zero."""
        self.total = total
        self._tell = function("on_progress", tell, "a function that takes a Progress")
        self._enabled = self._failed = self._resumed = 0

    def count(self, outcome: ChannelOutcome) -> None:
        """Add an outcome."""
        if self._tell is None:
            return
        if outcome.error is not None:
            self._failed += 1
        else:
            self._enabled += 1
        self._resumed += outcome.resumed
        done = self._enabled + self._failed
        self._tell(Progress._of(done, self._enabled, self._failed, self._resumed, self.total))


def function(name: str, given: _Function | None, allowed: str) -> _Function | None:
    """Give a function, or ``None`` as it is."""
    if given is not None and not callable(given):
        raise wrong(InvalidArgumentError, name, given, allowed)
    return given


def predicate(given: _Function | None) -> _Function | None:
    """Give what decides which of the channels that were found are enabled."""
    return function("where", given, "a function that takes a FoundChannel and gives True or False")


def decided(answer: object) -> bool:
    """Give what it decided; a coroutine that nobody awaits would count as true."""
    if hasattr(answer, "__await__"):
        raise wrong(InvalidArgumentError, "what where gave", answer, "True or False")
    return bool(answer)


def checked_channel(index: int, given: Any) -> tuple[str, str | None]:
    """Give a channel as the binding takes it; ``index`` says which one is wrong."""
    place = f"channels[{index}]"
    if not isinstance(given, Channel):
        return text(InvalidArgumentError, place, given, "the channel's ID (cams-…), a text, or as a Channel"), None
    return (
        text(InvalidArgumentError, f"{place}.cust_space_id", given.cust_space_id, "the channel's ID (cams-…), a text"),
        optional_text(InvalidArgumentError, f"{place}.isv_code", given.isv_code),
    )


def checked_channels(channels: Iterable[str | Channel]) -> Iterator[tuple[str, str | None]]:
    """Give the channels as the binding takes them, one by one."""
    return (checked_channel(index, given) for index, given in enumerate(channels))


def total(channels: Iterable[str | Channel] | AsyncIterable[str | Channel], *iterable: str) -> int | None:
    """Count the channels of a collection, each once; a stream's are not known yet.

    What has none of the methods that are named in ``iterable``, and a single channel, is refused.
    """
    # Of a mapping its keys would be taken, and what they map to left out.
    is_one = isinstance(channels, (str, bytes, bytearray)) or hasattr(channels, "keys")
    if is_one or not any(hasattr(channels, method) for method in iterable):
        allowed = "a list, or any other iterable, of channels; a single one goes into a list, a file into read_channels"
        raise wrong(InvalidArgumentError, "channels", channels, allowed)
    if hasattr(channels, "readline"):
        raise InvalidArgumentError(
            f"channels is {shown(channels)}, whose lines end with line ends and may be a table's",
            hint="Give read_channels(path), which reads the lists that people and spreadsheets write.",
        )
    if not hasattr(channels, "__len__"):
        return None
    return len({given for given, _ in checked_channels(channels)})  # type: ignore[arg-type]
