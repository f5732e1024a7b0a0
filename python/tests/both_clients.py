"""Methods of both clients that give items one by one, so that one test is for both."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from emulator import Emulator

from cams_roi import AsyncClient

Items = Callable[..., Iterator[Any]]


def asynchronously(emulator: Emulator, name: str) -> Items:
    """Give a method of an asynchronous client, whose items are read in a loop of their own."""

    def method(**arguments: Any) -> Iterator[Any]:
        loop = asyncio.new_event_loop()
        client = AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, max_attempts=1, rate_limit="off")
        try:
            items = getattr(client, name)(**arguments)
            while True:
                try:
                    yield loop.run_until_complete(_next(items))
                except StopAsyncIteration:
                    return
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(client.aclose())
            loop.close()

    return method


async def _next(items: AsyncIterator[Any]) -> Any:
    return await items.__anext__()
