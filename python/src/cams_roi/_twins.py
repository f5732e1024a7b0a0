"""What records tell those who take them for dataclasses. Imported only then.

Each class of records has a twin: a dataclass with the same fields, of which nobody sees more than was asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import field, make_dataclass
from datetime import datetime
from inspect import get_annotations, signature
from typing import Any

from ._record import Record


def attribute(cls: type[Record], name: str) -> Any:
    """Give an attribute of the class that its twin has."""
    if name != "__signature__":
        return getattr(_twin(cls), name)
    if cls.__init__ is not Record.__init__:
        # It has a signature of its own.
        raise AttributeError(name)
    return signature(_twin(cls))


def types(cls: type[Record]) -> dict[str, Any]:
    """Give the types of the fields."""
    if cls not in _types:
        written = {name: kind for base in cls.__mro__ for name, kind in get_annotations(base).items()}
        known = {**vars(sys.modules["cams_roi"]), "Mapping": Mapping, "datetime": datetime}
        _types[cls] = {name: eval(written[name], known) for name in cls.__match_args__}
    return _types[cls]


def _twin(cls: type[Record]) -> type[Any]:
    if cls not in _twins:
        fields = [(name, kind, field(repr=name not in cls._hidden)) for name, kind in types(cls).items()]
        _twins[cls] = make_dataclass(cls.__name__, fields, frozen=True)
    return _twins[cls]


_types: dict[type[Record], dict[str, Any]] = {}
_twins: dict[type[Record], type[Any]] = {}
