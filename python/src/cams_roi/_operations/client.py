# Written by `cargo xtask generate` from `model`; do not edit.
"""The operations, as methods of the client for code that waits."""

from __future__ import annotations

from cams_roi import _operations, _pages, _requests
from cams_roi._requests import by_name
from cams_roi._settings import call_options, enable_many_options

from . import (
    CollectedMetrics,
    EnableWhatsappRoiMetricResult,
    FoundChannel,
    GetChatappTemplateDetailResult,
    GetWhatsappHealthStatusResult,
    ListChatappTemplateResult,
    ListInstanceResult,
    MessageRecords,
    PhoneNumberMetrics,
    PhoneNumbers,
    QueryChatappBindWabaResult,
    QueryInstanceResult,
    TemplateMetrics,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime, timedelta
    from os import PathLike
    from typing import Any, Literal, TypeVar

    from cams_roi._arguments import OwnChannel
    from cams_roi._channels import Channel, Progress
    from cams_roi._enabling import EnableManyRun

    from . import (
        Instance,
        MessageRecord,
        MetricsTarget,
        Page,
        Template,
    )

    _Item = TypeVar("_Item")


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
    ) -> EnableManyRun:
        raise NotImplementedError

    def _enable_all(
        self,
        found: Iterator[FoundChannel],
        where: Callable[[FoundChannel], bool] | None,
        settings: dict[str, Any],
        on_progress: Callable[[Progress], object] | None,
    ) -> EnableManyRun:
        raise NotImplementedError

    def _run(
        self,
        operation: str,
        request: tuple[Any, ...],
        options: dict[str, Any] | None,
        items_of: Callable[[Any], Iterable[_Item]],
    ) -> Iterator[_Item]:
        raise NotImplementedError

    def enable_whatsapp_roi_metric(
        self,
        cust_space_id: str | OwnChannel,
        *,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> EnableWhatsappRoiMetricResult:
        """Enable the sent, delivered, read and click metrics of a WhatsApp channel.

        Calls ``EnableWhatsappROIMetric``. The service begins to collect the metrics now; they appear a day later at the
        earliest. Messages sent before are never counted. Calling it again for the same channel changes nothing. The
        service allows 5 calls per second for an account. The caller needs the RAM action
        ``cams:EnableWhatsappROIMetric``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

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
        """Read how many messages of each phone number of a WhatsApp channel were sent and delivered.

        Calls ``GetChatappPhoneNumberMetric``. The channel must have been enabled at least a day ago. The service allows
        50 calls per second for an account. The caller needs the RAM action ``cams:GetChatappPhoneNumberMetric``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            start: The start of the time range, inclusive; an aware datetime.
            end: The end of the time range, exclusive; an aware datetime.
            granularity: The length of each row's period. The service documents no default; as far as is known, it is
                ``DAILY``.
            phone_number: One business phone number: digits with country code, no ``+``.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

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

    def get_chatapp_template_detail(
        self,
        *,
        cust_space_id: str | OwnChannel,
        language: str,
        template_code: str | None = None,
        template_name: str | None = None,
        template_type: str | None = None,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> GetChatappTemplateDetailResult:
        """Read a message template in one language: its text, its buttons and its rating by Meta.

        Calls ``GetChatappTemplateDetail``. Name the template by its code or by its name. The service allows 5 calls per
        second for an account. The caller needs the RAM action ``cams:GetChatappTemplateDetail``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            language: The language, for example ``en`` or ``zh_CN``.
            template_code: The template's code. It is a text, even if it consists of digits.
            template_name: The template's name, where its code is not given.
            template_type: The template's type; ``WHATSAPP`` by default.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return GetChatappTemplateDetailResult._of_native(
            self._send(
                "GetChatappTemplateDetail",
                _operations.get_chatapp_template_detail(
                    cust_space_id, language, template_code, template_name, template_type, isv_code
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

        Calls ``GetChatappTemplateMetric``. The channel must have been enabled at least a day ago. The service allows 50
        calls per second for an account. The caller needs the RAM action ``cams:GetChatappTemplateMetric``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            template_code: The template's code. It is a text, even if it consists of digits.
            start: The start of the time range, inclusive; an aware datetime.
            end: The end of the time range, exclusive; an aware datetime.
            language: One language of the template, for example ``en`` or ``zh_CN``.
            granularity: The length of each row's period. The service documents no default; as far as is known, it is
                ``DAILY``.
            template_type: The template's type. ``WHATSAPP`` is the only one documented, and the service's default.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

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

    def get_whatsapp_health_status(
        self,
        *,
        cust_space_id: str | OwnChannel,
        node_type: Literal["template", "phone", "waba"],
        phone_number: str | None = None,
        template_code: str | None = None,
        language: str | None = None,
        waba_id: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> GetWhatsappHealthStatusResult:
        """Read whether messages can be sent, and what prevents it.

        Calls ``GetWhatsappHealthStatus``. The service allows 5 calls per second for an account. The caller needs the
        RAM action ``cams:GetWhatsappHealthStatus``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            node_type: Whose health is read.
            phone_number: The phone number to read the health of.
            template_code: The template to read the health of.
            language: The language of the template to read the health of.
            waba_id: The WhatsApp Business Account to read the health of.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return GetWhatsappHealthStatusResult._of_native(
            self._send(
                "GetWhatsappHealthStatus",
                _operations.get_whatsapp_health_status(
                    cust_space_id, node_type, phone_number, template_code, language, waba_id
                ),
                call_options(timeout, max_attempts),
            )
        )

    def list_chatapp_message(
        self,
        *,
        cust_space_id: str | OwnChannel,
        business_number: str,
        channel_type: str,
        page: Page,
        start_time: datetime | None = None,
        end_time: datetime | None = None,
        event_action: str | None = None,
        message_status: str | None = None,
        client_accept_status: str | None = None,
        template_code: str | None = None,
        group_message_id: str | None = None,
        user_number: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> MessageRecords:
        """List the messages of a phone number, a page at a time.

        Calls ``ListChatappMessage``. The answer has no total: the last page is the one that is not full. The service
        documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the RAM
        action ``cams:ListChatappMessage``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            business_number: The channel's phone number, in digits.
            channel_type: What kind of channel it is, in lower or upper case.
            page: The page's number and its length.
            start_time: The start of the time range; an aware datetime.
            end_time: The end of the time range; an aware datetime.
            event_action: Messages of one direction: ``DOWN`` to users, ``UP`` from them.
            message_status: Messages of one status. The service documents no list of them.
            client_accept_status: Messages with this status on the user's side. The service documents no list of them.
            template_code: Messages of one template.
            group_message_id: Messages of one mass sending.
            user_number: Messages to and from one user.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return MessageRecords._of_native(
            self._send(
                "ListChatappMessage",
                _operations.list_chatapp_message(
                    cust_space_id,
                    business_number,
                    channel_type,
                    page,
                    start_time,
                    end_time,
                    event_action,
                    message_status,
                    client_accept_status,
                    template_code,
                    group_message_id,
                    user_number,
                ),
                call_options(timeout, max_attempts),
            )
        )

    def all_messages(
        self,
        *,
        cust_space_id: str | OwnChannel,
        business_number: str,
        channel_type: str,
        start_time: datetime | None = None,
        end_time: datetime | None = None,
        event_action: str | None = None,
        message_status: str | None = None,
        client_accept_status: str | None = None,
        template_code: str | None = None,
        group_message_id: str | None = None,
        user_number: str | None = None,
        page_size: int | None = None,
        limit: int | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> Iterator[MessageRecord]:
        """Give all messages that `list_chatapp_message` lists, page by page.

        A page is fetched when its first item is asked for, by a call of its own. An error ends it.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            business_number: The channel's phone number, in digits.
            channel_type: What kind of channel it is, in lower or upper case.
            start_time: The start of the time range; an aware datetime.
            end_time: The end of the time range; an aware datetime.
            event_action: Messages of one direction: ``DOWN`` to users, ``UP`` from them.
            message_status: Messages of one status. The service documents no list of them.
            client_accept_status: Messages with this status on the user's side. The service documents no list of them.
            template_code: Messages of one template.
            group_message_id: Messages of one mass sending.
            user_number: Messages to and from one user.
            page_size: The number of items of a page; 50 by default. The service documents no maximum.
            limit: The number of items after which the listing ends; all of them by default. No further page is fetched.
            timeout: The deadline of the call for each page, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts for each page, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        settings = call_options(timeout, max_attempts)
        request = _operations.list_chatapp_message(
            cust_space_id,
            business_number,
            channel_type,
            _operations.Page(1, 50 if page_size is None else page_size),
            start_time,
            end_time,
            event_action,
            message_status,
            client_accept_status,
            template_code,
            group_message_id,
            user_number,
        )
        return _pages.items(
            lambda cursor: self._send(
                f"all ListChatappMessage{cursor}",
                request,
                settings,
            ),
            MessageRecords._of_native,
            limit,
        )

    def list_chatapp_template(
        self,
        cust_space_id: str | OwnChannel,
        *,
        isv_code: str | None = None,
        page: Page | None = None,
        name: str | None = None,
        code: str | None = None,
        language: str | None = None,
        category: str | None = None,
        audit_status: str | None = None,
        template_type: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> ListChatappTemplateResult:
        """List the message templates of a channel, a page at a time.

        Calls ``ListChatappTemplate``. A template has a row for each of its languages. The service allows 5 calls per
        second for an account. The caller needs the RAM action ``cams:ListChatappTemplate``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            isv_code: The code by which the ISV authorised the caller.
            page: The page's number and its length; the first 10 rows by default.
            name: Templates of this name.
            code: Only the template with this code.
            language: Rows of one language, for example ``en`` or ``zh_CN``.
            category: Templates of one category.
            audit_status: Templates in this state of Meta's review.
            template_type: The template's type; ``WHATSAPP`` by default.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return ListChatappTemplateResult._of_native(
            self._send(
                "ListChatappTemplate",
                _operations.list_chatapp_template(
                    cust_space_id, isv_code, page, name, code, language, category, audit_status, template_type
                ),
                call_options(timeout, max_attempts),
            )
        )

    def all_templates(
        self,
        cust_space_id: str | OwnChannel,
        *,
        isv_code: str | None = None,
        name: str | None = None,
        code: str | None = None,
        language: str | None = None,
        category: str | None = None,
        audit_status: str | None = None,
        template_type: str | None = None,
        page_size: int | None = None,
        limit: int | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> Iterator[Template]:
        """Give all templates that `list_chatapp_template` lists, page by page.

        A page is fetched when its first item is asked for, by a call of its own. An error ends it.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            isv_code: The code by which the ISV authorised the caller.
            name: Templates of this name.
            code: Only the template with this code.
            language: Rows of one language, for example ``en`` or ``zh_CN``.
            category: Templates of one category.
            audit_status: Templates in this state of Meta's review.
            template_type: The template's type; ``WHATSAPP`` by default.
            page_size: The number of items of a page; 50 by default. The service documents no maximum.
            limit: The number of items after which the listing ends; all of them by default. No further page is fetched.
            timeout: The deadline of the call for each page, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts for each page, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        settings = call_options(timeout, max_attempts)
        request = _operations.list_chatapp_template(
            cust_space_id,
            isv_code,
            _operations.Page(1, 50 if page_size is None else page_size),
            name,
            code,
            language,
            category,
            audit_status,
            template_type,
        )
        return _pages.items(
            lambda cursor: self._send(
                f"all ListChatappTemplate{cursor}",
                request,
                settings,
            ),
            lambda page: ListChatappTemplateResult._of_native(page).templates,
            limit,
        )

    def list_instance(
        self,
        *,
        page_index: int | None = None,
        page_size: int | None = None,
        channel_type: str | None = None,
        instance_id: str | None = None,
        instance_name: str | None = None,
        filter_str: str | None = None,
        resource_group_id: str | None = None,
        submit_time: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> ListInstanceResult:
        """List the account's channels, a page at a time.

        Calls ``ListInstance``. The list has a direct customer's channels and those of an ISV's sub-customers. The
        service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the
        RAM action ``cams:ListInstance``.

        Args:
            page_index: The page's number, from 1. The service documents no default.
            page_size: The number of channels of a page. The service documents neither a default nor a maximum.
            channel_type: Only channels of this kind.
            instance_id: Only the channel with this instance ID.
            instance_name: Only channels with this name.
            filter_str: A text to look for. The service does not document where it looks.
            resource_group_id: Only channels of this resource group.
            submit_time: When the channel was applied for, as ``2023-12-12 00:00:00``. The service does not document the
                time zone.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return ListInstanceResult._of_native(
            self._send(
                "ListInstance",
                _operations.list_instance(
                    page_index,
                    page_size,
                    channel_type,
                    instance_id,
                    instance_name,
                    filter_str,
                    resource_group_id,
                    submit_time,
                ),
                call_options(timeout, max_attempts),
            )
        )

    def all_instances(
        self,
        *,
        channel_type: str | None = None,
        instance_id: str | None = None,
        instance_name: str | None = None,
        filter_str: str | None = None,
        resource_group_id: str | None = None,
        submit_time: str | None = None,
        page_size: int | None = None,
        limit: int | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> Iterator[Instance]:
        """Give all instances that `list_instance` lists, page by page.

        A page is fetched when its first item is asked for, by a call of its own. An error ends it.

        Args:
            channel_type: Only channels of this kind.
            instance_id: Only the channel with this instance ID.
            instance_name: Only channels with this name.
            filter_str: A text to look for. The service does not document where it looks.
            resource_group_id: Only channels of this resource group.
            submit_time: When the channel was applied for, as ``2023-12-12 00:00:00``. The service does not document the
                time zone.
            page_size: The number of items of a page; 50 by default. The service documents no maximum.
            limit: The number of items after which the listing ends; all of them by default. No further page is fetched.
            timeout: The deadline of the call for each page, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts for each page, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        settings = call_options(timeout, max_attempts)
        request = _operations.list_instance(
            None, page_size, channel_type, instance_id, instance_name, filter_str, resource_group_id, submit_time
        )
        return _pages.items(
            lambda cursor: self._send(
                f"all ListInstance{cursor}",
                request,
                settings,
            ),
            lambda page: ListInstanceResult._of_native(page).instances,
            limit,
        )

    def query_chatapp_bind_waba(
        self,
        cust_space_id: str | OwnChannel,
        *,
        isv_code: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> QueryChatappBindWabaResult:
        """Read the WhatsApp Business Account (WABA) that a channel is bound to.

        Calls ``QueryChatappBindWaba``. The service allows 10 calls per second for an account. The caller needs the RAM
        action ``cams:QueryChatappBindWaba``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            isv_code: The code by which the ISV authorised the caller.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return QueryChatappBindWabaResult._of_native(
            self._send(
                "QueryChatappBindWaba",
                _operations.query_chatapp_bind_waba(cust_space_id, isv_code),
                call_options(timeout, max_attempts),
            )
        )

    def query_chatapp_phone_numbers(
        self,
        cust_space_id: str | OwnChannel,
        *,
        isv_code: str | None = None,
        status: str | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> PhoneNumbers:
        """List the phone numbers of a channel, all at once.

        Calls ``QueryChatappPhoneNumbers``. The service allows 10 calls per second for an account. The caller needs the
        RAM action ``cams:QueryChatappPhoneNumbers``.

        Args:
            cust_space_id: The channel (``cams-…``): an ISV's sub-customer, or a direct customer's instance; or
                `OWN_CHANNEL` for the account's own.
            isv_code: The code by which the ISV authorised the caller.
            status: Only numbers with this status. The service documents no list of them.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return PhoneNumbers._of_native(
            self._send(
                "QueryChatappPhoneNumbers",
                _operations.query_chatapp_phone_numbers(cust_space_id, isv_code, status),
                call_options(timeout, max_attempts),
            )
        )

    def query_instance(
        self,
        *,
        instance_id: str,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> QueryInstanceResult:
        """Read the details of one channel.

        Calls ``QueryInstance``. The channel's state and its ``CustSpaceId`` are only in the list of ``ListInstance``.
        The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
        the RAM action ``cams:QueryInstance``.

        Args:
            instance_id: The instance's ID.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        return QueryInstanceResult._of_native(
            self._send(
                "QueryInstance",
                _operations.query_instance(instance_id),
                call_options(timeout, max_attempts),
            )
        )

    def collect_metrics(
        self,
        *,
        channels: Iterable[str | Channel] | None = None,
        targets: Sequence[MetricsTarget] | None = None,
        days: str | None = None,
        time_zone: str | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
        granularity: Literal["DAILY", "HALF_HOUR"] | None = None,
        phone_numbers: bool | None = None,
        templates: bool | None = None,
        isv_code: str | None = None,
        days_per_query: int | None = None,
        journal: str | PathLike[str] | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> Iterator[CollectedMetrics]:
        """Read the metrics of many channels: their phone numbers, and their marketing templates in each language.

        For each channel, this finds the phone numbers (``QueryChatappPhoneNumbers``) and the marketing templates in
        each of their languages (``ListChatappTemplate``: category ``MARKETING``, audit status ``pass``), and reads the
        metrics of each. Each query yields a result of its own as soon as it is there. If a query fails, its result has
        the error, and the others continue. Operations run side by side, each at the full speed of its own limit.
        Without channels and targets, every channel that `find_channels` finds is read. Give the time as ``days``, or as
        ``start`` and ``end``. Results come in the order in which queries end. Leaving the loop ends the calls that are
        under way. An error that concerns the account as a whole, or the journal, is raised, and ends it.

        Args:
            channels: The channels, by their IDs (``cams-…``) or with ISV codes of their own. All phone numbers and
                templates of each are read.
            targets: Single phone numbers or templates, in addition to ``channels`` or instead of them.
            days: Whole days, never today: ``yesterday``, the last days such as ``7d``, a day such as ``2026-11-01``, or
                a range such as ``2026-11-01..2026-11-07``, which includes both days.
            time_zone: The time zone of these days: ``UTC`` (the default), an offset such as ``+08:00``, or a name such
                as ``Asia/Shanghai``. The service does not document where its own days begin.
            start: The start of the time range, inclusive; an aware datetime.
            end: The end of the time range, exclusive; an aware datetime.
            granularity: The length of each row's period; ``DAILY`` by default.
            phone_numbers: Whether the metrics of phone numbers are read; true by default.
            templates: Whether the metrics of templates are read; true by default.
            isv_code: The code by which the ISV authorised the caller, for channels without a code of their own.
            days_per_query: The largest number of days of one query; 90 by default. A longer range is split into several
                queries. The service documents no maximum.
            journal: What records which queries are done, so that a killed run can be resumed without them: a file, or,
                in a build with the feature ``redis``, redis://HOST:PORT/DB/NAME, a run that many workers share. A query
                is done when its result was taken, which is when the next one is asked for.
            timeout: The deadline of each call, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts of each call, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        settings = call_options(timeout, max_attempts)
        request = _operations.collect_metrics(
            channels,
            targets,
            days,
            time_zone,
            start,
            end,
            granularity,
            phone_numbers,
            templates,
            isv_code,
            days_per_query,
            journal,
        )
        return self._run(
            "CollectMetrics",
            request,
            settings,
            lambda page: tuple([CollectedMetrics._of_native(item) for item in page[1]]),
        )

    def find_channels(
        self,
        *,
        name: str | None = None,
        state: str | None = None,
        region: str | None = None,
        limit: int | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
    ) -> Iterator[FoundChannel]:
        """Find the account's WhatsApp channels, all pages of them.

        Asks ``ListInstance`` for channels of the type ``whatsapp``, and returns each with the ID that other operations
        expect: its ``CustSpaceId`` if it has one, else its instance ID. Channels of another type are left out. A page
        is fetched when its first item is asked for, by a call of its own. An error ends it.

        Args:
            name: Only channels whose name contains this text, in any letter case.
            state: Only channels in this state, in any letter case. The service's sample is ``published``; it documents
                no list.
            region: Only channels of this region, in any letter case.
            limit: The number of items after which the listing ends; all of them by default. No further page is fetched.
            timeout: The deadline of the call for each page, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts for each page, including the first.

        Raises:
            CamsRoiError: One of its classes says what went wrong.

        """
        settings = call_options(timeout, max_attempts)
        request = _operations.find_channels(name, state, region)
        return _pages.items(
            lambda cursor: self._send(
                f"all FindChannels{cursor}",
                request,
                settings,
            ),
            lambda page: tuple([FoundChannel._of_native(item) for item in page[1]]),
            limit,
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
            idempotent: Whether the operation may run twice with the effect of once. It is then repeated even if the
                service may have acted on the first request. By default, this holds for operations that are known to
                change nothing, or nothing more.
            unchecked: Whether the parameters are sent without checking them against what this version knows of the
                operation. Type checkers require it for operations that they do not know.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

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
            idempotent: Whether the operation may run twice with the effect of once. It is then repeated even if the
                service may have acted on the first request. By default, this holds for operations that are known to
                change nothing, or nothing more.
            unchecked: Whether the parameters are sent without checking them against what this version knows of the
                operation. Type checkers require it for operations that they do not know.
            timeout: The deadline of the whole call from now on, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts, including the first.

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
    ) -> EnableManyRun:
        """Enable every channel once, at the limit's full speed, and tell what became of each as soon as it is known.

        Outcomes come in the order in which calls end. Consume the whole iterator; only a few calls run ahead of it.
        After an error that concerns the account as a whole (credentials, subscription, or several channels in a row
        that are denied) the channels that are left are not called: their outcomes carry that error. A later run with
        the same journal calls first what was never called.

        Args:
            channels: The channels' IDs, or `Channel` for those with an ISV code of their own; read as they are needed,
                for example from `read_channels`.
            isv_code: The code by which the ISV authorised the caller, for every channel without a code of its own.
            journal: What every outcome is recorded in: a file, or redis://HOST:PORT/DB/NAME, a run that many workers
                share. Channels that it records as enabled are not called again, so that a run that was ended can be
                resumed.
            concurrency: The largest number of calls under way at once; as many as the rate limit allows in a second by
                default.
            stop_after_denials: The number of different channels in a row, denied for the same reason, after which the
                rest is not called; 5 by default. It is then the account that lacks the permission.
            timeout: The deadline of each call, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts of each call, including the first.
            on_progress: Receives the run's progress before each outcome is given. What it throws ends the run, and is
                thrown where outcomes are taken.

        Raises:
            ConfigurationError: The journal cannot be used; also while iterating, when it can no longer be written.
            InvalidArgumentError: An argument cannot be right. That a channel's ID or the concurrency cannot be, may
                show only while iterating; what ended until then is told before.

        """
        settings = enable_many_options(isv_code, journal, concurrency, stop_after_denials, timeout, max_attempts)
        return self._enable_many(channels, settings, on_progress)

    def enable_all(
        self,
        *,
        name: str | None = None,
        state: str | None = None,
        region: str | None = None,
        where: Callable[[FoundChannel], bool] | None = None,
        isv_code: str | None = None,
        journal: str | PathLike[str] | None = None,
        concurrency: int | None = None,
        stop_after_denials: int | None = None,
        timeout: float | timedelta | None = None,
        max_attempts: int | None = None,
        on_progress: Callable[[Progress], object] | None = None,
    ) -> EnableManyRun:
        """Find the account's WhatsApp channels, and enable all of them, or those that are wanted.

        The channels are found before it returns, so that the run's ``total`` is known. What comes after that is as for
        `enable_many`.

        Args:
            name: Only channels whose name contains this text, in any letter case.
            state: Only channels in this state, in any letter case. The service's sample is ``published``; it documents
                no list.
            region: Only channels of this region, in any letter case.
            where: Says of each channel that was found whether it is to be enabled.
                What it raises ends the run before any channel is enabled.
            isv_code: The code by which the ISV authorised the caller, for every channel without a code of its own.
            journal: What every outcome is recorded in: a file, or redis://HOST:PORT/DB/NAME, a run that many workers
                share. Channels that it records as enabled are not called again, so that a run that was ended can be
                resumed.
            concurrency: The largest number of calls under way at once; as many as the rate limit allows in a second by
                default.
            stop_after_denials: The number of different channels in a row, denied for the same reason, after which the
                rest is not called; 5 by default. It is then the account that lacks the permission.
            timeout: The deadline of each call, including the wait for its turn, in seconds.
            max_attempts: The largest number of attempts of each call, including the first.
            on_progress: Receives the run's progress before each outcome is given. What it throws ends the run, and is
                thrown where outcomes are taken.

        Raises:
            CamsRoiError: The channels cannot be found; nothing was enabled then. Else as for `enable_many`.

        """
        settings = enable_many_options(isv_code, journal, concurrency, stop_after_denials, timeout, max_attempts)
        found = self.find_channels(name=name, state=state, region=region, timeout=timeout, max_attempts=max_attempts)
        return self._enable_all(found, where, settings, on_progress)
