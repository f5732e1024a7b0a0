"""aliyun-python-sdk-core, the vendor's older client: hmac-sha1 by GET, by POST, and by POST of a form."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import RpcRequest

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

REGION = "ap-southeast-1"
"""The SDK sends it with every request."""

Call = Callable[..., dict[str, Any]]
"""Calls the operation of that name with parameters, and gives the answer."""


@pytest.fixture(params=["GET", "POST", "form"])
def way(request: pytest.FixtureRequest) -> str:
    """Each way in which parameters can be sent."""
    return str(request.param)


@pytest.fixture
def call(way: str, emulator: Emulator) -> Call:
    """Call the emulator in each way."""

    def call(action: str, parameters: dict[str, str], key: Key = PLAIN_KEY) -> dict[str, Any]:
        credential = (
            StsTokenCredential(key.id, key.secret, key.token)
            if key.token
            else AccessKeyCredential(key.id, key.secret)
        )
        client = AcsClient(region_id=REGION, credential=credential, auto_retry=False)
        # Not a CommonRequest: it forgets what was signed, and cannot tell why a signature is refused.
        request = RpcRequest("Cams", "2020-06-06", action, protocol="http")
        request.set_endpoint(emulator.host)
        request.set_method("GET" if way == "GET" else "POST")
        add = request.add_body_params if way == "form" else request.add_query_param
        for name, value in parameters.items():
            add(name, value)
        answer: dict[str, Any] = json.loads(client.do_action_with_exception(request))
        return answer

    return call


@pytest.mark.parametrize("channel", CHANNELS, ids=["awkward", "long", "plain"])
@pytest.mark.parametrize("key", KEYS, ids=["plain", "temporary"])
def test_enables_exactly_the_channel_that_was_named(
    emulator: Emulator, call: Call, way: str, key: Key, channel: str
) -> None:
    """A channel of that very ID must be there: success proves that the ID arrived as it was."""
    parameters = {"CustSpaceId": channel, "IsvCode": AWKWARD}
    answer = call("EnableWhatsappROIMetric", parameters, key)
    assert answer["Code"] == "OK"
    assert emulator.enabled_channels() == [channel]
    request = emulator.last_request()
    assert request["request_id"] == answer["RequestId"].strip()
    assert request["parameters"] == {**parameters, "RegionId": REGION}
    assert request["signature"] == "hmac-sha1"
    assert request["method"] == ("GET" if way == "GET" else "POST")
    assert request["access_key_id"] == key.id
    assert request["action"] == "EnableWhatsappROIMetric"


def test_empty_values_are_sent_and_mean_nothing(emulator: Emulator, call: Call) -> None:
    """The SDK keeps empty values and signs them; the service takes them for absent."""
    assert call("EnableWhatsappROIMetric", {"CustSpaceId": "", "IsvCode": ""})["Code"] == "OK"
    assert emulator.enabled_channels() == [DIRECT]
    assert emulator.last_request()["parameters"] == {"CustSpaceId": "", "IsvCode": "", "RegionId": REGION}


def test_reads_the_figures_of_a_number(emulator: Emulator, call: Call) -> None:
    """The number comes back in the rows."""
    emulator.collect_data()
    parameters = {
        "Start": str(START),
        "End": str(END),
        "Granularity": "DAILY",
        "PhoneNumber": AWKWARD,
        "CustSpaceId": AWKWARD,
        "IsvCode": AWKWARD,
    }
    rows = call("GetChatappPhoneNumberMetric", parameters)["Data"]
    assert [row["PhoneNumber"] for row in rows] == [AWKWARD] * 2
    assert emulator.last_request()["parameters"] == {**parameters, "RegionId": REGION}


@pytest.mark.parametrize("template", [AWKWARD, LONG, "1119258888"], ids=["awkward", "long", "plain"])
def test_reads_the_figures_of_a_template(emulator: Emulator, call: Call, template: str) -> None:
    """The template's code comes back in the rows, in every language."""
    emulator.collect_data()
    parameters = {"TemplateCode": template, "Start": str(START), "End": str(END), "TemplateType": "WHATSAPP"}
    rows = call("GetChatappTemplateMetric", parameters)["Data"]
    assert {(row["TemplateCode"], row["Language"]) for row in rows} == {(template, "en"), (template, "zh_CN")}
    assert emulator.last_request()["parameters"] == {**parameters, "RegionId": REGION}


@pytest.mark.parametrize(
    ("key", "code"),
    [(PLAIN_KEY, "InvalidAccessKeySecret"), (TEMPORARY_KEY, "SignatureDoesNotMatch")],
    ids=["plain", "temporary"],
)
def test_a_wrong_secret_is_refused(emulator: Emulator, call: Call, key: Key, code: str) -> None:
    """The SDK blames the secret only if the answer's string to sign is to the letter its own.

    With a temporary key it cannot be: the emulator repeats no token.
    """
    wrong = Key(key.id, key.secret + "x", key.token)
    with pytest.raises(ServerException) as caught:
        call("EnableWhatsappROIMetric", {"CustSpaceId": AWKWARD}, wrong)
    assert caught.value.get_http_status() == 400
    assert caught.value.get_error_code() == code
    assert emulator.last_request()["code"] == "SignatureDoesNotMatch"
    assert emulator.enabled_channels() == []


def test_a_temporary_key_needs_its_token(call: Call) -> None:
    """The signature alone does not do."""
    with pytest.raises(ServerException) as caught:
        call("EnableWhatsappROIMetric", {}, Key(TEMPORARY_KEY.id, TEMPORARY_KEY.secret))
    assert caught.value.get_error_code() == "MissingSecurityToken"


def test_a_refusal_is_the_sdks_exception(emulator: Emulator, call: Call) -> None:
    """Code, status and request ID are where its users look for them."""
    with pytest.raises(ServerException) as caught:
        call("EnableWhatsappROIMetric", {"CustSpaceId": "cams-of-nobody"})
    error, request = caught.value, emulator.last_request()
    assert (error.get_error_code(), error.get_http_status()) == ("Unknown.ResourceOwnerId", 400)
    assert (error.get_error_code(), error.get_request_id()) == (request["code"], request["request_id"])
