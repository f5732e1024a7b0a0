"""What a client tells of its calls and runs."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from typing import Any

import pytest
from emulator import Emulator

from cams_roi import AsyncClient, CamsRoiError, Client, ClientEvent, ConfigurationError

ATTRIBUTES_OF_START = {"rpc.system.name", "rpc.method", "server.address", "server.port", "http.request.method"}


class Kept:
    """Keeps events, and lets a thread wait for the end of a call or a run."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.events: list[ClientEvent] = []
        self.ended = threading.Condition()

    def __call__(self, event: ClientEvent) -> None:
        with self.ended:
            self.events.append(event)
            self.ended.notify_all()

    def wait_for(self, name: str) -> list[ClientEvent]:
        with self.ended:
            assert self.ended.wait_for(lambda: any(it.name == name for it in self.events), timeout=60)
            return list(self.events)


def made(emulator: Emulator, kind: Any = Client, **options: Any) -> Any:
    return kind(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off", **options)


def test_a_call_is_told_from_its_start_over_each_attempt_to_its_end(emulator: Emulator) -> None:
    kept = Kept()
    emulator.fault("throttle", times=1, retry_after_ms=1)
    result = made(emulator, on_event=kept).enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    # A call that waits tells before it gives its answer.
    start, refused, answered, end = kept.events
    assert [it.name for it in kept.events] == ["call.start", "call.attempt", "call.attempt", "call.end"]
    assert len({it.call_id for it in kept.events}) == 1
    assert {(it.operation, it.cust_space_id) for it in kept.events} == {
        ("EnableWhatsappROIMetric", emulator.channels[0])
    }
    assert start.attributes.keys() == ATTRIBUTES_OF_START
    assert emulator.url == f"http://{start.attributes['server.address']}:{start.attributes['server.port']}"
    assert refused.attributes["cams.throttled"] is True
    assert refused.attributes["error.type"] == "ThrottledError"
    assert refused.attributes["http.response.status_code"] == 429
    assert answered.attributes["cams.attempt"] == 2
    assert answered.attributes["cams.request_id"] == result.request_id
    assert isinstance(answered.attributes["cams.latency"], float)
    assert end.attributes["cams.attempts"] == 2
    assert "error.type" not in end.attributes
    assert start.time <= end.time
    assert emulator.credentials.access_key_secret not in repr(kept.events)


def test_an_error_is_told(emulator: Emulator) -> None:
    kept = Kept()
    emulator.change_account(subscribed=False)
    with pytest.raises(CamsRoiError) as raised:
        made(emulator, on_event=kept).query_chatapp_phone_numbers(cust_space_id=emulator.channels[0])
    end = kept.events[-1]
    assert end.attributes["error.type"] == "NotSubscribedError"
    assert end.attributes["rpc.response.status_code"] == raised.value.code
    assert str(end.attributes["error.message"]) in str(raised.value)


def test_a_call_of_asyncio_is_told_and_one_that_is_cancelled_too(emulator: Emulator) -> None:
    kept = Kept()

    async def main() -> None:
        async with made(emulator, AsyncClient, on_event=kept) as client:
            await client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
            # What is told comes before the answer.
            assert [it.name for it in kept.events] == ["call.start", "call.attempt", "call.end"]
            kept.events.clear()
            emulator.fault("hang")
            task = asyncio.create_task(client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0]))
            await asyncio.to_thread(emulator.wait_for_requests, lambda requests: len(requests) == 2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    events = kept.wait_for("call.end")
    assert [it.name for it in events] == ["call.start", "call.end"]
    assert events[-1].attributes["error.type"] == "cancelled"


def test_a_run_is_told_with_its_sums(emulator: Emulator) -> None:
    kept = Kept()
    channels = [*emulator.channels[:2], "cams-foreign"]
    outcomes = list(made(emulator, on_event=kept).enable_many(channels))
    assert len(outcomes) == 3
    events = kept.wait_for("run.end")
    assert events[0].name == "run.start"
    assert len({it.run_id for it in events}) == 1
    assert events[0].run_id
    assert sum(it.name == "call.start" for it in events) == 3
    sums = {name.rsplit(".", 1)[1]: number for name, number in events[-1].attributes.items() if "channels" in name}
    assert sums == {"enabled": 2, "failed": 1, "resumed": 0, "not_called": 0}


def test_a_hook_that_raises_is_logged_once_and_changes_no_call(
    emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    def hook(event: ClientEvent) -> None:
        raise RuntimeError(f"no room for {event.name}")

    with made(emulator, on_event=hook) as client:
        client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
        assert all(outcome.enabled for outcome in client.enable_many(emulator.channels[:2]))

    async def main() -> None:
        async with made(emulator, AsyncClient, on_event=hook) as client:
            await client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])

    asyncio.run(main())
    (record,) = [it for it in caplog.records if it.levelno == logging.ERROR]
    assert record.name == "cams_roi"
    assert record.exc_info
    assert "no room for call.start" in str(record.exc_info[1])


def test_a_hook_may_call_the_service_itself(emulator: Emulator) -> None:
    inner = made(emulator)
    seen: list[object] = []

    def hook(event: ClientEvent) -> None:
        if event.name == "call.end":
            seen.append(inner.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[1]).request_id)

    made(emulator, on_event=hook).enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    assert len(seen) == 1


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_child_of_a_fork_tells_its_own_calls_by_other_ids(emulator: Emulator) -> None:
    kept = Kept()
    client = made(emulator, on_event=kept)
    client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        kept.events.clear()
        client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
        os.write(tell, " ".join(str(it.call_id) for it in kept.events).encode())
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    own = {str(it.call_id) for it in kept.events}
    theirs = os.read(told, 4096).decode().split()
    assert len(theirs) == 3
    assert len(own) == 2
    assert not own & set(theirs)


def test_what_is_no_function_is_refused(emulator: Emulator) -> None:
    with pytest.raises(ConfigurationError, match="on_event is 'print'"):
        made(emulator, on_event="print")


def test_log_records_have_the_id_of_the_call(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "cams_roi")
    kept = Kept()
    made(emulator, on_event=kept).enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    fields = [record.cams_roi for record in caplog.records]  # type: ignore[attr-defined]
    of_calls = [it for it in fields if "rpc.method" in it]
    assert {it["cams.call_id"] for it in of_calls} == {it.call_id for it in kept.events}
    assert {it["cams.cust_space_id"] for it in of_calls} == {emulator.channels[0]}
