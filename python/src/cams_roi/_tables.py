"""Rows of figures, and their way into the tables of other libraries, which are imported only when asked for."""

from __future__ import annotations

from ._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, ClassVar, TypeVar, overload

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    RowT = TypeVar("RowT", bound=Record, covariant=True)  # noqa: PLC0105
else:
    # Where `collections.abc` has it from, without all that `collections` brings along.
    from _collections_abc import Sequence

    RowT = Record

    def overload(_):
        """Do nothing: it is for type checkers."""


class Table(Record, Sequence[RowT]):
    """Rows in the order in which the service gave them."""

    __slots__ = ("request_id", "data")
    request_id: str | None
    """The service's ID of the request."""
    data: tuple[RowT, ...]
    """The rows; the result itself is a sequence of them too."""

    _row: ClassVar[type[Record]] = Record

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.data)

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[RowT, ...]: ...
    def __getitem__(self, index: int | slice) -> RowT | tuple[RowT, ...]:
        """Give a row, or several."""
        return self.data[index]

    def __iter__(self) -> Iterator[RowT]:
        """Give the rows one by one."""
        return iter(self.data)

    def __repr__(self) -> str:
        """Show how much there is, not all of it."""
        rows = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        return f"<{type(self).__name__}: {rows}, request_id={self.request_id!r}>"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give each row as a dictionary."""
        return [row.to_dict() for row in self.data]

    def to_pandas(self) -> pd.DataFrame:
        """Give the rows as a pandas frame; needs pandas."""
        import pandas as pd

        frame = pd.DataFrame(self.to_dicts(), columns=list(self._row._fields))
        for name in self._row._fields:
            if name in _TIMES:
                frame[name] = pd.to_datetime(frame[name], utc=True)
            elif name.endswith(_COUNT):
                frame[name] = frame[name].astype("int64")
        return frame

    def to_polars(self) -> pl.DataFrame:
        """Give the rows as a polars frame; needs polars."""
        import polars as pl

        clicks = {"button_content": pl.String, "type": pl.String, "count": pl.Int64}
        types = {
            name: pl.Datetime("ms", "UTC")
            if name in _TIMES
            else pl.Int64()
            if name.endswith(_COUNT)
            else pl.List(pl.Struct(clicks))
            if name == _CLICKS
            else pl.String()
            for name in self._row._fields
        }
        return pl.DataFrame(self.to_dicts(), schema=types)

    def to_arrow(self) -> pa.Table:
        """Give the rows as an Arrow table; needs pyarrow."""
        import pyarrow as pa

        clicks = pa.struct([("button_content", pa.string()), ("type", pa.string()), ("count", pa.int64())])
        types = [
            (name, pa.timestamp("ms", "UTC"))
            if name in _TIMES
            else (name, pa.int64())
            if name.endswith(_COUNT)
            else (name, pa.list_(clicks))
            if name == _CLICKS
            else (name, pa.string())
            for name in self._row._fields
        ]
        return pa.Table.from_pylist(self.to_dicts(), schema=pa.schema(types))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the rows to any library that reads Arrow streams; needs pyarrow."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)


_TIMES = ("start", "end")
_COUNT = "_count"
_CLICKS = "clicks"
