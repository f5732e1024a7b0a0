"""The core's events in Python's logging."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import threading
from datetime import datetime, timedelta, timezone

import pytest
from emulator import Emulator

from cams_roi import OWN_CHANNEL, AsyncClient, CamsRoiError, Client


def test_calls_are_told_at_debug(client: Client, emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "cams_roi")
    result = client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    (record,) = [it for it in caplog.records if it.getMessage().startswith("attempt ")]
    assert record.name == "cams_roi"
    assert record.levelno == logging.DEBUG
    fields = record.cams_roi  # type: ignore[attr-defined]
    assert fields["rpc.method"] == "cams/EnableWhatsappROIMetric"
    assert fields["cams.request_id"] == result.request_id
    assert "error.type" not in fields
    assert fields["cams.attempt"] == 1
    assert fields["cams.call_id"]
    assert f"cams.request_id={result.request_id}" in record.getMessage()


def test_every_record_of_a_call_says_what_it_is_about(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    end = datetime.now(timezone.utc)
    start = end - timedelta(days=1)
    emulator.fault("throttle", retry_after_ms=1)
    # Records of a higher level have the fields of the call, too.
    for level in [logging.DEBUG, logging.INFO]:
        caplog.set_level(level, "cams_roi")
        limited = Client(
            endpoint=emulator.url, credentials=emulator.credentials, max_attempts=1, account_id=f"logs at {level}"
        )
        with pytest.raises(CamsRoiError):
            limited.get_chatapp_phone_number_metric(
                cust_space_id="cams-1", phone_number="99900000042", start=start, end=end
            )
        with pytest.raises(CamsRoiError):
            limited.get_chatapp_template_metric(cust_space_id="cams-2", template_code="11", start=start, end=end)
        fields = [record.cams_roi for record in caplog.records]  # type: ignore[attr-defined]
        about = [it for it in fields if "rpc.method" in it]
        assert len(about) >= 2
        for it in about:
            if it["rpc.method"] == "cams/GetChatappPhoneNumberMetric":
                assert (it["cams.cust_space_id"], it["cams.phone_number"]) == ("cams-1", "99900000042")
            else:
                assert (it["cams.cust_space_id"], it["cams.template_code"]) == ("cams-2", "11")
        assert any("slowdown" in it for it in about)
        caplog.clear()


def test_a_daily_time_that_is_not_in_whole_days_is_warned_of_once(
    client: Client, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    end = datetime(2026, 3, 2, 8, tzinfo=timezone.utc)
    channel = emulator.channels[0]
    client.get_chatapp_phone_number_metric(start=end - timedelta(days=1), end=end, cust_space_id=channel)
    client.get_chatapp_template_metric(
        template_code="7", start=end - timedelta(days=1), end=end, granularity="DAILY", cust_space_id=channel
    )
    assert [it.levelno for it in caplog.records] == [logging.WARNING] * 2
    assert all("not in whole days of UTC" in it.getMessage() for it in caplog.records)
    midnight = end - timedelta(hours=8)
    client.get_chatapp_phone_number_metric(start=midnight - timedelta(days=1), end=midnight, cust_space_id=channel)
    assert len(caplog.records) == 2


def test_the_level_counts_at_any_time(client: Client, emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    for level, expected in [(logging.INFO, False), (logging.DEBUG, True), (logging.ERROR, False)]:
        caplog.set_level(level, "cams_roi")
        client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
        assert bool(caplog.records) is expected
        caplog.clear()


def test_asyncio_logs_too(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "cams_roi")
    emulator.fault("error", status=503, code="ServiceUnavailable")
    client = AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, max_attempts=2)
    with pytest.raises(CamsRoiError):
        asyncio.run(client.enable_whatsapp_roi_metric(OWN_CHANNEL))
    messages = [record.getMessage() for record in caplog.records]
    assert any(message.startswith("trying again") for message in messages)
    assert not [message for message in messages if emulator.credentials.access_key_secret in message]


def test_a_handler_that_fails_or_calls_does_no_harm(client: Client, emulator: Emulator) -> None:
    called = []

    class Calling(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            called.append(record.getMessage())
            if len(called) > 100:
                raise AssertionError("too many")

    logger = logging.getLogger("cams_roi")
    handler = Calling()
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)
    assert called


def test_a_handler_may_call_the_service_itself(client: Client, emulator: Emulator) -> None:
    seen: list[object] = []

    class Calling(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not seen:
                seen.append(record)
                seen.append(client.enable_whatsapp_roi_metric(emulator.channels[1]))

    logger = logging.getLogger("cams_roi")
    handler = Calling()
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        client.enable_whatsapp_roi_metric(emulator.channels[0])
        assert len(seen) == 2
        seen.clear()
        asynchronous = AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off")
        asyncio.run(asynchronous.enable_whatsapp_roi_metric(emulator.channels[0]))
        assert len(seen) == 2
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)


def test_a_handler_that_waits_does_not_hold_up_connections(emulator: Emulator) -> None:
    """The core's threads hand their records over, and serve other calls meanwhile."""
    released = threading.Event()

    class Waiting(logging.Handler):
        def emit(self, _: logging.LogRecord) -> None:
            released.wait(30)

    async def main() -> None:
        async with AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as client:
            tasks = [asyncio.create_task(client.enable_whatsapp_roi_metric(emulator.channels[0])) for _ in range(20)]
            await asyncio.to_thread(emulator.wait_for_requests, 20)
            released.set()
            await asyncio.gather(*tasks)

    logger = logging.getLogger("cams_roi")
    handler = Waiting()
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        asyncio.run(main())
    finally:
        released.set()
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)


def test_nothing_is_configured_and_nothing_is_shown_unasked(emulator: Emulator) -> None:
    key = emulator.credentials
    program = f"""
import cams_roi
client = cams_roi.Client(endpoint={emulator.url!r}, rate_limit="off",
    credentials=cams_roi.Credentials{(key.access_key_id, key.access_key_secret)!r})
client.enable_whatsapp_roi_metric(cust_space_id={emulator.channels[0]!r})
import logging
logger = logging.getLogger("cams_roi")
assert logger.level == logging.NOTSET and logger.propagate and not logger.handlers
logging.basicConfig(level=logging.DEBUG)
client.enable_whatsapp_roi_metric(cust_space_id={emulator.channels[0]!r})
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len([line for line in lines if line.startswith("DEBUG:cams_roi:attempt ")]) == 1
