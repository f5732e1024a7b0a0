# Written by `cargo xtask generate` from `model/operations`; do not edit.
"""What the cases of each operation may give, by its names, and how that is written in Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def same(given: Any) -> Any:
    return given


def instant(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


PARAMETERS: dict[str, dict[str, Callable[[Any], Any]]] = {
    "enable_whatsapp_roi_metric": {
        "cust_space_id": same,
        "isv_code": same,
    },
    "get_chatapp_phone_number_metric": {
        "start": instant,
        "end": instant,
        "granularity": same,
        "phone_number": same,
        "cust_space_id": same,
        "isv_code": same,
    },
    "get_chatapp_template_metric": {
        "template_code": same,
        "start": instant,
        "end": instant,
        "language": same,
        "granularity": same,
        "template_type": same,
        "cust_space_id": same,
        "isv_code": same,
    },
}
