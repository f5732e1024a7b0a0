"""Metrics as tables of other libraries."""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from emulator import Emulator

from cams_roi import OWN_CHANNEL, ButtonClicks, Client, PhoneNumberMetrics, TemplateMetrics
from cams_roi._record import Record
from cams_roi._tables import Table

END = datetime(2026, 3, 3, tzinfo=timezone.utc)
START = END - timedelta(days=2)


def answer(emulator: Emulator, action: str, body: dict[str, Any], **match: str) -> None:
    fault = {"type": "respond", "status": 200, "headers": [], "body": json.dumps({"Code": "OK", **body})}
    emulator.control("faults", {"match": {"action": action, **match}, "times": None, "fault": fault})


@pytest.fixture
def numbers(client: Client, emulator: Emulator) -> PhoneNumberMetrics:
    """Give two rows."""
    row = {"PhoneNumber": "1", "Granularity": "DAILY", "Start": 1772323200000, "End": 1772409600000}
    counts = {"SentCount": 7, "DeliveredCount": 5}
    answer(emulator, "GetChatappPhoneNumberMetric", {"RequestId": "R", "Data": [row | counts, row]})
    return client.get_chatapp_phone_number_metric(cust_space_id=OWN_CHANNEL, start=START, end=END)


@pytest.fixture
def templates(client: Client, emulator: Emulator) -> TemplateMetrics:
    """Give two rows, one with clicks."""
    row = {"TemplateCode": "12345678901234567890", "Start": 1772323200000, "End": 1772409600000}
    clicks = {"Cliented": [{"ButtonContent": "Yes", "Type": "url_button", "Count": 3}]}
    answer(emulator, "GetChatappTemplateMetric", {"Data": [row | clicks, row]}, cust_space_id="full")
    return client.get_chatapp_template_metric(template_code="1", start=START, end=END, cust_space_id="full")


@pytest.fixture
def nothing(client: Client, emulator: Emulator) -> TemplateMetrics:
    """Give no rows."""
    answer(emulator, "GetChatappTemplateMetric", {"Data": []}, cust_space_id="empty")
    return client.get_chatapp_template_metric(template_code="1", start=START, end=END, cust_space_id="empty")


def test_a_result_is_a_sequence(numbers: PhoneNumberMetrics) -> None:
    assert isinstance(numbers, Sequence)
    assert len(numbers) == 2
    assert numbers[0] is numbers.data[0]
    assert isinstance(numbers[-1:], PhoneNumberMetrics)
    assert numbers[-1:].data == (numbers.data[1],)
    assert numbers[::-1].request_id == "R"
    assert numbers[:] == numbers
    assert [row.sent_count for row in numbers] == [7, 0]
    assert numbers[1] in numbers
    assert numbers.index(numbers[1]) == 1
    assert list(reversed(numbers)) == [numbers[1], numbers[0]]
    assert repr(numbers) == "<PhoneNumberMetrics: 2 rows, request_id='R'>"
    assert pickle.loads(pickle.dumps(numbers)) == numbers
    assert hash(numbers)
    assert numbers


def test_dictionaries(numbers: PhoneNumberMetrics, templates: TemplateMetrics) -> None:
    assert numbers.to_dicts()[0] == {
        "phone_number": "1",
        "granularity": "DAILY",
        "start": START,
        "end": START + timedelta(days=1),
        "sent_count": 7,
        "delivered_count": 5,
    }
    assert numbers.to_dict() == {"request_id": "R", "data": numbers.to_dicts()}
    assert templates.to_dicts()[0]["clicks"] == [{"button_content": "Yes", "type": "url_button", "count": 3}]


def test_pandas(numbers: PhoneNumberMetrics, templates: TemplateMetrics) -> None:
    frame = numbers.to_pandas()
    assert list(frame["sent_count"]) == [7, 0]
    assert frame["start"][0] == pd.Timestamp(START)
    assert templates.to_pandas()["clicks"][0][0]["count"] == 3


def test_polars(numbers: PhoneNumberMetrics, templates: TemplateMetrics) -> None:
    frame = numbers.to_polars()
    assert frame["sent_count"].to_list() == [7, 0]
    assert frame["start"][0] == START
    assert templates.to_polars()["clicks"].to_list()[0] == [{"button_content": "Yes", "type": "url_button", "count": 3}]


def test_arrow(numbers: PhoneNumberMetrics, templates: TemplateMetrics) -> None:
    assert numbers.to_arrow().to_pylist() == numbers.to_dicts()
    assert pa.table(numbers).to_pylist() == numbers.to_dicts()
    assert pa.table(templates).to_pylist() == templates.to_dicts()


def test_no_rows_have_columns_of_the_same_types(nothing: TemplateMetrics, templates: TemplateMetrics) -> None:
    assert nothing.to_arrow().schema == templates.to_arrow().schema
    assert nothing.to_polars().schema == templates.to_polars().schema
    assert list(nothing.to_pandas().dtypes.items()) == list(templates.to_pandas().dtypes.items())
    assert str(nothing.to_pandas()["sent_count"].dtype) == "int64"
    assert "UTC" in str(nothing.to_pandas()["start"].dtype)


def test_a_slice_makes_a_table_of_its_own(templates: TemplateMetrics) -> None:
    part = templates[1:]
    assert part.to_arrow().to_pylist() == templates.to_dicts()[1:]
    assert list(part.to_pandas()["template_code"]) == ["12345678901234567890"]


class Everything(Record):
    """A row with every type that a field may have."""

    __slots__ = (
        "text",
        "count",
        "share",
        "flag",
        "time",
        "texts",
        "inner",
        "counts",
        "no_count",
        "no_share",
        "no_flag",
    )
    text: str | None
    count: int
    share: float
    flag: bool
    time: datetime | None
    texts: tuple[str, ...]
    inner: ButtonClicks | None
    counts: Mapping[str, tuple[int, ...]]
    no_count: int | None
    no_share: float | None
    no_flag: bool | None


class EveryRow(Table[Everything]):
    """Rows of them."""

    __slots__ = ("data",)
    data: tuple[Everything, ...]
    _row = Everything


def test_columns_have_the_types_of_the_fields() -> None:
    row = Everything("a", 1, 0.5, True, START, ("b",), ButtonClicks("c", "d", 2), {"e": (3, 4)}, 5, 0.25, False)
    empty = Everything(None, 1, 0.5, True, None, (), None, {}, None, None, None)
    table = EveryRow("R", (row, empty))
    schema = table.to_arrow().schema
    assert [str(field.type) for field in schema] == [
        "string",
        "int64",
        "double",
        "bool",
        "timestamp[ms, tz=UTC]",
        "list<item: string>",
        "struct<button_content: string, type: string, count: int64>",
        "map<string, list<item: int64>>",
        "int64",
        "double",
        "bool",
    ]
    assert table.to_arrow().to_pylist(maps_as_pydicts="strict") == table.to_dicts()
    frame = table.to_polars()
    assert frame["counts"].to_list() == [[{"key": "e", "value": [3, 4]}], []]
    assert frame["inner"].to_list() == [{"button_content": "c", "type": "d", "count": 2}, None]
    assert frame.schema == table[:0].to_polars().schema
    types = {name: str(kind) for name, kind in table.to_pandas().dtypes.items()}
    plain = {"count": "int64", "share": "float64", "flag": "bool"}
    with_missing = {"no_count": "Int64", "no_share": "Float64", "no_flag": "boolean"}
    assert plain | with_missing == {name: types[name] for name in [*plain, *with_missing]}
    assert list(table.to_pandas()["no_count"].isna()) == [False, True]
    assert table[:0].to_pandas().dtypes.to_dict() == table.to_pandas().dtypes.to_dict()
