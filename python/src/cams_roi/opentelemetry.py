"""Spans and metrics of all clients, for OpenTelemetry: install ``cams-roi[opentelemetry]`` and call `instrument` once.

Every call becomes a span below the span in which it was made, with an event for each request. A run of `enable_many`
becomes a span with those of its calls below it. This package exports nothing by itself: the application's providers do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from opentelemetry import metrics, trace
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, Status, StatusCode, TraceFlags

from . import __version__, _events

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import Span, TracerProvider

    from ._events import ClientEvent

__all__ = ["instrument", "uninstrument"]

_ENABLE = "EnableWhatsappROIMetric"
_COMMON = ("rpc.system.name", "rpc.method", "server.address", "server.port")
_REQUEST = ("http.request.method", "server.address", "server.port")
_REQUEST_OUTCOME = ("http.response.status_code", "error.type")
_OUTCOME = ("rpc.response.status_code", "error.type")
# What the semantic conventions advise for times in seconds, and, since calls wait for their turns, more.
_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 25, 50, 100]

_Attributes = dict[str, str | int | float | bool]


def instrument(*, tracer_provider: TracerProvider | None = None, meter_provider: MeterProvider | None = None) -> None:
    """Trace and measure the calls that begin from now on, of all clients of this process.

    Args:
        tracer_provider: What makes the spans; the global one by default.
        meter_provider: What makes the instruments of metrics; the global one by default.

    """
    telemetry = _Telemetry(tracer_provider, meter_provider)
    _events.watch(telemetry.traceparent, telemetry.on_event)


def uninstrument() -> None:
    """Trace and measure nothing more; spans of calls that are under way are never ended."""
    _events.unwatch()


class _Telemetry:
    """Makes spans and metrics of events."""

    def __init__(self, tracer_provider: TracerProvider | None, meter_provider: MeterProvider | None) -> None:
        self._tracer = trace.get_tracer("cams_roi", __version__, tracer_provider)
        self._measures = _Measures(meter_provider)
        # Spans of calls and runs that are under way, with what their metrics have in common.
        self._open: dict[str, tuple[Span, _Attributes]] = {}

    def traceparent(self) -> str:
        context = trace.get_current_span().get_span_context()
        if not context.is_valid:
            return ""
        return f"00-{context.trace_id:032x}-{context.span_id:016x}-{context.trace_flags:02x}"

    def on_event(self, event: ClientEvent) -> None:
        key = event.call_id or event.run_id or ""
        if event.name.endswith(".start"):
            self._open[key] = self._start(event), dict(event.attributes)
        elif event.name == "call.attempt" and key in self._open:
            span, started = self._open[key]
            span.add_event("cams.attempt", event.attributes, _nanoseconds(event))
            self._measures.attempt(started, event.attributes)
        elif key in self._open:
            span, started = self._open.pop(key)
            _end(span, event)
            if event.name == "call.end":
                self._measures.call(event, started)
            else:
                self._measures.run(event)

    def _start(self, event: ClientEvent) -> Span:
        is_call = event.call_id is not None
        known = {
            "cams.call_id": event.call_id,
            "cams.run_id": event.run_id,
            "cams.cust_space_id": event.cust_space_id,
        }
        return self._tracer.start_span(
            str(event.attributes["rpc.method"]) if is_call else "cams.enable_many",
            self._context(event),
            SpanKind.CLIENT if is_call else SpanKind.INTERNAL,
            event.attributes | {name: value for name, value in known.items() if value is not None},
            start_time=_nanoseconds(event),
        )

    def _context(self, event: ClientEvent) -> Context:
        """Give the context that a span is made in: below its run's, else below its caller's."""
        run = self._open.get(event.run_id or "")
        if run is not None:
            return trace.set_span_in_context(run[0])
        parent = trace.INVALID_SPAN
        if event.parent is not None:
            _, trace_id, span_id, flags = event.parent.split("-")
            place = SpanContext(
                int(trace_id, 16), int(span_id, 16), is_remote=False, trace_flags=TraceFlags(int(flags, 16))
            )
            parent = NonRecordingSpan(place)
        return trace.set_span_in_context(parent)


class _Measures:
    """The instruments, each named and described as in the guide."""

    def __init__(self, provider: MeterProvider | None) -> None:
        meter = metrics.get_meter("cams_roi", __version__, provider)

        def seconds(name: str, description: str) -> metrics.Histogram:
            return meter.create_histogram(name, "s", description, explicit_bucket_boundaries_advisory=_SECONDS)

        self._calls = meter.create_counter("cams.client.calls", "{call}", "Calls that have ended.")
        self._attempts = meter.create_counter("cams.client.attempts", "{attempt}", "Requests that were sent.")
        self._throttles = meter.create_counter(
            "cams.client.throttles", "{attempt}", "Requests that the service refused as too many."
        )
        self._call_duration = seconds("rpc.client.call.duration", "Duration of calls, with their waits and retries.")
        self._latency = seconds("http.client.request.duration", "Duration of single requests.")
        self._queue = seconds("cams.client.queue.duration", "How long requests waited for their turn.")
        self._enabled = meter.create_counter("cams.channels.enabled", "{channel}", "Channels that were enabled.")
        self._failed = meter.create_counter(
            "cams.channels.failed", "{channel}", "Channels that were to be enabled, and were not."
        )

    def attempt(self, started: _Attributes, attempt: _Attributes) -> None:
        common, outcome = _of(started, _COMMON), _of(attempt, _REQUEST_OUTCOME)
        self._attempts.add(1, common | outcome)
        if attempt["cams.throttled"]:
            self._throttles.add(1, common)
        self._queue.record(float(attempt["cams.queue_wait"]), common)
        self._latency.record(float(attempt["cams.latency"]), _of(started, _REQUEST) | outcome)

    def call(self, event: ClientEvent, started: _Attributes) -> None:
        end = event.attributes
        attributes = _of(started, _COMMON) | _of(end, _OUTCOME)
        self._calls.add(1, attributes)
        self._call_duration.record(float(end["cams.duration"]), attributes)
        if event.operation == _ENABLE:
            if "error.type" not in end:
                self._enabled.add(1)
            elif end.get("cams.attempts"):
                self._failed.add(1, _of(end, ("error.type",)))

    def run(self, event: ClientEvent) -> None:
        # The others were counted by their calls.
        if not_called := event.attributes["cams.channels.not_called"]:
            self._failed.add(int(not_called), {"error.type": "not_called"})


def _of(attributes: _Attributes, names: tuple[str, ...]) -> _Attributes:
    return {name: attributes[name] for name in names if name in attributes}


def _end(span: Span, event: ClientEvent) -> None:
    attributes = dict(event.attributes)
    message = attributes.pop("error.message", None)
    span.set_attributes(attributes)
    if "error.type" in attributes:
        span.set_status(Status(StatusCode.ERROR, str(message or attributes["error.type"])))
    span.end(_nanoseconds(event))


def _nanoseconds(event: ClientEvent) -> int:
    return round(event.time * 1e9)
