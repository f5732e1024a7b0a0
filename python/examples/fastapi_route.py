"""A route of FastAPI that enables a channel: ``uvicorn fastapi_route:app``."""

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from cams_roi import (
    AsyncClient,
    CamsRoiError,
    InvalidArgumentError,
    InvalidParameterError,
    ThrottledError,
    UnknownResourceOwnerError,
)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep one client for as long as the application runs."""
    async with AsyncClient(timeout=10) as client:
        app.state.cams = client
        yield


app = FastAPI(lifespan=lifespan)


@app.put("/channels/{cust_space_id}/roi-metrics")
async def enable(cust_space_id: str, request: Request) -> dict[str, str | None]:
    """Enable a channel."""
    client: AsyncClient = request.app.state.cams
    result = await client.enable_whatsapp_roi_metric(cust_space_id)
    return {"request_id": result.request_id}


@app.exception_handler(CamsRoiError)
async def failed(_: Request, error: CamsRoiError) -> JSONResponse:
    """Tell the caller what it can do about it; all else is between us and the service."""
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
