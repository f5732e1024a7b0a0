"""The metrics of many channels, collected in one loop."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import pickle
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar

import pytest
from both_clients import Items, asynchronously
from emulator import Emulator

from cams_roi import (
    AsyncClient,
    Channel,
    Client,
    CollectedMetrics,
    ConfigurationError,
    InvalidArgumentError,
    MetricsTarget,
    NotSubscribedError,
    PermissionDeniedError,
    full_days,
    read_channels,
)
from cams_roi._runs import Run

CHANNELS = ["cams-1", "cams-2", "cams-3"]
NAMELESS: Any = MetricsTarget(None)  # type: ignore[arg-type]
PAST = {"enabled_at": "2020-01-01T00:00:00Z"}


@pytest.fixture(autouse=True)
def _account(emulator: Emulator) -> None:
    """Have channels that were enabled long ago, each with a number, and with a template in two languages."""
    channels = [{"id": it, "phone_numbers": [f"9990000000{it[-1]}"], **PAST} for it in CHANNELS]
    emulator.change_account(
        channels=channels, direct_channel={"id": "cams-own", "phone_numbers": ["99900000009"], **PAST}
    )
    templates = [
        {"TemplateCode": "744", "TemplateName": "sale", "Language": it, "Category": "MARKETING", "AuditStatus": "pass"}
        for it in ("en", "de")
    ]
    answer(emulator, "ListChatappTemplate", {"ListTemplate": templates, "Total": 2})


def answer(emulator: Emulator, action: str, body: dict[str, Any]) -> None:
    fault = {"type": "respond", "status": 200, "headers": [], "body": json.dumps({"Code": "OK", **body})}
    emulator.control("faults", {"match": {"action": action}, "times": None, "fault": fault})


def meet(emulator: Emulator, fault: dict[str, Any], **match: str) -> None:
    emulator.control("faults", {"match": match, "times": None, "fault": fault})


@pytest.fixture(params=["sync", "asyncio"])
def collect_metrics(request: pytest.FixtureRequest, client: Client, emulator: Emulator) -> Items:
    """Give the method of each client."""
    return client.collect_metrics if request.param == "sync" else asynchronously(emulator, "collect_metrics")


def asked(emulator: Emulator) -> list[str]:
    return [it["action"] for it in emulator.log()]


def test_every_channel_is_found_and_asked_for(collect_metrics: Items, emulator: Emulator) -> None:
    results: list[CollectedMetrics] = list(collect_metrics(days="3d", time_zone="UTC"))
    what = sorted((it.cust_space_id, it.template_code or "", it.language or "") for it in results)
    channels = [*CHANNELS, "cams-own"]
    assert what == sorted((it, *part) for it in channels for part in [("", ""), ("744", "de"), ("744", "en")])
    assert all(it.error is None and (it.start, it.end) == full_days("3d") for it in results)
    numbers = next(it for it in results if it.cust_space_id == "cams-1" and it.template_code is None)
    assert {(it.cust_space_id, it.phone_number) for it in numbers.rows} == {("cams-1", "99900000001")}
    assert len(numbers.rows) == 3
    assert all(it.delivery_rate is not None for it in numbers.rows if it.sent_count)
    template = next(it for it in results if it.cust_space_id == "cams-2" and it.language == "en")
    assert {(it.template_name, it.phone_number) for it in template.rows} == {("sale", None)}
    progress = results[-1].progress
    assert (progress.channels, progress.done, progress.total, progress.is_complete) == (4, 12, 12, True)
    assert asked(emulator).count("ListInstance") == 1


def test_what_is_given_is_asked_for_alone(collect_metrics: Items, emulator: Emulator) -> None:
    start, end = datetime(2026, 3, 1, tzinfo=timezone.utc), datetime(2026, 3, 5, tzinfo=timezone.utc)
    targets = [MetricsTarget("cams-2", template_code="7", language="en"), MetricsTarget("cams-3", isv_code="isv-3")]
    results = list(
        collect_metrics(channels=["cams-1"], targets=targets, start=start, end=end, days_per_query=2, templates=False)
    )
    what = sorted((it.cust_space_id, it.template_code or "", it.start.day) for it in results)
    # The ISV code is not the account's, so that the phone numbers of that channel cannot be found.
    given = [(channel, code, day) for channel, code in [("cams-1", ""), ("cams-2", "7")] for day in (1, 3)]
    assert what == [*given, ("cams-3", "", 1)]
    codes = {it["parameters"]["CustSpaceId"]: it["parameters"].get("IsvCode") for it in emulator.log()}
    assert codes == {"cams-1": None, "cams-2": None, "cams-3": "isv-3"}


def test_channels_come_with_isv_codes_and_from_files(
    collect_metrics: Items, emulator: Emulator, tmp_path: Path
) -> None:
    file = tmp_path / "channels.csv"
    file.write_text("cust_space_id,isv_code\ncams-1,\ncams-3,isv-3\n", "utf-8")
    for channels in [["cams-1", Channel("cams-3", isv_code="isv-3")], read_channels(file)]:
        emulator.control("log", method="DELETE")
        list(collect_metrics(channels=channels, days="yesterday", templates=False))
        codes = {it["parameters"]["CustSpaceId"]: it["parameters"].get("IsvCode") for it in emulator.log()}
        assert codes == {"cams-1": None, "cams-3": "isv-3"}


def test_a_denied_channel_has_an_error_and_the_others_go_on(collect_metrics: Items, emulator: Emulator) -> None:
    meet(emulator, {"type": "error", "status": 403, "code": "Ram.PermissionDeny", "message": "No."},
         cust_space_id="cams-2")  # fmt: skip
    results: list[CollectedMetrics] = list(collect_metrics(channels=CHANNELS, days="yesterday"))
    failed = [it for it in results if it.error is not None]
    assert {it.cust_space_id for it in failed} == {"cams-2"}
    assert len(results) - len(failed) == 6
    error = failed[0].error
    assert isinstance(error, PermissionDeniedError)
    assert (error.code, error.http_status, error.attempts) == ("Ram.PermissionDeny", 403, 1)
    assert error.cust_space_id == "cams-2"
    assert error.__traceback__ is None
    assert error.hint
    assert error.request_id
    assert "Ram.PermissionDeny" in str(error)
    assert failed[0].rows == ()
    assert results[-1].progress.failed == len(failed)
    assert str(pickle.loads(pickle.dumps(failed[0])).error) == str(error)


def test_an_error_of_the_account_is_raised(collect_metrics: Items, emulator: Emulator) -> None:
    emulator.change_account(subscribed=False)
    results = collect_metrics(days="yesterday")
    with pytest.raises(NotSubscribedError):
        next(results)
    assert list(results) == []


def test_a_second_run_asks_nothing_twice(collect_metrics: Items, emulator: Emulator, tmp_path: Path) -> None:
    journal = tmp_path / "metrics.journal"
    assert len(list(collect_metrics(channels=CHANNELS[:2], days="2026-03-01", journal=journal))) == 6
    emulator.control("log", method="DELETE")
    results = list(collect_metrics(channels=CHANNELS, days="2026-03-01", journal=str(journal)))
    assert {it.cust_space_id for it in results} == {"cams-3"}
    assert results[-1].progress.skipped == 6
    queries = [it for it in emulator.log() if it["action"].endswith("Metric")]
    assert {it["parameters"]["CustSpaceId"] for it in queries} == {"cams-3"}


def key(result: CollectedMetrics) -> tuple[str, str | None, str | None]:
    return result.cust_space_id, result.template_code, result.language


def test_what_was_taken_before_the_loop_was_left_is_done(collect_metrics: Items, tmp_path: Path) -> None:
    def results() -> Any:
        return collect_metrics(channels=CHANNELS, days="2026-03-01", journal=tmp_path / "metrics.journal")

    # Behind the last one that was taken, the next one was not asked for.
    run = results()
    first = [key(next(run)) for _ in range(4)]
    run.close()
    run = results()
    second = [key(it) for it in run]
    assert len(second) == 6
    assert first[3] in second
    assert not set(first[:3]) & set(second)
    assert list(results()) == []


def left_by_break(results: Iterator[CollectedMetrics]) -> None:
    for _ in results:
        break
    results.close()  # type: ignore[attr-defined]


def left_by_close(results: Iterator[CollectedMetrics]) -> None:
    next(results)
    results.close()  # type: ignore[attr-defined]


def left_to_the_collector(results: Iterator[CollectedMetrics]) -> None:
    next(results)
    del results
    gc.collect()


@pytest.mark.parametrize("leave", [left_by_break, left_by_close, left_to_the_collector])
def test_whoever_leaves_early_ends_the_calls(
    collect_metrics: Items, emulator: Emulator, leave: Callable[[Iterator[CollectedMetrics]], None]
) -> None:
    meet(emulator, {"type": "hang"}, cust_space_id="cams-2")
    leave(collect_metrics(channels=CHANNELS, days="yesterday"))
    ends_for_good(emulator)


def ends_for_good(emulator: Emulator) -> None:
    """Wait until no request is under way; then none follows."""
    emulator.wait_for(lambda log: log != [] and all(it["outcome"] is not None for it in log))
    assert "client_gone" in {it["outcome"] for it in emulator.log()}
    before = len(emulator.log())
    with Client(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as other:
        other.query_chatapp_phone_numbers(cust_space_id="cams-1")
    assert len(emulator.log()) == before + 1


def test_an_exception_at_the_loop_ends_the_calls(client: Client, emulator: Emulator) -> None:
    meet(emulator, {"type": "hang"}, cust_space_id="cams-2")

    def read() -> None:
        for _ in client.collect_metrics(channels=CHANNELS, days="yesterday"):
            raise LookupError

    with pytest.raises(LookupError):
        read()
    ends_for_good(emulator)


def asynchronous(emulator: Emulator) -> AsyncClient:
    return AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, max_attempts=1, rate_limit="off")


@pytest.mark.parametrize("results_before", [0, 1])
def test_cancelling_a_task_ends_the_calls(emulator: Emulator, results_before: int) -> None:
    meet(emulator, {"type": "hang"}, cust_space_id="cams-2")
    channels = ["cams-2"] if results_before == 0 else ["cams-1", "cams-2"]
    taken: list[CollectedMetrics] = []

    async def main() -> None:
        is_taken = asyncio.Event()
        async with asynchronous(emulator) as client:

            async def read() -> None:
                async for result in client.collect_metrics(channels=channels, days="yesterday", templates=False):
                    taken.append(result)
                    is_taken.set()

            task = asyncio.create_task(read())
            await asyncio.to_thread(emulator.wait_for, lambda log: any(it["fault"] for it in log))
            if results_before:
                await is_taken.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(ends_for_good, emulator)

    asyncio.run(main())
    assert len(taken) == results_before


def test_an_asynchronous_run_is_closed(emulator: Emulator) -> None:
    meet(emulator, {"type": "hang"}, cust_space_id="cams-2")

    async def main() -> None:
        async with asynchronous(emulator) as client:
            results: Any = client.collect_metrics(channels=CHANNELS, days="yesterday")
            await anext(results)
            await results.aclose()
            await asyncio.to_thread(ends_for_good, emulator)
            assert [it async for it in results] == []

    asyncio.run(main())


def test_closing_the_client_does_not_end_a_run(emulator: Emulator) -> None:
    with Client(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as client:
        results = client.collect_metrics(channels=CHANNELS, days="yesterday")
        first = next(results)
    assert len([first, *results]) == 9
    with pytest.raises(InvalidArgumentError, match="closed"):
        next(client.collect_metrics(days="yesterday"))

    async def main() -> int:
        async with asynchronous(emulator) as client:
            results: AsyncIterator[CollectedMetrics] = client.collect_metrics(channels=CHANNELS, days="yesterday")
        return len([it async for it in results])

    assert asyncio.run(main()) == 9


class LateBinding:
    """A binding whose page comes when nobody waits for it any more."""

    def __init__(self) -> None:
        """Wait for a call."""
        self.sent: list[str] = []
        self.future: Any = None
        self.begun = asyncio.Event()

    def send(self, operation: str, *_: object) -> tuple[None, list[object]]:
        self.sent.append(operation)
        return None, []

    def start(self, operation: str, _request: object, _options: object, _loop: object, future: Any) -> LateBinding:
        self.sent.append(operation)
        self.future = future
        self.begun.set()
        return self

    def abort(self) -> None:
        """Be too late."""


@pytest.mark.parametrize("is_settled_first", [True, False])
def test_a_first_page_that_comes_too_late_is_not_lost(is_settled_first: bool) -> None:
    async def main() -> list[str]:
        binding = LateBinding()
        run = Run(binding, "CollectMetrics", (), None)  # type: ignore[arg-type]
        results = run.async_results(lambda page: page)
        task = asyncio.ensure_future(anext(results))
        await binding.begun.wait()
        if is_settled_first:
            binding.future.set_result(("5", []))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        if not is_settled_first:
            assert not binding.future.done()
            binding.future.set_result(("5", []))
            binding.future.set_exception(LookupError())
        return binding.sent

    assert asyncio.run(main()) == ["all CollectMetrics", "all CollectMetrics 5 end 0"]


def test_a_forked_process_does_not_touch_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    class Binding:
        sent: ClassVar[list[str]] = []

        def send(self, operation: str, *_: object) -> tuple[str, list[int]]:
            self.sent.append(operation)
            return "5", [1]

    results = Run(Binding(), "CollectMetrics", (), None).results(lambda page: page)  # type: ignore[arg-type]
    assert next(results) == 1
    own = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: own + 1)
    with pytest.raises(InvalidArgumentError, match="forked"):
        next(results)
    assert Binding.sent == ["all CollectMetrics"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"days": "tomorrow"}, "days is .tomorrow.*no day"),
        ({"days": 7}, "days is 7"),
        ({"days": "7d", "time_zone": "Mars/Base"}, "time zone .Mars/Base"),
        ({}, "the time is not given"),
        ({"days": "7d", "start": datetime(2026, 1, 1, tzinfo=timezone.utc)}, "as days, and as start or end"),
        ({"days": "7d", "channels": "cams-1"}, "channels is .cams-1"),
        ({"days": "7d", "channels": [1]}, r"channels\[0\] is 1"),
        ({"days": "7d", "channels": [Channel(7)]}, r"channels\[0\].cust_space_id is 7"),  # type: ignore[arg-type]
        ({"days": "7d", "targets": ["cams-1"]}, r"targets\[0\] is 'cams-1'"),
        ({"days": "7d", "targets": [NAMELESS]}, r"targets\[0\].cust_space_id is None"),
        ({"days": "7d", "journal": 3}, "journal is 3"),
        ({"days": "7d", "days_per_query": 0}, "days_per_query is 0"),
        ({"days": "7d", "granularity": 1}, "granularity is 1"),
        ({"days": "7d", "phone_numbers": False, "templates": False}, "neither"),
        ({"days": "7d", "max_attempts": -1}, "max_attempts"),
    ],
)
def test_what_cannot_be_right_is_refused_before_anything_is_sent(
    collect_metrics: Items, emulator: Emulator, arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        next(collect_metrics(**arguments))
    assert emulator.log() == []


def test_a_journal_that_cannot_be_used_is_said(collect_metrics: Items, emulator: Emulator, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="journal"):
        next(collect_metrics(days="yesterday", journal=tmp_path))
    assert emulator.log() == []


def test_the_last_days_end_with_yesterday(client: Client) -> None:
    results = list(client.collect_metrics(channels=["cams-1"], days="7d", templates=False))
    (result,) = results
    assert result.end - result.start == timedelta(days=7)
    assert result.end <= datetime.now(timezone.utc) < result.end + timedelta(days=1, hours=1)
