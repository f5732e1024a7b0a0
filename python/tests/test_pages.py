"""Listings: all pages, one after the other."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
from emulator import Emulator

from cams_roi import AsyncClient, Client, Instance, InvalidArgumentError, NotSubscribedError, UnexpectedResponseError

Listing = Callable[..., Iterator[Instance]]


def page(first: int, count: int, total: int | None) -> dict[str, object]:
    """Give a page of channels whose IDs are numbers."""
    rows = [{"InstanceId": str(number)} for number in range(first, first + count)]
    return {"Code": "OK", "RequestId": "R", "TotalCount": total, "Data": rows}


def answer(emulator: Emulator, *pages: dict[str, object]) -> None:
    """Have the requests answered with these, one after the other."""
    for body in pages:
        emulator.fault("respond", times=1, status=200, headers=[], body=json.dumps(body))


def asked(emulator: Emulator, *names: str) -> list[tuple[str | None, ...]]:
    """Give parameters of the requests so far."""
    return [tuple(request["parameters"].get(name) for name in names) for request in emulator.log()]


def asynchronously(emulator: Emulator) -> Listing:
    """Give the method of an asynchronous client, whose items are read in a loop of their own."""

    def all_instances(**arguments: Any) -> Iterator[Instance]:
        loop = asyncio.new_event_loop()
        client = AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, max_attempts=1, rate_limit="off")
        items = client.all_instances(**arguments)
        try:
            while True:
                try:
                    yield loop.run_until_complete(_next(items))
                except StopAsyncIteration:
                    return
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(client.aclose())
            loop.close()

    return all_instances


async def _next(items: AsyncIterator[Instance]) -> Instance:
    return await items.__anext__()


@pytest.fixture(params=["sync", "asyncio"])
def all_instances(request: pytest.FixtureRequest, client: Client, emulator: Emulator) -> Listing:
    """Give the method of each client."""
    return client.all_instances if request.param == "sync" else asynchronously(emulator)


def ids(items: Iterator[Instance]) -> list[str]:
    return [it.instance_id for it in items]


def test_all_pages_come_in_turn(all_instances: Listing, emulator: Emulator) -> None:
    answer(emulator, page(0, 2, 5), page(2, 2, 5), page(4, 1, 5))
    assert ids(all_instances(channel_type="whatsapp", page_size=2)) == ["0", "1", "2", "3", "4"]
    pages = [("1", "2", "whatsapp"), ("2", "2", "whatsapp"), ("3", "2", "whatsapp")]
    assert asked(emulator, "PageIndex", "PageSize", "ChannelType") == pages


def test_a_page_has_fifty_items_by_default(all_instances: Listing, emulator: Emulator) -> None:
    answer(emulator, page(0, 1, 1))
    assert ids(all_instances()) == ["0"]
    assert asked(emulator, "PageIndex", "PageSize") == [("1", "50")]


def test_a_page_is_fetched_when_its_first_item_is_asked_for(all_instances: Listing, emulator: Emulator) -> None:
    answer(emulator, page(0, 2, 4), page(2, 2, 4))
    items = all_instances()
    assert len(emulator.log()) == 0
    next(items)
    assert next(items).instance_id == "1"
    assert len(emulator.log()) == 1
    assert next(items).instance_id == "2"
    assert len(emulator.log()) == 2


def test_a_limit_fetches_no_page_behind_it(all_instances: Listing, emulator: Emulator) -> None:
    answer(emulator, page(0, 2, 6), page(2, 2, 6), page(4, 2, 6))
    assert ids(all_instances(limit=4)) == ["0", "1", "2", "3"]
    assert len(emulator.log()) == 2


@pytest.mark.parametrize("wrong", [0, -1, 1.5, "2"])
def test_a_wrong_limit_is_refused(client: Client, emulator: Emulator, wrong: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="limit"):
        client.all_instances(limit=wrong)
    assert emulator.log() == []


@pytest.mark.parametrize("wrong", [0, -1])
def test_a_wrong_length_of_pages_is_refused(all_instances: Listing, emulator: Emulator, wrong: int) -> None:
    with pytest.raises(InvalidArgumentError, match="page"):
        next(all_instances(page_size=wrong))
    assert emulator.log() == []


def test_an_error_ends_it(all_instances: Listing, emulator: Emulator) -> None:
    answer(emulator, page(0, 2, 4), {"Code": "Product.Unsubscript", "Message": "No."}, page(2, 2, 4))
    items = all_instances()
    assert [next(items).instance_id, next(items).instance_id] == ["0", "1"]
    with pytest.raises(NotSubscribedError) as caught:
        next(items)
    assert caught.value.operation == "ListInstance"
    assert ids(items) == []
    assert len(emulator.log()) == 2


def test_a_page_that_comes_again_is_an_error(all_instances: Listing, emulator: Emulator) -> None:
    answer(emulator, page(0, 2, None), page(0, 2, None))
    items = all_instances()
    assert [next(items).instance_id, next(items).instance_id] == ["0", "1"]
    with pytest.raises(UnexpectedResponseError, match="page 2 is the same as page 1"):
        next(items)
    assert len(emulator.log()) == 2


def test_whoever_leaves_early_sends_nothing_more(all_instances: Listing, emulator: Emulator) -> None:
    answer(emulator, page(0, 2, 4), page(2, 2, 4))
    for _ in all_instances():
        break
    assert len(emulator.log()) == 1


def test_cancelling_a_task_ends_the_call_for_its_page(emulator: Emulator) -> None:
    emulator.fault("hang")

    async def main() -> None:
        async with AsyncClient(endpoint=emulator.url, credentials=emulator.credentials) as client:

            async def read() -> None:
                async for _ in client.all_instances():
                    pass

            task = asyncio.create_task(read())
            await asyncio.to_thread(emulator.wait_for_requests, 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(emulator.wait_until_client_gone)

    asyncio.run(main())
    assert len(emulator.log()) == 1


def test_pages_as_json_and_rows_of_tables(client: Client, emulator: Emulator) -> None:
    def templates(*codes: str) -> dict[str, object]:
        return {"Code": "OK", "ListTemplate": [{"TemplateCode": code} for code in codes]}

    answer(emulator, templates("1", "2"), templates("3"))
    all_templates = client.all_templates(cust_space_id="cams-1", page_size=2, category="MARKETING")
    assert [it.template_code for it in all_templates] == ["1", "2", "3"]
    assert asked(emulator, "Page", "Category") == [
        ('{"Index":1,"Size":2}', "MARKETING"),
        ('{"Index":2,"Size":2}', "MARKETING"),
    ]


def test_messages_come_from_all_pages(client: Client, emulator: Emulator) -> None:
    def messages(*codes: str) -> dict[str, object]:
        return {"Code": "OK", "Data": [{"MessageId": code} for code in codes]}

    answer(emulator, messages("1", "2"), messages("3"))
    found = client.all_messages(cust_space_id="cams-1", business_number="8613", channel_type="whatsapp", page_size=2)
    assert [it.message_id for it in found] == ["1", "2", "3"]
