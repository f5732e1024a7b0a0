"""Calls of asyncio that are under way before they run."""

from __future__ import annotations

from types import MethodType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    _Client = TypeVar("_Client")


class _UnderWay:
    """A coroutine method of a client. Its calls are under way as soon as their coroutine exists, as a task's does.

    Its code runs later, when the client may have been closed. So what is called is bound to a client that is held open.
    It stays a coroutine function for all who ask, since frameworks await those alone.
    """

    def __init__(self, method: Any) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    def __get__(self, client: Any, _: object = None) -> Any:
        return self._method if client is None else MethodType(self._method, client._held())


def under_way(*names: str) -> Callable[[type[_Client]], type[_Client]]:
    """Have the calls of these methods under way from the start."""

    def changed(client: type[_Client]) -> type[_Client]:
        for name in names:
            setattr(client, name, _UnderWay(getattr(client, name)))
        return client

    return changed
