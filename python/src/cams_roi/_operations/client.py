# Written by `cargo xtask generate` from `model`; do not edit.
"""The operations, as methods of the client for code that waits."""

from __future__ import annotations

from cams_roi import _operations, _requests
from cams_roi._requests import by_name
from cams_roi._settings import call_options, enable_many_options

from . import (
    EnableWhatsappRoiMetricResult,
    PhoneNumberMetrics,
    TemplateMetrics,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime, timedelta
    from os import PathLike
    from typing import Any, Literal

    from cams_roi._arguments import OwnChannel
    from cams_roi._channels import Channel, ChannelOutcome, Progress


class Operations:
    """The operations of the service that have methods of their own."""

    __module__ = "cams_roi"

    def _send(
        self,
        operation: str,
        request: tuple[Any, ...],
        options: dict[str, Any] | None,
    ) -> Any:
        raise NotImplementedError

    def _enable_many(
        self,
        channels: Iterable[str | Channel],
        settings: dict[str, Any],
        on_progress: Callable[[Progress], object] | None,
    ) -> Iterator[ChannelOutcome]:
        raise NotImplementedError

    def enable_whatsapp_roi_metric(
        self,
        cust_space_id: str | OwnChannel,
        *,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> EnableWhatsappRoiMetricResult:
        """Switch on the collection of sent, delivered, read and click metrics for a WhatsApp channel.

        Calls ``EnableWhatsappROIMetric``. Data shows up a day later at the earliest, and what was sent before is never
        counted. Calling it again for the same channel changes nothing. The service allows 5 calls a second for an
        account.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the call as a whole, from now on, with its wait for its turn, in seconds.
            max_attempts: Attempts in all, the first one included.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return EnableWhatsappRoiMetricResult._of_native(
            self._send(
                "EnableWhatsappROIMetric",
                _operations.enable_whatsapp_roi_metric(cust_space_id, isv_code),
                call_options(timeout, max_attempts),
            )
        )

    def get_chatapp_phone_number_metric(
        self,
        *,
        cust_space_id: str | OwnChannel,
        start: datetime,
        end: datetime,
        granularity: Literal["DAILY", "HALF_HOUR"] | None = None,
        phone_number: str | None = None,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> PhoneNumberMetrics:
        """Read how many messages each phone number of a WhatsApp channel sent and had delivered.

        Calls ``GetChatappPhoneNumberMetric``. The channel must have been enabled a day ago or longer. The service
        allows 50 calls a second for an account.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            start: Metrics from here on; an aware datetime.
            end: Metrics up to here, and not of this moment itself; an aware datetime.
            granularity: How long a time each row covers. The service documents no default.
            phone_number: One business phone number: digits with country code, no ``+``.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the call as a whole, from now on, with its wait for its turn, in seconds.
            max_attempts: Attempts in all, the first one included.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return PhoneNumberMetrics._of_native(
            self._send(
                "GetChatappPhoneNumberMetric",
                _operations.get_chatapp_phone_number_metric(
                    cust_space_id, start, end, granularity, phone_number, isv_code
                ),
                call_options(timeout, max_attempts),
            )
        )

    def get_chatapp_template_metric(
        self,
        *,
        cust_space_id: str | OwnChannel,
        template_code: str,
        start: datetime,
        end: datetime,
        language: str | None = None,
        granularity: Literal["DAILY", "HALF_HOUR"] | None = None,
        template_type: str | None = None,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> TemplateMetrics:
        """Read how many messages of a WhatsApp marketing template were sent, delivered, read and clicked.

        Calls ``GetChatappTemplateMetric``. The channel must have been enabled a day ago or longer. The service allows
        50 calls a second for an account.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            template_code: The template's code: a text, however many digits it has.
            start: Metrics from here on; an aware datetime.
            end: Metrics up to here, and not of this moment itself; an aware datetime.
            language: One language of the template, for example ``en`` or ``zh_CN``.
            granularity: How long a time each row covers. The service documents no default.
            template_type: The template's type. ``WHATSAPP`` is the only one documented, and the service's default.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the call as a whole, from now on, with its wait for its turn, in seconds.
            max_attempts: Attempts in all, the first one included.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return TemplateMetrics._of_native(
            self._send(
                "GetChatappTemplateMetric",
                _operations.get_chatapp_template_metric(
                    cust_space_id, template_code, start, end, language, granularity, template_type, isv_code
                ),
                call_options(timeout, max_attempts),
            )
        )

    @by_name
    def call(
        self,
        action: str,
        parameters: Mapping[str, object] | None = None,
        *,
        idempotent: bool | None = None,
        unchecked: bool = False,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> dict[str, Any]:
        """Call any operation of the service by its name, and give its answer.

        Args:
            action: The operation, for example ``ListInstance``.
            parameters: Its parameters. Lists and dictionaries are sent as JSON; those that are ``None`` are left out.
                What the operation does not take, and what it requires and is not given, is refused before anything is
                sent. Type checkers know the parameters of every operation.
            idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even where
                the service may have acted on the first request. By default those are that are known to change nothing,
                or nothing more.
            unchecked: Whether the parameters are sent without being compared with what this version knows of the
                operation. Type checkers ask for it where they do not know the operation.
            timeout: The deadline of the call as a whole, from now on, with its wait for its turn, in seconds.
            max_attempts: Attempts in all, the first one included.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        answer: dict[str, Any] = _requests.answer(
            self._send(
                "call", _requests.call(action, parameters, idempotent, unchecked), call_options(timeout, max_attempts)
            )
        )
        return answer

    @by_name
    def call_text(
        self,
        action: str,
        parameters: Mapping[str, object] | None = None,
        *,
        idempotent: bool | None = None,
        unchecked: bool = False,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> str:
        """Call any operation as `call` does, and give its answer as the text that came: JSON, with every digit.

        Args:
            action: The operation, for example ``ListInstance``.
            parameters: Its parameters, as for `call`.
            idempotent: Whether the operation may run twice with the effect of once, so that it is repeated even where
                the service may have acted on the first request. By default those are that are known to change nothing,
                or nothing more.
            unchecked: Whether the parameters are sent without being compared with what this version knows of the
                operation. Type checkers ask for it where they do not know the operation.
            timeout: The deadline of the call as a whole, from now on, with its wait for its turn, in seconds.
            max_attempts: Attempts in all, the first one included.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        answer: str = self._send(
            "call", _requests.call(action, parameters, idempotent, unchecked), call_options(timeout, max_attempts)
        )
        return answer

    def enable_many(
        self,
        channels: Iterable[str | Channel],
        *,
        isv_code: str | None = None,
        journal: str | PathLike[str] | None = None,
        concurrency: int | None = None,
        stop_after_denials: int | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> Iterator[ChannelOutcome]:
        """Enable every channel once, at the limit's full speed, and tell what became of each as soon as it is known.

        Outcomes come in the order in which calls end. Consume the whole iterator; only a few calls run ahead of it.
        After an error that concerns the account as a whole (credentials, subscription, or several channels in a row
        that are denied) the channels that are left are not called: their outcomes carry that error. A later run with
        the same journal calls first what was never called.

        Args:
            channels: The channels' IDs, or `Channel` for those with an ISV code of their own; read as they are needed,
                for example from `read_channels`.
            isv_code: The code by which the ISV authorised the caller, for every channel that has none of its own.
            journal: A file that every outcome is recorded in. Channels that it records as enabled are not called again,
                so that a run that was ended can be resumed.
            concurrency: How many calls may be under way at once; as many as the rate limit allows in a second by
                default.
            stop_after_denials: After so many different channels in a row that are denied for the same reason the rest
                is not called, because then it is the account that lacks the permission; 5 by default.
            timeout: The deadline of each call as a whole, with its wait for its turn, in seconds.
            max_attempts: Attempts of each call in all, the first one included.
            on_progress: Is told how far the run is, before each outcome is given. What it throws ends the run, and is
                thrown where outcomes are taken.

        Raises:
            ConfigurationError: The journal cannot be used; also while iterating, when it can no longer be written.
            InvalidArgumentError: An argument cannot be right. That a channel's ID or the concurrency cannot be, may
                show only while iterating; what ended until then is told before.

        """
        settings = enable_many_options(isv_code, journal, concurrency, stop_after_denials, timeout, max_attempts)
        return self._enable_many(channels, settings, on_progress)
