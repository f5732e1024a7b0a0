"""The client for code that waits."""

from __future__ import annotations

from ._bulk import Tally, checked_channels, decided, predicate, total
from ._channels import ChannelOutcome
from ._enabling import EnableManyRun
from ._events import told
from ._operations.client import Operations
from ._options import constructor
from ._runs import Run
from ._settings import Configured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from types import TracebackType
    from typing import Any, TypeVar

    from typing_extensions import Self

    from ._channels import Channel, Progress
    from ._native import Bulk
    from ._operations import FoundChannel

    _Item = TypeVar("_Item")


class Client(Operations, Configured):
    """Calls the service and waits for its answer.

    Make one and keep it: any number of threads may use it at the same time, and they share its connections. Other
    threads run while a call waits, Ctrl-C ends it, and after a fork it goes on working in the child.

    >>> with Client() as client:
    ...     result = client.enable_whatsapp_roi_metric(cust_space_id="cams-emulator-1")
    >>> type(result).__name__
    'EnableWhatsappRoiMetricResult'
    """

    if not TYPE_CHECKING:
        __init__ = constructor("Client", Configured.__init__)

    def _enable_many(
        self,
        channels: Iterable[str | Channel],
        settings: dict[str, Any],
        on_progress: Callable[[Progress], object] | None,
    ) -> EnableManyRun:
        count = total(channels, "__iter__", "__getitem__")
        tally = Tally(count, on_progress)
        bulk = self._native.bulk(told(self._native, settings), count is not None)
        return EnableManyRun(_outcomes(bulk, checked_channels(channels), tally), tally)

    def _enable_all(
        self,
        found: Iterator[FoundChannel],
        where: Callable[[FoundChannel], bool] | None,
        settings: dict[str, Any],
        on_progress: Callable[[Progress], object] | None,
    ) -> EnableManyRun:
        # What is wrong with the arguments is told before the channels are listed.
        where = predicate(where)
        Tally(None, on_progress)
        channels = [it.cust_space_id for it in found if where is None or decided(where(it))]
        return self._enable_many(channels, settings, on_progress)

    def _run(
        self,
        operation: str,
        request: tuple[Any, ...],
        options: dict[str, Any] | None,
        items_of: Callable[[Any], Iterable[_Item]],
    ) -> Iterator[_Item]:
        # A run has begun when it is given: closing the client does not end it.
        native = self._native.held() or self._native
        return Run(native, operation, request, told(native, options)).results(items_of)

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
        return self._native.send(operation, request, told(self._native, options))


def _outcomes(
    bulk: Bulk, to_enable: Iterator[tuple[str, str | None]], tally: Tally
) -> Generator[ChannelOutcome, None, None]:
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
