"""What every error has. The fields are the same in every language."""

from __future__ import annotations

from ._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from typing_extensions import Self


class AccessDeniedDetail(Record):
    """The service's ``AccessDeniedDetail``: a plain text from the product, an object from the gateway."""

    __slots__ = {
        "text": "The detail as it came: the text, or the object as JSON.",
        "policy_type": "Which kind of policy decided, for example ``AccountLevelIdentityBasedPolicy``.",
        "auth_action": "The RAM action that was refused.",
        "auth_principal_type": "``SubUser``, ``AssumedRoleUser`` or ``Federated``.",
        "auth_principal_owner_id": "The account to which the identity belongs.",
        "auth_principal_display_name": "The identity's name or ID.",
        "no_permission_type": "``ImplicitDeny`` or ``ExplicitDeny``.",
        "encoded_diagnostic_message": "To be decoded with RAM's ``DecodeDiagnosticMessage``.",
    }
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


class CamsRoiError(Exception):
    """Anything that this package raises about a call, a client or its settings.

    ``str(error)`` is the whole story in one line. What to do about it is in `hint`, which tracebacks show as a note.

    >>> error = ThrottledError("too many calls", code="Throttling.User", retry_after=1.5)
    >>> error.code, error.retry_after, error.retryable
    ('Throttling.User', 1.5, True)
    """

    message: str
    """What went wrong, in words: the service's own message where it gave one."""
    code: str | None
    """The service's error code, verbatim; ``None`` where the service did not answer with one."""
    request_id: str | None
    """The service's ID of the request, to be quoted to the vendor's support."""
    http_status: int | None
    """The HTTP status of the answer."""
    retryable: bool
    """Whether the same call may succeed later as it is. The client has already tried as often as it was told to."""
    retry_after: float | None
    """How many seconds the service asked to wait before the next try."""
    attempts: int
    """How many requests were sent for this call."""
    operation: str | None
    """The operation that was called, for example ``EnableWhatsappROIMetric``."""
    cust_space_id: str | None
    """The channel that the request named."""
    phone_number: str | None
    """The phone number that the request named."""
    template_code: str | None
    """The template that the request named."""
    timeout_phase: Literal["connect", "attempt", "queue", "overall"] | None
    """What took too long: the connection, one attempt, the wait for a turn, or the call with all its attempts and
    waits. ``None`` for what is no timeout."""
    hint: str | None
    """What to do, in one sentence."""
    detail: str | None
    """The service's whole text, where `message` is only its first line."""
    access_denied_detail: AccessDeniedDetail | None
    """Why access was denied, where the service said so."""

    _is_retryable = False
    """What `retryable` is by default."""

    def __init__(
        self,
        message: str = "",
        *,
        code: str | None = None,
        request_id: str | None = None,
        http_status: int | None = None,
        retryable: bool | None = None,
        retry_after: float | None = None,
        attempts: int = 0,
        operation: str | None = None,
        cust_space_id: str | None = None,
        phone_number: str | None = None,
        template_code: str | None = None,
        timeout_phase: Literal["connect", "attempt", "queue", "overall"] | None = None,
        hint: str | None = None,
        detail: str | None = None,
        access_denied_detail: AccessDeniedDetail | tuple[Any, ...] | None = None,
        text: str | None = None,
    ) -> None:
        """Make an error, for example in a test.

        Without ``retryable`` it is what errors of its class are by default. ``text`` is what ``str()`` gives, where
        that is not the message.
        """
        super().__init__(message if text is None else text)
        if isinstance(access_denied_detail, tuple):
            access_denied_detail = AccessDeniedDetail._of_native(access_denied_detail)
        self.message = message
        self.code = code
        self.request_id = request_id
        self.http_status = http_status
        self.retryable = self._is_retryable if retryable is None else retryable
        self.retry_after = retry_after
        self.attempts = attempts
        self.operation = operation
        self.cust_space_id = cust_space_id
        self.phone_number = phone_number
        self.template_code = template_code
        self.timeout_phase = timeout_phase
        self.hint = hint
        self.detail = detail
        self.access_denied_detail = access_denied_detail
        if hint:
            # What `add_note` of Python 3.11 does; before, it is there to be read but not shown.
            self.__notes__ = [f"Hint: {hint}"]

    def __repr__(self) -> str:
        """Show the class, the message, and every field that says something."""
        shown = [repr(self.message)]
        for name, value in self.__dict__.items():
            if name not in ("message", "hint", "detail", "__notes__") and (value or value == 0) and value is not False:
                shown.append(f"{name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle and copy everything but the traceback, and the errors that this one is chained to."""
        return _restored, (type(self), self.args, self.__dict__.copy())

    def __copy__(self) -> Self:
        """Copy it with the error from which it was raised."""
        twin: Self = _restored(type(self), self.args, self.__dict__.copy())
        twin.__cause__ = self.__cause__
        return twin


def _restored(cls: type[Any], args: tuple[Any, ...], fields: dict[str, Any]) -> Any:
    error = cls.__new__(cls, *args)
    error.args = args
    for name, value in fields.items():
        setattr(error, name, value)
    return error
