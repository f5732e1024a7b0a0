# Written by `cargo xtask generate` from `model/operations`; do not edit.
"""What operations are asked with, and what the service answered."""

from __future__ import annotations

from cams_roi import _arguments
from cams_roi._error import AccessDeniedDetail
from cams_roi._record import Record
from cams_roi._tables import Table
from cams_roi._times import instant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any, Literal

    from typing_extensions import Self

    from cams_roi._arguments import OwnChannel


class PhoneNumberMetric(Record):
    """One phone number's metrics for one period.

    The service's own samples have a start after the end: rows are kept as they come.
    """

    __slots__ = {
        "phone_number": "The business phone number, digits with country code; empty where the service left it out.",
        "granularity": "How long a time the row covers: ``DAILY``, ``HALF_HOUR``, or what the service may add.",
        "start": "When the period begins, in UTC.",
        "end": "When the period ends, in UTC.",
        "sent_count": "Messages sent; zero where the service left it out.",
        "delivered_count": "Messages delivered; zero where the service left it out.",
    }
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

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        phone_number, granularity, start, end, sent_count, delivered_count = given
        return cls._of(phone_number, granularity, instant(start), instant(end), sent_count, delivered_count)


class TemplateMetric(Record):
    """One template's metrics in one language for one period.

    The service's own samples have more clicks than deliveries: rows are kept as they come.
    """

    __slots__ = {
        "template_code": "The template's code: a long string of digits, never a number.",
        "language": "The template's language; empty where the service left it out.",
        "start": "When the period begins, in UTC.",
        "end": "When the period ends, in UTC.",
        "sent_count": "Messages sent; zero where the service left it out.",
        "delivered_count": "Messages delivered; zero where the service left it out.",
        "read_count": "Messages read; zero where the service left it out.",
        "clicks": "Clicks by button. The service calls the list ``Cliented``.",
    }
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
    """Clicks by button. The service calls the list ``Cliented``."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        template_code, language, start, end, sent_count, delivered_count, read_count, clicks = given
        return cls._of(
            template_code,
            language,
            instant(start),
            instant(end),
            sent_count,
            delivered_count,
            read_count,
            tuple([ButtonClicks._of_native(item) for item in clicks]),
        )


class ButtonClicks(Record):
    """How often one button of a template was clicked."""

    __slots__ = {
        "button_content": "The button's text, in the template's language.",
        "type": (
            "What kind of button it is: ``phone_number_button``, ``url_button``, "
            "``quick_reply_button``, or what the service may add."
        ),
        "count": "Clicks; zero where the service left it out.",
    }
    button_content: str
    """The button's text, in the template's language."""
    type: str
    """What kind of button it is: ``phone_number_button``, ``url_button``, ``quick_reply_button``, or what the service
    may add."""
    count: int
    """Clicks; zero where the service left it out."""


class EnableWhatsappRoiMetricResult(Record):
    """The answer to `enable_whatsapp_roi_metric`: metrics are being collected."""

    __slots__ = {
        "request_id": "The service's ID of the request.",
        "message": "The service's message, where it is more than a placeholder.",
        "access_denied_detail": "The service's ``AccessDeniedDetail``, where it is more than a placeholder.",
    }
    request_id: str | None
    """The service's ID of the request."""
    message: str | None
    """The service's message, where it is more than a placeholder."""
    access_denied_detail: AccessDeniedDetail | None
    """The service's ``AccessDeniedDetail``, where it is more than a placeholder."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, message, access_denied_detail = given
        return cls._of(
            request_id,
            message,
            None if access_denied_detail is None else AccessDeniedDetail._of_native(access_denied_detail),
        )


class PhoneNumberMetrics(Table[PhoneNumberMetric]):
    """The answer to `get_chatapp_phone_number_metric`: a sequence of rows, empty where there is no data."""

    __slots__ = {
        "data": (
            "The rows as they came; none where there is no data (yet). The result itself is a sequence of them, too."
        ),
    }
    data: tuple[PhoneNumberMetric, ...]
    """The rows as they came; none where there is no data (yet). The result itself is a sequence of them, too."""

    _row = PhoneNumberMetric

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, data = given
        return cls._of(request_id, tuple([PhoneNumberMetric._of_native(item) for item in data]))


class TemplateMetrics(Table[TemplateMetric]):
    """The answer to `get_chatapp_template_metric`: a sequence of rows, empty where there is no data."""

    __slots__ = {
        "data": (
            "The rows as they came; none where there is no data (yet). The result itself is a sequence of them, too."
        ),
    }
    data: tuple[TemplateMetric, ...]
    """The rows as they came; none where there is no data (yet). The result itself is a sequence of them, too."""

    _row = TemplateMetric

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, data = given
        return cls._of(request_id, tuple([TemplateMetric._of_native(item) for item in data]))


def enable_whatsapp_roi_metric(
    cust_space_id: str | OwnChannel,
    isv_code: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``EnableWhatsappROIMetric``."""
    return (
        _arguments.channel("EnableWhatsappROIMetric", cust_space_id),
        None if isv_code is None else _arguments.text("isv_code", isv_code, "a text, for example 'ISV1001'"),
    )


def get_chatapp_phone_number_metric(
    cust_space_id: str | OwnChannel,
    start: datetime,
    end: datetime,
    granularity: Literal["DAILY", "HALF_HOUR"] | None,
    phone_number: str | None,
    isv_code: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``GetChatappPhoneNumberMetric``."""
    return (
        _arguments.time("start", start),
        _arguments.time("end", end),
        None if granularity is None else _arguments.text("granularity", granularity, "'DAILY' or 'HALF_HOUR'"),
        None
        if phone_number is None
        else _arguments.text("phone_number", phone_number, "a text, for example '861390000****'"),
        _arguments.channel("GetChatappPhoneNumberMetric", cust_space_id),
        None if isv_code is None else _arguments.text("isv_code", isv_code, "a text, for example 'ISV1001'"),
    )


def get_chatapp_template_metric(
    cust_space_id: str | OwnChannel,
    template_code: str,
    start: datetime,
    end: datetime,
    language: str | None,
    granularity: Literal["DAILY", "HALF_HOUR"] | None,
    template_type: str | None,
    isv_code: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``GetChatappTemplateMetric``."""
    return (
        _arguments.text("template_code", template_code, "a text, for example '744c4b5c79c9432497a075bdfca36bf5'"),
        _arguments.time("start", start),
        _arguments.time("end", end),
        None if language is None else _arguments.text("language", language, "a text, for example 'zh_CN'"),
        None if granularity is None else _arguments.text("granularity", granularity, "'DAILY' or 'HALF_HOUR'"),
        None
        if template_type is None
        else _arguments.text("template_type", template_type, "a text, for example 'WHATSAPP'"),
        _arguments.channel("GetChatappTemplateMetric", cust_space_id),
        None if isv_code is None else _arguments.text("isv_code", isv_code, "a text, for example 'ISV1001'"),
    )
