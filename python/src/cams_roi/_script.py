"""Calls without a client of one's own, for scripts."""

from __future__ import annotations

from ._client import Client

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._arguments import OwnChannel
    from ._operations import EnableWhatsappRoiMetricResult

_clients: list[Client] = []
"""The one client, once it was needed."""


def enable_whatsapp_roi_metric(
    cust_space_id: str | OwnChannel, *, isv_code: str | None = None
) -> EnableWhatsappRoiMetricResult:
    """Enable a channel's metrics with a client whose settings are all at their defaults.

    >>> import cams_roi
    >>> cams_roi.enable_whatsapp_roi_metric(cust_space_id="cams-emulator-1").message is None
    True

    Raises:
        CamsRoiError: One of its classes says what went wrong.

    """
    if not _clients:
        _clients.append(Client())
    return _clients[0].enable_whatsapp_roi_metric(cust_space_id=cust_space_id, isv_code=isv_code)
