"""What cannot be right is refused before anything is sent: named as in Python, and shown as it was given."""

from __future__ import annotations

import asyncio
import copy
import pickle
import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from emulator import Emulator

import cams_roi
from cams_roi import OWN_CHANNEL, AsyncClient, Channel, Client, ConfigurationError, InvalidArgumentError, OwnChannel

END = datetime(2026, 3, 3, tzinfo=timezone.utc)
START = END - timedelta(days=2)
SECRET = "a-secret-of-mine"
RANGE: dict[str, object] = {"start": START, "end": END}
OWN: dict[str, object] = {"cust_space_id": OWN_CHANNEL}

Call = Callable[..., Any]


@pytest.fixture(params=["sync", "async", "module"])
def call(request: pytest.FixtureRequest, client: Client, emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call a method of either client by its name; of the module where it has that one."""
    if request.param == "sync":
        return lambda method, *of, **named: getattr(client, method)(*of, **named)
    if request.param == "module":
        monkeypatch.setattr("cams_roi._script._clients", [client])
        # It has one of the methods, without the options of a call.
        return lambda method, *of, **named: getattr(
            client if not hasattr(cams_roi, method) or named.keys() & {"timeout", "max_attempts"} else cams_roi, method
        )(*of, **named)

    async def call_it(method: str, *of: object, **named: object) -> Any:
        async with AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as called:
            return await getattr(called, method)(*of, **named)

    return lambda method, *of, **named: asyncio.run(call_it(method, *of, **named))


IDS = [
    (None, "cust_space_id is None"),
    (5, "cust_space_id is 5"),
    (float("nan"), "cust_space_id is nan"),
    (b"cams-1", "cust_space_id is b'cams-1'"),
    (["cams-1"], "cust_space_id is of type list"),
    ({"cust_space_id": "cams-1"}, "cust_space_id is of type dict"),
    (Channel("cams-1"), "cust_space_id is of type Channel"),
    (OwnChannel, "cust_space_id is of type type"),
]
METHODS: list[tuple[str, dict[str, object]]] = [
    ("enable_whatsapp_roi_metric", {}),
    ("get_chatapp_phone_number_metric", RANGE),
    ("get_chatapp_template_metric", {**RANGE, "template_code": "1"}),
]


@pytest.mark.parametrize(("given", "message"), IDS, ids=[message for _, message in IDS])
@pytest.mark.parametrize(("method", "others"), METHODS, ids=[method for method, _ in METHODS])
def test_no_channel_is_enabled_by_accident(
    call: Call, emulator: Emulator, method: str, others: Any, given: object, message: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=re.escape(message)) as caught:
        call(method, cust_space_id=given, **others)
    assert "OWN_CHANNEL" in (caught.value.hint or "")
    assert emulator.log() == []


@pytest.mark.parametrize(("method", "others"), METHODS, ids=[method for method, _ in METHODS])
def test_a_channel_must_be_given(call: Call, emulator: Emulator, method: str, others: Any) -> None:
    with pytest.raises(TypeError, match="cust_space_id"):
        call(method, **others)
    with pytest.raises(TypeError, match="custSpaceId"):
        call(method, cust_space_id="cams-1", custSpaceId="cams-1", **others)
    for empty in ["", " "]:
        with pytest.raises(InvalidArgumentError, match="cust_space_id is not given") as caught:
            call(method, cust_space_id=empty, **others)
        assert "OWN_CHANNEL" in (caught.value.hint or "")
        assert caught.value.operation
    assert emulator.log() == []


@pytest.mark.parametrize(("method", "others"), METHODS, ids=[method for method, _ in METHODS])
def test_the_accounts_own_channel_is_asked_for(call: Call, emulator: Emulator, method: str, others: Any) -> None:
    emulator.respond(200, {"Code": "OK", "RequestId": "R-1"})
    assert call(method, cust_space_id=OWN_CHANNEL, **others).request_id == "R-1"
    (request,) = emulator.log()
    assert "CustSpaceId" not in request["parameters"]


def test_a_channel_may_be_given_by_its_place(call: Call, emulator: Emulator) -> None:
    call("enable_whatsapp_roi_metric", emulator.channels[0])
    assert emulator.log()[0]["parameters"] == {"CustSpaceId": emulator.channels[0]}


def test_the_own_channel_is_one_value() -> None:
    assert repr(OWN_CHANNEL) == "OWN_CHANNEL"
    for twin in [copy.copy(OWN_CHANNEL), copy.deepcopy(OWN_CHANNEL), pickle.loads(pickle.dumps(OWN_CHANNEL))]:
        assert twin is OWN_CHANNEL
    assert OwnChannel() is OWN_CHANNEL


ARGUMENTS = [
    ("enable_whatsapp_roi_metric", {**OWN, "isv_code": 7}, "isv_code is 7"),
    ("enable_whatsapp_roi_metric", {**OWN, "timeout": "5"}, "timeout is '5'"),
    ("enable_whatsapp_roi_metric", {**OWN, "timeout": True}, "timeout is True"),
    ("enable_whatsapp_roi_metric", {**OWN, "timeout": -1}, "timeout is -1"),
    ("enable_whatsapp_roi_metric", {**OWN, "timeout": float("nan")}, "timeout is nan"),
    ("enable_whatsapp_roi_metric", {**OWN, "timeout": 10**400}, "timeout is 1000"),
    ("enable_whatsapp_roi_metric", {**OWN, "timeout": 10**5000}, "timeout is of type int"),
    ("enable_whatsapp_roi_metric", {**OWN, "timeout": timedelta(-1)}, "timeout is datetime.timedelta(days=-1)"),
    ("enable_whatsapp_roi_metric", {**OWN, "max_attempts": 1.5}, "max_attempts is 1.5"),
    ("enable_whatsapp_roi_metric", {**OWN, "max_attempts": True}, "max_attempts is True"),
    ("enable_whatsapp_roi_metric", {**OWN, "max_attempts": "3"}, "max_attempts is '3'"),
    ("enable_whatsapp_roi_metric", {**OWN, "max_attempts": -1}, "max_attempts is -1"),
    ("enable_whatsapp_roi_metric", {**OWN, "max_attempts": 2**32}, "max_attempts is 4294967296"),
    ("enable_whatsapp_roi_metric", {**OWN, "max_attempts": np.array([1, 2])}, "max_attempts is of type ndarray"),
    ("enable_whatsapp_roi_metric", {"cust_space_id": "cams-\ud800"}, "cust_space_id holds half of a surrogate pair"),
    ("get_chatapp_phone_number_metric", {**OWN, **RANGE, "phone_number": 99900000042}, "phone_number is 99900000042"),
    ("get_chatapp_phone_number_metric", {**OWN, **RANGE, "granularity": 1}, "granularity is 1"),
    ("get_chatapp_phone_number_metric", {**OWN, **RANGE, "start": None}, "start is None"),
    ("get_chatapp_phone_number_metric", {**OWN, **RANGE, "start": "2026-03-01"}, "start is '2026-03-01'"),
    ("get_chatapp_phone_number_metric", {**OWN, **RANGE, "end": END.date()}, "end is datetime.date(2026, 3, 3)"),
    ("get_chatapp_template_metric", {**OWN, **RANGE, "template_code": 11001}, "template_code is 11001"),
    ("get_chatapp_template_metric", {**OWN, **RANGE, "template_code": None}, "template_code is None"),
    ("get_chatapp_template_metric", {**OWN, **RANGE, "template_code": "1", "language": b"en"}, "language is b'en'"),
    ("get_chatapp_template_metric", {**OWN, **RANGE, "template_code": "1", "template_type": 1}, "template_type is 1"),
    ("call", {"action": None}, "action is None"),
    ("call", {"action": "X", "parameters": [("a", 1)]}, "parameters is of type list"),
    ("call", {"action": "X", "parameters": {1: "a"}}, "parameters has the name 1"),
    ("call", {"action": "X", "parameters": {"a": {1}}}, "parameters['a'] is of type set"),
    ("call", {"action": "X", "parameters": {"a": b"x"}}, "parameters['a'] is b'x'"),
    ("call", {"action": "X", "parameters": {"a": float("nan")}}, "parameters['a'] cannot be written as JSON"),
    ("call", {"action": "X", "parameters": {"a": {"b": START}}}, "parameters['a'] cannot be written as JSON"),
    ("call", {"action": "X", "parameters": {"a": "\udc80"}}, "parameters['a'] holds half of a surrogate pair"),
    ("call", {"action": "X", "idempotent": "no"}, "idempotent is 'no'"),
    ("call", {"action": "X", "idempotent": 0}, "idempotent is 0"),
]


@pytest.mark.parametrize(("method", "arguments", "message"), ARGUMENTS, ids=[message for *_, message in ARGUMENTS])
def test_a_wrong_argument_is_named(call: Call, emulator: Emulator, method: str, arguments: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=re.escape(message)) as caught:
        call(method, **arguments)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    assert emulator.log() == []


RUNS: list[tuple[object, str]] = [
    ("cams-1", "channels is 'cams-1'"),
    (b"cams-1", "channels is b'cams-1'"),
    (None, "channels is None"),
    (5, "channels is 5"),
    (Channel("cams-1"), "channels is of type Channel"),
    (Path("channels.csv"), "channels is of type PosixPath"),
    (OWN_CHANNEL, "channels is of type OwnChannel"),
    ({"cams-1": "isv-1"}, "channels is of type dict"),
    (["cams-1", None], "channels[1] is None"),
    (["cams-1", OWN_CHANNEL], "channels[1] is of type OwnChannel"),
    (["cams-1", "cams-2", 3], "channels[2] is 3"),
    (["cams-1", ("cams-2", "isv")], "channels[1] is of type tuple"),
    ([Channel(None)], "channels[0].cust_space_id is None"),  # type: ignore[arg-type]
    ([Channel("cams-1", isv_code=7)], "channels[0].isv_code is 7"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("channels", "message"), RUNS, ids=[message for _, message in RUNS])
@pytest.mark.parametrize("client_class", [Client, AsyncClient])
def test_a_wrong_list_is_refused_before_anything_is_sent(
    emulator: Emulator, client_class: type[Client | AsyncClient], channels: Any, message: str
) -> None:
    client = client_class(endpoint=emulator.url, credentials=emulator.credentials)
    with pytest.raises(InvalidArgumentError, match=re.escape(message)):
        client.enable_many(channels)
    assert emulator.log() == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"concurrency": 1.5}, "concurrency is 1.5"),
        ({"concurrency": "5"}, "concurrency is '5'"),
        ({"concurrency": -1}, "concurrency is -1"),
        ({"stop_after_denials": 2.5}, "stop_after_denials is 2.5"),
        ({"stop_after_denials": True}, "stop_after_denials is True"),
        ({"journal": 5}, "journal is 5"),
        ({"isv_code": 5}, "isv_code is 5"),
        ({"on_progress": "print"}, "on_progress is 'print'"),
        ({"timeout": -1}, "timeout is -1"),
        ({"max_attempts": 0.5}, "max_attempts is 0.5"),
    ],
)
@pytest.mark.parametrize("client_class", [Client, AsyncClient])
def test_a_wrong_option_of_a_run_is_named(
    emulator: Emulator, client_class: type[Client | AsyncClient], options: Any, message: str
) -> None:
    client = client_class(endpoint=emulator.url, credentials=emulator.credentials)
    with pytest.raises(InvalidArgumentError, match=re.escape(message)) as caught:
        client.enable_many(["cams-1"], **options)
    assert caught.value.hint
    with pytest.raises(TypeError, match="'journl'"):
        client.enable_many(["cams-1"], journl="j")  # type: ignore[call-arg]


def test_a_wrong_channel_of_a_stream_lets_the_others_end(client: Client, emulator: Emulator) -> None:
    def some() -> Iterator[Any]:
        yield from emulator.channels[:3]
        yield None

    async def some_async() -> AsyncIterator[Any]:
        for channel in some():
            yield channel

    seen: list[str] = []
    with pytest.raises(InvalidArgumentError, match=r"channels\[3\] is None"):
        seen.extend(outcome.cust_space_id for outcome in client.enable_many(some()))
    assert sorted(seen) == sorted(emulator.channels[:3])

    async def main() -> None:
        client = AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off")
        async for outcome in client.enable_many(some_async()):
            seen.append(outcome.cust_space_id)

    with pytest.raises(InvalidArgumentError, match=r"channels\[3\] is None"):
        asyncio.run(main())
    assert len(seen) == 6


OPTIONS = [
    ({"rate_limit": -1}, "rate_limit is -1"),
    ({"rate_limit": 0}, "rate_limit is 0"),
    ({"rate_limit": True}, "rate_limit is True"),
    ({"rate_limit": float("nan")}, "rate_limit is nan"),
    ({"rate_limit": float("inf")}, "rate_limit is inf"),
    ({"rate_limit": "1.25"}, "rate_limit is '1.25'"),
    ({"rate_limit": "slow"}, "rate_limit is 'slow'"),
    ({"rate_limit": [5]}, "rate_limit is of type list"),
    ({"rate_limit": {"EnableWhatsappROIMetric": -1}}, "rate_limit['EnableWhatsappROIMetric'] is -1"),
    ({"rate_limit": {"EnableWhatsappROIMetric": None}}, "rate_limit['EnableWhatsappROIMetric'] is None"),
    ({"rate_limit": {5: 5}}, "an operation in rate_limit is 5"),
    ({"timeout": "60"}, "timeout is '60'"),
    ({"timeout": True}, "timeout is True"),
    ({"timeout": -1}, "timeout is -1"),
    ({"connect_timeout": float("nan")}, "connect_timeout is nan"),
    ({"attempt_timeout": timedelta(seconds=-1)}, "attempt_timeout is datetime.timedelta"),
    ({"base_delay": []}, "base_delay is of type list"),
    ({"max_delay": "1s"}, "max_delay is '1s'"),
    ({"max_connections": 0}, "max_connections is zero"),
    ({"max_connections": -1}, "max_connections is -1"),
    ({"max_connections": "100"}, "max_connections is '100'"),
    ({"rate_limit": {"EnableWhatsappRoiMetric": 1}}, "EnableWhatsappRoiMetric"),
    ({"max_attempts": 1.0}, "max_attempts is 1.0"),
    ({"max_attempts": -3}, "max_attempts is -3"),
    ({"max_attempts": True}, "max_attempts is True"),
    ({"endpoint": 5}, "endpoint is 5"),
    ({"region": b"ap-southeast-1"}, "region is b'ap-southeast-1'"),
    ({"profile": 1}, "profile is 1"),
    ({"account_id": 1000000000000001}, "account_id is 1000000000000001"),
    ({"signature": 1}, "signature is 1"),
    ({"proxy": False}, "proxy is False"),
    ({"shared_limits": "http://127.0.0.1:1"}, 'shared_limits begins with "http"://, which is not known'),
    ({"user_agent": 1}, "user_agent is 1"),
    ({"ca_file": 1}, "ca_file is 1"),
    ({"ca_pem": 1}, "ca_pem is of type int"),
    ({"danger_accept_any_certificate": "false"}, "danger_accept_any_certificate is 'false'"),
    ({"danger_accept_any_certificate": None}, "danger_accept_any_certificate is None"),
    ({"credentials": f"id:{SECRET}"}, "credentials is of type str"),
    ({"credentials": (SECRET, SECRET)}, "credentials is of type tuple"),
    ({"credentials": cams_roi.Credentials(None, SECRET)}, "access_key_id is None"),  # type: ignore[arg-type]
    ({"credentials": cams_roi.Credentials("id", SECRET.encode())}, "access_key_secret is of type bytes"),  # type: ignore[arg-type]
    ({"credentials": cams_roi.Credentials("id", SECRET, 5)}, "security_token is of type int"),  # type: ignore[arg-type]
    ({"credentials": cams_roi.Credentials("id", SECRET, None, 5)}, "expires_at is 5"),  # type: ignore[arg-type]
    ({"credentials": cams_roi.Credentials("id", SECRET, None, datetime(2026, 1, 1))}, "expires_at has no time zone"),
]


@pytest.mark.parametrize(("options", "message"), OPTIONS, ids=[message for _, message in OPTIONS])
@pytest.mark.parametrize("client_class", [Client, AsyncClient])
def test_a_wrong_option_is_named(client_class: type[Client | AsyncClient], options: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(message)) as caught:
        client_class(**options)
    assert caught.value.hint
    assert SECRET not in f"{caught.value!r} {caught.value} {caught.value.hint}"


@pytest.mark.parametrize("limit", [1.25, 5, np.float32(1.5), np.int64(3), Decimal("1.25"), Fraction(5, 4)])
def test_any_kind_of_number_counts(limit: Any) -> None:
    Client(rate_limit=limit, timeout=limit).close()
    Client(rate_limit={"EnableWhatsappROIMetric": limit, "ListInstance": "off"}).close()


def test_whole_numbers_of_other_libraries_count(emulator: Emulator) -> None:
    emulator.fault("error", status=503, code="ServiceUnavailable")
    client = Client(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off", base_delay=0)
    with pytest.raises(cams_roi.ServiceUnavailableError) as caught:
        client.enable_whatsapp_roi_metric("cams-1", max_attempts=np.int64(2))
    assert caught.value.attempts == 2
