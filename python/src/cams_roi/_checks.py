"""What callers give, checked before anything is sent: named as in Python, shown as it was given."""

from __future__ import annotations

import os

from ._errors import ConfigurationError, InvalidArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Refusal: TypeAlias = "type[ConfigurationError | InvalidArgumentError]"

_LARGEST = 2**32 - 1
_LONGEST = 80


def wrong(
    refusal: Refusal, name: str, given: object, allowed: str, *, hidden: bool = False
) -> ConfigurationError | InvalidArgumentError:
    """Make the error for an option or an argument that cannot be right."""
    return refusal(f"{name} is {shown(given, hidden=hidden)}", hint=f"Give {name} as {allowed}.")


def shown(given: object, *, hidden: bool = False) -> str:
    """Show what was given, in one line: in full where it is plain and no secret, else its type alone."""
    if given is None:
        return "None"
    is_plain = isinstance(given, (str, bytes, int, float)) or type(given).__module__ in _PLAIN
    if is_plain and not hidden:
        try:
            text = repr(given)
        except ValueError:
            # An integer of too many digits.
            pass
        else:
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"of type {type(given).__name__}"


_PLAIN = ("datetime", "decimal", "fractions")


def text(refusal: Refusal, name: str, given: Any, allowed: str = "a text", *, hidden: bool = False) -> str:
    """Give a text that can be sent as UTF-8."""
    if not isinstance(given, str):
        raise wrong(refusal, name, given, allowed, hidden=hidden)
    if not given.isascii():
        try:
            given.encode()
        except UnicodeEncodeError:
            raise refusal(
                f"{name} holds half of a surrogate pair", hint=f"Give {name} in characters that UTF-8 can hold."
            ) from None
    return given


def optional_text(refusal: Refusal, name: str, given: Any, allowed: str = "a text") -> str | None:
    """Give a text, or ``None`` as it is."""
    return None if given is None else text(refusal, name, given, allowed)


def number(given: Any) -> float | None:
    """Give any kind of number as a float; ``None`` where it is none."""
    if type(given) is float:
        return given
    if isinstance(given, (bool, str, bytes)) or not (hasattr(given, "__float__") or hasattr(given, "__index__")):
        return None
    try:
        return float(given)
    except (TypeError, ValueError, OverflowError):
        return None


def integer(refusal: Refusal, name: str, given: Any) -> int:
    """Give a whole number of 64 bits."""
    number = _index(given)
    if number is None or not -(2**63) <= number < 2**63:
        raise wrong(refusal, name, given, "a whole number")
    return number


def _index(given: Any) -> int | None:
    """Give any kind of integer as an int; ``None`` where it is none."""
    if isinstance(given, bool) or not hasattr(given, "__index__"):
        return None
    try:
        number: int = given.__index__()
    except TypeError:
        # An array that holds more than one number has the method too.
        return None
    return number


def whole(refusal: Refusal, name: str, given: Any) -> int | None:
    """Give a count; that it is not zero, the core checks. ``None`` stays as it is."""
    if given is None:
        return None
    count = _index(given)
    if count is None or not 0 <= count <= _LARGEST:
        raise wrong(refusal, name, given, f"a whole number from 1 to {_LARGEST}")
    return count


def flag(refusal: Refusal, name: str, given: Any) -> bool:
    """Give ``True`` or ``False``; a text such as ``"false"`` would count as true."""
    if not isinstance(given, bool):
        raise wrong(refusal, name, given, "True or False")
    return given


def seconds(refusal: Refusal, name: str, given: Any) -> float | None:
    """Give a duration in seconds; that it is not zero, the core checks. ``None`` stays as it is."""
    if given is None:
        return None
    total_seconds = getattr(given, "total_seconds", None)
    duration = number(given if total_seconds is None else total_seconds())
    # NaN compares with nothing.
    if duration is None or not duration >= 0:
        raise wrong(refusal, name, given, "seconds above zero, or as a timedelta")
    return duration


def path(refusal: Refusal, name: str, given: Any) -> Any:
    """Give a path. It may hold what is no UTF-8."""
    if not (isinstance(given, str) or hasattr(given, "__fspath__")) or not str(given):
        raise wrong(refusal, name, given, "a path: a text or a pathlib.Path")
    try:
        os.fsencode(given)
    except UnicodeEncodeError:
        raise refusal(
            f"{name} holds half of a surrogate pair", hint=f"Give {name} in characters that a file's name can hold."
        ) from None
    return given
