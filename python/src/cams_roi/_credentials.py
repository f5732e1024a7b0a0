"""Credentials that are given in code."""

from __future__ import annotations

from ._checks import text, wrong
from ._errors import ConfigurationError
from ._record import Record
from ._times import milliseconds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Awaitable, Callable
    from datetime import datetime
    from typing import Any, TypeAlias

    CredentialsFunction: TypeAlias = "Callable[[], Credentials | Awaitable[Credentials]]"


class Credentials(Record):
    """An AccessKey pair, with a security token when it is temporary.

    >>> Credentials("my-access-key-id", "my-access-key-secret")
    Credentials(access_key_id='my-a****y-id', access_key_secret=***, security_token=None, expires_at=None)
    """

    __slots__ = {
        "access_key_id": "Who is calling. Not a secret.",
        "access_key_secret": "What requests are signed with.",
        "security_token": "What STS gave with temporary credentials.",
        "expires_at": "When they expire; ``None`` for long-lived ones, and where nobody said.",
    }
    _hidden = frozenset({"access_key_secret", "security_token"})
    _masked = frozenset({"access_key_id"})
    access_key_id: str
    """Who is calling. Not a secret."""
    access_key_secret: str
    """What requests are signed with."""
    security_token: str | None
    """What STS gave with temporary credentials."""
    expires_at: datetime | None
    """When they expire; ``None`` for long-lived ones, and where nobody said."""

    def __init__(
        self,
        access_key_id: str,
        access_key_secret: str,
        security_token: str | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Take the parts as they were given; they are checked when they are first used."""
        self._fill((access_key_id, access_key_secret, security_token, expires_at))

    def _native(self) -> tuple[str, str, str | None, int | None]:
        refusal = ConfigurationError
        expires_at = None if self.expires_at is None else milliseconds(refusal, "expires_at", self.expires_at)
        return (
            text(refusal, "access_key_id", self.access_key_id),
            text(refusal, "access_key_secret", self.access_key_secret, hidden=True),
            None if self.security_token is None else text(refusal, "security_token", self.security_token, hidden=True),
            # Before 1970 is as expired as 1970.
            expires_at and max(expires_at, 0),
        )


_PATIENCE = 120.0


def given(credentials: Credentials | CredentialsFunction | None) -> Any:
    """Give the binding a tuple, a function, or nothing."""
    if credentials is None:
        return None
    if isinstance(credentials, Credentials):
        return credentials._native()
    if callable(credentials):
        return credentials
    allowed = "Credentials, or as a function that gives them"
    # Without showing what it is: it may hold a secret.
    raise wrong(ConfigurationError, "credentials", credentials, allowed, hidden=True)


def ask(function: CredentialsFunction, event_loop: AbstractEventLoop | None) -> Any:
    """Ask the user's function, on a thread that may block; a coroutine runs on the caller's event loop."""
    answer: object = function()
    if hasattr(answer, "__await__"):
        import asyncio

        async def awaited(answer: Any = answer) -> object:
            result: object = await answer
            return result

        if event_loop is None or not event_loop.is_running():
            answer = asyncio.run(awaited())
        else:
            # The core gives up before; without an end, a loop that is stopped would keep this thread for ever.
            answer = asyncio.run_coroutine_threadsafe(awaited(), event_loop).result(_PATIENCE)
    if not isinstance(answer, Credentials):
        raise TypeError(f"the credentials function gave {type(answer).__name__}, not Credentials")
    return answer._native()
