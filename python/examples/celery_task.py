"""A task of Celery that enables a channel: ``celery -A celery_task worker``."""

from celery import Celery, Task

from cams_roi import CamsRoiError, Client

app = Celery("roi", broker="memory://")

client = Client()
"""One for all: it goes on working in the processes that the worker forks."""


@app.task(bind=True, max_retries=5)  # type: ignore[untyped-decorator]
def enable(self: Task, cust_space_id: str) -> str | None:
    """Enable a channel; what may pass is tried again later."""
    try:
        return client.enable_whatsapp_roi_metric(cust_space_id).request_id
    except CamsRoiError as error:
        if error.retryable:
            raise self.retry(exc=error, countdown=error.retry_after or 60) from error
        raise
