"""Whole days."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from cams_roi import InvalidArgumentError, full_days

NOW = datetime(2026, 11, 27, 20, tzinfo=timezone.utc)


def day(number: int, hour: int = 0) -> datetime:
    return datetime(2026, 11, number, hour, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("days", "time_zone", "start", "end"),
    [
        ("yesterday", None, day(26), day(27)),
        ("7d", None, day(20), day(27)),
        ("2026-11-01", "UTC", day(1), day(2)),
        ("2026-11-01..2026-11-07", None, day(1), day(8)),
        # It is the 28th there already.
        ("1d", "+08:00", day(26, 16), day(27, 16)),
    ],
)
def test_days_are_whole(days: str, time_zone: str | None, start: datetime, end: datetime) -> None:
    assert full_days(days, time_zone=time_zone, now=NOW) == (start, end)


def test_the_present_is_asked_of_the_system() -> None:
    start, end = full_days("yesterday")
    assert end - start == timedelta(days=1)
    assert end <= datetime.now(timezone.utc)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"days": "today"}, "days is .today"),
        ({"days": ""}, "days is"),
        ({"days": 7}, "days is 7"),
        ({"days": None}, "days is None"),
        ({"days": "7d", "time_zone": "+8"}, "time zone .\\+8"),
        ({"days": "7d", "time_zone": 8}, "time_zone is 8"),
        ({"days": "7d", "now": datetime(2026, 1, 1)}, "now has no time zone"),
        ({"days": "7d", "now": 0}, "now is 0"),
    ],
)
def test_what_is_no_day_is_refused(arguments: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message) as caught:
        full_days(**arguments)
    assert caught.value.hint
