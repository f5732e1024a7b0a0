"""Workers that enable channels: ``celery -A tasks worker``.

All workers of the account keep its rate limits together, in the broker's Redis.
"""

import os
from functools import cache

from cams_roi import CamsRoiError, Client
from celery import Celery, Task
from celery.utils.log import get_task_logger

BROKER = os.environ.get("BROKER_URL", "redis://127.0.0.1:6379/0")
os.environ.setdefault("CAMS_ROI_SHARED_LIMITS", BROKER)

logger = get_task_logger(__name__)

app = Celery("tasks", broker=BROKER)
app.conf.update(
    broker_connection_retry_on_startup=True,
    # A task whose process dies is done again: a channel that is enabled already stays so.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    broker_transport_options={
        # Seconds after which a task is done again whose whole machine died: longer than any task takes.
        "visibility_timeout": int(os.environ.get("VISIBILITY_TIMEOUT", "3600")),
        # Looks for such tasks every ten seconds, and not every hundred.
        "unacked_restore_throttle": 1,
    },
)


@cache
def client() -> Client:
    """Give one client for all tasks of a process."""
    return Client()


@app.task(bind=True, max_retries=5)  # type: ignore[untyped-decorator]
def enable_channel(self: Task, cust_space_id: str) -> str | None:
    """Enable one channel; what may pass is tried again later."""
    try:
        return client().enable_whatsapp_roi_metric(cust_space_id).request_id
    except CamsRoiError as error:
        if error.retryable:
            raise self.retry(exc=error, countdown=error.retry_after or 60) from error
        raise


@app.task  # type: ignore[untyped-decorator]
def enable_channels(cust_space_ids: list[str], run: str) -> int:
    """Enable a list together with the other workers that have this task, and give how many channels failed.

    Send it once for each worker, with the same list and the same name of the run: each channel is called by one of
    them, and a later task with that name calls what is left.
    """
    failed = 0
    for outcome in client().enable_many(cust_space_ids, journal=f"{BROKER}/{run}"):
        if outcome.error:
            failed += 1
            logger.error("%s is not enabled: %s %s", outcome.cust_space_id, outcome.error, outcome.error.hint)
    return failed
