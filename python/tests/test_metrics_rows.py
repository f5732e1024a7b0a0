"""Collected rows as tables of other libraries, and as CSV."""

from __future__ import annotations

import csv
import pickle
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from cams_roi import (
    ButtonClicks,
    CollectedMetrics,
    CollectProgress,
    InvalidArgumentError,
    MetricsRow,
    MetricsRows,
    ThrottledError,
)

START = datetime(2026, 3, 1, tzinfo=timezone.utc)
END = START + timedelta(days=1)
PROGRESS = CollectProgress(channels=1, done=1, total=2, is_complete=True, skipped=0, failed=0)


def row(**fields: Any) -> MetricsRow:
    """Give a row of a phone number, but for what is given."""
    given = {
        "cust_space_id": "cams-1",
        "phone_number": "999",
        "template_code": None,
        "template_name": None,
        "language": None,
        "start": START,
        "end": END,
        "sent_count": 4,
        "delivered_count": 2,
        "read_count": None,
        "click_count": None,
        "clicks": (),
        "delivery_rate": 0.5,
        "read_rate": None,
        "click_rate": None,
    }
    return MetricsRow(**(given | fields))


CLICKS = (
    ButtonClicks('Buy, "now"', "url_button", 2),
    ButtonClicks("Ask", "url_button", 1),
    ButtonClicks("Spin", "wheel_button", 5),
)
NUMBER = row()
TEMPLATE = row(phone_number=None, template_code="12345678901234567890", template_name="sale", language="en",
               read_count=1, click_count=8, clicks=CLICKS, read_rate=0.5, click_rate=4.0)  # fmt: skip


def result(*rows: MetricsRow, error: ThrottledError | None = None) -> CollectedMetrics:
    return CollectedMetrics("cams-1", None, None, None, None, START, END, rows, error, PROGRESS)


@pytest.fixture
def rows() -> MetricsRows:
    """Give a row of each kind, and a result that failed."""
    return MetricsRows([result(NUMBER), result(error=ThrottledError("too many")), TEMPLATE])


def test_rows_are_a_sequence(rows: MetricsRows) -> None:
    assert list(rows) == [NUMBER, TEMPLATE]
    assert [len(rows), len(rows[1:]), rows[-1]] == [2, 1, TEMPLATE]
    assert [type(it.error).__name__ for it in rows.failed] == ["ThrottledError"]
    assert rows[1:].failed == rows.failed
    assert repr(rows) == "<MetricsRows: 2 rows, 1 failed>"
    assert MetricsRows([NUMBER]) == MetricsRows(iter([NUMBER])) != MetricsRows()
    assert hash(MetricsRows([NUMBER])) == hash(MetricsRows([NUMBER]))
    assert list(pickle.loads(pickle.dumps(rows))) == list(rows)
    assert rows.to_dicts()[1]["clicks"][0]["count"] == 2


def test_pandas(rows: MetricsRows) -> None:
    frame = rows.to_pandas()
    assert list(frame.columns) == list(MetricsRow.__match_args__)
    assert frame["sent_count"].dtype == "int64"
    assert frame["read_count"].dtype == "Int64"
    assert frame["template_code"][1] == "12345678901234567890"
    assert frame["delivery_rate"].sum() == 1.0
    assert frame["start"][0] == pd.Timestamp(START)
    assert MetricsRows().to_pandas().dtypes.equals(frame.dtypes)
    clicks = rows.clicks_long().to_pandas()
    assert clicks.groupby("type")["count"].sum().to_dict() == {"url_button": 3, "wheel_button": 5}


def test_polars_and_arrow(rows: MetricsRows) -> None:
    frame = rows.to_polars()
    assert frame["click_count"].to_list() == [None, 8]
    assert frame["clicks"].to_list()[1][2]["type"] == "wheel_button"
    table = rows.to_arrow()
    assert table.column("cust_space_id").to_pylist() == ["cams-1", "cams-1"]
    assert rows.clicks_long().to_polars()["count"].to_list() == [2, 1, 5]
    assert rows.clicks_long().to_arrow().num_rows == 3


def test_clicks_in_long_form(rows: MetricsRows) -> None:
    clicks = rows.clicks_long()
    assert repr(clicks) == "<ClicksRows: 3 rows>"
    assert [(it.template_name, it.language, it.button_content, it.count) for it in clicks[1:]] == [
        ("sale", "en", "Ask", 1),
        ("sale", "en", "Spin", 5),
    ]
    assert clicks == rows[1:].clicks_long()
    assert hash(clicks) == hash(rows.clicks_long())
    assert clicks != clicks[1:]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_column_for_each_type_of_button(rows: MetricsRows, tmp_path: Path) -> None:
    path = tmp_path / "metrics.csv"
    rows.to_csv(path)
    first, second = read(path)
    assert list(first)[-4:] == [
        "clicks_phone_number_button",
        "clicks_url_button",
        "clicks_quick_reply_button",
        "clicks_wheel_button",
    ]
    assert "clicks" not in first
    assert (first["start"], first["sent_count"], first["delivery_rate"]) == ("2026-03-01T00:00:00Z", "4", "0.5")
    assert (first["read_count"], first["clicks_url_button"]) == ("", "")
    assert (second["clicks_url_button"], second["clicks_quick_reply_button"], second["click_rate"]) == ("3", "0", "4.0")
    MetricsRows().to_csv(str(path))
    assert path.read_text("utf-8").count("\n") == 1


def test_csv_of_clicks(rows: MetricsRows, tmp_path: Path) -> None:
    path = tmp_path / "clicks.csv"
    rows.clicks_long().to_csv(path)
    first, *_ = read(path)
    assert (first["button_content"], first["type"], first["count"]) == ('Buy, "now"', "url_button", "2")


@pytest.mark.parametrize(("wrong", "message"), [(3, "results is 3"), (["x"], r"results\[0\] is 'x'")])
def test_what_is_no_result_is_refused(wrong: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        MetricsRows(wrong)
    with pytest.raises(InvalidArgumentError, match="path is None"):
        MetricsRows().to_csv(None)  # type: ignore[arg-type]
