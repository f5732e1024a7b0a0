"""The client for code that waits."""

from __future__ import annotations

from . import _requests
from ._bulk import Tally, checked_channels, started, total
from ._channels import ChannelOutcome
from ._operations.client import Operations
from ._requests import by_name, call_options
from ._settings import Configured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import timedelta
    from os import PathLike
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self

    from ._channels import Channel, Progress
    from ._native import Bulk


class Client(Operations, Configured):
    """Calls the service and waits for its answer.

    Make one and keep it: any number of threads may use it at the same time, and they share its connections. Other
    threads run while a call waits, Ctrl-C ends it, and after a fork it goes on working in the child.

    >>> with Client() as client:
    ...     result = client.enable_whatsapp_roi_metric(cust_space_id="cams-emulator-1")
    >>> type(result).__name__
    'EnableWhatsappRoiMetricResult'
    """

    @by_name
    def call(
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
            self._send("call", _requests.call(action, parameters, idempotent, unchecked), timeout, max_attempts)
        )
        return answer

    @by_name
    def call_text(
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
        answer: str = self._send(
            "call", _requests.call(action, parameters, idempotent, unchecked), timeout, max_attempts
        )
        return answer

    def enable_many(
        self,
        channels: Iterable[str | Channel],
        *,
        journal: str | PathLike[str] | None = None,
        isv_code: str | None = None,
        concurrency: int | None = None,
        stop_after_denials: int | None = None,
        on_progress: Callable[[Progress], object] | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> Iterator[ChannelOutcome]:
        """Enable every channel once, at the limit's full speed, and tell what became of each as soon as it is known.

        Outcomes come in the order in which calls end. Consume the whole iterator; only a few calls run ahead of it.
        After an error that concerns the account as a whole (credentials, subscription, or several channels in a row
        that are denied) the channels that are left are not called: their outcomes carry that error. A later run with
        the same journal calls first what was never called.

        Args:
            channels: The channels' IDs, or `Channel` for those with an ISV code of their own; read as they are needed,
                for example from `read_channels`.
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
        count = total(channels, "__iter__", "__getitem__")
        tally = Tally(count, on_progress)
        is_list = count is not None
        bulk = started(self._native, journal, isv_code, concurrency, stop_after_denials, timeout, max_attempts, is_list)
        return _outcomes(bulk, checked_channels(channels), tally)

    def close(self) -> None:
        """Give up the connections. Calls that are under way go on; new ones are refused."""
        self._native.close()

    def __enter__(self) -> Self:
        """Give the client itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        self.close()

    def _send(
        self,
        operation: str,
        request: tuple[Any, ...],
        timeout: float | timedelta | None,
        max_attempts: int | None,
    ) -> Any:
        return self._native.send(operation, request, *call_options(timeout, max_attempts))


def _outcomes(bulk: Bulk, to_enable: Iterator[tuple[str, str | None]], tally: Tally) -> Iterator[ChannelOutcome]:
    failure: Exception | None = None
    try:
        while (step := bulk.advance()) is not None:
            if step is True:
                try:
                    bulk.add(*next(to_enable))
                except StopIteration:
                    bulk.finish()
                except Exception as error:
                    # What became of the channels before it is told first.
                    failure = error
                    bulk.finish()
            else:
                outcome = ChannelOutcome._of(*step)
                tally.count(outcome)
                yield outcome
        if failure is not None:
            raise failure
    finally:
        bulk.close()
        # The traceback holds this frame.
        failure = None
