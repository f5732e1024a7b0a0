"""alibabacloud-cams20200606, the SDK that the vendor generates: sync and async, with both signatures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from alibabacloud_cams20200606 import models
from alibabacloud_cams20200606.client import Client
from alibabacloud_tea_openapi import utils_models
from alibabacloud_tea_openapi.exceptions import (
    AlibabaCloudException,
    ClientException,
    ServerException,
    ThrottlingException,
)

from emulator import (
    AWKWARD,
    CHANNELS,
    DIRECT,
    END,
    KEYS,
    LONG,
    PLAIN_KEY,
    START,
    TEMPORARY_KEY,
    Emulator,
    Key,
)

Call = Callable[[str, Any], Any]
"""Calls the client's method of that name with a request, and gives the answer's body."""

MakeCall = Callable[..., Call]

# What the SDK calls "v2" is hmac-sha1 on the wire.
ALGORITHMS = {"acs3-hmac-sha256": None, "hmac-sha1": "v2"}


@pytest.fixture(params=ALGORITHMS)
def algorithm(request: pytest.FixtureRequest) -> str:
    """Each signature, as the emulator names it."""
    return str(request.param)


@pytest.fixture(params=["sync", "async"])
def make_call(request: pytest.FixtureRequest, algorithm: str, emulator: Emulator) -> MakeCall:
    """Make clients of the emulator, of both kinds and with both signatures."""

    def make(key: Key = PLAIN_KEY) -> Call:
        config = utils_models.Config(
            access_key_id=key.id,
            access_key_secret=key.secret,
            security_token=key.token,
            protocol="http",
            endpoint=emulator.host,
            signature_algorithm=ALGORITHMS[algorithm],
        )
        client = Client(config)

        def call(method: str, message: Any) -> Any:
            if request.param == "sync":
                return getattr(client, method)(message).body
            return asyncio.run(getattr(client, f"{method}_async")(message)).body

        return call

    return make


@pytest.mark.parametrize("channel", CHANNELS, ids=["awkward", "long", "plain"])
@pytest.mark.parametrize("key", KEYS, ids=["plain", "temporary"])
def test_enables_exactly_the_channel_that_was_named(
    emulator: Emulator, make_call: MakeCall, algorithm: str, key: Key, channel: str
) -> None:
    """A channel of that very ID must be there: success proves that the ID arrived as it was."""
    message = models.EnableWhatsappROIMetricRequest(cust_space_id=channel, isv_code=AWKWARD)
    body = make_call(key)("enable_whatsapp_roimetric", message)
    assert body.code == "OK"
    assert emulator.enabled_channels() == [channel]
    request = emulator.last_request()
    assert request["request_id"] == body.request_id.strip()
    assert request["parameters"] == {"CustSpaceId": channel, "IsvCode": AWKWARD}
    assert request["signature"] == algorithm
    assert request["method"] == "POST"
    assert request["access_key_id"] == key.id
    assert request["action"] == "EnableWhatsappROIMetric"
    if algorithm == "acs3-hmac-sha256":
        assert ("x-acs-security-token" in request["signed_headers"]) == (key.token is not None)


def test_empty_values_are_sent_and_mean_nothing(emulator: Emulator, make_call: MakeCall) -> None:
    """The SDK keeps empty values and signs them; the service takes them for absent."""
    message = models.EnableWhatsappROIMetricRequest(cust_space_id="", isv_code="")
    assert make_call()("enable_whatsapp_roimetric", message).code == "OK"
    assert emulator.enabled_channels() == [DIRECT]
    assert emulator.last_request()["parameters"] == {"CustSpaceId": "", "IsvCode": ""}


def test_absent_values_are_not_sent(emulator: Emulator, make_call: MakeCall) -> None:
    """Nothing at all is signed in their place."""
    body = make_call()("enable_whatsapp_roimetric", models.EnableWhatsappROIMetricRequest())
    assert body.code == "OK"
    assert emulator.last_request()["parameters"] == {}


def test_reads_the_figures_of_a_number(emulator: Emulator, make_call: MakeCall, algorithm: str) -> None:
    """The number comes back in the rows, through the SDK's own objects."""
    emulator.collect_data()
    message = models.GetChatappPhoneNumberMetricRequest(
        start=START,
        end=END,
        granularity="DAILY",
        phone_number=AWKWARD,
        cust_space_id=AWKWARD,
        isv_code=AWKWARD,
    )
    body = make_call()("get_chatapp_phone_number_metric", message)
    assert [(row.phone_number, row.granularity) for row in body.data] == [(AWKWARD, "DAILY")] * 2
    assert (body.data[0].start, body.data[-1].end) == (START, END)
    assert all(row.sent_count >= row.delivered_count > 0 for row in body.data)
    request = emulator.last_request()
    assert request["parameters"] == {
        "Start": str(START),
        "End": str(END),
        "Granularity": "DAILY",
        "PhoneNumber": AWKWARD,
        "CustSpaceId": AWKWARD,
        "IsvCode": AWKWARD,
    }
    assert (request["signature"], request["method"]) == (algorithm, "POST")


@pytest.mark.parametrize("template", [AWKWARD, LONG, "1119258888"], ids=["awkward", "long", "plain"])
def test_reads_the_figures_of_a_template(
    emulator: Emulator, make_call: MakeCall, algorithm: str, template: str
) -> None:
    """The template's code comes back in the rows, with clicks under the service's name for them."""
    emulator.collect_data()
    message = models.GetChatappTemplateMetricRequest(
        template_code=template,
        start=START,
        end=END,
        language="zh_CN",
        granularity="HALF_HOUR",
        template_type="WHATSAPP",
        cust_space_id=AWKWARD,
        isv_code=AWKWARD,
    )
    body = make_call()("get_chatapp_template_metric", message)
    assert len(body.data) == 2 * 48
    assert {(row.template_code, row.language) for row in body.data} == {(template, "zh_CN")}
    assert all(row.sent_count >= row.delivered_count >= row.read_count for row in body.data)
    assert all(click.type and click.count >= 0 for row in body.data for click in row.cliented)
    request = emulator.last_request()
    assert request["parameters"]["TemplateCode"] == template
    assert (request["signature"], request["method"]) == (algorithm, "POST")


def test_an_awkward_language_arrives_but_has_no_figures(emulator: Emulator, make_call: MakeCall) -> None:
    """No rows are no failure."""
    emulator.collect_data()
    message = models.GetChatappTemplateMetricRequest(
        template_code=AWKWARD, start=START, end=END, language=AWKWARD
    )
    assert make_call()("get_chatapp_template_metric", message).data == []
    assert emulator.last_request()["parameters"]["Language"] == AWKWARD


@pytest.mark.parametrize("key", KEYS, ids=["plain", "temporary"])
def test_a_wrong_secret_is_refused(emulator: Emulator, make_call: MakeCall, key: Key) -> None:
    """Without this, all of the above would prove nothing."""
    wrong = Key(key.id, key.secret + "x", key.token)
    with pytest.raises(ClientException) as caught:
        make_call(wrong)("enable_whatsapp_roimetric", models.EnableWhatsappROIMetricRequest())
    assert (caught.value.code, caught.value.status_code) == ("SignatureDoesNotMatch", 400)
    assert emulator.enabled_channels() == []


@pytest.mark.parametrize(
    ("token", "code"),
    [(None, "MissingSecurityToken"), ("another", "InvalidSecurityToken.Malformed")],
    ids=["none", "wrong"],
)
def test_a_temporary_key_needs_its_token(make_call: MakeCall, token: str | None, code: str) -> None:
    """The signature alone does not do."""
    wrong = Key(TEMPORARY_KEY.id, TEMPORARY_KEY.secret, token)
    with pytest.raises(ClientException) as caught:
        make_call(wrong)("enable_whatsapp_roimetric", models.EnableWhatsappROIMetricRequest())
    assert caught.value.code == code


def test_a_refusal_is_the_sdks_exception(emulator: Emulator, make_call: MakeCall) -> None:
    """Code, status and request ID are where its users look for them."""
    message = models.EnableWhatsappROIMetricRequest(cust_space_id="cams-of-nobody")
    with pytest.raises(ClientException) as caught:
        make_call()("enable_whatsapp_roimetric", message)
    request = emulator.last_request()
    assert (caught.value.code, caught.value.status_code) == ("Unknown.ResourceOwnerId", 400)
    assert (caught.value.code, caught.value.request_id) == (request["code"], request["request_id"])


def test_a_denial_has_its_detail(emulator: Emulator, make_call: MakeCall) -> None:
    """The detail is an object where the gateway denies."""
    emulator.change_account(permissions=["cams:ListInstance"], denial="object")
    with pytest.raises(AlibabaCloudException) as caught:
        make_call()("enable_whatsapp_roimetric", models.EnableWhatsappROIMetricRequest())
    assert (caught.value.code, caught.value.status_code) == ("NoPermission", 403)
    assert caught.value.access_denied_detail["AuthAction"] == "cams:EnableWhatsappROIMetric"


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ({"type": "throttle", "retry_after_ms": 1500}, ThrottlingException),
        ({"type": "error", "status": 503, "code": "ServiceUnavailable"}, ServerException),
    ],
    ids=["throttled", "unavailable"],
)
def test_faults_are_the_sdks_exceptions(
    emulator: Emulator, make_call: MakeCall, fault: dict[str, object], kind: type[AlibabaCloudException]
) -> None:
    """What goes wrong on demand goes wrong in the way that the SDK knows."""
    emulator.control("faults", {"fault": fault})
    with pytest.raises(kind) as caught:
        make_call()("enable_whatsapp_roimetric", models.EnableWhatsappROIMetricRequest())
    assert caught.value.retry_after == fault.get("retry_after_ms")
    assert emulator.last_request()["fault"] == fault["type"]
