"""The Python programs of the README and of the guides, in the world that ``docs/README.md`` describes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from emulator import Emulator

ROOT = Path(__file__).parents[2]


def programs() -> Iterator[tuple[str, str]]:
    """Give each block that is fenced as ``python``, with its place."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for number, program in enumerate(re.findall(r"```python\n(.*?)```", page.read_text(), re.DOTALL), 1):
            yield f"{page.relative_to(ROOT)}, number {number}", program


PROGRAMS = dict(programs())


@pytest.mark.parametrize("place", PROGRAMS)
def test_program(place: str, emulator: Emulator, tmp_path: Path) -> None:
    channels = ["cams-1", "cams-2", "cams-3"]
    past = {"phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"}
    emulator.change_account(isv_code="isv-1", spaces=[{"id": channel, **past} for channel in channels])
    (tmp_path / "channels.csv").write_text("\n".join(["cust_space_id", *channels, ""]))
    command = Path(os.environ["CAMS_ROI_COMMAND"])
    environment = {**os.environ, **emulator.environment, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAMS[place]],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_there_is_one_in_each_page_that_shows_code() -> None:
    pages = {place.split(",")[0] for place in PROGRAMS}
    shown = {"README.md", "docs/getting-started/python.md", "docs/errors-guide.md", "docs/credentials.md"}
    assert pages >= shown | {"docs/limits-and-bulk-enabling.md", "docs/testing-with-the-emulator.md"}
