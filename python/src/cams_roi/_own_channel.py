"""The account's own channel, in a form that nobody writes by accident."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from typing_extensions import Self


class OwnChannel:
    """The type of `OWN_CHANNEL`, its only value."""

    __slots__ = ()
    _only: list[OwnChannel] = []  # noqa: RUF012

    def __new__(cls) -> Self:
        """Give the only value."""
        if not cls._only:
            cls._only.append(super().__new__(cls))
        return cls._only[0]  # type: ignore[return-value]

    def __repr__(self) -> str:
        """Show how it is written."""
        return "OWN_CHANNEL"

    def __reduce__(self) -> str:
        """Pickle and copy it as what it is: one value."""
        return "OWN_CHANNEL"


OWN_CHANNEL: Final = OwnChannel()
"""The account's own channel. An ID that is missing, as a variable that was never set, does not mean it."""
