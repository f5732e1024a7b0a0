"""The operations, as both clients ask for them."""

from __future__ import annotations

from ._native import Request
from ._times import milliseconds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


def phone_number_metric(
    start: datetime,
    end: datetime,
    granularity: str | None,
    phone_number: str | None,
    cust_space_id: str | None,
    isv_code: str | None,
) -> Request:
    """Ask for ``GetChatappPhoneNumberMetric``."""
    begin, stop = milliseconds("start", start), milliseconds("end", end)
    return Request.phone_number_metric(begin, stop, granularity, phone_number, cust_space_id, isv_code)


def template_metric(
    template_code: str,
    start: datetime,
    end: datetime,
    language: str | None,
    granularity: str | None,
    template_type: str | None,
    cust_space_id: str | None,
    isv_code: str | None,
) -> Request:
    """Ask for ``GetChatappTemplateMetric``."""
    begin, stop = milliseconds("start", start), milliseconds("end", end)
    return Request.template_metric(
        template_code, begin, stop, language, granularity, template_type, cust_space_id, isv_code
    )


def call(action: str, params: Mapping[str, object] | None, idempotent: bool | None) -> Request:
    """Ask for any operation; parameters without a value are left out."""
    given = [(name, _text(name, value)) for name, value in (params or {}).items() if value is not None]
    return Request.call(action, given, idempotent)


def _text(name: str, value: object) -> str:
    """Give a value as the service reads it: the way JSON writes it, but for text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple, dict)):
        import json

        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    raise TypeError(f"parameter {name} must be text, a number, a flag, a list or a dict, not {type(value).__name__}")
