"""Rows of metrics, and their way into the tables of other libraries, which are imported only when asked for."""

from __future__ import annotations

from ._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, ClassVar, TypeVar, overload

    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from typing_extensions import Self

    RowT = TypeVar("RowT", bound=Record, covariant=True)  # noqa: PLC0105
else:
    # Where `collections.abc` has it from, without all that `collections` brings along.
    from _collections_abc import Sequence

    RowT = Record

    def overload(_):
        """Do nothing: it is for type checkers."""


class Rows(Sequence[RowT]):
    """Rows, and the tables that other libraries make of them."""

    __module__ = "cams_roi"
    __slots__ = ()
    _row: ClassVar[type[Record]] = Record

    @property
    def _rows(self) -> tuple[RowT, ...]:
        raise NotImplementedError

    def _part(self, rows: tuple[RowT, ...]) -> Self:
        """Give the same with these rows alone."""
        raise NotImplementedError

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> RowT | Self:
        """Give a row, or a table of several."""
        return self._part(self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __iter__(self) -> Iterator[RowT]:
        """Give the rows one by one."""
        return iter(self._rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give each row as a dictionary."""
        return [row.to_dict() for row in self._rows]

    def to_pandas(self) -> pd.DataFrame:
        """Give the rows as a pandas frame, each column of its field's type; needs pandas."""
        from ._columns import pandas_frame

        return pandas_frame(self._row, self.to_dicts())

    def to_polars(self) -> pl.DataFrame:
        """Give the rows as a polars frame, each column of its field's type; needs polars."""
        from ._columns import polars_frame

        return polars_frame(self._row, self.to_dicts())

    def to_arrow(self) -> pa.Table:
        """Give the rows as an Arrow table, each column of its field's type; needs pyarrow."""
        from ._columns import arrow_table

        return arrow_table(self._row, self.to_dicts())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the rows to any library that reads Arrow streams; needs pyarrow."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)


class Table(Record, Rows[RowT]):
    """Rows in the order in which the service gave them; the last field of a table holds them."""

    __module__ = "cams_roi"
    __slots__ = {"request_id": "The service's ID of the request."}
    request_id: str | None
    """The service's ID of the request."""

    def __init_subclass__(cls) -> None:
        """Take the fields from the slots, and the rows from the last one."""
        super().__init_subclass__()
        type.__setattr__(cls, "_rows", cls.__dict__[cls.__match_args__[-1]])

    def _part(self, rows: tuple[RowT, ...]) -> Self:
        return self._of(self.request_id, rows)

    def __repr__(self) -> str:
        """Show how much there is, not all of it."""
        return f"<{type(self).__name__}: {counted(len(self))}, request_id={self.request_id!r}>"


def counted(rows: int) -> str:
    """Say how many rows there are."""
    return f"{rows} row{'' if rows == 1 else 's'}"
