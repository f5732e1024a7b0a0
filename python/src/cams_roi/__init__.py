# Written by `cargo xtask generate` from `model`; do not edit.
"""WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service (CAMS).

`Client` and `AsyncClient` enable the collection of a channel's sent, delivered, read and click metrics, and read
them a day later. What goes wrong is raised as one of the classes below `CamsRoiError`. The logger ``cams_roi`` tells
what a client does.
"""

from __future__ import annotations

try:
    from ._native import __version__
except ImportError as _failed:
    from ._load import explained

    raise explained(_failed) from _failed

from ._arguments import OWN_CHANNEL, OwnChannel
from ._async_client import AsyncClient
from ._channel_list import read_channels
from ._channels import Channel, ChannelOutcome, Progress
from ._client import Client
from ._credentials import Credentials
from ._days import full_days
from ._enabling import AsyncEnableManyRun, EnableManyRun
from ._error import AccessDeniedDetail, CamsRoiError
from ._errors import (
    AuthenticationError,
    ConfigurationError,
    CredentialsError,
    InvalidArgumentError,
    InvalidParameterError,
    JournalInUseError,
    NotSubscribedError,
    PermissionDeniedError,
    RequestTimeoutError,
    ServiceError,
    ServiceUnavailableError,
    ThrottledError,
    TransportError,
    UnexpectedResponseError,
    UnknownResourceOwnerError,
)
from ._events import ClientEvent
from ._metrics_rows import ClicksRow, ClicksRows, MetricsRows
from ._operations import (
    ButtonClicks,
    CardButton,
    CardComponent,
    CollectedMetrics,
    CollectProgress,
    EnableWhatsappRoiMetricResult,
    FoundChannel,
    GetChatappTemplateDetailResult,
    GetWhatsappHealthStatusResult,
    Health,
    HealthEntity,
    HealthProblem,
    Instance,
    InstanceDetail,
    ListChatappTemplateResult,
    ListInstanceResult,
    MessageRecord,
    MessageRecords,
    MetricsRow,
    MetricsTarget,
    Page,
    PhoneNumber,
    PhoneNumberMetric,
    PhoneNumberMetrics,
    PhoneNumbers,
    QueryChatappBindWabaResult,
    QueryInstanceResult,
    Template,
    TemplateApp,
    TemplateButton,
    TemplateCard,
    TemplateComponent,
    TemplateDetail,
    TemplateMetric,
    TemplateMetrics,
    TemplateNextStep,
    Waba,
)
from ._script import enable_whatsapp_roi_metric

__all__ = [
    "OWN_CHANNEL",
    "AccessDeniedDetail",
    "AsyncClient",
    "AsyncEnableManyRun",
    "AuthenticationError",
    "ButtonClicks",
    "CamsRoiError",
    "CardButton",
    "CardComponent",
    "Channel",
    "ChannelOutcome",
    "ClicksRow",
    "ClicksRows",
    "Client",
    "ClientEvent",
    "CollectProgress",
    "CollectedMetrics",
    "ConfigurationError",
    "Credentials",
    "CredentialsError",
    "EnableManyRun",
    "EnableWhatsappRoiMetricResult",
    "FoundChannel",
    "GetChatappTemplateDetailResult",
    "GetWhatsappHealthStatusResult",
    "Health",
    "HealthEntity",
    "HealthProblem",
    "Instance",
    "InstanceDetail",
    "InvalidArgumentError",
    "InvalidParameterError",
    "JournalInUseError",
    "ListChatappTemplateResult",
    "ListInstanceResult",
    "MessageRecord",
    "MessageRecords",
    "MetricsRow",
    "MetricsRows",
    "MetricsTarget",
    "NotSubscribedError",
    "OwnChannel",
    "Page",
    "PermissionDeniedError",
    "PhoneNumber",
    "PhoneNumberMetric",
    "PhoneNumberMetrics",
    "PhoneNumbers",
    "Progress",
    "QueryChatappBindWabaResult",
    "QueryInstanceResult",
    "RequestTimeoutError",
    "ServiceError",
    "ServiceUnavailableError",
    "Template",
    "TemplateApp",
    "TemplateButton",
    "TemplateCard",
    "TemplateComponent",
    "TemplateDetail",
    "TemplateMetric",
    "TemplateMetrics",
    "TemplateNextStep",
    "ThrottledError",
    "TransportError",
    "UnexpectedResponseError",
    "UnknownResourceOwnerError",
    "Waba",
    "__version__",
    "enable_whatsapp_roi_metric",
    "full_days",
    "read_channels",
]

# Errors, reprs and help() name what users import, not where it happens to be written.
for _public in [globals()[name] for name in __all__ if not name.startswith("_")]:
    if _public is not OWN_CHANNEL:
        _public.__module__ = __name__
