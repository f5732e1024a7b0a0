"""What all values that the package hands out have in common.

Not `dataclasses`: to import them takes longer than to import all of this package. Who asks for them (`copy.replace`,
`match`, `dataclasses.fields`, `inspect.signature`) finds what a dataclass has; `_twins` tells how.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field
    from inspect import Signature
    from typing import Any, ClassVar, NoReturn

    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_):
        """Do nothing: it is for type checkers."""
        return lambda cls: cls


class _OfTwin:
    """An attribute of a class of records that only a dataclass with the same fields can tell."""

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, _: object, cls: type[Record]) -> Any:
        from ._twins import attribute

        return attribute(cls, self._name)


@dataclass_transform(frozen_default=True)
class Record:
    """A value that never changes: its fields are the slots of its class."""

    __module__ = "cams_roi"
    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _setters: ClassVar[tuple[Callable[[Any, Any], None], ...]] = ()
    _hidden: ClassVar[frozenset[str]] = frozenset()
    _masked: ClassVar[frozenset[str]] = frozenset()

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
        __signature__: ClassVar[Signature]
    else:
        __dataclass_fields__ = _OfTwin()
        __dataclass_params__ = _OfTwin()
        __signature__ = _OfTwin()

    def __init_subclass__(cls) -> None:
        """Take the fields from the slots, behind those of the class that it is a special case of."""
        names: tuple[str, ...] = tuple(cls.__slots__)
        cls.__match_args__ += names  # type: ignore[misc]
        cls._setters += tuple([cls.__dict__[name].__set__ for name in names])

    def __init__(self, *values: Any, **fields: Any) -> None:
        """Take every field, by its place or its name."""
        names = self.__match_args__
        if len(values) > len(names):
            raise TypeError(f"{type(self).__name__} has {len(names)} fields, not {len(values)}")
        try:
            values += tuple([fields.pop(name) for name in names[len(values) :]])
        except KeyError as missing:
            raise TypeError(f"{type(self).__name__} lacks {missing.args[0]}") from None
        if fields:
            again = [name for name in fields if name in names]
            problem = f"is given {again[0]} twice" if again else f"has no {', '.join(fields)}"
            raise TypeError(f"{type(self).__name__} {problem}")
        self._fill(values)

    @classmethod
    def _of(cls, *values: Any) -> Self:
        record = _new(cls)
        for set_field, value in zip(cls._setters, values, strict=True):
            set_field(record, value)
        return record

    @classmethod
    def _of_native(cls, given: tuple[Any, ...]) -> Self:
        return cls._of(*given)

    def _fill(self, values: Any) -> None:
        for set_field, value in zip(self._setters, values, strict=True):
            set_field(self, value)

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def to_dict(self) -> dict[str, Any]:
        """Give the fields by name; records inside become dictionaries too."""
        return {name: _plain(getattr(self, name)) for name in self.__match_args__}

    def __replace__(self, /, **changes: Any) -> Self:
        """Give a copy in which some fields are others; `copy.replace` of Python 3.13 calls it."""
        return type(self)(**dict(zip(self.__match_args__, self._values(), strict=True)) | changes)

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
        return hash((type(self), *map(_hashable, self._values())))

    def __repr__(self) -> str:
        """Show every field but the secret ones."""
        fields = zip(self.__match_args__, self._values(), strict=True)
        shown = ", ".join(f"{name}={self._shown(name, value)}" for name, value in fields)
        return f"{type(self).__name__}({shown})"

    def _shown(self, name: str, value: Any) -> str:
        if name in self._hidden and value:
            return "***"
        return repr(_mask(value) if name in self._masked else value)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the fields."""
        return type(self)._of, self._values()


_new = object.__new__


def _mask(text: Any) -> str:
    """Show the first and the last four characters of a long text, as the core's logs do."""
    is_long = isinstance(text, str) and text.isascii() and len(text) >= 12
    return f"{text[:4]}****{text[-4:]}" if is_long else "****"


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _hashable(value: Any) -> Any:
    if isinstance(value, dict):
        return frozenset((key, _hashable(item)) for key, item in value.items())
    return tuple(map(_hashable, value)) if isinstance(value, (tuple, list)) else value
