# Written by `cargo xtask generate` from `model/operations`; do not edit.
"""What the cases of each operation may give, by its names, and how that is written in Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

from cams_roi import (
    Page,
)

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def same(given: Any) -> Any:
    return given


def instant(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


def _page(given: Any) -> Page:
    return Page(
        index=given["index"],
        size=given["size"],
    )


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
    "get_chatapp_template_detail": {
        "cust_space_id": same,
        "language": same,
        "template_code": same,
        "template_name": same,
        "template_type": same,
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
    "get_whatsapp_health_status": {
        "cust_space_id": same,
        "node_type": same,
        "phone_number": same,
        "template_code": same,
        "language": same,
        "waba_id": same,
    },
    "list_chatapp_message": {
        "cust_space_id": same,
        "business_number": same,
        "channel_type": same,
        "page": _page,
        "start_time": instant,
        "end_time": instant,
        "event_action": same,
        "message_status": same,
        "client_accept_status": same,
        "template_code": same,
        "group_message_id": same,
        "user_number": same,
    },
    "list_chatapp_template": {
        "cust_space_id": same,
        "isv_code": same,
        "page": _page,
        "name": same,
        "code": same,
        "language": same,
        "category": same,
        "audit_status": same,
        "template_type": same,
    },
    "list_instance": {
        "page_index": same,
        "page_size": same,
        "channel_type": same,
        "instance_id": same,
        "instance_name": same,
        "filter_str": same,
        "resource_group_id": same,
        "submit_time": same,
    },
    "query_chatapp_bind_waba": {
        "cust_space_id": same,
        "isv_code": same,
    },
    "query_chatapp_phone_numbers": {
        "cust_space_id": same,
        "isv_code": same,
        "status": same,
    },
    "query_instance": {
        "instance_id": same,
    },
}
