"""The client for asyncio."""

from __future__ import annotations

from . import _requests
from ._bulk import Tally, checked_channel, checked_channels, started, total
from ._channels import ChannelOutcome
from ._operations.async_client import AsyncOperations
from ._requests import by_name, call_options
from ._settings import Configured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Mapping
    from datetime import timedelta
    from os import PathLike
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self

    from ._channels import Channel, Progress
    from ._native import Bulk, Pending
    from ._native import Client as NativeClient


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

    @by_name
    async def call(
        self,
        action: str,
        parameters: Mapping[str, object] | None = None,
        *,
        idempotent: bool | None = None,
        unchecked: bool = False,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> dict[str, Any]:
        """Call any operation of the service by its name, and give its answer.

        Args:
            action: The operation, for example ``ListInstance``.
            parameters: Its parameters. Lists and dictionaries are sent as JSON; those that are ``None`` are left out.
                What the operation does not take, and what it requires and is not given, is refused before anything is
                sent. Type checkers know the parameters of every operation.
            idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even
                where the service may have acted on the first request. By default those are that are known to change
                nothing, and the three that have a method of their own.
            unchecked: Whether the parameters are sent without being compared with what this version knows of the
                operation. Type checkers ask for it where they do not know the operation.
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        answer: dict[str, Any] = _requests.answer(
            await self._send("call", _requests.call(action, parameters, idempotent, unchecked), timeout, max_attempts)
        )
        return answer

    @by_name
    async def call_text(
        self,
        action: str,
        parameters: Mapping[str, object] | None = None,
        *,
        idempotent: bool | None = None,
        unchecked: bool = False,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> str:
        """Call any operation as `call` does, and give its answer as the text that came: JSON, with every digit.

        Args:
            action: The operation, for example ``ListInstance``.
            parameters: Its parameters, as for `call`.
            idempotent: Whether the operation may run twice with the effect of once, as for `call`.
            unchecked: Whether the parameters are sent without being compared with what is known, as for `call`.
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        answer: str = await self._send(
            "call", _requests.call(action, parameters, idempotent, unchecked), timeout, max_attempts
        )
        return answer

    def enable_many(
        self,
        channels: Iterable[str | Channel] | AsyncIterable[str | Channel],
        *,
        journal: str | PathLike[str] | None = None,
        isv_code: str | None = None,
        concurrency: int | None = None,
        stop_after_denials: int | None = None,
        on_progress: Callable[[Progress], object] | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> AsyncGenerator[ChannelOutcome, None]:
        """Enable every channel once, at the limit's full speed, and tell what became of each as soon as it is known.

        Outcomes come in the order in which calls end. Consume the whole iterator; only a few calls run ahead of it.
        After an error that concerns the account as a whole (credentials, subscription, or several channels in a row
        that are denied) the channels that are left are not called: their outcomes carry that error. A later run with
        the same journal calls first what was never called.

        Args:
            channels: The channels' IDs, or `Channel` for those with an ISV code of their own; read as they are needed,
                for example from `read_channels`. They may come from an async iterable too.
            journal: A file that records every outcome. Channels that it records as enabled are not called again, so
                that a run that was killed can be resumed.
            isv_code: The code by which the ISV authorised the caller, for channels that have none of their own.
            concurrency: How many calls may be under way at once; by default as many as the rate limit allows in a
                second.
            stop_after_denials: After so many different channels in a row that are denied for the same reason the rest
                is not called, because then it is the account that lacks the permission; 5 by default.
            on_progress: Called after every outcome.
            timeout: Seconds for each call, instead of the client's.
            max_attempts: Attempts for each call, instead of the client's.

        Raises:
            ConfigurationError: The journal cannot be used; also while iterating, when it can no longer be written.
            InvalidArgumentError: An argument cannot be right. That a channel's ID or the concurrency cannot be, may
                show only while iterating; what ended until then is told before.

        """
        count = total(channels, "__aiter__", "__iter__", "__getitem__")
        tally = Tally(count, on_progress)
        is_list = count is not None
        bulk = started(self._native, journal, isv_code, concurrency, stop_after_denials, timeout, max_attempts, is_list)
        return _outcomes(bulk, channels, tally)

    async def aclose(self) -> None:
        """Give up the connections. New calls are refused.

        Calls that are under way go on: those whose coroutine or task exists, whether or not it has run yet.
        """
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
        native = self._native.held()
        return self if native is None else _Held(native)

    async def _send(
        self,
        operation: str,
        request: tuple[Any, ...],
        timeout: float | timedelta | None,
        max_attempts: int | None,
    ) -> Any:
        return await _settled(self._native.start, operation, request, *call_options(timeout, max_attempts))


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


for _name in ("call", *vars(AsyncOperations)):
    if not _name.startswith("_"):
        setattr(AsyncClient, _name, _UnderWay(getattr(AsyncClient, _name)))


class _Held:
    """A client for one call, which does not end when the client that made it is closed."""

    __slots__ = ("_native",)
    _send = AsyncClient._send

    def __init__(self, native: NativeClient) -> None:
        self._native = native


async def _settled(start: Callable[..., Pending], *arguments: Any) -> Any:
    """Start native work and wait for it; whatever ends the wait ends the work."""
    from asyncio import get_running_loop

    event_loop = get_running_loop()
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
