"""Why access was denied."""

from __future__ import annotations

from ._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from typing_extensions import Self


class AccessDeniedDetail(Record):
    """The service's ``AccessDeniedDetail``: a plain text from the product, an object from the gateway."""

    __slots__ = (
        "text",
        "policy_type",
        "auth_action",
        "auth_principal_type",
        "auth_principal_owner_id",
        "auth_principal_display_name",
        "no_permission_type",
        "encoded_diagnostic_message",
    )
    text: str
    """The detail as it came: the text, or the object as JSON."""
    policy_type: str | None
    """Which kind of policy decided, for example ``AccountLevelIdentityBasedPolicy``."""
    auth_action: str | None
    """The RAM action that was refused."""
    auth_principal_type: str | None
    """``SubUser``, ``AssumedRoleUser`` or ``Federated``."""
    auth_principal_owner_id: str | None
    """The account to which the identity belongs."""
    auth_principal_display_name: str | None
    """The identity's name or ID."""
    no_permission_type: str | None
    """``ImplicitDeny`` or ``ExplicitDeny``."""
    encoded_diagnostic_message: str | None
    """To be decoded with RAM's ``DecodeDiagnosticMessage``."""

    @classmethod
    def _of_native(cls, detail: tuple[Any, ...]) -> Self:
        text, fields = detail
        return cls._of(text, *fields)
