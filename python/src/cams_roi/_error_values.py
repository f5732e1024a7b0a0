"""Errors that are part of a result: objects of the package's classes that nobody raised."""

from __future__ import annotations

from . import _errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._error import CamsRoiError


def error_of_native(given: tuple[Any, ...]) -> CamsRoiError:
    """Make the error of its fields, in the order in which they cross."""
    kind, message, text, hint, code, request_id, http_status, retryable, retry_after_ms, attempts, *more = given
    operation, access_denied_detail, timeout_phase, detail, cust_space_id, phone_number, template_code, _ = more
    cls: type[CamsRoiError] = getattr(_errors, kind)
    return cls(
        message,
        code=code,
        request_id=request_id,
        http_status=http_status,
        retryable=retryable,
        retry_after=None if retry_after_ms is None else retry_after_ms / 1000,
        attempts=attempts,
        operation=operation,
        cust_space_id=cust_space_id,
        phone_number=phone_number,
        template_code=template_code,
        timeout_phase=timeout_phase,
        hint=hint,
        detail=detail,
        access_denied_detail=access_denied_detail,
        text=text,
    )
