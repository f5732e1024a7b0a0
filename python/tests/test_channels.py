"""Lists of channels. What a list may look like is in the conformance cases."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from emulator import Emulator

from cams_roi import (
    AsyncClient,
    Channel,
    ChannelOutcome,
    Client,
    ConfigurationError,
    InvalidArgumentError,
    read_channels,
)


def saved(folder: Path, text: str) -> Path:
    file = folder / "channels.csv"
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return file


def test_channels_come_one_by_one(tmp_path: Path) -> None:
    file = saved(tmp_path, "Name;Channel ID;isv_code\nShop;cams-1;isv-1\n;;\nBar;cams-2;\n")
    paths: list[str | Path] = [file, str(file)]
    for path in paths:
        channels = read_channels(path)
        assert next(channels) == Channel("cams-1", "isv-1")
        assert list(channels) == [Channel("cams-2")]


def test_a_long_list(tmp_path: Path) -> None:
    file = saved(tmp_path, "".join(f"cams-{number}\n" for number in range(1000)))
    assert [channel.cust_space_id for channel in read_channels(file)] == [f"cams-{number}" for number in range(1000)]


def test_a_list_is_enabled(client: Client, emulator: Emulator, tmp_path: Path) -> None:
    file = saved(tmp_path, "\n".join(["cust_space_id", *emulator.channels]))
    outcomes = list(client.enable_many(read_channels(file)))
    assert {outcome.cust_space_id for outcome in outcomes if outcome.enabled} == set(emulator.channels)

    async def main() -> None:
        async with AsyncClient(endpoint=emulator.url, credentials=emulator.credentials, rate_limit="off") as other:
            outcomes = [outcome async for outcome in other.enable_many(read_channels(file))]
        assert len(outcomes) == 5

    asyncio.run(main())


def test_a_line_that_is_spoilt_is_named_behind_what_came_before(
    client: Client, emulator: Emulator, tmp_path: Path
) -> None:
    file = saved(tmp_path, f"{emulator.channels[0]}\n2.93E+10\n{emulator.channels[1]}\n")
    seen: list[ChannelOutcome] = []
    with pytest.raises(InvalidArgumentError, match=f"{file}, line 2: .*2.93E\\+10"):
        seen.extend(client.enable_many(read_channels(file)))
    assert [outcome.cust_space_id for outcome in seen] == [emulator.channels[0]]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (None, "path is None"),
        (5, "path is 5"),
        ("", "path is ''"),
        (["a.csv"], "path is of type list"),
        ("no-such-list.csv", "no-such-list.csv cannot be read"),
        (".", ". cannot be read"),
        ("a\0b", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_once(path: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(message)) as caught:
        read_channels(path)
    assert caught.value.hint
