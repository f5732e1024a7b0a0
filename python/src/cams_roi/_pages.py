"""The items of all pages of a listing."""

from __future__ import annotations

from ._checks import whole
from ._errors import InvalidArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
    from typing import Any, TypeVar

    _Item = TypeVar("_Item")


def items(
    fetch: Callable[[str], Any], items_of: Callable[[Any], Iterable[_Item]], limit: int | None
) -> Iterator[_Item]:
    """Give the items of all pages; a page is fetched when its first item is asked for.

    What is fetched is the cursor of the page after it, if there is one, and the page as the binding gives it.
    """
    return _items(fetch, items_of, _checked(limit))


def async_items(
    fetch: Callable[[str], Awaitable[Any]], items_of: Callable[[Any], Iterable[_Item]], limit: int | None
) -> AsyncIterator[_Item]:
    """Give the same for asyncio."""
    return _async_items(fetch, items_of, _checked(limit))


def _checked(limit: int | None) -> int | None:
    whole(InvalidArgumentError, "limit", limit)
    if limit == 0:
        raise InvalidArgumentError("limit is 0", hint="Give limit as 1 or more, or leave it out for all.")
    return limit


def _items(
    fetch: Callable[[str], Any], items_of: Callable[[Any], Iterable[_Item]], limit: int | None
) -> Iterator[_Item]:
    left = limit
    cursor: str | None = ""
    while cursor is not None:
        cursor, page = fetch(cursor and f" {cursor}")
        for item in items_of(page):
            yield item
            if left is not None:
                left -= 1
                if left == 0:
                    return


async def _async_items(
    fetch: Callable[[str], Awaitable[Any]], items_of: Callable[[Any], Iterable[_Item]], limit: int | None
) -> AsyncIterator[_Item]:
    left = limit
    cursor: str | None = ""
    while cursor is not None:
        cursor, page = await fetch(cursor and f" {cursor}")
        for item in items_of(page):
            yield item
            if left is not None:
                left -= 1
                if left == 0:
                    return
