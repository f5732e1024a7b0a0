"""Calls by the name of an operation, as both clients make them."""

from __future__ import annotations

from ._checks import flag, shown, text, wrong
from ._errors import InvalidArgumentError, UnexpectedResponseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, TypeVar

    from ._calls import Call

    _Answer = TypeVar("_Answer")


def by_name(method: Callable[..., _Answer]) -> Call[_Answer]:
    """Have type checkers know the parameters of every operation; the method stays as it is."""
    return method


def call(
    action: str, parameters: Mapping[str, object] | None, idempotent: bool | None, unchecked: bool
) -> tuple[Any, ...]:
    """Ask for any operation; parameters without a value are left out."""
    if parameters is not None and not hasattr(parameters, "items"):
        raise wrong(InvalidArgumentError, "parameters", parameters, "a dict")
    # A channel's ID without a value is refused: without one the service takes the account's own channel.
    given = [
        (_name(name), *_value(name, "" if value is None else value))
        for name, value in (parameters or {}).items()
        if value is not None or name == "CustSpaceId"
    ]
    return (
        text(InvalidArgumentError, "action", action, "the operation's name"),
        given,
        None if idempotent is None else flag(InvalidArgumentError, "idempotent", idempotent),
        flag(InvalidArgumentError, "unchecked", unchecked),
    )


def answer(text: str) -> Any:
    """Read an answer that came as a text, with integers of any size."""
    import json

    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise UnexpectedResponseError(
            f"the answer cannot be read: {problem}", hint="Take its text from call_text."
        ) from None


def _name(given: Any) -> str:
    if not isinstance(given, str):
        raise InvalidArgumentError(
            f"parameters has the name {shown(given)}",
            hint="Give parameters as a dict whose keys are the parameters' names.",
        )
    return text(InvalidArgumentError, "a name in parameters", given)


def _value(name: str, value: object) -> tuple[str, bool]:
    """Give a value as it is sent, and whether it is JSON rather than a text."""
    place = f"parameters[{name!r}]"
    if isinstance(value, str):
        return text(InvalidArgumentError, place, value), False
    if isinstance(value, (bool, int, float, list, tuple, dict)):
        import json

        try:
            written = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        except (TypeError, ValueError, RecursionError) as problem:
            raise InvalidArgumentError(
                f"{place} cannot be written as JSON: {problem}",
                hint=f"Give {place} as a list or a dict of texts, numbers, flags, lists and dicts.",
            ) from None
        return text(InvalidArgumentError, place, written), True
    raise wrong(InvalidArgumentError, place, value, "a text, a number, a flag, a list or a dict")
