"""The client for code that waits."""

from __future__ import annotations

from ._bulk import Tally, checked_channels, total
from ._channels import ChannelOutcome
from ._operations.client import Operations
from ._settings import Configured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
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

    def _enable_many(
        self,
        channels: Iterable[str | Channel],
        settings: dict[str, Any],
        on_progress: Callable[[Progress], object] | None,
    ) -> Iterator[ChannelOutcome]:
        count = total(channels, "__iter__", "__getitem__")
        tally = Tally(count, on_progress)
        return _outcomes(self._native.bulk(settings, count is not None), checked_channels(channels), tally)

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
        options: dict[str, Any] | None,
    ) -> Any:
        return self._native.send(operation, request, options)


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
