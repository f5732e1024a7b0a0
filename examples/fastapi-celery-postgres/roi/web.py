"""The web application: ``uvicorn roi.web:app``."""

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from cams_roi import (
    CamsRoiError,
    Client,
    InvalidArgumentError,
    InvalidParameterError,
    ThrottledError,
    UnknownResourceOwnerError,
)
from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse
from psycopg_pool import ConnectionPool
from pydantic import BaseModel

from roi import channels as stored
from roi.metrics import DailyMetrics, daily_metrics
from roi.settings import settings
from roi.worker import enable_channel


class Enabling(BaseModel):
    """Whether a channel is enabled."""

    status: str
    """``enabled``, or ``queued`` where the service was not available: a worker goes on trying."""
    request_id: str | None = None
    task_id: str | None = None


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep one client and one pool of connections for as long as the application runs."""
    with settings.client(timeout=10) as client, ConnectionPool(settings.store) as pool:
        app.state.client, app.state.pool = client, pool
        yield


app = FastAPI(title="WhatsApp metrics", lifespan=lifespan)


@app.put("/channels/{cust_space_id}/roi-metrics")
def enable(cust_space_id: str, request: Request, response: Response) -> Enabling:
    """Enable a channel: its messages are counted from now on."""
    client: Client = request.app.state.client
    pool: ConnectionPool = request.app.state.pool
    try:
        result = client.enable_whatsapp_roi_metric(cust_space_id)
    except CamsRoiError as error:
        # Who makes too many calls is to make fewer: a queue would only grow.
        if isinstance(error, ThrottledError) or not error.retryable:
            raise
        response.status_code = 202
        return Enabling(status="queued", task_id=enable_channel.delay(cust_space_id).id)
    with pool.connection() as connection:
        stored.record_enabled(connection, cust_space_id)
    return Enabling(status="enabled", request_id=result.request_id)


@app.get("/channels")
def channels(request: Request) -> list[stored.Channel]:
    """Give the channels that were enabled, and those that could not be, with the reason."""
    pool: ConnectionPool = request.app.state.pool
    with pool.connection() as connection:
        return stored.all_channels(connection)


@app.get("/metrics")
def metrics(request: Request, days: Annotated[int, Query(ge=1, le=366)] = 28) -> list[DailyMetrics]:
    """Give the messages of all channels by day. Days are those of UTC, and end with yesterday."""
    pool: ConnectionPool = request.app.state.pool
    with pool.connection() as connection:
        return daily_metrics(connection, days)


@app.exception_handler(CamsRoiError)
async def failed(_: Request, error: CamsRoiError) -> JSONResponse:
    """Say what the caller can do about it; all else is between this application and the service."""
    match error:
        case UnknownResourceOwnerError():
            status = 404
        case InvalidArgumentError() | InvalidParameterError():
            status = 422
        case ThrottledError():
            status = 503
        case _:
            status = 502
    wait = {"Retry-After": f"{math.ceil(error.retry_after)}"} if error.retry_after else None
    return JSONResponse({"error": error.code, "detail": error.message}, status, wait)
