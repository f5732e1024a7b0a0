"""The metrics in PostgreSQL, which ``cams-roi collect`` writes."""

from datetime import date
from typing import Any

from psycopg import Connection
from psycopg.errors import UndefinedTable
from psycopg.rows import class_row
from pydantic import BaseModel


class DailyMetrics(BaseModel):
    """A channel's messages of a day."""

    day: date
    cust_space_id: str
    channel_name: str | None
    sent_count: int
    delivered_count: int
    delivery_rate: float | None
    read_count: int | None
    click_count: int | None


def daily_metrics(connection: Connection[Any], days: int) -> list[DailyMetrics]:
    """Read the last days of all channels; nothing where nothing has been collected yet."""
    query = """
        select day, cust_space_id, channel_name, sent_count, delivered_count, delivery_rate, read_count, click_count
        from cams_roi.daily_by_channel
        where day >= (now() at time zone 'UTC')::date - %s::int
        order by day, cust_space_id
    """
    try:
        with connection.cursor(row_factory=class_row(DailyMetrics)) as cursor:
            return cursor.execute(query, [days]).fetchall()
    except UndefinedTable:
        connection.rollback()
        return []
