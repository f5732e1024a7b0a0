"""Whole days, as people and schedulers name them."""

from __future__ import annotations

from . import _native
from ._checks import optional_text, text
from ._errors import InvalidArgumentError
from ._times import instant, milliseconds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime


def full_days(days: str, *, time_zone: str | None = None, now: datetime | None = None) -> tuple[datetime, datetime]:
    """Tell when whole days begin and end, of which none is today.

    >>> from datetime import datetime, timezone
    >>> start, end = full_days("7d", time_zone="+08:00", now=datetime(2026, 11, 8, tzinfo=timezone.utc))
    >>> start.isoformat(), end.isoformat()
    ('2026-10-31T16:00:00+00:00', '2026-11-07T16:00:00+00:00')

    Args:
        days: ``yesterday``, the last days such as ``7d``, a day such as ``2026-11-01``, or days from one to another,
            both included, such as ``2026-11-01..2026-11-07``.
        time_zone: Where those days begin: ``UTC``, an offset such as ``+08:00``, or a name such as ``Asia/Shanghai``;
            ``UTC`` by default. The service does not document where its own days begin.
        now: What counts as the present, an aware datetime; it is asked of the system by default.

    Raises:
        InvalidArgumentError: The days or the time zone are something else.

    """
    start, end = _native.full_days(
        text(InvalidArgumentError, "days", days, "a text, for example '7d'"),
        optional_text(InvalidArgumentError, "time_zone", time_zone, "a text, for example '+08:00'"),
        None if now is None else milliseconds(InvalidArgumentError, "now", now),
    )
    return instant(start), instant(end)
