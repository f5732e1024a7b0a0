"""Columns of other libraries' tables, whose types follow from those of a record's fields. Imported only when needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from types import NoneType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from ._record import Record
from ._twins import types

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Rows = list[dict[str, Any]]


def pandas_frame(row: type[Record], rows: Rows) -> pd.DataFrame:
    """Give rows as a pandas frame; what is nested stays as it is in Python."""
    import pandas as pd

    fields = types(row)
    frame = pd.DataFrame(rows, columns=list(fields))
    # What pandas takes for a text and for a time, so that a column without values has the same type.
    text, time = pd.Series([""]).dtype, pd.Series([datetime.now(timezone.utc)]).dtype
    for name, given in fields.items():
        kind, is_optional = _kind(given)
        if kind is datetime:
            frame[name] = pd.to_datetime(frame[name], utc=True).astype(time)
        elif kind is str:
            frame[name] = frame[name].astype(text)
        elif kind in _PANDAS:
            frame[name] = frame[name].astype(_PANDAS[kind][is_optional])
    return frame


_PANDAS = {int: ("int64", "Int64"), float: ("float64", "Float64"), bool: ("bool", "boolean")}
"""Types without missing values, and with them."""


class _Types(NamedTuple):
    """The types of a library."""

    plain: dict[Any, Any]
    array: Callable[[Any], Any]
    map: Callable[[Any], Any]
    struct: Callable[[dict[str, Any]], Any]

    def of(self, given: Any) -> Any:
        """Give the library's type for one of Python's."""
        kind, _ = _kind(given)
        item = _item(kind)
        if item is not None:
            return (self.map if get_origin(kind) is Mapping else self.array)(self.of(item))
        return self.struct(self.columns(kind)) if issubclass(kind, Record) else self.plain[kind]

    def columns(self, record: type[Record]) -> dict[str, Any]:
        """Give the types of a record's fields."""
        return {name: self.of(kind) for name, kind in types(record).items()}


def polars_frame(row: type[Record], rows: Rows) -> pl.DataFrame:
    """Give rows as a polars frame; a map, which polars does not know, is a list of keys and values."""
    import polars as pl

    plain = {str: pl.String(), int: pl.Int64(), float: pl.Float64(), bool: pl.Boolean()}
    known = _Types(
        plain={**plain, datetime: pl.Datetime("ms", "UTC")},
        array=pl.List,
        map=lambda value: pl.List(pl.Struct({"key": pl.String(), "value": value})),
        struct=pl.Struct,
    )
    return pl.DataFrame([_without_maps(row, it) for it in rows], schema=known.columns(row))


def arrow_table(row: type[Record], rows: Rows) -> pa.Table:
    """Give rows as an Arrow table."""
    import pyarrow as pa

    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    known = _Types(
        plain={**plain, datetime: pa.timestamp("ms", "UTC")},
        array=pa.list_,
        map=lambda value: pa.map_(pa.string(), value),
        struct=lambda columns: pa.struct(list(columns.items())),
    )
    return pa.Table.from_pylist(rows, schema=pa.schema(list(known.columns(row).items())))


def _kind(given: Any) -> tuple[Any, bool]:
    """Give the type of a value, and whether it may be missing."""
    kinds = [kind for kind in get_args(given) if kind is not NoneType]
    return (kinds[0], True) if NoneType in get_args(given) else (given, False)


def _item(kind: Any) -> Any:
    """Give the type of what a tuple or a map holds; ``None`` for what is neither."""
    match get_origin(kind), get_args(kind):
        case origin, (item, *_) if origin is tuple:
            return item
        case origin, (_, item) if origin is Mapping:
            return item
    return None


def _without_maps(given: Any, value: Any) -> Any:
    kind, _ = _kind(given)
    item = _item(kind)
    if value is None or (item is None and not issubclass(kind, Record)):
        return value
    if item is None:
        return {name: _without_maps(field, value[name]) for name, field in types(kind).items()}
    if get_origin(kind) is Mapping:
        return [{"key": key, "value": _without_maps(item, it)} for key, it in value.items()]
    return [_without_maps(item, it) for it in value]
