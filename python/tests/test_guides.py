"""The Python programs of the README and of the guides, in the world that ``docs/code-in-these-pages.md`` describes."""

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

TESTS = re.findall(r"```python test\n(.*?)```", (ROOT / "docs/testing-your-code.md").read_text(), re.DOTALL)


def play(program: str, emulator: Emulator, folder: Path, path: str) -> subprocess.CompletedProcess[str]:
    channels = ["cams-1", "cams-2", "cams-3"]
    past = {"phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"}
    emulator.change_account(isv_code="isv-1", channels=[{"id": channel, **past} for channel in channels])
    (folder / "channels.csv").write_text("\n".join(["cust_space_id", *channels, ""]))
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, **emulator.environment, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


WITH_COMMAND = f"{Path(os.environ['CAMS_ROI_COMMAND']).parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("place", PROGRAMS)
def test_program(place: str, emulator: Emulator, tmp_path: Path) -> None:
    done = play(PROGRAMS[place], emulator, tmp_path, WITH_COMMAND)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("place", PROGRAMS)
def test_program_where_the_service_refuses(place: str, emulator: Emulator, tmp_path: Path) -> None:
    """What goes wrong is not taken for a success: it ends the program, or is what it prints."""
    emulator.change_account(subscribed=False)
    # A program that starts an emulator of its own finds none.
    done = play(PROGRAMS[place], emulator, tmp_path, os.environ["PATH"])
    told = done.stdout + done.stderr
    assert done.returncode != 0 or "call the operator: " in told, told
    assert re.search(r"NotSubscribedError|Product\.Unsubscript|[Ss]ubscribe|FileNotFoundError: .*cams-roi", told), told
    assert "collecting from now on" not in told


@pytest.mark.parametrize("module", TESTS, ids=range(len(TESTS)))
def test_module_of_tests(module: str, tmp_path: Path) -> None:
    (tmp_path / "test_guide.py").write_text(module)
    for arguments in (["pytest", "-q", "-p", "no:cacheprovider"], ["mypy", "--strict"]):
        done = subprocess.run(
            [sys.executable, "-m", *arguments, "test_guide.py"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


LISTS = [place for place, program in PROGRAMS.items() if "channels.csv" in program]


@pytest.mark.parametrize("place", LISTS)
def test_program_with_a_list_that_is_spoilt(place: str, emulator: Emulator, tmp_path: Path) -> None:
    program = PROGRAMS[place].replace("channels.csv", "spoilt.csv")
    (tmp_path / "spoilt.csv").write_text("cust_space_id\ncams-1\n2.93E+10\n")
    done = play(program, emulator, tmp_path, WITH_COMMAND)
    assert done.returncode != 0
    assert "spoilt.csv, line 3" in done.stderr


def test_there_is_one_in_each_page_that_shows_code() -> None:
    assert len(TESTS) == 2
    pages = {place.split(",")[0] for place in PROGRAMS}
    shown = {"README.md", "docs/getting-started/python.md", "docs/errors-guide.md", "docs/credentials.md"}
    assert pages >= shown | {
        "docs/every-days-metrics.md",
        "docs/limits-and-bulk-enabling.md",
        "docs/listings.md",
        "docs/testing-with-the-emulator.md",
        "docs/why-is-my-channel-empty.md",
        "docs/days-and-late-metrics.md",
        "docs/mobile.md",
        "docs/moving-from-the-official-sdk.md",
        "docs/network.md",
        "docs/security.md",
    }
