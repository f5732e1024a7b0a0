"""The official SDK and our package, asked the same of one emulator: both read the same in every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import cams_roi
import pytest
from alibabacloud_cams20200606 import models
from alibabacloud_cams20200606.client import Client as Official
from alibabacloud_tea_openapi import utils_models

from emulator import Emulator

SIZE = 7
"""Rows on a page: few, so that there are many pages."""

MANY = (
    "--channels=23",
    "--phone-numbers=2",
    "--templates=4",
    "--template-languages=3",
    "--qps=off",
    "--seed=5",
)

RENAMED = {
    "Type": ("component_type", "button_type", "kind"),
    "Name": ("template_name",),
    "Example": ("examples",),
    "ExtendAttrs": ("next_step",),
    "CardComponents": ("components",),
}
"""What we do not call as the service does."""

UNREAD = {"CallingConfigure"}
"""What our package does not read."""

SAMPLES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "samples.json").read_text("utf-8"))


class Both:
    """A client of each kind."""

    def __init__(self, emulator: Emulator) -> None:
        """Make both for the emulator's own account."""
        key = emulator.account["access_key_id"], emulator.account["access_key_secret"]
        config = utils_models.Config(
            access_key_id=key[0], access_key_secret=key[1], protocol="http", endpoint=emulator.host
        )
        self.official = Official(config)
        credentials = cams_roi.Credentials(*key)
        self.ours = cams_roi.Client(endpoint=emulator.url, credentials=credentials, rate_limit="off")

    def channels(self) -> list[str]:
        """Name all channels."""
        return [channel.instance_id for channel in self.ours.all_instances()]


@pytest.fixture(scope="module")
def full_emulator() -> Iterator[Emulator]:
    """Run an emulator that has many of everything."""
    with Emulator(*MANY) as emulator:
        emulator.control("clock", {"now": "2026-03-01T12:00:00Z"})
        yield emulator


@pytest.fixture
def both(full_emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Both]:
    """Make a client of each kind, far from this machine's settings."""
    for name in ("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_PROFILE", "CAMS_ROI_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    both = Both(full_emulator)
    with both.ours:
        yield both


def wire_map(message: Any) -> dict[str, Any]:
    """Give what the SDK read, under the service's names."""
    fields: dict[str, Any] = message.to_map()
    return {name: value for name, value in fields.items() if value is not None}


def attribute(record: Any, name: str) -> str:
    """Name the field of ours that holds what the service calls ``name``."""
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    fields = type(record).__slots__
    return next(known for known in (snake, *RENAMED.get(name, ())) if known in fields)


def same(theirs: Any, ours: Any, where: str) -> int:
    """Compare all fields of both, and count them."""
    if isinstance(ours, datetime):
        iso = isinstance(theirs, str) and not theirs.isdigit()
        time = (
            datetime.fromisoformat(theirs)
            if iso
            else datetime.fromtimestamp(int(theirs) / 1000, timezone.utc)
        )
        assert ours == time, where
    elif isinstance(ours, bool) and isinstance(theirs, str):
        assert ours == (theirs == "Y"), where
    elif isinstance(ours, Mapping):
        assert ours.keys() == theirs.keys(), where
        for key, value in theirs.items():
            assert (ours[key] if isinstance(value, str) else json.loads(ours[key])) == value, f"{where}.{key}"
    elif isinstance(ours, tuple):
        assert len(ours) == len(theirs), where
        return sum(
            same(*pair, f"{where}[{place}]") for place, pair in enumerate(zip(theirs, ours, strict=True))
        )
    elif isinstance(theirs, dict):
        return same_fields(theirs, ours, where)
    elif ours is None and where.endswith(".reason"):
        # What the service writes where there is no reason.
        assert theirs == "None", where
    else:
        assert ours == theirs, where
    return 1


def same_fields(theirs: dict[str, Any], ours: Any, where: str) -> int:
    """Compare the fields of a record; what only one of both has must be nothing."""
    given = {name: value for name, value in theirs.items() if value is not None and name not in UNREAD}
    left = set(type(ours).__slots__)
    count = 0
    for name, value in given.items():
        own = attribute(ours, name)
        left.discard(own)
        count += same(value, getattr(ours, own), f"{where}.{own}")
    for own in left:
        assert getattr(ours, own) in (None, "", (), {}), f"{where}.{own} is ours alone"
    return count


def same_rows(theirs: Iterable[Any], ours: Iterable[Any], where: str) -> int:
    """Compare two lists of records, row by row, and count the rows."""
    theirs, ours = list(theirs), list(ours)
    assert len(theirs) == len(ours), where
    for place, (their, our) in enumerate(zip(theirs, ours, strict=True)):
        assert same_fields(wire_map(their), our, f"{where}[{place}]") > 0
    return len(ours)


def pages(ask: Any) -> Iterator[Any]:
    """Give the rows of all pages, the last of which is not full."""
    index = 1
    while True:
        rows = ask(index)
        yield from rows
        if len(rows) < SIZE:
            return
        index += 1


def test_channels_are_the_same_on_all_pages(both: Both) -> None:
    """ListInstance, by two numbers."""
    totals = set()

    def ask(index: int) -> Any:
        body = both.official.list_instance(models.ListInstanceRequest(page_index=index, page_size=SIZE)).body
        totals.add(body.total_count)
        return body.data

    assert same_rows(pages(ask), both.ours.all_instances(page_size=SIZE), "channels") == 24
    assert totals == {24, both.ours.list_instance(page_index=2, page_size=SIZE).total_count}


def test_each_channel_is_the_same(both: Both) -> None:
    """QueryInstance, QueryChatappPhoneNumbers, QueryChatappBindWaba and GetWhatsappHealthStatus."""
    for channel in both.channels():
        detail = both.official.query_instance(models.QueryInstanceRequest(instance_id=channel)).body.data
        assert (
            same_fields(wire_map(detail), both.ours.query_instance(instance_id=channel).instance, channel) > 9
        )

        asked = models.QueryChatappPhoneNumbersRequest(cust_space_id=channel)
        theirs = both.official.query_chatapp_phone_numbers(asked).body.phone_numbers
        ours = both.ours.query_chatapp_phone_numbers(cust_space_id=channel).phone_numbers
        assert same_rows(theirs, ours, channel) == 2

        bound = models.QueryChatappBindWabaRequest(cust_space_id=channel)
        waba = both.ours.query_chatapp_bind_waba(cust_space_id=channel).waba
        assert (
            same_fields(wire_map(both.official.query_chatapp_bind_waba(bound).body.data), waba, channel) > 9
        )

        health = models.GetWhatsappHealthStatusRequest(cust_space_id=channel, node_type="phone")
        state = both.ours.get_whatsapp_health_status(cust_space_id=channel, node_type="phone").health
        theirs = wire_map(both.official.get_whatsapp_health_status(health).body.data)
        assert same_fields(theirs, state, channel) > 9


def test_templates_and_their_details_are_the_same(both: Both) -> None:
    """ListChatappTemplate, by a page as JSON, and GetChatappTemplateDetail of each row."""
    for channel in both.channels()[::6]:

        def ask(index: int, channel: str = channel) -> Any:
            page = models.ListChatappTemplateRequestPage(index=index, size=SIZE)
            asked = models.ListChatappTemplateRequest(cust_space_id=channel, page=page)
            body = both.official.list_chatapp_template(asked).body
            assert body.total == 21
            return body.list_template

        rows = list(both.ours.all_templates(cust_space_id=channel, page_size=SIZE))
        assert same_rows(pages(ask), rows, channel) == 21
        for row in rows:
            named = {"cust_space_id": channel, "template_code": row.template_code, "language": row.language}
            asked = models.GetChatappTemplateDetailRequest(**named)
            theirs = wire_map(both.official.get_chatapp_template_detail(asked).body.data)
            assert same_fields(theirs, both.ours.get_chatapp_template_detail(**named).template, channel) > 15


def test_messages_are_the_same_on_all_pages(both: Both) -> None:
    """ListChatappMessage, which has no total."""
    for channel in both.channels()[::8]:
        number = both.ours.query_chatapp_phone_numbers(cust_space_id=channel).phone_numbers[1].phone_number
        named = {"cust_space_id": channel, "business_number": number, "channel_type": "whatsapp"}

        def ask(index: int, named: dict[str, str] = named) -> Any:
            page = models.ListChatappMessageRequestPage(index=index, size=SIZE)
            return both.official.list_chatapp_message(
                models.ListChatappMessageRequest(page=page, **named)
            ).body.data

        assert same_rows(pages(ask), both.ours.all_messages(page_size=SIZE, **named), channel) > 80


ASKED: dict[str, tuple[str, dict[str, str], str]] = {
    "ListInstance": ("list_instance", {}, "instances"),
    "QueryInstance": ("query_instance", {"instance_id": "1"}, "instance"),
    "QueryChatappPhoneNumbers": ("query_chatapp_phone_numbers", {"cust_space_id": "1"}, "phone_numbers"),
    "QueryChatappBindWaba": ("query_chatapp_bind_waba", {"cust_space_id": "1"}, "waba"),
    "ListChatappTemplate": ("list_chatapp_template", {"cust_space_id": "1"}, "templates"),
    "GetChatappTemplateDetail": (
        "get_chatapp_template_detail",
        {"cust_space_id": "1", "language": "en", "template_code": "1"},
        "template",
    ),
    "GetWhatsappHealthStatus": (
        "get_whatsapp_health_status",
        {"cust_space_id": "1", "node_type": "waba"},
        "health",
    ),
    "ListChatappMessage": (
        "list_chatapp_message",
        {"cust_space_id": "1", "business_number": "1", "channel_type": "whatsapp"},
        "messages",
    ),
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda it: f"{it['action']} of {it['source']}")
def test_the_vendors_own_samples_are_read_the_same(
    full_emulator: Emulator, both: Both, sample: dict[str, Any]
) -> None:
    """What the SDK's comments and the documentation show of an answer, in every field that they show."""
    method, asked, rows = ASKED[sample["action"]]
    answer = {"type": "respond", "status": 200, "headers": [], "body": json.dumps(sample["body"])}
    full_emulator.control("faults", method="DELETE")
    full_emulator.control("faults", {"times": 2, "fault": answer})
    page: Any = cams_roi.Page(1, 1)
    their_page: Any = models.ListChatappMessageRequestPage(index=1, size=1)
    is_paged = sample["action"] == "ListChatappMessage"
    request = getattr(models, f"{sample['action']}Request")(
        **asked, **({"page": their_page} if is_paged else {})
    )
    theirs = wire_map(getattr(both.official, method)(request).body)
    ours = getattr(both.ours, method)(**asked, **({"page": page} if is_paged else {}))
    assert full_emulator.last_request()["fault"] == "respond"
    payload = next(theirs[name] for name in ("Data", "ListTemplate", "PhoneNumbers") if name in theirs)
    assert same(payload, getattr(ours, rows), sample["action"]) > 5
    assert ours.request_id == sample["body"]["RequestId"]
