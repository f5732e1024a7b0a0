"""What runs in the background, and when: ``celery -A roi.worker worker --beat``."""

from functools import cache
from typing import TypedDict

import psycopg
from cams_roi import CamsRoiError, Client
from celery import Celery, Task
from celery.schedules import crontab
from celery.utils.log import get_task_logger

from roi import channels
from roi.collecting import CollectError, Summary, collect
from roi.settings import settings

logger = get_task_logger(__name__)

app = Celery("roi", broker=settings.redis_url, backend=settings.redis_url)
app.conf.update(
    timezone="UTC",
    broker_connection_retry_on_startup=True,
    # A task whose process dies is done again: it goes on where the first one was.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    broker_transport_options={
        "visibility_timeout": settings.visibility_timeout,
        # Looks for lost tasks every ten seconds, and not every hundred.
        "unacked_restore_throttle": 1,
    },
    beat_schedule={
        "enable-new-channels": {"task": "roi.worker.enable_new_channels", "schedule": crontab(hour="5", minute="30")},
        "collect-metrics": {"task": "roi.worker.collect_metrics", "schedule": crontab(hour="6", minute="30")},
    },
)


class Enabled(TypedDict):
    """What became of the new channels."""

    enabled: int
    failed: int


@cache
def client() -> Client:
    """Give one client for all tasks of a process."""
    return settings.client()


@app.task(bind=True, max_retries=5)  # type: ignore[untyped-decorator]
def enable_channel(self: Task, cust_space_id: str) -> str | None:
    """Enable a channel; what may pass is tried again later."""
    with psycopg.connect(settings.store) as connection:
        try:
            result = client().enable_whatsapp_roi_metric(cust_space_id)
        except CamsRoiError as error:
            channels.record_failed(connection, cust_space_id, error)
            if error.retryable:
                raise self.retry(exc=error, countdown=error.retry_after or 60) from error
            raise
        channels.record_enabled(connection, cust_space_id)
    return result.request_id


@app.task  # type: ignore[untyped-decorator]
def enable_new_channels() -> Enabled:
    """Find the account's channels, and enable those that this application has not enabled yet."""
    done = Enabled(enabled=0, failed=0)
    with psycopg.connect(settings.store) as connection:
        # One after another: the second of two then finds that nothing is new. It ends with the connection.
        channels.lock(connection)
        known = channels.enabled(connection)
        for outcome in client().enable_all(where=lambda channel: channel.cust_space_id not in known):
            if outcome.error:
                done["failed"] += 1
                channels.record_failed(connection, outcome.cust_space_id, outcome.error)
                logger.error("%s is not enabled: %s %s", outcome.cust_space_id, outcome.error, outcome.error.hint)
            else:
                done["enabled"] += 1
                channels.record_enabled(connection, outcome.cust_space_id)
    return done


@app.task(bind=True, max_retries=5)  # type: ignore[untyped-decorator]
def collect_metrics(self: Task) -> Summary | None:
    """Keep every day's metrics of all channels; what fails is asked for again in a quarter of an hour."""
    try:
        return collect(settings)
    except CollectError as error:
        if error.retryable:
            raise self.retry(exc=error, countdown=15 * 60) from error
        raise
