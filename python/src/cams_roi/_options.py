"""Options of each type, checked, and as the binding takes them."""

from __future__ import annotations

from . import _checks
from ._checks import wrong
from ._credentials import given as given_credentials
from ._errors import ConfigurationError
from ._native import Client as NativeClient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta
    from os import PathLike
    from typing import Any, Literal, TypeAlias

    from ._checks import Refusal
    from ._credentials import Credentials, CredentialsFunction
    from ._events import ClientEvent

    Limit: TypeAlias = float | Literal["off"]


class Opened:
    """A client of the binding."""

    __module__ = "cams_roi"

    def _open(
        self,
        credentials: Credentials | CredentialsFunction | None,
        on_event: Callable[[ClientEvent], object] | None,
        settings: dict[str, Any],
    ) -> None:
        from sys import version_info

        if on_event is not None and not callable(on_event):
            raise wrong(ConfigurationError, "on_event", on_event, "a function that takes a ClientEvent")
        key_or_function = given_credentials(credentials)
        is_function = callable(key_or_function)
        settings["credentials"] = None if is_function else key_or_function
        python, product = f"Python/{version_info[0]}.{version_info[1]}", settings["user_agent"]
        settings["user_agent"] = f"{python} {product}" if product else python
        self._native = NativeClient(settings, key_or_function if is_function else None, on_event)
        self._repr = f"{type(self).__name__}(endpoint={self._native.endpoint!r})"

    @property
    def endpoint(self) -> str:
        """The service's address, for example ``https://cams.ap-southeast-1.aliyuncs.com/``."""
        return self._native.endpoint

    def __repr__(self) -> str:
        """Show where it calls, and no secret."""
        return self._repr


def constructor(name: str, shared: Any) -> Any:
    """Give a constructor that classes share to one of them: Python's errors name the class to which it belongs."""
    own = type(shared)(shared.__code__, shared.__globals__, shared.__name__, shared.__defaults__, shared.__closure__)
    own.__kwdefaults__ = shared.__kwdefaults__
    own.__annotations__ = shared.__annotations__
    own.__doc__ = shared.__doc__
    own.__module__ = shared.__module__
    own.__qualname__ = f"{name}.__init__"
    return own


def text(refusal: Refusal, name: str, given: str | None) -> str | None:
    """Give a text."""
    return _checks.optional_text(refusal, name, given)


def count(refusal: Refusal, name: str, given: int | None) -> int | None:
    """Give a count."""
    return _checks.whole(refusal, name, given)


def flag(refusal: Refusal, name: str, given: bool | None) -> bool | None:
    """Give ``True`` or ``False``."""
    return None if given is None else _checks.flag(refusal, name, given)


def switch(refusal: Refusal, name: str, given: bool) -> bool:
    """Give ``True`` or ``False``, of which one is the default."""
    return _checks.flag(refusal, name, given)


def span(refusal: Refusal, name: str, given: float | timedelta | None) -> float | None:
    """Give a time that passes, in milliseconds."""
    seconds = _checks.seconds(refusal, name, given)
    return None if seconds is None else seconds * 1000


def path(refusal: Refusal, name: str, given: str | PathLike[str] | None) -> bytes | None:
    """Give a path, which may hold what is no UTF-8."""
    if given is None:
        return None
    # Whether it names anything, the core knows.
    if given == "":
        return b""
    from os import fsencode

    return fsencode(_checks.path(refusal, name, given))


def pem(refusal: Refusal, name: str, given: str | bytes | None) -> bytes | None:
    """Give certificates as bytes."""
    if given is None or isinstance(given, (bytes, bytearray)):
        return given and bytes(given)
    return _checks.text(refusal, name, given, "PEM certificates: a text or bytes", hidden=True).encode()


def rate_limit(refusal: Refusal, name: str, given: Any) -> list[tuple[str | None, Any]] | None:
    """Give limits, each with the operation that it is of, or none where it is of all."""
    if given is None:
        return None
    if not hasattr(given, "items"):
        return [(None, _limit(refusal, name, given, "dict of these by operation"))]
    limits: list[tuple[str | None, Any]] = []
    for operation, limit in given.items():
        of = _checks.text(refusal, f"an operation in {name}", operation, "the operation's name")
        limits.append((of, _limit(refusal, f"{name}[{of!r}]", limit)))
    return limits


def _limit(refusal: Refusal, name: str, given: Any, other: str = "") -> Any:
    if isinstance(given, str) and given == "off":
        return "Off"
    limit = _checks.number(given)
    if limit is None or not 0 < limit < float("inf"):
        allowed = 'calls a second, a number above zero, or as "off"'
        if other:
            allowed += f", or as a {other}; leave it out for the documented limits"
        raise wrong(refusal, name, given, allowed)
    return {"PerSecond": limit}
