"""Runs of the core that go on between two pages of their results: whoever leaves one has to end it."""

from __future__ import annotations

import os

from ._errors import InvalidArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
    from typing import Any, TypeVar

    from ._native import Client as NativeClient

    _Item = TypeVar("_Item")


class Run:
    """A run of an operation: its pages, each by a call to the binding, and its end."""

    __slots__ = ("_cursor", "_given", "_native", "_operation", "_options", "_process", "_request")

    def __init__(
        self, native: NativeClient, operation: str, request: tuple[Any, ...], options: dict[str, Any] | None
    ) -> None:
        """Take what is asked; nothing is sent yet."""
        self._native, self._operation, self._request, self._options = native, operation, request, options
        self._process = os.getpid()
        self._cursor: str | None = ""
        # How many results of the last page were taken: behind each of them the next one was asked for.
        self._given = 0

    def results(self, items_of: Callable[[Any], Iterable[_Item]]) -> Iterator[_Item]:
        """Give the results of all pages."""
        try:
            while self._cursor is not None:
                for item in items_of(self._taken(self._native.send(*self._next()))):
                    yield item
                    self._given += 1
        finally:
            self._end()

    async def async_results(self, items_of: Callable[[Any], Iterable[_Item]]) -> AsyncGenerator[_Item, None]:
        """Give the same for asyncio."""
        try:
            while self._cursor is not None:
                for item in items_of(await self._async_page()):
                    yield item
                    self._given += 1
        finally:
            # It waits for a journal at the most, so that it needs no event loop.
            self._end()

    async def _async_page(self) -> Any:
        from asyncio import get_running_loop

        event_loop = get_running_loop()
        future: Future[Any] = event_loop.create_future()
        pending = self._native.start(*self._next(), event_loop, _Kept(future, self._lost))  # type: ignore[arg-type]
        try:
            page = await future
        except BaseException:
            # The page may have come in the same moment in which the wait was cancelled.
            if future.done() and not future.cancelled() and future.exception() is None:
                self._taken(future.result())
            raise
        finally:
            pending.abort()
        return self._taken(page)

    def _next(self) -> tuple[str, tuple[Any, ...], dict[str, Any] | None]:
        """Give what the binding is called with for the next page."""
        if self._process != os.getpid():
            # Its calls did not come along, and another run may have its number here.
            raise InvalidArgumentError(
                "the run was begun before this process was forked",
                hint="Take the results in the process that began the run; a journal carries over what was done.",
            )
        return self._name(), self._request, self._options

    def _name(self, end: str = "") -> str:
        return f"all {self._operation}{self._cursor and f' {self._cursor}'}{end}"

    def _taken(self, page: tuple[str | None, Any]) -> Any:
        self._cursor, fields = page
        self._given = 0
        return fields

    def _lost(self, page: tuple[str | None, Any]) -> None:
        """Take a page for which nobody waits any more."""
        self._taken(page)
        self._end()

    def _end(self) -> None:
        """End its calls, as far as it has begun and not come to its end."""
        if self._cursor and self._process == os.getpid():
            self._native.send(self._name(f" end {self._given}"), self._request, None)
        self._cursor = None


class _Kept:
    """What the binding settles in the place of a future: a page that comes too late is not lost with its cursor."""

    __slots__ = ("_future", "_lost")

    def __init__(self, future: Future[Any], lost: Callable[[Any], None]) -> None:
        self._future, self._lost = future, lost

    def done(self) -> bool:
        return False

    def set_result(self, page: Any) -> None:
        if self._future.done():
            self._lost(page)
        else:
            self._future.set_result(page)

    def set_exception(self, error: BaseException) -> None:
        if not self._future.done():
            self._future.set_exception(error)
