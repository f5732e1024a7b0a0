"""WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service (CAMS).

`Client` and `AsyncClient` switch on the collection of a channel's sent, delivered, read and click figures, and read
them a day later. What goes wrong is raised as one of the classes below `CamsRoiError`. The logger ``cams_roi`` tells
what a client does.
"""

from __future__ import annotations

from ._access_denied import AccessDeniedDetail
from ._async_client import AsyncClient
from ._client import Client
from ._credentials import Credentials
from ._errors import (
    AuthenticationError,
    CamsRoiError,
    ConfigurationError,
    CredentialsError,
    InvalidArgumentError,
    InvalidParameterError,
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
from ._native import __version__
from ._results import (
    ButtonClicks,
    EnableWhatsappRoiMetricResult,
    PhoneNumberMetric,
    PhoneNumberMetrics,
    TemplateMetric,
    TemplateMetrics,
)
from ._script import enable_whatsapp_roi_metric
from ._spaces import Progress, Space, SpaceOutcome

__all__ = [
    "AccessDeniedDetail",
    "AsyncClient",
    "AuthenticationError",
    "ButtonClicks",
    "CamsRoiError",
    "Client",
    "ConfigurationError",
    "Credentials",
    "CredentialsError",
    "EnableWhatsappRoiMetricResult",
    "InvalidArgumentError",
    "InvalidParameterError",
    "NotSubscribedError",
    "PermissionDeniedError",
    "PhoneNumberMetric",
    "PhoneNumberMetrics",
    "Progress",
    "RequestTimeoutError",
    "ServiceError",
    "ServiceUnavailableError",
    "Space",
    "SpaceOutcome",
    "TemplateMetric",
    "TemplateMetrics",
    "ThrottledError",
    "TransportError",
    "UnexpectedResponseError",
    "UnknownResourceOwnerError",
    "__version__",
    "enable_whatsapp_roi_metric",
]

# Errors and reprs name what users import, not where it happens to be written.
for _public in [globals()[name] for name in __all__ if not name.startswith("_")]:
    _public.__module__ = __name__
