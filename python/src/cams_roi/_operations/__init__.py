# Written by `cargo xtask generate` from `model/operations`; do not edit.
"""What operations are asked with, and what the service answered."""

from __future__ import annotations

from cams_roi import _arguments
from cams_roi._error import AccessDeniedDetail
from cams_roi._error_values import error_of_native
from cams_roi._record import Record
from cams_roi._tables import Table
from cams_roi._times import instant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from os import PathLike
    from typing import Any, Literal

    from typing_extensions import Self

    from cams_roi._arguments import OwnChannel
    from cams_roi._channels import Channel
    from cams_roi._error import CamsRoiError


class Page(Record):
    """A page of a list."""

    __slots__ = {
        "index": "The page's number, from 1.",
        "size": "The number of rows of a page. The service documents no maximum.",
    }
    index: int
    """The page's number, from 1."""
    size: int
    """The number of rows of a page. The service documents no maximum."""

    def __init__(
        self,
        index: int,
        size: int,
    ) -> None:
        """Take the fields as they are given; they are checked when they are sent."""
        self._fill((index, size))


class ButtonClicks(Record):
    """The clicks on one button of a template."""

    __slots__ = {
        "button_content": "The button's text, in the template's language.",
        "type": (
            "What kind of button it is: ``phone_number_button``, ``url_button``, "
            "``quick_reply_button``, or what the service may add."
        ),
        "count": "Clicks; zero if the service left it out.",
    }
    button_content: str
    """The button's text, in the template's language."""
    type: str
    """What kind of button it is: ``phone_number_button``, ``url_button``, ``quick_reply_button``, or what the service
    may add."""
    count: int
    """Clicks; zero if the service left it out."""


class PhoneNumberMetric(Record):
    """One phone number's metrics for one period.

    Rows are returned as they came: in the service's sample, start is later than end, so do not assume an order.
    """

    __slots__ = {
        "phone_number": "The business phone number, digits with country code; empty if the service left it out.",
        "granularity": "The length of the row's period: ``DAILY``, ``HALF_HOUR``, or what the service may add.",
        "start": "When the period begins, in UTC.",
        "end": "When the period ends, in UTC.",
        "sent_count": "Messages sent; zero if the service left it out.",
        "delivered_count": "Messages delivered; zero if the service left it out.",
    }
    phone_number: str
    """The business phone number, digits with country code; empty if the service left it out."""
    granularity: str | None
    """The length of the row's period: ``DAILY``, ``HALF_HOUR``, or what the service may add."""
    start: datetime
    """When the period begins, in UTC."""
    end: datetime
    """When the period ends, in UTC."""
    sent_count: int
    """Messages sent; zero if the service left it out."""
    delivered_count: int
    """Messages delivered; zero if the service left it out."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        phone_number, granularity, start, end, sent_count, delivered_count = given
        return cls._of(phone_number, granularity, instant(start), instant(end), sent_count, delivered_count)


class TemplateDetail(Record):
    """A template in one language, with its parts."""

    __slots__ = {
        "template_code": "The template's code. It is a text, even if it consists of digits.",
        "template_name": "The template's name. The service calls it ``Name`` here.",
        "language": "The language, for example ``en`` or ``zh_CN``.",
        "category": "The category: ``MARKETING``, ``UTILITY`` or ``AUTHENTICATION``; Viber has others.",
        "audit_status": "The state of the review: ``pass``, ``fail``, ``auditing`` or ``unaudit``.",
        "reason": ("Why the review refused it; absent without a reason, for which the service also writes ``None``."),
        "template_type": "The type: ``WHATSAPP`` or ``VIBER``.",
        "quality_score": (
            "Meta's rating of its messages of the last days: ``GREEN``, ``YELLOW``, ``RED``, "
            "``UNKNOWN``, or what the service may add."
        ),
        "allow_send": "Whether it may be sent, of marketing templates.",
        "category_change_paused": "Whether it is paused because Meta changed its category.",
        "message_send_ttl_seconds": "For how many seconds delivery is tried: 60 to 600.",
        "product_set_id": "The products that it shows.",
        "examples": "Examples of its variables. Values are often JSON text, given as they came.",
        "components": "Its parts, from top to bottom.",
    }
    template_code: str
    """The template's code. It is a text, even if it consists of digits."""
    template_name: str
    """The template's name. The service calls it ``Name`` here."""
    language: str
    """The language, for example ``en`` or ``zh_CN``."""
    category: str
    """The category: ``MARKETING``, ``UTILITY`` or ``AUTHENTICATION``; Viber has others."""
    audit_status: str
    """The state of the review: ``pass``, ``fail``, ``auditing`` or ``unaudit``."""
    reason: str | None
    """Why the review refused it; absent without a reason, for which the service also writes ``None``."""
    template_type: str
    """The type: ``WHATSAPP`` or ``VIBER``."""
    quality_score: str
    """Meta's rating of its messages of the last days: ``GREEN``, ``YELLOW``, ``RED``, ``UNKNOWN``, or what the service
    may add."""
    allow_send: bool | None
    """Whether it may be sent, of marketing templates."""
    category_change_paused: bool | None
    """Whether it is paused because Meta changed its category."""
    message_send_ttl_seconds: int | None
    """For how many seconds delivery is tried: 60 to 600."""
    product_set_id: str | None
    """The products that it shows."""
    examples: Mapping[str, str]
    """Examples of its variables. Values are often JSON text, given as they came."""
    components: tuple[TemplateComponent, ...]
    """Its parts, from top to bottom."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        (
            template_code,
            template_name,
            language,
            category,
            audit_status,
            reason,
            template_type,
            quality_score,
            allow_send,
            category_change_paused,
            message_send_ttl_seconds,
            product_set_id,
            examples,
            components,
        ) = given
        return cls._of(
            template_code,
            template_name,
            language,
            category,
            audit_status,
            reason,
            template_type,
            quality_score,
            allow_send,
            category_change_paused,
            message_send_ttl_seconds,
            product_set_id,
            examples,
            tuple([TemplateComponent._of_native(item) for item in components]),
        )


class TemplateComponent(Record):
    """A part of a template."""

    __slots__ = {
        "component_type": (
            "Which part it is: ``BODY``, ``HEADER``, ``FOOTER``, ``BUTTONS``, ``CAROUSEL`` or ``LIMITED_TIME_OFFER``."
        ),
        "format": "What a header holds, such as ``TEXT`` or ``IMAGE``.",
        "text": "Its text.",
        "url": "The URL of its picture, video or document.",
        "caption": "The caption of its document.",
        "file_name": "The name of its document.",
        "file_type": "The type of its document.",
        "thumb_url": "The URL of a small picture of its video.",
        "duration": "The length of its video, in seconds.",
        "latitude": "The latitude of its place, in degrees as text.",
        "longitude": "The longitude of its place, in degrees as text.",
        "location_name": "The name of its place.",
        "location_address": "The address of its place.",
        "add_secret_recommendation": "Whether a body warns against giving a code away.",
        "code_expiration_minutes": "For how many minutes a code is good: 1 to 90.",
        "has_expiration": "Whether an offer ends.",
        "offer_expiration_time_ms": (
            "When an offer ends: milliseconds since 1970, or a variable such as ``$(offerExpirationTimeMs)``."
        ),
        "buttons": "Its buttons, from top to bottom.",
        "cards": "The cards of a carousel.",
    }
    component_type: str
    """Which part it is: ``BODY``, ``HEADER``, ``FOOTER``, ``BUTTONS``, ``CAROUSEL`` or ``LIMITED_TIME_OFFER``."""
    format: str | None
    """What a header holds, such as ``TEXT`` or ``IMAGE``."""
    text: str | None
    """Its text."""
    url: str | None
    """The URL of its picture, video or document."""
    caption: str | None
    """The caption of its document."""
    file_name: str | None
    """The name of its document."""
    file_type: str | None
    """The type of its document."""
    thumb_url: str | None
    """The URL of a small picture of its video."""
    duration: int | None
    """The length of its video, in seconds."""
    latitude: str | None
    """The latitude of its place, in degrees as text."""
    longitude: str | None
    """The longitude of its place, in degrees as text."""
    location_name: str | None
    """The name of its place."""
    location_address: str | None
    """The address of its place."""
    add_secret_recommendation: bool | None
    """Whether a body warns against giving a code away."""
    code_expiration_minutes: int | None
    """For how many minutes a code is good: 1 to 90."""
    has_expiration: bool | None
    """Whether an offer ends."""
    offer_expiration_time_ms: str | None
    """When an offer ends: milliseconds since 1970, or a variable such as ``$(offerExpirationTimeMs)``."""
    buttons: tuple[TemplateButton, ...]
    """Its buttons, from top to bottom."""
    cards: tuple[TemplateCard, ...]
    """The cards of a carousel."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        (
            component_type,
            format_,
            text,
            url,
            caption,
            file_name,
            file_type,
            thumb_url,
            duration,
            latitude,
            longitude,
            location_name,
            location_address,
            add_secret_recommendation,
            code_expiration_minutes,
            has_expiration,
            offer_expiration_time_ms,
            buttons,
            cards,
        ) = given
        return cls._of(
            component_type,
            format_,
            text,
            url,
            caption,
            file_name,
            file_type,
            thumb_url,
            duration,
            latitude,
            longitude,
            location_name,
            location_address,
            add_secret_recommendation,
            code_expiration_minutes,
            has_expiration,
            offer_expiration_time_ms,
            tuple([TemplateButton._of_native(item) for item in buttons]),
            tuple([TemplateCard._of_native(item) for item in cards]),
        )


class TemplateButton(Record):
    """A button of a template."""

    __slots__ = {
        "button_type": (
            "What it does, such as ``URL``, ``PHONE_NUMBER``, ``QUICK_REPLY``, ``COPY_CODE`` or "
            "``FLOW``. The metrics have other words for the first three."
        ),
        "text": "Its text, by which the metrics name the button.",
        "url": "The page that it opens.",
        "url_type": "Whether the page has a variable part: ``static`` or ``dynamic``.",
        "phone_number": "The number that it calls.",
        "coupon_code": "The coupon that it copies.",
        "flow_id": "The flow that it starts.",
        "flow_action": "How it starts the flow: ``NAVIGATE`` or ``DATA_EXCHANGE``.",
        "navigate_screen": "The first screen of the flow.",
        "autofill_text": "Its text where a code is filled in automatically.",
        "package_name": "The app that a code is handed to.",
        "signature_hash": "The signature of the app that a code is handed to.",
        "supported_apps": "The apps that a code may be handed to.",
        "is_opt_out": "Whether users opt out with it. Such clicks are no success.",
        "next_step": "What follows a click. The service calls it ``ExtendAttrs``.",
    }
    button_type: str
    """What it does, such as ``URL``, ``PHONE_NUMBER``, ``QUICK_REPLY``, ``COPY_CODE`` or ``FLOW``. The metrics have
    other words for the first three."""
    text: str
    """Its text, by which the metrics name the button."""
    url: str | None
    """The page that it opens."""
    url_type: str | None
    """Whether the page has a variable part: ``static`` or ``dynamic``."""
    phone_number: str | None
    """The number that it calls."""
    coupon_code: str | None
    """The coupon that it copies."""
    flow_id: str | None
    """The flow that it starts."""
    flow_action: str | None
    """How it starts the flow: ``NAVIGATE`` or ``DATA_EXCHANGE``."""
    navigate_screen: str | None
    """The first screen of the flow."""
    autofill_text: str | None
    """Its text where a code is filled in automatically."""
    package_name: str | None
    """The app that a code is handed to."""
    signature_hash: str | None
    """The signature of the app that a code is handed to."""
    supported_apps: tuple[TemplateApp, ...]
    """The apps that a code may be handed to."""
    is_opt_out: bool | None
    """Whether users opt out with it. Such clicks are no success."""
    next_step: TemplateNextStep | None
    """What follows a click. The service calls it ``ExtendAttrs``."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        (
            button_type,
            text,
            url,
            url_type,
            phone_number,
            coupon_code,
            flow_id,
            flow_action,
            navigate_screen,
            autofill_text,
            package_name,
            signature_hash,
            supported_apps,
            is_opt_out,
            next_step,
        ) = given
        return cls._of(
            button_type,
            text,
            url,
            url_type,
            phone_number,
            coupon_code,
            flow_id,
            flow_action,
            navigate_screen,
            autofill_text,
            package_name,
            signature_hash,
            tuple([TemplateApp._of_native(item) for item in supported_apps]),
            is_opt_out,
            None if next_step is None else TemplateNextStep._of_native(next_step),
        )


class TemplateApp(Record):
    """An app that a code may be handed to."""

    __slots__ = {
        "package_name": "The app's name.",
        "signature_hash": "The app's signature.",
    }
    package_name: str
    """The app's name."""
    signature_hash: str
    """The app's signature."""


class TemplateNextStep(Record):
    """What follows a click on a button."""

    __slots__ = {
        "action": "What is done, such as ``nextCard``.",
        "intent_code": "The intent.",
        "next_template_code": "The code of the template that is sent.",
        "next_template_name": "The name of the template that is sent.",
        "next_language_code": "The language of the template that is sent.",
    }
    action: str | None
    """What is done, such as ``nextCard``."""
    intent_code: str | None
    """The intent."""
    next_template_code: str | None
    """The code of the template that is sent."""
    next_template_name: str | None
    """The name of the template that is sent."""
    next_language_code: str | None
    """The language of the template that is sent."""


class TemplateCard(Record):
    """A card of a carousel."""

    __slots__ = {
        "components": "The card's parts, from top to bottom.",
    }
    components: tuple[CardComponent, ...]
    """The card's parts, from top to bottom."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        (components,) = given
        return cls._of(tuple([CardComponent._of_native(item) for item in components]))


class CardComponent(Record):
    """A part of a card."""

    __slots__ = {
        "component_type": "Which part it is: ``HEADER``, ``BODY`` or ``BUTTONS``.",
        "format": "What a header holds: ``IMAGE`` or ``VIDEO``.",
        "text": "Its text.",
        "url": "The URL of its picture or video.",
        "buttons": "The card's buttons, from top to bottom.",
    }
    component_type: str
    """Which part it is: ``HEADER``, ``BODY`` or ``BUTTONS``."""
    format: str | None
    """What a header holds: ``IMAGE`` or ``VIDEO``."""
    text: str | None
    """Its text."""
    url: str | None
    """The URL of its picture or video."""
    buttons: tuple[CardButton, ...]
    """The card's buttons, from top to bottom."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        component_type, format_, text, url, buttons = given
        return cls._of(component_type, format_, text, url, tuple([CardButton._of_native(item) for item in buttons]))


class CardButton(Record):
    """A button of a card."""

    __slots__ = {
        "button_type": "What it does: ``URL``, ``PHONE_NUMBER`` or ``QUICK_REPLY``.",
        "text": "Its text, by which the metrics name the button.",
        "url": "The page that it opens.",
        "url_type": "Whether the page has a variable part: ``static`` or ``dynamic``.",
        "phone_number": "The number that it calls.",
    }
    button_type: str
    """What it does: ``URL``, ``PHONE_NUMBER`` or ``QUICK_REPLY``."""
    text: str
    """Its text, by which the metrics name the button."""
    url: str | None
    """The page that it opens."""
    url_type: str | None
    """Whether the page has a variable part: ``static`` or ``dynamic``."""
    phone_number: str | None
    """The number that it calls."""


class TemplateMetric(Record):
    """One template's metrics in one language for one period.

    Rows are returned as they came: in the service's sample, there are more clicks than deliveries.
    """

    __slots__ = {
        "template_code": "The template's code: a long string of digits, never a number.",
        "language": "The template's language; empty if the service left it out.",
        "start": "When the period begins, in UTC.",
        "end": "When the period ends, in UTC.",
        "sent_count": "Messages sent; zero if the service left it out.",
        "delivered_count": "Messages delivered; zero if the service left it out.",
        "read_count": "Messages read; zero if the service left it out.",
        "clicks": "Clicks by button. The service calls the list ``Cliented``.",
    }
    template_code: str
    """The template's code: a long string of digits, never a number."""
    language: str
    """The template's language; empty if the service left it out."""
    start: datetime
    """When the period begins, in UTC."""
    end: datetime
    """When the period ends, in UTC."""
    sent_count: int
    """Messages sent; zero if the service left it out."""
    delivered_count: int
    """Messages delivered; zero if the service left it out."""
    read_count: int
    """Messages read; zero if the service left it out."""
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


class Health(Record):
    """Whether messages can be sent."""

    __slots__ = {
        "can_send_message": "Whether the whole can send, such as ``AVAILABLE``, ``LIMITED`` or ``BLOCKED``.",
        "entities": "Each part, with its problems.",
    }
    can_send_message: str
    """Whether the whole can send, such as ``AVAILABLE``, ``LIMITED`` or ``BLOCKED``."""
    entities: tuple[HealthEntity, ...]
    """Each part, with its problems."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        can_send_message, entities = given
        return cls._of(can_send_message, tuple([HealthEntity._of_native(item) for item in entities]))


class HealthEntity(Record):
    """A part with its own health: a phone number, a template, an account or a business."""

    __slots__ = {
        "entity_type": "What kind of part it is, such as ``PHONE_NUMBER``.",
        "can_send_message": "Whether it can send, such as ``AVAILABLE``, ``LIMITED`` or ``BLOCKED``.",
        "business_id": "The Meta business, where it is one.",
        "phone_number": "The phone number, where it is one.",
        "template_code": "The template, where it is one.",
        "language": "The template's language, where it is one.",
        "waba_id": "The WhatsApp Business Account, where it is one.",
        "errors": "Its problems.",
    }
    entity_type: str
    """What kind of part it is, such as ``PHONE_NUMBER``."""
    can_send_message: str
    """Whether it can send, such as ``AVAILABLE``, ``LIMITED`` or ``BLOCKED``."""
    business_id: str | None
    """The Meta business, where it is one."""
    phone_number: str | None
    """The phone number, where it is one."""
    template_code: str | None
    """The template, where it is one."""
    language: str | None
    """The template's language, where it is one."""
    waba_id: str | None
    """The WhatsApp Business Account, where it is one."""
    errors: tuple[HealthProblem, ...]
    """Its problems."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        entity_type, can_send_message, business_id, phone_number, template_code, language, waba_id, errors = given
        return cls._of(
            entity_type,
            can_send_message,
            business_id,
            phone_number,
            template_code,
            language,
            waba_id,
            tuple([HealthProblem._of_native(item) for item in errors]),
        )


class HealthProblem(Record):
    """A problem that prevents messages."""

    __slots__ = {
        "error_code": "Meta's code of the problem, such as ``141006``.",
        "error_description": "What is wrong, in the service's words.",
        "possible_solution": "What may help, in the service's words.",
    }
    error_code: str
    """Meta's code of the problem, such as ``141006``."""
    error_description: str
    """What is wrong, in the service's words."""
    possible_solution: str | None
    """What may help, in the service's words."""


class MessageRecord(Record):
    """A message that was sent or received."""

    __slots__ = {
        "message_id": "The message's ID, by which receipts name it.",
        "unique_message_id": "Another ID of the message.",
        "conversation_id": "The conversation that it belongs to.",
        "business_number": "The channel's phone number.",
        "user_number": "The user's phone number.",
        "channel_type": "What kind of channel it is.",
        "event_action": "``DOWN`` to the user, ``UP`` from the user.",
        "event_action_name": "The same in words.",
        "message_status": "The result of sending, such as ``success``.",
        "message_status_name": "The same in words.",
        "client_accept_status_name": "Whether the user's phone has it, in words.",
        "client_read_status": "Whether the user has read it.",
        "client_read_status_name": "The same in words.",
        "fail_reason": "Why the sending failed.",
        "fail_back_flag": "Whether it was sent as an SMS instead, as ``Y`` or ``N``. The service spells it so.",
        "fail_back_content": "What was sent as an SMS instead.",
        "template_code": "The template, if it was made from one.",
        "template_name": "The template's name, if it was made from one.",
        "language_code": "The template's language, if it was made from one.",
        "message": "The message itself, often as JSON.",
        "message_type": "What kind of message it is, such as ``INTERACTIVE``.",
        "message_type_name": "The same in words.",
        "message_source": "What sent it, such as ``api``.",
        "kind": "What the row is about, such as ``message``. The service calls it ``Type``.",
        "month": "The month, as ``202611``.",
        "send_time": "When it was sent, in UTC.",
    }
    message_id: str
    """The message's ID, by which receipts name it."""
    unique_message_id: str | None
    """Another ID of the message."""
    conversation_id: str | None
    """The conversation that it belongs to."""
    business_number: str
    """The channel's phone number."""
    user_number: str
    """The user's phone number."""
    channel_type: str
    """What kind of channel it is."""
    event_action: str
    """``DOWN`` to the user, ``UP`` from the user."""
    event_action_name: str | None
    """The same in words."""
    message_status: str | None
    """The result of sending, such as ``success``."""
    message_status_name: str | None
    """The same in words."""
    client_accept_status_name: str | None
    """Whether the user's phone has it, in words."""
    client_read_status: str | None
    """Whether the user has read it."""
    client_read_status_name: str | None
    """The same in words."""
    fail_reason: str | None
    """Why the sending failed."""
    fail_back_flag: str | None
    """Whether it was sent as an SMS instead, as ``Y`` or ``N``. The service spells it so."""
    fail_back_content: str | None
    """What was sent as an SMS instead."""
    template_code: str | None
    """The template, if it was made from one."""
    template_name: str | None
    """The template's name, if it was made from one."""
    language_code: str | None
    """The template's language, if it was made from one."""
    message: str | None
    """The message itself, often as JSON."""
    message_type: str | None
    """What kind of message it is, such as ``INTERACTIVE``."""
    message_type_name: str | None
    """The same in words."""
    message_source: str | None
    """What sent it, such as ``api``."""
    kind: str | None
    """What the row is about, such as ``message``. The service calls it ``Type``."""
    month: str | None
    """The month, as ``202611``."""
    send_time: datetime | None
    """When it was sent, in UTC."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        (
            message_id,
            unique_message_id,
            conversation_id,
            business_number,
            user_number,
            channel_type,
            event_action,
            event_action_name,
            message_status,
            message_status_name,
            client_accept_status_name,
            client_read_status,
            client_read_status_name,
            fail_reason,
            fail_back_flag,
            fail_back_content,
            template_code,
            template_name,
            language_code,
            message,
            message_type,
            message_type_name,
            message_source,
            kind,
            month,
            send_time,
        ) = given
        return cls._of(
            message_id,
            unique_message_id,
            conversation_id,
            business_number,
            user_number,
            channel_type,
            event_action,
            event_action_name,
            message_status,
            message_status_name,
            client_accept_status_name,
            client_read_status,
            client_read_status_name,
            fail_reason,
            fail_back_flag,
            fail_back_content,
            template_code,
            template_name,
            language_code,
            message,
            message_type,
            message_type_name,
            message_source,
            kind,
            month,
            None if send_time is None else instant(send_time),
        )


class Template(Record):
    """A template in one language."""

    __slots__ = {
        "template_code": "The template's code. It is a text, even if it consists of digits.",
        "template_name": "The template's name.",
        "language": "The language, for example ``en`` or ``zh_CN``.",
        "category": "The category: ``MARKETING``, ``UTILITY`` or ``AUTHENTICATION``; Viber has others.",
        "audit_status": "The state of the review: ``pass``, ``fail``, ``auditing`` or ``unaudit``.",
        "reason": ("Why the review refused it; absent without a reason, for which the service also writes ``None``."),
        "template_type": "The type: ``WHATSAPP`` or ``VIBER``.",
        "last_update_time": "When it was last changed, in UTC.",
    }
    template_code: str
    """The template's code. It is a text, even if it consists of digits."""
    template_name: str
    """The template's name."""
    language: str
    """The language, for example ``en`` or ``zh_CN``."""
    category: str
    """The category: ``MARKETING``, ``UTILITY`` or ``AUTHENTICATION``; Viber has others."""
    audit_status: str
    """The state of the review: ``pass``, ``fail``, ``auditing`` or ``unaudit``."""
    reason: str | None
    """Why the review refused it; absent without a reason, for which the service also writes ``None``."""
    template_type: str
    """The type: ``WHATSAPP`` or ``VIBER``."""
    last_update_time: datetime | None
    """When it was last changed, in UTC."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        template_code, template_name, language, category, audit_status, reason, template_type, last_update_time = given
        return cls._of(
            template_code,
            template_name,
            language,
            category,
            audit_status,
            reason,
            template_type,
            None if last_update_time is None else instant(last_update_time),
        )


class Instance(Record):
    """A channel, as the list shows it."""

    __slots__ = {
        "instance_id": "The instance's ID.",
        "cust_space_id": (
            "The channel's ID, which other operations expect. If it is absent, they expect the instance ID."
        ),
        "instance_name": "The channel's name.",
        "instance_description": "What the owner wrote about it.",
        "channel_type": (
            "What kind of channel it is: ``whatsapp``, ``messenger``, ``instagram`` or ``viber``, in "
            "lower or upper case."
        ),
        "state": "The state, such as ``published``. The service documents no list of states.",
        "submit_time": (
            "When it was applied for, as the service writes it. It documents neither format nor time zone."
        ),
        "country_id": "The country, such as ``CN``.",
        "contact_mail": "The owner's mail address.",
        "office_address": "The owner's postal address.",
        "facebook_bm_id": "The ID of the owner's Meta business account.",
        "isv_terms": "The URL of an ISV's signed terms.",
        "resource_group_id": "The resource group.",
        "resource_region_id": "The region.",
    }
    instance_id: str
    """The instance's ID."""
    cust_space_id: str | None
    """The channel's ID, which other operations expect. If it is absent, they expect the instance ID."""
    instance_name: str
    """The channel's name."""
    instance_description: str | None
    """What the owner wrote about it."""
    channel_type: str
    """What kind of channel it is: ``whatsapp``, ``messenger``, ``instagram`` or ``viber``, in lower or upper case."""
    state: str
    """The state, such as ``published``. The service documents no list of states."""
    submit_time: str | None
    """When it was applied for, as the service writes it. It documents neither format nor time zone."""
    country_id: str | None
    """The country, such as ``CN``."""
    contact_mail: str | None
    """The owner's mail address."""
    office_address: str | None
    """The owner's postal address."""
    facebook_bm_id: str | None
    """The ID of the owner's Meta business account."""
    isv_terms: str | None
    """The URL of an ISV's signed terms."""
    resource_group_id: str | None
    """The resource group."""
    resource_region_id: str | None
    """The region."""


class Waba(Record):
    """A WhatsApp Business Account."""

    __slots__ = {
        "id": "The WABA's ID.",
        "name": "The WABA's name.",
        "account_review_status": (
            "The result of Meta's review: ``PENDING``, ``APPROVED``, ``REJECTED`` or ``DISABLED``."
        ),
        "currency": "The currency of its bills, such as ``USD``.",
        "business_id": "The ID of the Meta business that owns it.",
        "business_name": "The name of the Meta business that owns it.",
        "message_template_namespace": "The namespace of its templates.",
        "marketing_message_lite_status": (
            "Whether marketing messages are sent by Meta's own way for them, as ``Y`` or ``N``."
        ),
        "is_on_biz_app": "Whether a number is used in the WhatsApp Business app too.",
        "primary_business_location": "The location of the business. The service's own sample has something else here.",
        "auth_international_rate_eligibility": (
            "Whether Meta's rates for international authentication apply, by names "
            "that the service does not document. What is no text is given as JSON."
        ),
    }
    id: str
    """The WABA's ID."""
    name: str
    """The WABA's name."""
    account_review_status: str | None
    """The result of Meta's review: ``PENDING``, ``APPROVED``, ``REJECTED`` or ``DISABLED``."""
    currency: str | None
    """The currency of its bills, such as ``USD``."""
    business_id: str | None
    """The ID of the Meta business that owns it."""
    business_name: str | None
    """The name of the Meta business that owns it."""
    message_template_namespace: str | None
    """The namespace of its templates."""
    marketing_message_lite_status: str | None
    """Whether marketing messages are sent by Meta's own way for them, as ``Y`` or ``N``."""
    is_on_biz_app: bool | None
    """Whether a number is used in the WhatsApp Business app too."""
    primary_business_location: str | None
    """The location of the business. The service's own sample has something else here."""
    auth_international_rate_eligibility: Mapping[str, str]
    """Whether Meta's rates for international authentication apply, by names that the service does not document. What is
    no text is given as JSON."""


class PhoneNumber(Record):
    """A phone number of a channel."""

    __slots__ = {
        "phone_number": "The number, in digits without a plus.",
        "verified_name": "The name that users see.",
        "status": (
            "Whether messages can be sent from it: ``CONNECTED``, ``PENDING``, ``FLAGGED``, "
            "``RESTRICTED``, ``RATE_LIMITED``, ``BANNED``, ``DELETED``, ``MIGRATED``, ``DISCONNECTED``, "
            "``UNVERIFIED``, ``UNKNOWN``, or what the service may add."
        ),
        "quality_rating": (
            "Meta's rating of the messages of the last days: ``GREEN``, ``YELLOW``, ``RED``, "
            "``UNKNOWN``, or what the service may add."
        ),
        "messaging_limit_tier": "How many users may be written to in a day, such as ``TIER_1K`` or ``TIER_UNLIMITED``.",
        "code_verification_status": (
            "Whether the number was verified by a code: ``VERIFIED``, ``REJECTED``, "
            "``MORE_INFORMATION_REQUESTED`` or ``REVOKED``."
        ),
        "name_status": "Whether the name was approved.",
        "new_name_status": "Whether a new name was approved.",
        "is_official": "Whether it is an official business account.",
        "status_callback_url": "The URL to which receipts are sent.",
        "status_queue": "The queue that receipts are put into.",
        "up_callback_url": "The URL to which users' messages are sent.",
        "up_queue": "The queue that messages of users are put into.",
    }
    phone_number: str
    """The number, in digits without a plus."""
    verified_name: str | None
    """The name that users see."""
    status: str
    """Whether messages can be sent from it: ``CONNECTED``, ``PENDING``, ``FLAGGED``, ``RESTRICTED``, ``RATE_LIMITED``,
    ``BANNED``, ``DELETED``, ``MIGRATED``, ``DISCONNECTED``, ``UNVERIFIED``, ``UNKNOWN``, or what the service may
    add."""
    quality_rating: str
    """Meta's rating of the messages of the last days: ``GREEN``, ``YELLOW``, ``RED``, ``UNKNOWN``, or what the service
    may add."""
    messaging_limit_tier: str | None
    """How many users may be written to in a day, such as ``TIER_1K`` or ``TIER_UNLIMITED``."""
    code_verification_status: str | None
    """Whether the number was verified by a code: ``VERIFIED``, ``REJECTED``, ``MORE_INFORMATION_REQUESTED`` or
    ``REVOKED``."""
    name_status: str | None
    """Whether the name was approved."""
    new_name_status: str | None
    """Whether a new name was approved."""
    is_official: bool | None
    """Whether it is an official business account."""
    status_callback_url: str | None
    """The URL to which receipts are sent."""
    status_queue: str | None
    """The queue that receipts are put into."""
    up_callback_url: str | None
    """The URL to which users' messages are sent."""
    up_queue: str | None
    """The queue that messages of users are put into."""


class InstanceDetail(Record):
    """A channel, as the query shows it."""

    __slots__ = {
        "instance_id": "The instance's ID.",
        "instance_name": "The channel's name.",
        "instance_description": "What the owner wrote about it.",
        "channel_type": (
            "What kind of channel it is: ``whatsapp``, ``messenger``, ``instagram`` or ``viber``, in "
            "lower or upper case."
        ),
        "cust_type": "The kind of customer, such as ``01``. The service does not document what that means.",
        "submit_time": (
            "When it was applied for, as the service writes it. It documents neither format nor time zone."
        ),
        "country_id": "The country, such as ``CN``.",
        "contact_mail": "The owner's mail address.",
        "office_address": "The owner's postal address.",
        "facebook_bm_id": "The ID of the owner's Meta business account.",
        "isv_terms": "The URL of an ISV's signed terms.",
        "resource_group_id": "The resource group.",
        "resource_region_id": "The region.",
    }
    instance_id: str
    """The instance's ID."""
    instance_name: str
    """The channel's name."""
    instance_description: str | None
    """What the owner wrote about it."""
    channel_type: str
    """What kind of channel it is: ``whatsapp``, ``messenger``, ``instagram`` or ``viber``, in lower or upper case."""
    cust_type: str | None
    """The kind of customer, such as ``01``. The service does not document what that means."""
    submit_time: str | None
    """When it was applied for, as the service writes it. It documents neither format nor time zone."""
    country_id: str | None
    """The country, such as ``CN``."""
    contact_mail: str | None
    """The owner's mail address."""
    office_address: str | None
    """The owner's postal address."""
    facebook_bm_id: str | None
    """The ID of the owner's Meta business account."""
    isv_terms: str | None
    """The URL of an ISV's signed terms."""
    resource_group_id: str | None
    """The resource group."""
    resource_region_id: str | None
    """The region."""


class MetricsTarget(Record):
    """Whose metrics are read: those of a whole channel, of one of its phone numbers, or of one of its templates."""

    __slots__ = {
        "cust_space_id": "The channel's ID (``cams-…``).",
        "phone_number": "One of its phone numbers: digits with country code, no ``+``.",
        "template_code": "One of its templates, by its code.",
        "language": "One language of the template.",
        "template_name": "The template's name, for the rows; it is not sent.",
        "isv_code": "The ISV code of this channel, if it has one of its own.",
    }
    cust_space_id: str
    """The channel's ID (``cams-…``)."""
    phone_number: str | None
    """One of its phone numbers: digits with country code, no ``+``."""
    template_code: str | None
    """One of its templates, by its code."""
    language: str | None
    """One language of the template."""
    template_name: str | None
    """The template's name, for the rows; it is not sent."""
    isv_code: str | None
    """The ISV code of this channel, if it has one of its own."""

    def __init__(
        self,
        cust_space_id: str,
        phone_number: str | None = None,
        template_code: str | None = None,
        language: str | None = None,
        template_name: str | None = None,
        isv_code: str | None = None,
    ) -> None:
        """Take the fields as they are given; they are checked when they are sent."""
        self._fill((cust_space_id, phone_number, template_code, language, template_name, isv_code))


class CollectedMetrics(Record):
    """The result of one query: its rows, or the error.

    A channel whose phone numbers or templates could not be listed has a result with an error, too.
    """

    __slots__ = {
        "cust_space_id": "The channel's ID.",
        "phone_number": (
            "The phone number of the query; absent if the query was about a template, or listed what the channel has."
        ),
        "template_code": (
            "The template of the query; absent if the query was about a phone number, or listed what the channel has."
        ),
        "template_name": "The template's name, as far as it is known.",
        "language": "The template's language.",
        "start": "The start of the query's time range, in UTC.",
        "end": "The end of the query's time range, in UTC.",
        "rows": "The rows; empty if nothing was counted, or if the query failed.",
        "error": "Why the query failed; absent if it succeeded.",
        "progress": "How far the run is with this result.",
    }
    cust_space_id: str
    """The channel's ID."""
    phone_number: str | None
    """The phone number of the query; absent if the query was about a template, or listed what the channel has."""
    template_code: str | None
    """The template of the query; absent if the query was about a phone number, or listed what the channel has."""
    template_name: str | None
    """The template's name, as far as it is known."""
    language: str | None
    """The template's language."""
    start: datetime
    """The start of the query's time range, in UTC."""
    end: datetime
    """The end of the query's time range, in UTC."""
    rows: tuple[MetricsRow, ...]
    """The rows; empty if nothing was counted, or if the query failed."""
    error: CamsRoiError | None
    """Why the query failed; absent if it succeeded."""
    progress: CollectProgress
    """How far the run is with this result."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        cust_space_id, phone_number, template_code, template_name, language, start, end, rows, error, progress = given
        return cls._of(
            cust_space_id,
            phone_number,
            template_code,
            template_name,
            language,
            instant(start),
            instant(end),
            tuple([MetricsRow._of_native(item) for item in rows]),
            None if error is None else error_of_native(error),
            CollectProgress._of_native(progress),
        )


class CollectProgress(Record):
    """How far a run is."""

    __slots__ = {
        "channels": "Channels known so far.",
        "done": "Queries that are done.",
        "total": "Queries known so far. The number may grow until ``is_complete``.",
        "is_complete": "Whether all queries are known.",
        "skipped": "Queries that an earlier run had done, according to the journal. They count as done.",
        "failed": "Results with an error.",
    }
    channels: int
    """Channels known so far."""
    done: int
    """Queries that are done."""
    total: int
    """Queries known so far. The number may grow until ``is_complete``."""
    is_complete: bool
    """Whether all queries are known."""
    skipped: int
    """Queries that an earlier run had done, according to the journal. They count as done."""
    failed: int
    """Results with an error."""


class MetricsRow(Record):
    """The metrics of a phone number, or of a template in one language, for one period.

    Counts are returned as they came. Rates are computed from them, and are absent if the divisor is zero.
    """

    __slots__ = {
        "cust_space_id": "The channel's ID.",
        "phone_number": "The business phone number; absent in a template's row.",
        "template_code": "The template's code; absent in a phone number's row.",
        "template_name": "The template's name, as far as it is known.",
        "language": "The template's language.",
        "start": "When the period begins, in UTC.",
        "end": "When the period ends, in UTC.",
        "sent_count": "Messages sent.",
        "delivered_count": "Messages delivered.",
        "read_count": "Messages read; absent in a phone number's row, because the service does not report it.",
        "click_count": "Clicks on all buttons together; absent in a phone number's row.",
        "clicks": "Clicks by button.",
        "delivery_rate": "Delivered messages divided by sent ones, from 0 to 1; absent if none was sent.",
        "read_rate": "Read messages divided by delivered ones, from 0 to 1; absent if none was delivered.",
        "click_rate": "Clicks divided by delivered messages; it can be more than 1. Absent if none was delivered.",
    }
    cust_space_id: str
    """The channel's ID."""
    phone_number: str | None
    """The business phone number; absent in a template's row."""
    template_code: str | None
    """The template's code; absent in a phone number's row."""
    template_name: str | None
    """The template's name, as far as it is known."""
    language: str | None
    """The template's language."""
    start: datetime
    """When the period begins, in UTC."""
    end: datetime
    """When the period ends, in UTC."""
    sent_count: int
    """Messages sent."""
    delivered_count: int
    """Messages delivered."""
    read_count: int | None
    """Messages read; absent in a phone number's row, because the service does not report it."""
    click_count: int | None
    """Clicks on all buttons together; absent in a phone number's row."""
    clicks: tuple[ButtonClicks, ...]
    """Clicks by button."""
    delivery_rate: float | None
    """Delivered messages divided by sent ones, from 0 to 1; absent if none was sent."""
    read_rate: float | None
    """Read messages divided by delivered ones, from 0 to 1; absent if none was delivered."""
    click_rate: float | None
    """Clicks divided by delivered messages; it can be more than 1. Absent if none was delivered."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        (
            cust_space_id,
            phone_number,
            template_code,
            template_name,
            language,
            start,
            end,
            sent_count,
            delivered_count,
            read_count,
            click_count,
            clicks,
            delivery_rate,
            read_rate,
            click_rate,
        ) = given
        return cls._of(
            cust_space_id,
            phone_number,
            template_code,
            template_name,
            language,
            instant(start),
            instant(end),
            sent_count,
            delivered_count,
            read_count,
            click_count,
            tuple([ButtonClicks._of_native(item) for item in clicks]),
            delivery_rate,
            read_rate,
            click_rate,
        )


class FoundChannel(Record):
    """A WhatsApp channel of the account."""

    __slots__ = {
        "cust_space_id": "The channel's ID, which other operations expect.",
        "instance_id": "The instance's ID.",
        "name": "The channel's name.",
        "state": "The channel's state, for example ``published``.",
        "region": "The region of its resources.",
    }
    cust_space_id: str
    """The channel's ID, which other operations expect."""
    instance_id: str
    """The instance's ID."""
    name: str
    """The channel's name."""
    state: str
    """The channel's state, for example ``published``."""
    region: str
    """The region of its resources."""


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
            "The rows as the service returned them; empty if there is no data yet. The result itself is "
            "a sequence of them, too."
        ),
    }
    data: tuple[PhoneNumberMetric, ...]
    """The rows as the service returned them; empty if there is no data yet. The result itself is a sequence of them,
    too."""

    _row = PhoneNumberMetric

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, data = given
        return cls._of(request_id, tuple([PhoneNumberMetric._of_native(item) for item in data]))


class GetChatappTemplateDetailResult(Record):
    """The answer to `get_chatapp_template_detail`."""

    __slots__ = {
        "request_id": "The service's ID of the request.",
        "template": "The template.",
    }
    request_id: str | None
    """The service's ID of the request."""
    template: TemplateDetail
    """The template."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, template = given
        return cls._of(request_id, TemplateDetail._of_native(template))


class TemplateMetrics(Table[TemplateMetric]):
    """The answer to `get_chatapp_template_metric`: a sequence of rows, empty where there is no data."""

    __slots__ = {
        "data": (
            "The rows as the service returned them; empty if there is no data yet. The result itself is "
            "a sequence of them, too."
        ),
    }
    data: tuple[TemplateMetric, ...]
    """The rows as the service returned them; empty if there is no data yet. The result itself is a sequence of them,
    too."""

    _row = TemplateMetric

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, data = given
        return cls._of(request_id, tuple([TemplateMetric._of_native(item) for item in data]))


class GetWhatsappHealthStatusResult(Record):
    """The answer to `get_whatsapp_health_status`."""

    __slots__ = {
        "request_id": "The service's ID of the request.",
        "health": "The health of the whole and of its parts.",
    }
    request_id: str | None
    """The service's ID of the request."""
    health: Health
    """The health of the whole and of its parts."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, health = given
        return cls._of(request_id, Health._of_native(health))


class MessageRecords(Table[MessageRecord]):
    """The answer to `list_chatapp_message`: a sequence of rows, empty where there is no data."""

    __slots__ = {
        "messages": (
            "The messages of this page; empty after the last page. The result itself is a sequence of them, too."
        ),
    }
    messages: tuple[MessageRecord, ...]
    """The messages of this page; empty after the last page. The result itself is a sequence of them, too."""

    _row = MessageRecord

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, messages = given
        return cls._of(request_id, tuple([MessageRecord._of_native(item) for item in messages]))


class ListChatappTemplateResult(Record):
    """The answer to `list_chatapp_template`."""

    __slots__ = {
        "request_id": "The service's ID of the request.",
        "templates": "The templates of this page; empty after the last page.",
        "total": "The number of rows on all pages.",
    }
    request_id: str | None
    """The service's ID of the request."""
    templates: tuple[Template, ...]
    """The templates of this page; empty after the last page."""
    total: int | None
    """The number of rows on all pages."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, templates, total = given
        return cls._of(request_id, tuple([Template._of_native(item) for item in templates]), total)


class ListInstanceResult(Record):
    """The answer to `list_instance`."""

    __slots__ = {
        "request_id": "The service's ID of the request.",
        "instances": "The channels of this page; empty after the last page.",
        "total_count": "The number of channels on all pages.",
    }
    request_id: str | None
    """The service's ID of the request."""
    instances: tuple[Instance, ...]
    """The channels of this page; empty after the last page."""
    total_count: int | None
    """The number of channels on all pages."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, instances, total_count = given
        return cls._of(request_id, tuple([Instance._of_native(item) for item in instances]), total_count)


class QueryChatappBindWabaResult(Record):
    """The answer to `query_chatapp_bind_waba`."""

    __slots__ = {
        "request_id": "The service's ID of the request.",
        "waba": "The WABA; absent if the channel is bound to none.",
    }
    request_id: str | None
    """The service's ID of the request."""
    waba: Waba | None
    """The WABA; absent if the channel is bound to none."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, waba = given
        return cls._of(request_id, None if waba is None else Waba._of_native(waba))


class PhoneNumbers(Table[PhoneNumber]):
    """The answer to `query_chatapp_phone_numbers`: a sequence of rows, empty where there is no data."""

    __slots__ = {
        "phone_numbers": (
            "The phone numbers; empty if the channel has none yet. The result itself is a sequence of them, too."
        ),
    }
    phone_numbers: tuple[PhoneNumber, ...]
    """The phone numbers; empty if the channel has none yet. The result itself is a sequence of them, too."""

    _row = PhoneNumber

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, phone_numbers = given
        return cls._of(request_id, tuple([PhoneNumber._of_native(item) for item in phone_numbers]))


class QueryInstanceResult(Record):
    """The answer to `query_instance`."""

    __slots__ = {
        "request_id": "The service's ID of the request.",
        "instance": "The channel.",
    }
    request_id: str | None
    """The service's ID of the request."""
    instance: InstanceDetail
    """The channel."""

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        request_id, instance = given
        return cls._of(request_id, InstanceDetail._of_native(instance))


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


def get_chatapp_template_detail(
    cust_space_id: str | OwnChannel,
    language: str,
    template_code: str | None,
    template_name: str | None,
    template_type: str | None,
    isv_code: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``GetChatappTemplateDetail``."""
    return (
        _arguments.channel("GetChatappTemplateDetail", cust_space_id),
        _arguments.text("language", language, "a text, for example 'en'"),
        None
        if template_code is None
        else _arguments.text("template_code", template_code, "a text, for example '744c4b5c79c9432497a075bdfca36bf5'"),
        None
        if template_name is None
        else _arguments.text("template_name", template_name, "a text, for example 'summer_sale'"),
        None
        if template_type is None
        else _arguments.text("template_type", template_type, "a text, for example 'WHATSAPP'"),
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


def get_whatsapp_health_status(
    cust_space_id: str | OwnChannel,
    node_type: Literal["template", "phone", "waba"],
    phone_number: str | None,
    template_code: str | None,
    language: str | None,
    waba_id: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``GetWhatsappHealthStatus``."""
    return (
        _arguments.channel("GetWhatsappHealthStatus", cust_space_id),
        _arguments.text("node_type", node_type, "'template' or 'phone' or 'waba'"),
        None
        if phone_number is None
        else _arguments.text("phone_number", phone_number, "a text, for example '8613800000000'"),
        None
        if template_code is None
        else _arguments.text("template_code", template_code, "a text, for example '744c4b5c79c9432497a075bdfca36bf5'"),
        None if language is None else _arguments.text("language", language, "a text, for example 'en'"),
        None if waba_id is None else _arguments.text("waba_id", waba_id, "a text, for example '20393988393993'"),
    )


def list_chatapp_message(
    cust_space_id: str | OwnChannel,
    business_number: str,
    channel_type: str,
    page: Page,
    start_time: datetime | None,
    end_time: datetime | None,
    event_action: str | None,
    message_status: str | None,
    client_accept_status: str | None,
    template_code: str | None,
    group_message_id: str | None,
    user_number: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``ListChatappMessage``."""
    return (
        _arguments.channel("ListChatappMessage", cust_space_id),
        _arguments.text("business_number", business_number, "a text, for example '8613800000000'"),
        _arguments.text("channel_type", channel_type, "a text, for example 'whatsapp'"),
        _page("page", page),
        None if start_time is None else _arguments.time("start_time", start_time),
        None if end_time is None else _arguments.time("end_time", end_time),
        None if event_action is None else _arguments.text("event_action", event_action, "a text, for example 'DOWN'"),
        None
        if message_status is None
        else _arguments.text("message_status", message_status, "a text, for example 'success'"),
        None
        if client_accept_status is None
        else _arguments.text("client_accept_status", client_accept_status, "a text, for example 'success'"),
        None
        if template_code is None
        else _arguments.text("template_code", template_code, "a text, for example '744c4b5c79c9432497a075bdfca36bf5'"),
        None
        if group_message_id is None
        else _arguments.text("group_message_id", group_message_id, "a text, for example 'GM1'"),
        None
        if user_number is None
        else _arguments.text("user_number", user_number, "a text, for example '8613900000000'"),
    )


def list_chatapp_template(
    cust_space_id: str | OwnChannel,
    isv_code: str | None,
    page: Page | None,
    name: str | None,
    code: str | None,
    language: str | None,
    category: str | None,
    audit_status: str | None,
    template_type: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``ListChatappTemplate``."""
    return (
        _arguments.channel("ListChatappTemplate", cust_space_id),
        None if isv_code is None else _arguments.text("isv_code", isv_code, "a text, for example 'ISV1001'"),
        None if page is None else _page("page", page),
        None if name is None else _arguments.text("name", name),
        None
        if code is None
        else _arguments.text("code", code, "a text, for example '744c4b5c79c9432497a075bdfca36bf5'"),
        None if language is None else _arguments.text("language", language, "a text, for example 'en'"),
        None if category is None else _arguments.text("category", category, "a text, for example 'MARKETING'"),
        None if audit_status is None else _arguments.text("audit_status", audit_status, "a text, for example 'pass'"),
        None
        if template_type is None
        else _arguments.text("template_type", template_type, "a text, for example 'WHATSAPP'"),
    )


def list_instance(
    page_index: int | None,
    page_size: int | None,
    channel_type: str | None,
    instance_id: str | None,
    instance_name: str | None,
    filter_str: str | None,
    resource_group_id: str | None,
    submit_time: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``ListInstance``."""
    return (
        None if page_index is None else _arguments.count("page_index", page_index),
        None if page_size is None else _arguments.count("page_size", page_size),
        None
        if channel_type is None
        else _arguments.text("channel_type", channel_type, "a text, for example 'whatsapp'"),
        None
        if instance_id is None
        else _arguments.text("instance_id", instance_id, "a text, for example 'cams-emulator-1'"),
        None if instance_name is None else _arguments.text("instance_name", instance_name),
        None if filter_str is None else _arguments.text("filter_str", filter_str),
        None
        if resource_group_id is None
        else _arguments.text("resource_group_id", resource_group_id, "a text, for example 'rg-1'"),
        None if submit_time is None else _arguments.text("submit_time", submit_time),
    )


def query_chatapp_bind_waba(
    cust_space_id: str | OwnChannel,
    isv_code: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``QueryChatappBindWaba``."""
    return (
        _arguments.channel("QueryChatappBindWaba", cust_space_id),
        None if isv_code is None else _arguments.text("isv_code", isv_code, "a text, for example 'ISV1001'"),
    )


def query_chatapp_phone_numbers(
    cust_space_id: str | OwnChannel,
    isv_code: str | None,
    status: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of ``QueryChatappPhoneNumbers``."""
    return (
        _arguments.channel("QueryChatappPhoneNumbers", cust_space_id),
        None if isv_code is None else _arguments.text("isv_code", isv_code, "a text, for example 'ISV1001'"),
        None if status is None else _arguments.text("status", status, "a text, for example 'VERIFIED'"),
    )


def query_instance(
    instance_id: str,
) -> tuple[Any, ...]:
    """Give the parameters of ``QueryInstance``."""
    return (_arguments.text("instance_id", instance_id, "a text, for example 'cams-emulator-1'"),)


def collect_metrics(
    channels: Iterable[str | Channel] | None,
    targets: Sequence[MetricsTarget] | None,
    days: str | None,
    time_zone: str | None,
    start: datetime | None,
    end: datetime | None,
    granularity: Literal["DAILY", "HALF_HOUR"] | None,
    phone_numbers: bool | None,
    templates: bool | None,
    isv_code: str | None,
    days_per_query: int | None,
    journal: str | PathLike[str] | None,
) -> tuple[Any, ...]:
    """Give the parameters of `collect_metrics`."""
    return (
        None if channels is None else _arguments.channels(channels),
        None if targets is None else _arguments.items("targets", targets, _metrics_target),
        None if days is None else _arguments.text("days", days, "a text, for example '7d'"),
        None if time_zone is None else _arguments.text("time_zone", time_zone, "a text, for example '+08:00'"),
        None if start is None else _arguments.time("start", start),
        None if end is None else _arguments.time("end", end),
        None if granularity is None else _arguments.text("granularity", granularity, "'DAILY' or 'HALF_HOUR'"),
        None if phone_numbers is None else _arguments.flag("phone_numbers", phone_numbers),
        None if templates is None else _arguments.flag("templates", templates),
        None if isv_code is None else _arguments.text("isv_code", isv_code, "a text, for example 'ISV1001'"),
        None if days_per_query is None else _arguments.count("days_per_query", days_per_query),
        None if journal is None else _arguments.path("journal", journal),
    )


def find_channels(
    name: str | None,
    state: str | None,
    region: str | None,
) -> tuple[Any, ...]:
    """Give the parameters of `find_channels`."""
    return (
        None if name is None else _arguments.text("name", name),
        None if state is None else _arguments.text("state", state),
        None if region is None else _arguments.text("region", region),
    )


def _page(name: str, given: object) -> tuple[Any, ...]:
    given = _arguments.record(name, given, Page)
    return (
        _arguments.count(f"{name}.index", given.index),
        _arguments.count(f"{name}.size", given.size),
    )


def _metrics_target(name: str, given: object) -> tuple[Any, ...]:
    given = _arguments.record(name, given, MetricsTarget)
    return (
        _arguments.text(f"{name}.cust_space_id", given.cust_space_id),
        None if given.phone_number is None else _arguments.text(f"{name}.phone_number", given.phone_number),
        None if given.template_code is None else _arguments.text(f"{name}.template_code", given.template_code),
        None if given.language is None else _arguments.text(f"{name}.language", given.language),
        None if given.template_name is None else _arguments.text(f"{name}.template_name", given.template_name),
        None if given.isv_code is None else _arguments.text(f"{name}.isv_code", given.isv_code),
    )
