"""What the service answered."""

from __future__ import annotations

from ._access_denied import AccessDeniedDetail
from ._record import Record
from ._tables import Table
from ._times import instant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any


class EnableWhatsappRoiMetricResult(Record):
    """The answer to `enable_whatsapp_roi_metric`: figures are being collected."""

    __slots__ = ("request_id", "message", "access_denied_detail")
    request_id: str | None
    """The service's ID of the request."""
    message: str | None
    """The service's message, where it is more than a placeholder."""
    access_denied_detail: AccessDeniedDetail | None
    """The service's ``AccessDeniedDetail``, where it is more than a placeholder."""


class PhoneNumberMetric(Record):
    """One phone number's figures for one period, as the service gave them: its samples have a start after the end."""

    __slots__ = ("phone_number", "granularity", "start", "end", "sent_count", "delivered_count")
    phone_number: str
    """The business phone number, digits with country code; empty where the service left it out."""
    granularity: str | None
    """How long a time the row covers: ``DAILY``, ``HALF_HOUR``, or what the service may add."""
    start: datetime
    """When the period begins, in UTC."""
    end: datetime
    """When the period ends, in UTC."""
    sent_count: int
    """Messages sent; zero where the service left it out."""
    delivered_count: int
    """Messages delivered; zero where the service left it out."""


class ButtonClicks(Record):
    """How often one button of a template was clicked."""

    __slots__ = ("button_content", "type", "count")
    button_content: str
    """The button's text, in the template's language."""
    type: str
    """``phone_number_button``, ``url_button``, ``quick_reply_button``, or what the service may add."""
    count: int
    """Clicks; zero where the service left it out."""


class TemplateMetric(Record):
    """One template's figures in one language for one period, as the service gave them."""

    __slots__ = (
        "template_code",
        "language",
        "start",
        "end",
        "sent_count",
        "delivered_count",
        "read_count",
        "clicks",
    )
    template_code: str
    """The template's code: a long string of digits, never a number."""
    language: str
    """The template's language; empty where the service left it out."""
    start: datetime
    """When the period begins, in UTC."""
    end: datetime
    """When the period ends, in UTC."""
    sent_count: int
    """Messages sent; zero where the service left it out."""
    delivered_count: int
    """Messages delivered; zero where the service left it out."""
    read_count: int
    """Messages read; zero where the service left it out."""
    clicks: tuple[ButtonClicks, ...]
    """Clicks by button."""


class PhoneNumberMetrics(Table[PhoneNumberMetric]):
    """The answer to `get_chatapp_phone_number_metric`: a sequence of rows, empty where there is no data yet."""

    __slots__ = ()
    _row = PhoneNumberMetric


class TemplateMetrics(Table[TemplateMetric]):
    """The answer to `get_chatapp_template_metric`: a sequence of rows, empty where there is no data yet."""

    __slots__ = ()
    _row = TemplateMetric


def enabled(answer: tuple[Any, ...]) -> EnableWhatsappRoiMetricResult:
    """Make the result from what the bridge gives."""
    request_id, message, detail = answer
    detail = detail and AccessDeniedDetail._of_native(detail)
    return EnableWhatsappRoiMetricResult._of(request_id, message, detail)


def phone_number_metrics(answer: tuple[str | None, Iterable[tuple[Any, ...]]]) -> PhoneNumberMetrics:
    """Make the result from what the bridge gives."""
    request_id, rows = answer
    return PhoneNumberMetrics._of(
        request_id,
        tuple(
            PhoneNumberMetric._of(number, granularity, instant(start), instant(end), sent, delivered)
            for number, granularity, start, end, sent, delivered in rows
        ),
    )


def template_metrics(answer: tuple[str | None, Iterable[tuple[Any, ...]]]) -> TemplateMetrics:
    """Make the result from what the bridge gives."""
    request_id, rows = answer
    return TemplateMetrics._of(
        request_id,
        tuple(
            TemplateMetric._of(
                code,
                language,
                instant(start),
                instant(end),
                sent,
                delivered,
                read,
                tuple(ButtonClicks._of(*button) for button in clicks),
            )
            for code, language, start, end, sent, delivered, read, clicks in rows
        ),
    )
