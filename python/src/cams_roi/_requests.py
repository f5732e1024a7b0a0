"""The operations, as both clients ask for them."""

from __future__ import annotations

from ._checks import flag, optional_text, seconds, shown, text, whole, wrong
from ._errors import InvalidArgumentError, UnexpectedResponseError
from ._native import Request
from ._own_channel import OWN_CHANNEL
from ._times import milliseconds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta
    from typing import Any

    from ._own_channel import OwnChannel


def call_options(timeout: float | timedelta | None, max_attempts: int | None) -> tuple[float | None, int | None]:
    """Give what a call does differently from its client."""
    return (
        seconds(InvalidArgumentError, "timeout", timeout),
        whole(InvalidArgumentError, "max_attempts", max_attempts),
    )


def enable(cust_space_id: str | OwnChannel, isv_code: str | None) -> Request:
    """Ask for ``EnableWhatsappROIMetric``."""
    return Request.enable(_channel("EnableWhatsappROIMetric", cust_space_id), _optional("isv_code", isv_code))


def phone_number_metric(
    start: datetime,
    end: datetime,
    granularity: str | None,
    phone_number: str | None,
    cust_space_id: str | OwnChannel,
    isv_code: str | None,
) -> Request:
    """Ask for ``GetChatappPhoneNumberMetric``."""
    return Request.phone_number_metric(
        milliseconds(InvalidArgumentError, "start", start),
        milliseconds(InvalidArgumentError, "end", end),
        _optional("granularity", granularity),
        _optional("phone_number", phone_number, "digits with country code"),
        _channel("GetChatappPhoneNumberMetric", cust_space_id),
        _optional("isv_code", isv_code),
    )


def template_metric(
    template_code: str,
    start: datetime,
    end: datetime,
    language: str | None,
    granularity: str | None,
    template_type: str | None,
    cust_space_id: str | OwnChannel,
    isv_code: str | None,
) -> Request:
    """Ask for ``GetChatappTemplateMetric``."""
    return Request.template_metric(
        text(InvalidArgumentError, "template_code", template_code, "the template's code, a text"),
        milliseconds(InvalidArgumentError, "start", start),
        milliseconds(InvalidArgumentError, "end", end),
        _optional("language", language),
        _optional("granularity", granularity),
        _optional("template_type", template_type),
        _channel("GetChatappTemplateMetric", cust_space_id),
        _optional("isv_code", isv_code),
    )


def call(action: str, params: Mapping[str, object] | None, idempotent: bool | None) -> Request:
    """Ask for any operation; parameters without a value are left out."""
    if params is not None and not hasattr(params, "items"):
        raise wrong(InvalidArgumentError, "params", params, "a dict")
    given = [(_name(name), _text(name, value)) for name, value in (params or {}).items() if value is not None]
    return Request.call(
        text(InvalidArgumentError, "action", action, "the operation's name"),
        given,
        None if idempotent is None else flag(InvalidArgumentError, "idempotent", idempotent),
    )


def _channel(operation: str, given: str | OwnChannel) -> str | None:
    """Give the channel's ID; ``None`` is the account's own channel."""
    if given is OWN_CHANNEL:
        return None
    hint = "Give cust_space_id as the channel's ID (cams-…), a text; OWN_CHANNEL is the account's own channel."
    if not isinstance(given, str):
        raise InvalidArgumentError(f"cust_space_id is {shown(given)}", operation=operation, hint=hint)
    if not given.strip(" \t\r\n"):
        raise InvalidArgumentError("cust_space_id is not given", operation=operation, hint=hint)
    return text(InvalidArgumentError, "cust_space_id", given)


def answer(text: str) -> Any:
    """Read an answer that came as a text, with integers of any size."""
    import json

    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise UnexpectedResponseError(
            f"the answer cannot be read: {problem}", hint="Take its text from call_text."
        ) from None


def _optional(name: str, given: str | None, allowed: str = "a text") -> str | None:
    return optional_text(InvalidArgumentError, name, given, allowed)


def _name(given: Any) -> str:
    if not isinstance(given, str):
        raise InvalidArgumentError(
            f"params has the name {shown(given)}", hint="Give params as a dict whose keys are the parameters' names."
        )
    return text(InvalidArgumentError, "a name in params", given)


def _text(name: str, value: object) -> str:
    """Give a value as the service reads it: the way JSON writes it, but for text."""
    place = f"params[{name!r}]"
    if isinstance(value, str):
        return text(InvalidArgumentError, place, value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float, list, tuple, dict)):
        import json

        try:
            written = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        except (TypeError, ValueError, RecursionError) as problem:
            raise InvalidArgumentError(
                f"{place} cannot be written as JSON: {problem}",
                hint=f"Give {place} as a list or a dict of texts, numbers, flags, lists and dicts.",
            ) from None
        return text(InvalidArgumentError, place, written)
    raise wrong(InvalidArgumentError, place, value, "a text, a number, a flag, a list or a dict")
