"""Calls from asyncio."""

from __future__ import annotations

import asyncio
import gc
import inspect
import os
import sys
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest.mock import create_autospec

import pytest
from emulator import Emulator

from cams_roi import (
    OWN_CHANNEL,
    AsyncClient,
    Channel,
    ConfigurationError,
    Credentials,
    CredentialsError,
    InvalidArgumentError,
    NotSubscribedError,
    Progress,
    ThrottledError,
)


def client_of(emulator: Emulator) -> AsyncClient:
    return AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, max_attempts=1, rate_limit="off")


def test_every_method(emulator: Emulator) -> None:
    async def main() -> None:
        async with client_of(emulator) as client:
            enabled = await client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
            assert enabled.request_id
            now = datetime.now(timezone.utc)
            numbers = await client.get_chatapp_phone_number_metric(
                start=now - timedelta(days=7), end=now, cust_space_id=emulator.channels[0]
            )
            assert numbers.request_id
            template = await client.get_chatapp_template_metric(
                start=now - timedelta(days=7), end=now, template_code="1", cust_space_id=emulator.channels[0]
            )
            assert template.request_id
            assert (await client.call("ListInstance"))["Code"] == "OK"
        await client.aclose()
        with pytest.raises(InvalidArgumentError, match="the client is closed"):
            await client.enable_whatsapp_roi_metric(OWN_CHANNEL)

    asyncio.run(main())
    assert len(emulator.log()) == 4


def test_many_at_a_time(emulator: Emulator) -> None:
    async def main() -> None:
        async with client_of(emulator) as client:
            calls = [client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0]) for _ in range(200)]
            results = await asyncio.gather(*calls)
            assert len({result.request_id for result in results}) == 200

    asyncio.run(main())


def test_errors_are_the_same_and_show_the_caller(emulator: Emulator) -> None:
    emulator.change_account(subscribed=False)

    async def my_function() -> None:
        async with client_of(emulator) as client:
            await client.enable_whatsapp_roi_metric(OWN_CHANNEL)

    with pytest.raises(NotSubscribedError) as caught:
        asyncio.run(my_function())
    assert "my_function" in [entry.name for entry in caught.traceback]


def test_cancelling_a_task_ends_its_request(emulator: Emulator) -> None:
    emulator.fault("hang")

    async def main() -> None:
        async with client_of(emulator) as client:
            task = asyncio.create_task(client.enable_whatsapp_roi_metric(OWN_CHANNEL))
            await asyncio.to_thread(emulator.wait_for_requests, 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(emulator.wait_until_client_gone)

    asyncio.run(main())


def test_a_timeout_of_asyncio_ends_the_request(emulator: Emulator) -> None:
    emulator.fault("hang")

    async def main() -> None:
        async with client_of(emulator) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.enable_whatsapp_roi_metric(OWN_CHANNEL), 0.05)
            await asyncio.to_thread(emulator.wait_until_client_gone)
            if sys.version_info >= (3, 11):
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.05):
                        await client.enable_whatsapp_roi_metric(OWN_CHANNEL)
                await asyncio.to_thread(emulator.wait_until_client_gone, 2)

    asyncio.run(main())


def test_what_is_under_way_ends_although_the_client_is_closed(emulator: Emulator) -> None:
    """A call is under way as soon as its coroutine exists, also where its task has not run yet."""

    async def main() -> None:
        async with client_of(emulator) as client:
            call = client.enable_whatsapp_roi_metric
            tasks = [asyncio.create_task(call(channel)) for channel in emulator.channels]
            tasks.append(asyncio.create_task(asyncio.wait_for(call(emulator.channels[0]), 30)))
            coroutine = call(emulator.channels[1])
            run = client.enable_many(emulator.channels)
        results = [*await asyncio.gather(*tasks), await coroutine]
        assert len({result.request_id for result in results}) == 7
        assert [outcome.enabled async for outcome in run] == [True] * 5
        with pytest.raises(InvalidArgumentError, match="the client is closed"):
            await client.enable_whatsapp_roi_metric(emulator.channels[0])
        with pytest.raises(InvalidArgumentError, match="the client is closed"):
            client.enable_many(emulator.channels)

    asyncio.run(main())


def test_frameworks_see_coroutine_functions(emulator: Emulator) -> None:
    """They await what is one, and run the rest in threads; and a mock of the client is to be awaited as the client."""
    client = client_of(emulator)
    for owner in [AsyncClient, client]:
        for name in [
            "enable_whatsapp_roi_metric",
            "get_chatapp_phone_number_metric",
            "get_chatapp_template_metric",
            "call",
            "aclose",
        ]:
            assert inspect.iscoroutinefunction(getattr(owner, name)), name
    assert inspect.iscoroutinefunction(create_autospec(AsyncClient).enable_whatsapp_roi_metric)
    assert inspect.signature(client.call) == inspect.signature(AsyncClient(endpoint=emulator.url).call)


def test_one_client_serves_several_event_loops(emulator: Emulator) -> None:
    client = client_of(emulator)
    for _ in range(2):
        asyncio.run(client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0]))


def test_a_loop_that_ends_with_a_call_under_way(emulator: Emulator) -> None:
    emulator.fault("hang")
    client = client_of(emulator)

    async def main() -> None:
        task = asyncio.create_task(client.enable_whatsapp_roi_metric(OWN_CHANNEL))
        await asyncio.to_thread(emulator.wait_for_requests, 1)
        assert not task.done()

    asyncio.run(main())
    emulator.wait_until_client_gone()


@pytest.mark.parametrize("is_async", [True, False])
def test_a_credentials_function(emulator: Emulator, is_async: bool) -> None:
    asked_on: list[object] = []

    async def vault() -> Credentials:
        await asyncio.sleep(0)
        asked_on.append(asyncio.get_running_loop())
        return emulator.credentials

    def ask() -> Credentials:
        asked_on.append(None)
        return emulator.credentials

    async def main() -> None:
        function = vault if is_async else ask
        async with AsyncClient(endpoint=emulator.url, credentials=function, rate_limit="off") as client:
            calls = [client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0]) for _ in range(20)]
            await asyncio.gather(*calls)
        assert asked_on == [asyncio.get_running_loop() if is_async else None]

    asyncio.run(main())


def test_what_a_credentials_function_raises_is_the_cause(emulator: Emulator) -> None:
    async def vault() -> Credentials:
        raise LookupError("sealed")

    async def main() -> None:
        async with AsyncClient(endpoint=emulator.url, credentials=vault) as client:
            await client.enable_whatsapp_roi_metric(OWN_CHANNEL)

    with pytest.raises(CredentialsError, match="callback: LookupError: sealed") as caught:
        asyncio.run(main())
    assert isinstance(caught.value.__cause__, LookupError)


async def from_afar(emulator: Emulator) -> AsyncIterator[str | Channel]:
    for channel in emulator.channels:
        await asyncio.sleep(0)
        yield channel
    yield Channel("cams-unknown", isv_code=emulator.isv_code)


def test_enable_many_from_an_async_iterable(emulator: Emulator, tmp_path: Path) -> None:
    progress: list[Progress] = []

    async def main() -> None:
        async with client_of(emulator) as client:
            outcomes = [
                outcome
                async for outcome in client.enable_many(
                    from_afar(emulator), journal=tmp_path / "journal", on_progress=progress.append
                )
            ]
        assert {it.cust_space_id for it in outcomes if it.enabled} == set(emulator.channels)
        assert [it.cust_space_id for it in outcomes if not it.enabled] == ["cams-unknown"]

    asyncio.run(main())
    assert progress[-1] == Progress(done=6, enabled=5, failed=1, resumed=0, total=None)


def test_enable_many_from_a_list(emulator: Emulator) -> None:
    async def main() -> None:
        async with client_of(emulator) as client:
            async for outcome in client.enable_many(emulator.channels):
                assert outcome.enabled
            with pytest.raises(InvalidArgumentError, match="channels is 'cams-1'"):
                client.enable_many("cams-1")
            with pytest.raises(ConfigurationError):
                client.enable_many([], journal="/")

    asyncio.run(main())
    assert len(emulator.log()) == 5


def test_a_source_that_fails_ends_the_run_with_its_error(emulator: Emulator) -> None:
    async def broken() -> AsyncIterator[str]:
        yield emulator.channels[0]
        raise LookupError("no more")

    async def main() -> None:
        async with client_of(emulator) as client:
            outcomes = client.enable_many(broken())
            assert (await anext(outcomes)).enabled
            with pytest.raises(LookupError):
                await anext(outcomes)

    asyncio.run(main())


def test_leaving_enable_many_ends_what_is_under_way(emulator: Emulator) -> None:
    control = {"match": {"cust_space_id": emulator.channels[1]}, "times": None, "fault": {"type": "hang"}}
    emulator.control("faults", control)

    def endless() -> Iterator[str]:
        yield from emulator.channels
        number = 0
        while True:
            number += 1
            yield f"cams-{number}"

    async def main() -> None:
        async with client_of(emulator) as client:
            async for outcome in client.enable_many(endless()):
                assert outcome.cust_space_id != emulator.channels[1]
                if any(it["fault"] for it in await asyncio.to_thread(emulator.log)):
                    break
            gc.collect()
            await asyncio.to_thread(emulator.wait_until_client_gone)

    asyncio.run(main())


def test_cancelling_enable_many(emulator: Emulator) -> None:
    emulator.fault("hang")

    async def main() -> None:
        async def run() -> None:
            async for _ in client.enable_many(emulator.channels):
                raise AssertionError("nothing can be done")

        async with client_of(emulator) as client:
            task = asyncio.create_task(run())
            await asyncio.to_thread(emulator.wait_for_requests, len(emulator.channels))
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(emulator.wait_until_client_gone, len(emulator.channels))

    asyncio.run(main())


def test_a_throttled_task_does_not_stop_the_others(emulator: Emulator) -> None:
    throttle = {"type": "throttle", "retry_after_ms": 60_000}
    emulator.control("faults", {"match": {"cust_space_id": emulator.channels[0]}, "times": None, "fault": throttle})

    async def main() -> None:
        async with AsyncClient(
            endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off", timeout=30
        ) as client:
            with pytest.raises(ThrottledError):
                await client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
            await client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[1])

    asyncio.run(main())


class WithoutReaders(asyncio.SelectorEventLoop):
    """An event loop that looks at no sockets of others, as that of Windows."""

    def add_reader(self, *_: object) -> None:
        """Refuse."""
        raise NotImplementedError


@pytest.mark.parametrize("make", [asyncio.SelectorEventLoop, WithoutReaders])
def test_every_event_loop_gets_its_results(emulator: Emulator, make: Callable[[], asyncio.AbstractEventLoop]) -> None:
    """Also one that is stopped meanwhile, and goes on."""

    async def main() -> list[str | None]:
        async with client_of(emulator) as client:
            calls = [client.enable_whatsapp_roi_metric(channel) for channel in emulator.channels * 3]
            return [result.request_id for result in await asyncio.gather(*calls)]

    loop = make()
    task = loop.create_task(main())
    for _ in range(3):
        loop.call_soon(loop.stop)
        loop.run_forever()
    assert len(set(loop.run_until_complete(task))) == 3 * len(emulator.channels)
    loop.close()


def test_event_loops_leave_no_files_open(emulator: Emulator) -> None:
    """Whether they are closed, or forgotten; each has its own wakeup."""

    async def main() -> None:
        async with client_of(emulator) as client:
            await client.enable_whatsapp_roi_metric(emulator.channels[0])

    def open_files() -> int:
        gc.collect()
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208

    def forget() -> None:
        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())

    for _ in range(3):
        asyncio.run(main())
    before = open_files()
    for _ in range(20):
        asyncio.run(main())
    assert open_files() <= before + 4
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        for _ in range(20):
            forget()
        asyncio.run(main())
        assert open_files() <= before + 4


def test_a_result_for_an_event_loop_that_is_closed_is_given_up(emulator: Emulator) -> None:
    """And the next event loop has its own results."""
    emulator.fault("delay", ms=200)

    async def leave() -> None:
        client = client_of(emulator)
        tasks.append(asyncio.create_task(client.enable_whatsapp_roi_metric(emulator.channels[0])))
        await asyncio.to_thread(emulator.wait_for, bool)

    async def main() -> None:
        async with client_of(emulator) as client:
            assert (await client.enable_whatsapp_roi_metric(emulator.channels[0])).request_id

    tasks: list[asyncio.Task[object]] = []
    loop = asyncio.new_event_loop()
    loop.run_until_complete(leave())
    loop.close()
    for _ in range(3):
        asyncio.run(main())
    assert not tasks[0].done()
