"""Rows of metrics as CSV. Imported only when needed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._operations import MetricsRow

if TYPE_CHECKING:
    from ._record import Record

# Always there, so that the files of different days have the same columns.
_BUTTONS = ("phone_number_button", "url_button", "quick_reply_button")


def write_metrics(path: Any, rows: Sequence[MetricsRow]) -> None:
    """Write rows with a column of clicks for each type of button, behind the other columns."""
    columns = [name for name in MetricsRow.__match_args__ if name != "clicks"]
    others = sorted({button.type for row in rows for button in row.clicks} - set(_BUTTONS))
    buttons = [*_BUTTONS, *others]
    values = ([*_values(row, columns), *_clicks(row, buttons)] for row in rows)
    _write(path, [*columns, *[f"clicks_{button}" for button in buttons]], values)


def write_clicks(path: Any, columns: Sequence[str], rows: Iterable[Record]) -> None:
    """Write rows as they are."""
    _write(path, columns, (_values(row, columns) for row in rows))


def _clicks(row: MetricsRow, buttons: Sequence[str]) -> list[Any]:
    # Of a phone number nobody says how often what was clicked: that is no zero.
    is_known = row.click_count is not None
    return [sum(it.count for it in row.clicks if it.type == button) if is_known else None for button in buttons]


def _write(path: Any, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _values(row: Record, columns: Sequence[str]) -> list[Any]:
    return [_plain(getattr(row, name)) for name in columns]


def _plain(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    text = value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    return text.replace("+00:00", "Z")
