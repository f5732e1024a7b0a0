"""Calls: what arrives at the service, and what comes back."""

from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
import sys
from datetime import datetime, timedelta, timezone
from typing import Any, Literal

import pytest
from emulator import Emulator

import cams_roi
from cams_roi import (
    OWN_CHANNEL,
    AsyncClient,
    ButtonClicks,
    CamsRoiError,
    Client,
    InvalidArgumentError,
    NotSubscribedError,
    PhoneNumberMetric,
    PhoneNumberMetrics,
    TemplateMetric,
)

END = datetime(2026, 3, 3, tzinfo=timezone.utc)
START = END - timedelta(days=2)


def test_enable(client: Client, emulator: Emulator) -> None:
    channel = emulator.channels[0]
    result = client.enable_whatsapp_roi_metric(cust_space_id=channel, isv_code=emulator.isv_code)
    (request,) = emulator.log()
    assert request["action"] == "EnableWhatsappROIMetric"
    assert request["parameters"] == {"CustSpaceId": channel, "IsvCode": emulator.isv_code}
    assert result.request_id == request["request_id"]
    assert result.message is None
    assert request["user_agent"].startswith(f"cams-roi/{cams_roi.__version__} (")
    assert "Python/3." in request["user_agent"]


def test_every_parameter_of_the_phone_number_query_arrives(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "OK", "RequestId": "R-1\n"})
    metrics = client.get_chatapp_phone_number_metric(
        start=START.astimezone(timezone(timedelta(hours=8))),
        end=END,
        granularity="HALF_HOUR",
        phone_number="99900000042",
        cust_space_id="cams-7",
        isv_code="isv-7",
    )
    (request,) = emulator.log()
    assert request["action"] == "GetChatappPhoneNumberMetric"
    assert request["parameters"] == {
        "Start": "1772323200000",
        "End": "1772496000000",
        "Granularity": "HALF_HOUR",
        "PhoneNumber": "99900000042",
        "CustSpaceId": "cams-7",
        "IsvCode": "isv-7",
    }
    assert list(metrics) == []
    assert metrics.request_id == "R-1"


def test_every_parameter_of_the_template_query_arrives(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "OK", "Data": None})
    metrics = client.get_chatapp_template_metric(
        template_code="12345678901234567890123",
        start=START,
        end=END,
        language="zh_CN",
        granularity="DAILY",
        template_type="WHATSAPP",
        cust_space_id="cams-7",
        isv_code="isv-7",
    )
    (request,) = emulator.log()
    assert request["action"] == "GetChatappTemplateMetric"
    assert request["parameters"] == {
        "TemplateCode": "12345678901234567890123",
        "Start": "1772323200000",
        "End": "1772496000000",
        "Language": "zh_CN",
        "Granularity": "DAILY",
        "TemplateType": "WHATSAPP",
        "CustSpaceId": "cams-7",
        "IsvCode": "isv-7",
    }
    assert metrics.data == ()


def test_a_word_that_is_not_documented_is_sent_all_the_same(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "OK", "Data": []})
    client.get_chatapp_phone_number_metric(
        cust_space_id="cams-7",
        start=START,
        end=END,
        granularity="WEEKLY",  # type: ignore[arg-type]
    )
    assert emulator.log()[0]["parameters"]["Granularity"] == "WEEKLY"


def test_figures_show_up_a_day_later(client: Client, emulator: Emulator) -> None:
    channel = emulator.channels[0]
    emulator.control("clock", {"now": START.isoformat()})
    client.enable_whatsapp_roi_metric(cust_space_id=channel)

    def ask() -> PhoneNumberMetrics:
        return client.get_chatapp_phone_number_metric(
            start=START, end=END, granularity="HALF_HOUR", cust_space_id=channel
        )

    assert len(ask()) == 0
    emulator.advance(days=2)
    metrics = ask()
    assert len(metrics) > 40
    row = metrics[0]
    assert isinstance(row, PhoneNumberMetric)
    assert row.granularity == "HALF_HOUR"
    assert row.end - row.start == timedelta(minutes=30)
    assert row.start.tzinfo is timezone.utc
    assert row.sent_count >= row.delivered_count >= 0


def test_rows_are_read_leniently(client: Client, emulator: Emulator) -> None:
    row = {
        "TemplateCode": 12345678901234567,
        "Language": "en",
        "Start": "1772496000000",
        "End": 1772323200001,
        "SentCount": "7",
        "DeliveredCount": 2,
        "Cliented": [
            {"ButtonContent": "Yes 验", "Type": "quick_relpy_button", "Count": 9},
            {"Type": "a_new_button"},
        ],
        "Unknown": {"field": 1},
    }
    emulator.respond(200, {"Code": "OK", "RequestId": "R-2", "Data": [row]})
    metrics = client.get_chatapp_template_metric(cust_space_id=OWN_CHANNEL, template_code="1", start=START, end=END)
    assert metrics[0] == TemplateMetric(
        template_code="12345678901234567",
        language="en",
        start=END,
        end=START + timedelta(milliseconds=1),
        sent_count=7,
        delivered_count=2,
        read_count=0,
        clicks=(
            ButtonClicks(button_content="Yes 验", type="quick_reply_button", count=9),
            ButtonClicks(button_content="", type="a_new_button", count=0),
        ),
    )


def test_any_operation_by_name(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "OK", "Deep": [1, -2.5, True, None, {"x": "é"}, 2**63]})
    answer = client.call(
        "SendWhatNobodyKnowsYet",
        {
            "To": "1",
            "Count": 3,
            "Yes": True,
            "Ratio": 0.5,
            "Empty": "",
            "Left": None,
            "Body": {"é": [1, "b"], "a": ()},
        },
        unchecked=True,
    )
    assert answer["Deep"] == [1, -2.5, True, None, {"x": "é"}, 2**63]
    assert emulator.log()[0]["parameters"] == {
        "To": "1",
        "Count": "3",
        "Yes": "true",
        "Ratio": "0.5",
        "Empty": "",
        "Body": '{"é":[1,"b"],"a":[]}',
    }


def test_what_is_known_of_an_operation_counts(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "OK"})
    client.call("ListFlow", {"FlowName": None, "Page": {"Size": 10, "Index": 1}})
    assert emulator.log()[0]["parameters"] == {"Page": '{"Size":10,"Index":1}'}
    wrong: Any = {"Page": {"Indx": 1}}
    with pytest.raises(cams_roi.InvalidArgumentError, match="Page has no field Indx") as caught:
        client.call("ListFlow", wrong)
    assert (caught.value.hint, caught.value.operation) == ("Did you mean Page.Index?", "ListFlow")
    assert client.call_text("ListFlow", wrong, unchecked=True)
    assert emulator.log()[1]["parameters"] == {"Page": '{"Indx":1}'}


ANSWER = '{"Z":1,"Code":"OK","A":[18446744073709551616,1.10,12345678901234567890.5],"M":"\\u00e9é"}'


def test_the_answer_of_any_operation_keeps_every_digit(client: Client, emulator: Emulator) -> None:
    emulator.fault("respond", status=200, headers=[["content-type", "application/json"]], body=ANSWER)
    assert client.call_text("ListInstance", {"PageSize": 10}) == ANSWER
    assert emulator.log()[0]["parameters"] == {"PageSize": "10"}
    answer = client.call("ListInstance")
    assert list(answer) == ["Z", "Code", "A", "M"]
    assert answer["A"][0] == 2**64
    assert answer["M"] == "éé"

    async def main() -> None:
        async with AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as other:
            assert await other.call_text("ListInstance") == ANSWER
            assert (await other.call("ListInstance"))["A"][0] == 2**64

    asyncio.run(main())


def test_an_answer_that_python_cannot_read_can_still_be_had(client: Client, emulator: Emulator) -> None:
    body = f'{{"Code":"OK","N":{"7" * 5000}}}'
    emulator.fault("respond", status=200, headers=[["content-type", "application/json"]], body=body)
    if hasattr(sys, "set_int_max_str_digits"):
        with pytest.raises(cams_roi.UnexpectedResponseError) as caught:
            client.call("ListInstance")
        assert "call_text" in (caught.value.hint or "")
    assert client.call_text("ListInstance") == body


def test_an_operation_that_may_not_run_twice_is_not_repeated(emulator: Emulator) -> None:
    emulator.fault("close")
    client = Client(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off")
    with pytest.raises(ConnectionError):
        client.call("OpenChatappService")
    assert len(emulator.log()) == 1
    with pytest.raises(ConnectionError):
        client.call("OpenChatappService", idempotent=True, max_attempts=2)
    assert len(emulator.log()) == 3


def test_both_signatures(emulator: Emulator) -> None:
    signatures: list[Literal["acs3-hmac-sha256", "hmac-sha1"]] = ["acs3-hmac-sha256", "hmac-sha1"]
    for signature in signatures:
        with Client(endpoint=emulator.url, credentials=emulator.credentials, signature=signature) as client:
            client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
        assert emulator.log()[-1]["signature"] == signature


def test_http_200_with_a_failing_code_raises(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "Product.Unsubscript", "Message": "No.", "RequestId": "R-3"})
    with pytest.raises(NotSubscribedError) as caught:
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)
    assert caught.value.http_status == 200
    assert caught.value.request_id == "R-3"


@pytest.mark.parametrize("body", ["null", "[]", "{}", "", "<html>", '{"Code": "OK"'])
def test_http_200_without_an_answer_raises(client: Client, emulator: Emulator, body: str) -> None:
    emulator.fault("respond", status=200, headers=[], body=body)
    with pytest.raises(CamsRoiError):
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)


def test_naive_times_are_refused(client: Client, emulator: Emulator) -> None:
    with pytest.raises(InvalidArgumentError, match="start has no time zone"):
        client.get_chatapp_phone_number_metric(cust_space_id=OWN_CHANNEL, start=datetime(2026, 3, 1), end=END)
    with pytest.raises(InvalidArgumentError, match="end is 5"):
        client.get_chatapp_phone_number_metric(cust_space_id=OWN_CHANNEL, start=START, end=5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not before End"):
        client.get_chatapp_phone_number_metric(cust_space_id=OWN_CHANNEL, start=END, end=START)
    with pytest.raises(InvalidArgumentError, match="before 1970"):
        client.get_chatapp_phone_number_metric(
            cust_space_id=OWN_CHANNEL, start=datetime.min.replace(tzinfo=timezone.utc), end=END
        )
    assert emulator.log() == []


def test_one_call_may_have_its_own_deadline_and_attempts(emulator: Emulator) -> None:
    client = Client(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off")
    emulator.fault("error", status=503, code="ServiceUnavailable")
    with pytest.raises(cams_roi.ServiceUnavailableError) as caught:
        client.enable_whatsapp_roi_metric(OWN_CHANNEL, max_attempts=2)
    assert caught.value.attempts == 2
    emulator.control("faults", method="DELETE")
    emulator.fault("hang")
    with pytest.raises(cams_roi.RequestTimeoutError) as late:
        client.enable_whatsapp_roi_metric(OWN_CHANNEL, timeout=timedelta(seconds=0.1))
    assert late.value.timeout_phase == "overall"
    with pytest.raises(InvalidArgumentError, match="-1"):
        client.enable_whatsapp_roi_metric(OWN_CHANNEL, timeout=-1)
    with pytest.raises(InvalidArgumentError, match="timeout is nan"):
        client.enable_whatsapp_roi_metric(OWN_CHANNEL, timeout=float("nan"))


def test_results_are_values(client: Client, emulator: Emulator) -> None:
    result = client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    twin = pickle.loads(pickle.dumps(result))
    assert twin == result == copy.deepcopy(result)
    assert hash(twin) == hash(result)
    assert result != client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    assert result.to_dict() == {
        "request_id": result.request_id,
        "message": None,
        "access_denied_detail": None,
    }
    assert repr(result).startswith("EnableWhatsappRoiMetricResult(request_id='")
    with pytest.raises(AttributeError):
        result.request_id = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        delattr(result, "request_id")
    match result:
        case cams_roi.EnableWhatsappRoiMetricResult(request_id=str(request_id), message=None):
            assert request_id == result.request_id
        case _:
            raise AssertionError(result)


def test_a_closed_client_says_so(emulator: Emulator) -> None:
    with Client(endpoint=emulator.url, credentials=emulator.credentials) as client:
        client.close()
    client.close()
    with pytest.raises(InvalidArgumentError, match="the client is closed"):
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)
    with pytest.raises(InvalidArgumentError, match="the client is closed"):
        client.enable_many(["cams-1"])
    assert "closed" not in repr(client)


def test_both_clients_have_the_same_methods() -> None:
    def methods(cls: type) -> dict[str, list[str]]:
        return {
            name: list(inspect.signature(method).parameters)
            for name, method in inspect.getmembers(cls, inspect.isfunction)
            if not name.startswith("_")
        }

    one, other = methods(Client), methods(AsyncClient)
    assert one.pop("close") == other.pop("aclose")
    assert one == other


def test_a_script_needs_no_client(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in emulator.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("cams_roi._script._clients", [])
    cams_roi.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])
    assert len(emulator.log()) == 1


def test_everything_public_is_documented_and_named_as_it_is_imported() -> None:
    for name in cams_roi.__all__:
        thing = getattr(cams_roi, name)
        if not name.startswith("_"):
            assert thing.__doc__, name
            assert thing.__module__ == "cams_roi", name
