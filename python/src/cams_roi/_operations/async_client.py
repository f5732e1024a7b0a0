# Written by `cargo xtask generate` from `model/operations`; do not edit.
"""The operations, as methods of the client for asyncio."""

from __future__ import annotations

from cams_roi import _operations

from . import (
    EnableWhatsappRoiMetricResult,
    PhoneNumberMetrics,
    TemplateMetrics,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime, timedelta
    from typing import Any, Literal

    from cams_roi._arguments import OwnChannel


class AsyncOperations:
    """The operations of the service that have methods of their own, to be awaited."""

    __module__ = "cams_roi"

    async def _send(
        self,
        operation: str,
        request: tuple[Any, ...],
        timeout: float | timedelta | None,
        max_attempts: int | None,
    ) -> Any:
        raise NotImplementedError

    async def enable_whatsapp_roi_metric(
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
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return EnableWhatsappRoiMetricResult._of_native(
            await self._send(
                "EnableWhatsappROIMetric",
                _operations.enable_whatsapp_roi_metric(cust_space_id, isv_code),
                timeout,
                max_attempts,
            )
        )

    async def get_chatapp_phone_number_metric(
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
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return PhoneNumberMetrics._of_native(
            await self._send(
                "GetChatappPhoneNumberMetric",
                _operations.get_chatapp_phone_number_metric(
                    cust_space_id, start, end, granularity, phone_number, isv_code
                ),
                timeout,
                max_attempts,
            )
        )

    async def get_chatapp_template_metric(
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
            timeout: Seconds for this call, instead of the client's.
            max_attempts: Attempts for this call, instead of the client's.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return TemplateMetrics._of_native(
            await self._send(
                "GetChatappTemplateMetric",
                _operations.get_chatapp_template_metric(
                    cust_space_id, template_code, start, end, language, granularity, template_type, isv_code
                ),
                timeout,
                max_attempts,
            )
        )
