"""Times and durations, between Python's types and plain numbers.

`datetime` is imported when the first time comes along: a service that only enables channels never needs it.
"""

from __future__ import annotations

from ._errors import InvalidArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime, timedelta


def milliseconds(name: str, time: datetime) -> int:
    """Give a time in milliseconds since 1970; one that does not know its time zone is refused."""
    from datetime import datetime, timedelta, timezone

    if not isinstance(time, datetime):
        raise TypeError(f"{name} must be a datetime, not {type(time).__name__}")
    if time.utcoffset() is None:
        raise InvalidArgumentError(
            f"{name} has no time zone: {time.isoformat()}",
            hint="Give an aware datetime, for example datetime.now(timezone.utc).",
        )
    return (time - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(milliseconds=1)


def instant(milliseconds: int) -> datetime:
    """Give the time, in UTC, that is so many milliseconds after 1970 began."""
    from datetime import datetime, timedelta, timezone

    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=milliseconds)


def seconds(name: str, duration: float | timedelta | None) -> float | None:
    """Give a duration in seconds."""
    if duration is None or type(duration) is float:
        return duration
    if isinstance(duration, (int, float)) and not isinstance(duration, bool):
        return float(duration)
    total_seconds = getattr(duration, "total_seconds", None)
    if total_seconds is None:
        raise TypeError(f"{name} must be a number of seconds or a timedelta, not {type(duration).__name__}")
    total: float = total_seconds()
    return total
