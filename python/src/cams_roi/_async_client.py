"""The client for asyncio."""

from __future__ import annotations

from sys import modules

from ._bulk import Tally, checked_channel, checked_channels, decided, predicate, total
from ._channels import ChannelOutcome
from ._enabling import AsyncEnableManyRun
from ._events import told
from ._operations.async_client import AsyncOperations
from ._options import constructor
from ._runs import Run
from ._settings import Configured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
    from types import ModuleType, TracebackType
    from typing import Any, TypeVar

    from typing_extensions import Self

    from ._channels import Channel, Progress
    from ._native import Bulk, Pending
    from ._native import Client as NativeClient
    from ._operations import FoundChannel

    _Item = TypeVar("_Item")


class AsyncClient(AsyncOperations, Configured):
    """Calls the service from asyncio.

    Make one and keep it: any number of tasks may use it at the same time, on any event loop. Cancelling a task, or
    `asyncio.timeout`, ends its request at once.

    >>> import asyncio
    >>> async def main():
    ...     async with AsyncClient() as client:
    ...         return await client.enable_whatsapp_roi_metric(cust_space_id="cams-emulator-1")
    >>> type(asyncio.run(main())).__name__
    'EnableWhatsappRoiMetricResult'
    """

    if not TYPE_CHECKING:
        __init__ = constructor("AsyncClient", Configured.__init__)

    _kept: _Held | None = None

    def _enable_many(
        self,
        channels: Iterable[str | Channel] | AsyncIterable[str | Channel],
        settings: dict[str, Any],
        on_progress: Callable[[Progress], object] | None,
    ) -> AsyncEnableManyRun:
        count = total(channels, "__aiter__", "__iter__", "__getitem__")
        tally = Tally(count, on_progress)
        bulk = self._native.bulk(told(self._native, settings), count is not None)
        return AsyncEnableManyRun(_outcomes(bulk, channels, tally), tally)

    def _enable_all(
        self,
        found: AsyncIterator[FoundChannel],
        where: Callable[[FoundChannel], bool | Awaitable[bool]] | None,
        settings: dict[str, Any],
        on_progress: Callable[[Progress], object] | None,
    ) -> AsyncEnableManyRun:
        tally = Tally(None, on_progress)
        native = self._native.held() or self._native
        return AsyncEnableManyRun(_outcomes_of_all(native, found, predicate(where), settings, tally), tally)

    async def aclose(self) -> None:
        """Give up the connections. New calls are refused.

        Calls that are under way go on: those whose coroutine or task exists, whether or not it has run yet.
        """
        self._kept = None
        self._native.close()

    async def __aenter__(self) -> Self:
        """Give the client itself."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        await self.aclose()

    def _held(self) -> AsyncClient | _Held:
        held = self._kept
        # A forked process, and who closes the client, makes it anew.
        if held is None or not held._native.is_ready():
            native = self._native.held()
            if native is None:
                return self
            held = self._kept = _Held(native)
        return held

    async def _send(
        self,
        operation: str,
        request: tuple[Any, ...],
        options: dict[str, Any] | None,
    ) -> Any:
        return await _settled(self._native.start, operation, request, told(self._native, options))

    def _run(
        self,
        operation: str,
        request: tuple[Any, ...],
        options: dict[str, Any] | None,
        items_of: Callable[[Any], Iterable[_Item]],
    ) -> AsyncIterator[_Item]:
        return Run(self._native, operation, request, told(self._native, options)).async_results(items_of)


class _UnderWay:
    """A coroutine method of a client. Its calls are under way as soon as their coroutine exists, as a task's does.

    Its code runs later, when the client may have been closed. So what is called is bound to a client that is held open.
    It stays a coroutine function for all who ask, since frameworks await those alone.
    """

    def __init__(self, method: Any) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    def __get__(self, client: Any, _: object = None) -> Any:
        return self._method if client is None else self._method.__get__(client._held())


for _name in vars(AsyncOperations):
    # These runs hold their client themselves: they have begun when they are given.
    if not _name.startswith(("_", "enable_many", "enable_all")):
        setattr(AsyncClient, _name, _UnderWay(getattr(AsyncClient, _name)))


class _Held:
    """A client for the calls that were made before the client was closed."""

    __slots__ = ("_native",)
    _send = AsyncClient._send
    _run = AsyncClient._run

    def __init__(self, native: NativeClient) -> None:
        self._native = native


def _asyncio() -> ModuleType:
    import asyncio

    return asyncio


async def _settled(start: Callable[..., Pending], *arguments: Any) -> Any:
    """Start native work and wait for it; whatever ends the wait ends the work."""
    # A coroutine is run by whoever has imported it; to import it again takes longer than to start the work.
    asyncio = modules.get("asyncio") or _asyncio()
    event_loop = asyncio.get_running_loop()
    future = event_loop.create_future()
    pending = start(*arguments, event_loop, future)
    try:
        return await future
    finally:
        pending.abort()


async def _outcomes(
    bulk: Bulk, channels: Iterable[str | Channel] | AsyncIterable[str | Channel], tally: Tally
) -> AsyncGenerator[ChannelOutcome, None]:
    from asyncio import CancelledError, create_task
    from contextlib import suppress

    # Channels are read beside the outcomes, so that none waits for the other.
    feeder = create_task(_feed(bulk, channels))
    try:
        while (step := await _settled(bulk.start_next)) is not None:
            outcome = ChannelOutcome._of(*step)
            tally.count(outcome)
            yield outcome
        await feeder
    finally:
        bulk.close()
        feeder.cancel()
        # What it raises is either told above, or nobody waits for it any more.
        with suppress(CancelledError, Exception):
            await feeder


async def _outcomes_of_all(
    native: NativeClient,
    found: AsyncIterator[FoundChannel],
    where: Callable[[FoundChannel], bool | Awaitable[bool]] | None,
    settings: dict[str, Any],
    tally: Tally,
) -> AsyncGenerator[ChannelOutcome, None]:
    channels = []
    async for channel in found:
        answer: Any = True if where is None else where(channel)
        if decided(await answer if hasattr(answer, "__await__") else answer):
            channels.append(channel.cust_space_id)
    tally.total = total(channels, "__iter__")
    outcomes = _outcomes(native.bulk(told(native, settings), True), channels, tally)
    try:
        async for outcome in outcomes:
            yield outcome
    finally:
        await outcomes.aclose()


async def _feed(bulk: Bulk, channels: Iterable[str | Channel] | AsyncIterable[str | Channel]) -> None:
    from collections.abc import AsyncIterable

    try:
        if isinstance(channels, AsyncIterable):
            index = 0
            async for given in channels:
                await _settled(bulk.start_add, *checked_channel(index, given))
                index += 1
        else:
            for to_enable in checked_channels(channels):
                await _settled(bulk.start_add, *to_enable)
    finally:
        bulk.finish()
