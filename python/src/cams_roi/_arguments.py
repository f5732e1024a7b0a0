"""What operations are asked with, checked before anything is sent, and as the binding takes it."""

from __future__ import annotations

from os import fsdecode

from . import _bulk, _checks
from ._checks import shown, wrong
from ._errors import InvalidArgumentError
from ._times import milliseconds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from os import PathLike
    from typing import Any, Final, TypeVar

    from typing_extensions import Self

    from ._channels import Channel

    _Given = TypeVar("_Given")


class OwnChannel:
    """The type of `OWN_CHANNEL`, its only value."""

    __slots__ = ()

    def __new__(cls) -> Self:
        """Give the only value."""
        only: Self | None = globals().get("OWN_CHANNEL")
        return super().__new__(cls) if only is None else only

    def __repr__(self) -> str:
        """Show how it is written."""
        return "OWN_CHANNEL"

    def __reduce__(self) -> str:
        """Pickle and copy it as what it is: one value."""
        return "OWN_CHANNEL"


OWN_CHANNEL: Final = OwnChannel()
"""The account's own channel. An ID that is missing, as a variable that was never set, does not mean it."""


def channel(operation: str, given: str | OwnChannel) -> str | None:
    """Give the channel's ID; ``None`` is the account's own channel."""
    # Every call comes by here, and most often there is no more to ask.
    if isinstance(given, str) and given and given.isascii() and not given.isspace():
        return given
    if given is OWN_CHANNEL:
        return None
    hint = "Give cust_space_id as the channel's ID (cams-…), a text; OWN_CHANNEL is the account's own channel."
    if not isinstance(given, str):
        raise InvalidArgumentError(f"cust_space_id is {shown(given)}", operation=operation, hint=hint)
    if not given.strip(" \t\r\n"):
        raise InvalidArgumentError("cust_space_id is not given", operation=operation, hint=hint)
    return text("cust_space_id", given)


def channels(given: Iterable[str | Channel]) -> list[tuple[str, str | None]]:
    """Give the channels with their ISV codes."""
    _bulk.total(given, "__iter__")
    return list(_bulk.checked_channels(given))


def text(name: str, given: str, allowed: str = "a text") -> str:
    """Give a text."""
    return _checks.text(InvalidArgumentError, name, given, allowed)


def path(name: str, given: str | PathLike[str]) -> str:
    """Give a path as a text."""
    return text(name, fsdecode(_checks.path(InvalidArgumentError, name, given)))


def count(name: str, given: int) -> int:
    """Give a whole number."""
    return _checks.integer(InvalidArgumentError, name, given)


def flag(name: str, given: bool) -> bool:
    """Give ``True`` or ``False``."""
    return _checks.flag(InvalidArgumentError, name, given)


def time(name: str, given: datetime) -> int:
    """Give a time in milliseconds since 1970."""
    return milliseconds(InvalidArgumentError, name, given)


def items(name: str, given: Sequence[Any], check: Callable[[str, Any], _Given]) -> list[_Given]:
    """Give a list, each of whose items is checked."""
    if isinstance(given, (str, bytes, bytearray)) or not hasattr(given, "__iter__") or hasattr(given, "items"):
        raise wrong(InvalidArgumentError, name, given, "a list")
    return [check(f"{name}[{index}]", item) for index, item in enumerate(given)]


def mapping(name: str, given: Mapping[str, Any], check: Callable[[str, Any], _Given]) -> dict[str, _Given]:
    """Give a dictionary, each of whose values is checked."""
    if not hasattr(given, "items"):
        raise wrong(InvalidArgumentError, name, given, "a dict")
    return {text(f"a key of {name}", key): check(f"{name}[{key!r}]", item) for key, item in given.items()}


def record(name: str, given: object, cls: type[_Given]) -> _Given:
    """Give a record."""
    if not isinstance(given, cls):
        raise wrong(InvalidArgumentError, name, given, f"a {cls.__name__}")
    return given
