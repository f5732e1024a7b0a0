"""Runs that enable many channels, as both clients give them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator

    from typing_extensions import Self

    from ._bulk import Tally
    from ._channels import ChannelOutcome
else:
    # Where `collections.abc` has them from, without all that `collections` brings along.
    from _collections_abc import AsyncIterator, Iterator


class EnableManyRun(Iterator["ChannelOutcome"]):
    """What becomes of each channel, as soon as it is known. Leaving it ends the calls that are under way."""

    __slots__ = ("_outcomes", "_tally")

    def __init__(self, outcomes: Generator[ChannelOutcome, None, None], tally: Tally) -> None:
        """Take the outcomes; clients make runs."""
        self._outcomes = outcomes
        self._tally = tally

    @property
    def total(self) -> int | None:
        """How many channels there are, each counted once; ``None`` where they come one by one."""
        return self._tally.total

    def __iter__(self) -> Self:
        """Give the run itself."""
        return self

    def __next__(self) -> ChannelOutcome:
        """Wait for the next outcome."""
        return next(self._outcomes)

    def close(self) -> None:
        """End the calls that are under way; there are no more outcomes then."""
        self._outcomes.close()


class AsyncEnableManyRun(AsyncIterator["ChannelOutcome"]):
    """What becomes of each channel, as soon as it is known. Leaving it ends the calls that are under way."""

    __slots__ = ("_outcomes", "_tally")

    def __init__(self, outcomes: AsyncGenerator[ChannelOutcome, None], tally: Tally) -> None:
        """Take the outcomes; clients make runs."""
        self._outcomes = outcomes
        self._tally = tally

    @property
    def total(self) -> int | None:
        """How many channels there are, each counted once; ``None`` where they come one by one, or are not found yet."""
        return self._tally.total

    def __aiter__(self) -> Self:
        """Give the run itself."""
        return self

    async def __anext__(self) -> ChannelOutcome:
        """Wait for the next outcome."""
        return await self._outcomes.__anext__()

    async def aclose(self) -> None:
        """End the calls that are under way; there are no more outcomes then."""
        await self._outcomes.aclose()
