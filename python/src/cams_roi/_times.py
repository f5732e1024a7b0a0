"""Times, between Python's type and plain numbers.

`datetime` is imported when the first time comes along: a service that only enables channels never needs it.
"""

from __future__ import annotations

from ._checks import wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from ._checks import Refusal


def milliseconds(refusal: Refusal, name: str, time: datetime) -> int:
    """Give a time in milliseconds since 1970; one that does not know its time zone is refused."""
    from datetime import datetime, timedelta, timezone

    if not isinstance(time, datetime):
        raise wrong(refusal, name, time, "an aware datetime, for example datetime.now(timezone.utc)")
    if time.utcoffset() is None:
        raise refusal(
            f"{name} has no time zone: {time.isoformat()}",
            hint="Give an aware datetime, for example datetime.now(timezone.utc).",
        )
    return (time - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(milliseconds=1)


def instant(milliseconds: int) -> datetime:
    """Give the time, in UTC, that is so many milliseconds after 1970 began."""
    if not _clock:
        from datetime import datetime, timedelta, timezone

        _clock.append((datetime(1970, 1, 1, tzinfo=timezone.utc), timedelta(milliseconds=1)))
    epoch, millisecond = _clock[0]
    return epoch + milliseconds * millisecond


_clock: list[tuple[datetime, timedelta]] = []
"""When 1970 began, and a millisecond, once a time was needed."""
