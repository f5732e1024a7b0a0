"""Lists of channels as people have them."""

from __future__ import annotations

from ._channels import Channel
from ._checks import path as checked
from ._errors import ConfigurationError
from ._native import ChannelReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

_AT_ONCE = 256


def read_channels(path: str | PathLike[str]) -> Iterator[Channel]:
    r"""Read a list of channels, as `enable_many` takes it, one after the other.

    It may hold one ID a line, or be a table that a spreadsheet saved: UTF-8 or UTF-16, separated by commas, semicolons
    or tabs, with a header that names the column of IDs (``cust_space_id``, ``channel_id``, ``id`` …) and perhaps
    ``isv_code``. What cannot be right, such as an ID that a spreadsheet turned into ``2.93E+10``, is refused with its
    line number.

    >>> from pathlib import Path
    >>> _ = Path("channels.csv").write_text("Name;Channel ID\nShop;cams-1\n", "utf-8")
    >>> list(read_channels("channels.csv"))
    [Channel(cust_space_id='cams-1', isv_code=None)]

    Args:
        path: The file.

    Raises:
        ConfigurationError: The file cannot be read.
        InvalidArgumentError: A line cannot be right; while iterating, behind the channels before that line.

    """
    return _read(ChannelReader(checked(ConfigurationError, "path", path)))


def _read(reader: ChannelReader) -> Iterator[Channel]:
    while batch := reader.next_batch(_AT_ONCE):
        for channel in batch:
            yield Channel._of(*channel)
