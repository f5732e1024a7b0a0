"""Finding channels, and enabling all that are found."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from both_clients import Items, asynchronously
from emulator import ENABLE, Emulator

from cams_roi import (
    AsyncClient,
    AsyncEnableManyRun,
    ChannelOutcome,
    Client,
    EnableManyRun,
    FoundChannel,
    InvalidArgumentError,
    NotSubscribedError,
    Progress,
)

SHOPS = [
    {"InstanceId": "i-1", "InstanceName": "Blue Shop", "State": "published", "ResourceRegionId": "cn-hongkong"},
    {"InstanceId": "i-2", "CustSpaceId": "cams-2", "InstanceName": "Red shop", "State": "draft"},
    {"InstanceId": "i-3", "InstanceName": "Bank", "State": "published", "ChannelType": "WHATSAPP"},
    {"InstanceId": "i-4", "InstanceName": "Viber shop", "State": "published", "ChannelType": "VIBER"},
]


def list_shops(emulator: Emulator) -> None:
    """Have the channels listed in two pages, and everything enabled."""
    for rows in (SHOPS[:2], SHOPS[2:]):
        body = json.dumps({"Code": "OK", "TotalCount": 4, "Data": rows})
        fault = {"type": "respond", "status": 200, "headers": [], "body": body}
        emulator.control("faults", {"match": {"action": "ListInstance"}, "times": 1, "fault": fault})
    fault = {"type": "respond", "status": 200, "headers": [], "body": '{"Code":"OK","RequestId":"R"}'}
    emulator.control("faults", {"match": {"action": ENABLE}, "times": None, "fault": fault})


@pytest.fixture(params=["sync", "asyncio"])
def find_channels(request: pytest.FixtureRequest, client: Client, emulator: Emulator) -> Items:
    """Give the method of each client."""
    return client.find_channels if request.param == "sync" else asynchronously(emulator, "find_channels")


@pytest.fixture(params=["sync", "asyncio"])
def enable_all(request: pytest.FixtureRequest, client: Client, emulator: Emulator) -> Items:
    """Give the method of each client."""
    return client.enable_all if request.param == "sync" else asynchronously(emulator, "enable_all")


def enabled(emulator: Emulator) -> list[str]:
    return sorted(it["parameters"]["CustSpaceId"] for it in emulator.log() if it["action"] == ENABLE)


def test_all_channels_are_found(find_channels: Items, emulator: Emulator) -> None:
    found = list(find_channels())
    assert {it.cust_space_id for it in found} >= set(emulator.channels)
    assert {it["action"] for it in emulator.log()} == {"ListInstance"}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["i-1", "cams-2", "i-3"]),
        ({"name": "SHOP"}, ["i-1", "cams-2"]),
        ({"state": "Published"}, ["i-1", "i-3"]),
        ({"region": "cn-hongkong"}, ["i-1"]),
        ({"name": "shop", "state": "draft"}, ["cams-2"]),
        ({"limit": 2}, ["i-1", "cams-2"]),
    ],
)
def test_filters(find_channels: Items, emulator: Emulator, filters: dict[str, Any], found: list[str]) -> None:
    list_shops(emulator)
    channels: list[FoundChannel] = list(find_channels(**filters))
    assert [it.cust_space_id for it in channels] == found
    assert len(emulator.log()) == (1 if "limit" in filters else 2)


def test_whoever_leaves_early_fetches_no_further_page(find_channels: Items, emulator: Emulator) -> None:
    list_shops(emulator)
    for _ in find_channels():
        break
    assert len(emulator.log()) == 1


def test_a_filter_that_is_no_text_is_refused(client: Client, emulator: Emulator) -> None:
    for wrong in ({"name": 1}, {"state": ["published"]}, {"region": b"x"}, {"limit": 0}):
        with pytest.raises(InvalidArgumentError, match=next(iter(wrong))):
            client.find_channels(**wrong)
    assert emulator.log() == []


def test_all_that_are_found_are_enabled(enable_all: Items, emulator: Emulator) -> None:
    progress: list[Progress] = []
    outcomes: list[ChannelOutcome] = list(enable_all(on_progress=progress.append))
    assert {it.cust_space_id for it in outcomes} >= set(emulator.channels)
    assert all(it.enabled for it in outcomes)
    assert progress[0].total == len(outcomes) == progress[-1].done
    actions = [it["action"] for it in emulator.log()]
    assert actions == ["ListInstance"] + [ENABLE] * len(outcomes)


def test_those_that_are_wanted_are_enabled(enable_all: Items, emulator: Emulator) -> None:
    list_shops(emulator)
    outcomes = list(enable_all(state="published", where=lambda it: it.name.startswith("B"), isv_code="isv-1"))
    assert sorted(it.cust_space_id for it in outcomes) == enabled(emulator) == ["i-1", "i-3"]
    assert emulator.log()[-1]["parameters"]["IsvCode"] == "isv-1"
    list_shops(emulator)
    assert list(enable_all(where=lambda it: None if it.name else True)) == []


def test_a_predicate_that_raises_ends_it_before_anything_is_enabled(enable_all: Items, emulator: Emulator) -> None:
    list_shops(emulator)

    def where(channel: FoundChannel) -> bool:
        if channel.name == "Bank":
            raise LookupError("no bank")
        return True

    with pytest.raises(LookupError, match="no bank"):
        next(iter(enable_all(where=where)))
    assert enabled(emulator) == []


def test_channels_that_cannot_be_listed_end_it(enable_all: Items, emulator: Emulator) -> None:
    emulator.change_account(subscribed=False)
    with pytest.raises(NotSubscribedError):
        next(iter(enable_all()))
    assert enabled(emulator) == []


def test_a_journal_carries_over_what_is_done(enable_all: Items, emulator: Emulator, tmp_path: Path) -> None:
    journal = tmp_path / "channels.journal"
    list_shops(emulator)
    list(enable_all(state="published", journal=journal))
    list_shops(emulator)
    outcomes = list(enable_all(journal=journal))
    assert sorted(it.cust_space_id for it in outcomes if it.resumed) == ["i-1", "i-3"]
    assert enabled(emulator) == ["cams-2", "i-1", "i-3"]


@pytest.mark.parametrize("wrong", [{"where": "shop"}, {"on_progress": 1}, {"concurrency": -1}, {"name": 3}])
def test_what_cannot_be_right_is_refused_before_anything_is_sent(
    enable_all: Items, emulator: Emulator, wrong: dict[str, Any]
) -> None:
    with pytest.raises(InvalidArgumentError, match=next(iter(wrong))):
        next(iter(enable_all(**wrong)))
    assert emulator.log() == []


async def is_a_shop(channel: FoundChannel) -> bool:
    await asyncio.sleep(0)
    return "shop" in channel.name.lower()


def test_a_coroutine_function_decides_with_asyncio_alone(client: Client, emulator: Emulator) -> None:
    list_shops(emulator)
    with (
        pytest.warns(RuntimeWarning, match="never awaited"),
        pytest.raises(InvalidArgumentError, match="what where gave is of type coroutine"),
    ):
        client.enable_all(where=is_a_shop)  # type: ignore[arg-type]
    assert enabled(emulator) == []
    emulator.reset()
    list_shops(emulator)
    outcomes = list(asynchronously(emulator, "enable_all")(where=is_a_shop))
    assert sorted(it.cust_space_id for it in outcomes) == enabled(emulator) == ["cams-2", "i-1"]


def test_a_run_tells_how_many_channels_it_has(client: Client, emulator: Emulator) -> None:
    list_shops(emulator)
    run = client.enable_all()
    assert isinstance(run, EnableManyRun)
    assert run.total == len(list(run)) == 3
    channels = [*emulator.channels, emulator.channels[0]]
    assert client.enable_many(channels).total == 5
    assert client.enable_many(iter(channels)).total is None

    async def main() -> None:
        list_shops(emulator)
        async with AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as other:
            run = other.enable_all()
            assert isinstance(run, AsyncEnableManyRun)
            assert run.total is None
            await anext(run)
            assert run.total == 3
            assert len([it async for it in run]) == 2
            assert other.enable_many(channels).total == 5

    asyncio.run(main())


def test_leaving_ends_what_is_under_way(client: Client, emulator: Emulator) -> None:
    fault = {"match": {"cust_space_id": emulator.channels[1]}, "times": None, "fault": {"type": "hang"}}
    emulator.control("faults", fault)
    run = client.enable_all()
    next(run)
    emulator.wait_for(lambda log: any(it["fault"] for it in log))
    run.close()
    emulator.wait_until_client_gone()
    assert list(run) == []

    async def main() -> None:
        async with AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as other:
            run = other.enable_all()
            await anext(run)
            await asyncio.to_thread(emulator.wait_for, lambda log: sum(bool(it["fault"]) for it in log) == 2)
            await run.aclose()
        await asyncio.to_thread(emulator.wait_until_client_gone, 2)

    asyncio.run(main())
