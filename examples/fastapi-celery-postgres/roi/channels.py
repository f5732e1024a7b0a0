"""The channels in PostgreSQL: which are enabled, and why the others are not."""

from datetime import datetime
from typing import Any

from cams_roi import CamsRoiError
from psycopg import Connection
from psycopg.rows import class_row
from pydantic import BaseModel


class Channel(BaseModel):
    """A channel that this application enabled, or tried to."""

    cust_space_id: str
    enabled_at: datetime | None
    """Absent where it is not enabled."""
    error: str | None
    """Why it is not."""
    hint: str | None
    """What to do about that."""
    tried_at: datetime


def all_channels(connection: Connection[Any]) -> list[Channel]:
    """Read all of them."""
    query = "select cust_space_id, enabled_at, error, hint, tried_at from roi.channels order by cust_space_id"
    with connection.cursor(row_factory=class_row(Channel)) as cursor:
        return cursor.execute(query).fetchall()


def enabled(connection: Connection[Any]) -> set[str]:
    """Read which are enabled."""
    query = "select cust_space_id from roi.channels where enabled_at is not null"
    return {name for (name,) in connection.execute(query)}


def lock(connection: Connection[Any]) -> None:
    """Wait until nobody else has this lock, and keep it until the connection ends."""
    connection.execute("select pg_advisory_lock(hashtext('roi.channels'))")


def record_enabled(connection: Connection[Any], cust_space_id: str) -> None:
    """Record that a channel is enabled, from now on or for longer."""
    query = """
        insert into roi.channels (cust_space_id, enabled_at) values (%s, now())
        on conflict (cust_space_id) do update set
            enabled_at = coalesce(channels.enabled_at, now()), error = null, hint = null, tried_at = now()
    """
    connection.execute(query, [cust_space_id])
    connection.commit()


def record_failed(connection: Connection[Any], cust_space_id: str, error: CamsRoiError) -> None:
    """Record why a channel is not enabled. One that was enabled before stays so."""
    query = """
        insert into roi.channels (cust_space_id, error, hint) values (%s, %s, %s)
        on conflict (cust_space_id) do update set error = excluded.error, hint = excluded.hint, tried_at = now()
    """
    connection.execute(query, [cust_space_id, str(error), error.hint])
    connection.commit()
