"""The metrics of many channels as one table, and the clicks in them as another."""

from __future__ import annotations

from ._checks import path as checked_path
from ._checks import wrong
from ._errors import InvalidArgumentError
from ._operations import CollectedMetrics, MetricsRow
from ._record import Record
from ._tables import Rows, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from os import PathLike

    from typing_extensions import Self


class MetricsRows(Rows[MetricsRow]):
    """The rows of many results of `collect_metrics`, in their order, as a table.

    >>> with Client() as client:
    ...     rows = MetricsRows(client.collect_metrics(channels=["cams-emulator-1"], days="yesterday", templates=False))
    >>> rows.to_csv("metrics.csv")

    Of asyncio: ``MetricsRows([result async for result in client.collect_metrics(days="yesterday")])``.
    """

    __module__ = "cams_roi"
    __slots__ = ("_failed", "_taken")
    _row = MetricsRow

    def __init__(self, results: Iterable[CollectedMetrics | MetricsRow] = ()) -> None:
        """Take results, or rows, or both."""
        if not hasattr(results, "__iter__"):
            allowed = "results of collect_metrics, or rows; those of an AsyncClient as a list made by async for"
            raise wrong(InvalidArgumentError, "results", results, allowed)
        rows: list[MetricsRow] = []
        failed: list[CollectedMetrics] = []
        for index, given in enumerate(results):
            if isinstance(given, CollectedMetrics):
                rows += given.rows
                if given.error is not None:
                    failed.append(given)
            elif isinstance(given, MetricsRow):
                rows.append(given)
            else:
                raise wrong(InvalidArgumentError, f"results[{index}]", given, "a CollectedMetrics or a MetricsRow")
        self._taken = tuple(rows)
        self._failed = tuple(failed)

    @property
    def failed(self) -> tuple[CollectedMetrics, ...]:
        """The results with an error, whose rows are missing here."""
        return self._failed

    @property
    def _rows(self) -> tuple[MetricsRow, ...]:
        return self._taken

    def _part(self, rows: tuple[MetricsRow, ...]) -> Self:
        part = type(self)(rows)
        part._failed = self._failed
        return part

    def clicks_long(self) -> ClicksRows:
        """Give the clicks in long form: a row for each button of each row."""
        return ClicksRows(
            tuple(
                [
                    ClicksRow._of(
                        row.cust_space_id,
                        row.template_code,
                        row.template_name,
                        row.language,
                        row.start,
                        row.end,
                        button.button_content,
                        button.type,
                        button.count,
                    )
                    for row in self._taken
                    for button in row.clicks
                ]
            )
        )

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write the rows into a file as CSV, the clicks in a column for each type of button.

        The columns are the fields of `MetricsRow`, but for ``clicks``, in whose place there are
        ``clicks_phone_number_button``, ``clicks_url_button``, ``clicks_quick_reply_button``, and one for each other
        type that occurs. The file is UTF-8; times are ISO 8601 in UTC; what is not there is empty.

        Raises:
            InvalidArgumentError: The path cannot be one.
            OSError: The file cannot be written.

        """
        from ._csv import write_metrics

        write_metrics(checked_path(InvalidArgumentError, "path", path), self._taken)

    def __eq__(self, other: object) -> bool:
        """Compare rows, and what failed."""
        if not isinstance(other, MetricsRows):
            return NotImplemented
        return self._taken == other._taken and self._failed == other._failed

    def __hash__(self) -> int:
        """Hash the rows."""
        return hash(self._taken)

    def __repr__(self) -> str:
        """Show how much there is, not all of it."""
        return f"<{type(self).__name__}: {counted(len(self))}, {len(self._failed)} failed>"


class ClicksRow(Record):
    """How often one button of a template was clicked in one period."""

    __slots__ = {
        "cust_space_id": "The channel's ID.",
        "template_code": "The template's code.",
        "template_name": "The template's name, as far as it is known.",
        "language": "The template's language.",
        "start": "When the period begins, in UTC.",
        "end": "When the period ends, in UTC.",
        "button_content": "The button's text, in the template's language.",
        "type": "What kind of button it is, as `ButtonClicks` has it.",
        "count": "Clicks.",
    }
    cust_space_id: str
    """The channel's ID."""
    template_code: str | None
    """The template's code."""
    template_name: str | None
    """The template's name, as far as it is known."""
    language: str | None
    """The template's language."""
    start: datetime
    """When the period begins, in UTC."""
    end: datetime
    """When the period ends, in UTC."""
    button_content: str
    """The button's text, in the template's language."""
    type: str
    """What kind of button it is, as `ButtonClicks` has it."""
    count: int
    """Clicks."""


class ClicksRows(Rows[ClicksRow]):
    """Clicks in long form: a row for each button, template, language and period."""

    __module__ = "cams_roi"
    __slots__ = ("_taken",)
    _row = ClicksRow

    def __init__(self, rows: tuple[ClicksRow, ...] = ()) -> None:
        """Take the rows; `MetricsRows.clicks_long` makes them."""
        self._taken = rows

    @property
    def _rows(self) -> tuple[ClicksRow, ...]:
        return self._taken

    def _part(self, rows: tuple[ClicksRow, ...]) -> Self:
        return type(self)(rows)

    def to_csv(self, path: str | PathLike[str]) -> None:
        """Write the rows into a file as CSV, as `MetricsRows.to_csv` does; the columns are the fields of `ClicksRow`.

        Raises:
            InvalidArgumentError: The path cannot be one.
            OSError: The file cannot be written.

        """
        from ._csv import write_clicks

        write_clicks(checked_path(InvalidArgumentError, "path", path), ClicksRow.__match_args__, self._taken)

    def __eq__(self, other: object) -> bool:
        """Compare the rows."""
        return self._taken == other._taken if isinstance(other, ClicksRows) else NotImplemented

    def __hash__(self) -> int:
        """Hash the rows."""
        return hash(self._taken)

    def __repr__(self) -> str:
        """Show how much there is, not all of it."""
        return f"<{type(self).__name__}: {counted(len(self))}>"
