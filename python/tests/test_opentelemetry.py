"""Spans and metrics, by OpenTelemetry's own exporters."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from emulator import Emulator
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from cams_roi import AsyncClient, CamsRoiError, Client
from cams_roi.opentelemetry import instrument, uninstrument

ENABLE = "cams/EnableWhatsappROIMetric"


class Exported:
    """What OpenTelemetry would export."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._spans = InMemorySpanExporter()
        self._reader = InMemoryMetricReader()
        tracers = TracerProvider()
        tracers.add_span_processor(SimpleSpanProcessor(self._spans))
        self.tracer = tracers.get_tracer("tests")
        instrument(tracer_provider=tracers, meter_provider=MeterProvider([self._reader]))

    def spans(self, name: str | None = None) -> list[ReadableSpan]:
        return [it for it in self._spans.get_finished_spans() if name in {None, it.name}]

    def points(self) -> dict[str, list[Any]]:
        data = self._reader.get_metrics_data()
        assert data is not None
        scopes = data.resource_metrics[0].scope_metrics
        return {it.name: list(it.data.data_points) for scope in scopes for it in scope.metrics}

    def sums(self, name: str) -> dict[frozenset[Any], float]:
        points = self.points().get(name, [])
        return {frozenset(point.attributes.items()): point.value for point in points}


@pytest.fixture
def exported() -> Iterator[Exported]:
    yield Exported()
    uninstrument()


def made(emulator: Emulator, kind: Any = Client, **options: Any) -> Any:
    return kind(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off", **options)


def parent(span: ReadableSpan) -> int | None:
    return None if span.parent is None else span.parent.span_id


def of(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def test_a_call_is_a_span_below_its_caller_s_with_an_event_for_each_request(
    emulator: Emulator, exported: Exported
) -> None:
    emulator.fault("throttle", times=1, retry_after_ms=1)
    client = made(emulator)
    with exported.tracer.start_as_current_span("nightly") as nightly:
        result = client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    call, caller = exported.spans()
    assert caller.name == "nightly"
    assert (call.name, call.kind, parent(call)) == (ENABLE, SpanKind.CLIENT, nightly.get_span_context().span_id)
    assert call.context is not None
    assert call.context.trace_id == nightly.get_span_context().trace_id
    assert call.status.status_code is StatusCode.UNSET
    attributes = of(call)
    assert attributes.pop("cams.call_id")
    assert attributes.pop("cams.duration") > 0
    assert attributes.pop("cams.queue_wait") >= 0
    assert f"http://{attributes.pop('server.address')}:{attributes.pop('server.port')}" == emulator.url
    assert attributes == {
        "rpc.system.name": "alibaba_cloud",
        "rpc.method": ENABLE,
        "rpc.response.status_code": "OK",
        "http.request.method": "POST",
        "cams.cust_space_id": emulator.channels[0],
        "cams.request_id": result.request_id,
        "cams.attempts": 2,
    }
    refused, answered = call.events
    assert (refused.name, answered.name) == ("cams.attempt", "cams.attempt")
    assert call.start_time is not None
    assert call.end_time is not None
    assert call.start_time <= refused.timestamp <= answered.timestamp <= call.end_time
    assert refused.attributes is not None
    assert refused.attributes["error.type"] == "ThrottledError"
    assert refused.attributes["cams.throttled"] is True
    assert answered.attributes is not None
    assert answered.attributes["http.request.resend_count"] == 1
    assert answered.attributes["http.response.status_code"] == 200


def test_threads_and_tasks_have_their_own_parents(emulator: Emulator, exported: Exported) -> None:
    client = made(emulator)
    together = threading.Barrier(4)

    def in_thread(number: int) -> int:
        with exported.tracer.start_as_current_span(f"thread {number}") as span:
            together.wait()
            client.query_chatapp_phone_numbers(cust_space_id=emulator.channels[number])
            return span.get_span_context().span_id

    with ThreadPoolExecutor(4) as pool:
        parents = list(pool.map(in_thread, range(4)))

    async def in_task(client: AsyncClient, number: int) -> int:
        with exported.tracer.start_as_current_span(f"task {number}") as span:
            await client.query_chatapp_phone_numbers(cust_space_id=emulator.channels[number])
            return span.get_span_context().span_id

    async def main() -> list[int]:
        async with made(emulator, AsyncClient) as client:
            return await asyncio.gather(*[in_task(client, number) for number in range(4)])

    parents += asyncio.run(main())
    calls = exported.spans("cams/QueryChatappPhoneNumbers")
    expected = {(channel, span) for channel, span in zip(emulator.channels[:4] * 2, parents, strict=True)}
    assert {(of(call)["cams.cust_space_id"], parent(call)) for call in calls} == expected
    client.query_chatapp_phone_numbers(cust_space_id=emulator.channels[0])
    assert parent(exported.spans()[-1]) is None


@pytest.mark.parametrize("is_async", [False, True])
def test_a_run_is_a_span_with_its_calls_below(emulator: Emulator, exported: Exported, is_async: bool) -> None:
    channels = [*emulator.channels[:2], "cams-foreign"]

    async def main() -> None:
        async with made(emulator, AsyncClient) as client:
            async for _ in client.enable_many(channels):
                pass

    with exported.tracer.start_as_current_span("nightly") as nightly:
        if is_async:
            asyncio.run(main())
        else:
            list(made(emulator).enable_many(channels))
    (run,) = exported.spans("cams.enable_many")
    assert (run.kind, parent(run)) == (SpanKind.INTERNAL, nightly.get_span_context().span_id)
    assert run.context is not None
    calls = exported.spans(ENABLE)
    assert {parent(call) for call in calls} == {run.context.span_id}
    assert {of(call)["cams.cust_space_id"] for call in calls} == set(channels)
    assert {of(call)["cams.run_id"] for call in calls} == {of(run)["cams.run_id"]}
    assert (of(run)["cams.channels.enabled"], of(run)["cams.channels.failed"]) == (2, 1)
    (failed,) = [call for call in calls if call.status.status_code is StatusCode.ERROR]
    assert of(failed)["error.type"] == "UnknownResourceOwnerError"
    assert failed.status.description
    assert exported.sums("cams.channels.enabled") == {frozenset(): 2}
    assert exported.sums("cams.channels.failed") == {frozenset({("error.type", "UnknownResourceOwnerError")}): 1}


def test_a_run_that_the_account_ends_counts_the_channels_that_were_not_called(
    emulator: Emulator, exported: Exported
) -> None:
    emulator.change_account(subscribed=False)
    outcomes = list(made(emulator).enable_many([f"cams-{number}" for number in range(20)], concurrency=1))
    failed = exported.sums("cams.channels.failed")
    assert sum(failed.values()) == len(outcomes) == 20
    assert failed[frozenset({("error.type", "not_called")})] == sum(outcome.not_called for outcome in outcomes) > 0


def test_metrics_are_those_of_the_guide(emulator: Emulator, exported: Exported) -> None:
    emulator.fault("throttle", times=1, retry_after_ms=1)
    client = made(emulator)
    client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    with pytest.raises(CamsRoiError):
        client.enable_whatsapp_roi_metric(cust_space_id="cams-foreign")
    points = exported.points()
    assert points.keys() == {
        "rpc.client.call.duration",
        "http.client.request.duration",
        "cams.client.calls",
        "cams.client.attempts",
        "cams.client.throttles",
        "cams.client.queue.duration",
        "cams.channels.enabled",
        "cams.channels.failed",
    }
    common = {"rpc.system.name", "rpc.method", "server.address", "server.port"}
    for point in points["rpc.client.call.duration"]:
        assert point.count == 1
        assert point.attributes.keys() - {"error.type"} == common | {"rpc.response.status_code"}
    assert sum(point.count for point in points["http.client.request.duration"]) == 3
    assert sum(point.count for point in points["cams.client.queue.duration"]) == 3
    assert sum(point.value for point in points["cams.client.calls"]) == 2
    assert sum(point.value for point in points["cams.client.attempts"]) == 3
    assert [point.value for point in points["cams.client.throttles"]] == [1]


def test_what_a_provider_raises_changes_no_call(emulator: Emulator) -> None:
    class Broken(TracerProvider):
        def get_tracer(self, *_: Any, **__: Any) -> Any:
            return object()

    instrument(tracer_provider=Broken())
    try:
        made(emulator).enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    finally:
        uninstrument()


def test_nothing_is_imported_and_nothing_crosses_where_nobody_listens(emulator: Emulator) -> None:
    program = (
        "import sys\n"
        "from cams_roi import Client, _events\n"
        "def forward(*_): raise SystemExit('something crossed')\n"
        "_events.forward = forward\n"
        f"Client().enable_whatsapp_roi_metric(cust_space_id={emulator.channels[0]!r})\n"
        "assert 'opentelemetry' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**emulator.environment, "ALIBABA_CLOUD_ECS_METADATA_DISABLED": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
