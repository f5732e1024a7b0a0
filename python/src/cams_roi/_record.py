"""What all values that the package hands out have in common.

Not `dataclasses`: to import them takes longer than to import all of this package.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar, NoReturn

    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_):
        """Do nothing: it is for type checkers."""
        return lambda cls: cls


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record:
    """A value that never changes: its fields are the slots of its class."""

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]] = ()
    _setters: ClassVar[tuple[Callable[[Any, Any], None], ...]] = ()
    _hidden: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        """Take the fields from the slots."""
        if cls.__slots__:
            cls._fields = tuple(cls.__slots__)
            cls._setters = tuple(cls.__dict__[name].__set__ for name in cls._fields)

    if not TYPE_CHECKING:

        def __init__(self, **fields):
            """Take every field by its name."""
            try:
                values = [fields.pop(name) for name in self._fields]
            except KeyError as missing:
                raise TypeError(f"{type(self).__name__} lacks {missing.args[0]}") from None
            if fields:
                raise TypeError(f"{type(self).__name__} has no {', '.join(fields)}")
            self._fill(values)

    @classmethod
    def _of(cls, *values: Any) -> Self:
        record = cls.__new__(cls)
        record._fill(values)
        return record

    def _fill(self, values: Any) -> None:
        for set_field, value in zip(self._setters, values, strict=True):
            set_field(self, value)

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self._fields])

    def to_dict(self) -> dict[str, Any]:
        """Give the fields by name; records inside become dictionaries too."""
        return {name: _plain(getattr(self, name)) for name in self._fields}

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a record never changes."""
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a record never changes."""
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        """Compare class and fields."""
        if not isinstance(other, Record) or type(self) is not type(other):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        """Hash class and fields."""
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        """Show every field but the secret ones."""
        shown = ", ".join(
            f"{name}={'***' if name in self._hidden and value else repr(value)}"
            for name, value in zip(self._fields, self._values(), strict=True)
        )
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the fields."""
        return type(self)._of, self._values()


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
