"""The client for asyncio."""

from __future__ import annotations

from . import _requests
from ._bulk import Tally, checked_channel, checked_channels, started, total
from ._channels import ChannelOutcome
from ._requests import call_options
from ._results import enabled, phone_number_metrics, template_metrics
from ._settings import Configured
from ._under_way import under_way

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Mapping
    from datetime import datetime, timedelta
    from os import PathLike
    from types import TracebackType
    from typing import Any, Literal

    from typing_extensions import Self

    from ._channels import Channel, Progress
    from ._native import Bulk, Pending, Request
    from ._native import Client as NativeClient
    from ._own_channel import OwnChannel
    from ._results import EnableWhatsappRoiMetricResult, PhoneNumberMetrics, TemplateMetrics


@under_way("enable_whatsapp_roi_metric", "get_chatapp_phone_number_metric", "get_chatapp_template_metric", "call")
class AsyncClient(Configured):
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

    async def enable_whatsapp_roi_metric(
        self,
        cust_space_id: str | OwnChannel,
        *,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> EnableWhatsappRoiMetricResult:
        """Switch on the collection of a WhatsApp channel's metrics (``EnableWhatsappROIMetric``).

        Data shows up a day later at the earliest, and what was sent before is never counted. Calling it again for
        the same channel changes nothing. The service allows 5 calls a second for an account.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            isv_code: The code by which the ISV authorised the caller.
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong. Nothing is enabled unless this method returns.

        """
        request = _requests.enable(cust_space_id, isv_code)
        return enabled(await self._send(request, timeout, max_attempts))

    async def get_chatapp_phone_number_metric(
        self,
        *,
        cust_space_id: str | OwnChannel,
        start: datetime,
        end: datetime,
        granularity: Literal["DAILY", "HALF_HOUR"] | str | None = None,
        phone_number: str | None = None,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> PhoneNumberMetrics:
        """Read how many messages each phone number sent and had delivered (``GetChatappPhoneNumberMetric``).

        The channel must have been enabled a day ago or longer. The service allows 50 calls a second for an account.

        Args:
            cust_space_id: The channel (``cams-…``), or `OWN_CHANNEL` for the account's own.
            start: Metrics from here on; an aware datetime.
            end: Metrics up to here; an aware datetime.
            granularity: How long a time each row covers. The service documents no default.
            phone_number: One business phone number: digits with country code, no ``+``.
            isv_code: The code by which the ISV authorised the caller.
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        request = _requests.phone_number_metric(start, end, granularity, phone_number, cust_space_id, isv_code)
        return phone_number_metrics(await self._send(request, timeout, max_attempts))

    async def get_chatapp_template_metric(
        self,
        *,
        cust_space_id: str | OwnChannel,
        template_code: str,
        start: datetime,
        end: datetime,
        language: str | None = None,
        granularity: Literal["DAILY", "HALF_HOUR"] | str | None = None,
        template_type: str | None = None,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> TemplateMetrics:
        """Read what became of a marketing template's messages (``GetChatappTemplateMetric``).

        The channel must have been enabled a day ago or longer. The service allows 50 calls a second for an account.

        Args:
            cust_space_id: The channel (``cams-…``), or `OWN_CHANNEL` for the account's own.
            template_code: The template's code: a text, however many digits it has.
            start: Metrics from here on; an aware datetime.
            end: Metrics up to here; an aware datetime.
            language: One language of the template, for example ``en`` or ``zh_CN``.
            granularity: How long a time each row covers. The service documents no default.
            template_type: ``WHATSAPP`` is the only one documented, and the service's default.
            isv_code: The code by which the ISV authorised the caller.
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        request = _requests.template_metric(
            template_code, start, end, language, granularity, template_type, cust_space_id, isv_code
        )
        return template_metrics(await self._send(request, timeout, max_attempts))

    async def call(
        self,
        action: str,
        params: Mapping[str, object] | None = None,
        *,
        idempotent: bool | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> dict[str, Any]:
        """Call any operation of the service by its name, and give its answer.

        Args:
            action: The operation, for example ``ListInstance``.
            params: Its parameters. Lists and dictionaries are sent as JSON; those that are ``None`` are left out.
            idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even
                where the service may have acted on the first request. By default those are that are known to change
                nothing, and the three that have a method of their own.
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        answer: dict[str, Any] = _requests.answer(
            await self._send(_requests.call(action, params, idempotent), timeout, max_attempts)
        )
        return answer

    async def call_text(
        self,
        action: str,
        params: Mapping[str, object] | None = None,
        *,
        idempotent: bool | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> str:
        """Call any operation as `call` does, and give its answer as the text that came: JSON, with every digit.

        Args:
            action: The operation, for example ``ListInstance``.
            params: Its parameters, as for `call`.
            idempotent: Whether the operation may run twice with the effect of once, as for `call`.
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        answer: str = await self._send(_requests.call(action, params, idempotent), timeout, max_attempts)
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
        tally = Tally(total(channels, "__aiter__", "__iter__", "__getitem__"), on_progress)
        bulk = started(self._native, journal, isv_code, concurrency, stop_after_denials, timeout, max_attempts)
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

    async def _send(self, request: Request, timeout: float | timedelta | None, max_attempts: int | None) -> Any:
        return await _settled(self._native.start, request, *call_options(timeout, max_attempts))


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
