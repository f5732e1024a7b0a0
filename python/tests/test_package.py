"""The wheel as users install it, and the forms that machines check."""

from __future__ import annotations

import email
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from emulator import Emulator

import cams_roi

PACKAGE = Path(__file__).parents[1]
MEBIBYTE = 1024 * 1024


@pytest.fixture
def wheel() -> Path:
    """Give the wheel that is tested."""
    path = os.environ.get("CAMS_ROI_WHEEL")
    if path is None:
        raise RuntimeError("CAMS_ROI_WHEEL must name the wheel; `cargo xtask test` sets it")
    return Path(path)


def test_the_wheel_is_small_and_needs_nothing(wheel: Path) -> None:
    assert wheel.stat().st_size <= 5 * MEBIBYTE
    assert "-cp310-abi3-" in wheel.name
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (metadata,) = [archive.read(name) for name in names if name.endswith(".dist-info/METADATA")]
    print(f"{wheel.name}: {wheel.stat().st_size / MEBIBYTE:.2f} MiB")
    fields = email.message_from_bytes(metadata)
    assert all("extra == '" in needed for needed in fields.get_all("Requires-Dist", []))
    assert fields["Requires-Python"] == ">=3.10"
    assert {"cams_roi/py.typed", "cams_roi/_native.pyi", "cams_roi/__init__.py"} <= set(names)
    assert not [name for name in names if "tests" in name or "examples" in name]


def test_a_fresh_environment_runs_the_readme(wheel: Path, emulator: Emulator, tmp_path: Path) -> None:
    venv.create(tmp_path / "fresh", with_pip=True)
    python = tmp_path / "fresh" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-index", wheel], check=True)
    listed = subprocess.run([*pip, "list", "--format=freeze"], check=True, capture_output=True, text=True).stdout
    assert {line.split("==")[0] for line in listed.split()} - {"pip", "setuptools"} == {"cams-roi"}
    (first, *_) = re.findall(r"```python\n(.*?)```", (PACKAGE / "README.md").read_text(), re.DOTALL)
    past = {"phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"}
    emulator.change_account(channels=[{"id": emulator.channels[0], **past}])
    done = subprocess.run(
        [python, "-c", first],
        env={**os.environ, **emulator.environment},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "99900000042" in done.stdout


@pytest.mark.parametrize(
    ("content", "cause"), [(None, "_native"), (b"\x7fELF of another system", "file too short|invalid ELF header")]
)
def test_a_native_part_that_cannot_be_loaded_says_what_to_do(content: bytes | None, cause: str, tmp_path: Path) -> None:
    shutil.copytree(Path(cams_roi.__file__).parent, tmp_path / "cams_roi", ignore=shutil.ignore_patterns("*.so"))
    if content is not None:
        (tmp_path / "cams_roi" / "_native.abi3.so").write_bytes(content)
    program = "try:\n    import cams_roi\nexcept ImportError as error:\n    print(error, error.name, sep='\\n')\n"
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    message, name = done.stdout.splitlines()
    assert re.search(cause, message), message
    assert "pip install" in message
    assert sys.platform in message
    assert "_native" in name


CHECKS = {
    "ruff format": ["ruff", "format", "--check", "."],
    "ruff": ["ruff", "check", "."],
    "mypy": ["mypy", "src", "tests", "examples"],
    "stubtest": [
        "mypy.stubtest",
        "--mypy-config-file=pyproject.toml",
        "--allowlist=tests/stubtest-allowlist.txt",
        "cams_roi",
    ],
}


@pytest.mark.parametrize("name", CHECKS)
def test_form(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *CHECKS[name]], cwd=PACKAGE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_misuse_is_seen_by_type_checkers(tmp_path: Path) -> None:
    program = tmp_path / "misuse.py"
    program.write_text(
        "from datetime import datetime, timezone\n"
        "from cams_roi import OWN_CHANNEL, AsyncClient, Client\n"
        "client = Client(timeout='soon')\n"
        "client.enable_whatsapp_roi_metric()\n"
        "client.get_chatapp_phone_number_metric(cust_space_id=OWN_CHANNEL, start=0, end=1)\n"
        "print(client.enable_whatsapp_roi_metric(OWN_CHANNEL).requestid)\n"
        "client.enable_many([1])\n"
        "client.enable_whatsapp_roi_metric(None)\n"
        "client.enable_whatsapp_roi_metric(custSpaceId='cams-1')\n"
        "client.get_chatapp_template_metric(start=0, end=1, template_code='1')\n"
        "async def main() -> None:\n"
        "    print(AsyncClient().enable_whatsapp_roi_metric(OWN_CHANNEL).request_id)\n"
        "now = datetime.now(timezone.utc)\n"
        "client.get_chatapp_phone_number_metric(cust_space_id='a', start=now, end=now, granularity='HOURLY')\n"
        "client.get_chatapp_phone_number_metric(cust_space_id='a', start=now, end=now)[1:].sent_count\n"
        "client.get_chatapp_phone_number_metric(cust_space_id='a', start=now, end=now)[0].sent\n"
        "client.get_chatapp_phone_number_metric(cust_space_id='a', start=now, end=now).to_pandas().sent\n"
    )
    (tmp_path / "pandas.pyi").write_text("class DataFrame: ...\n")
    assert lines_refused(program) == {3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 17}


CALLS_BY_NAME = """
from typing import Any
from cams_roi import AsyncClient, Client
client = Client()
one: dict[str, Any] = client.call("ListInstance", {"PageSize": 10, "ChannelType": "whatsapp"}, timeout=5)
two: str = client.call_text("ListInstance")
client.call("ListInstance", {"PageSize": None, "ChannelType": "a new one"}, idempotent=False)
client.call("GetGroupExist", {"GroupName": "a", "BizExtend": {"any": [1]}})
client.call("ListChatGroup", {"BusinessNumber": "1", "CustSpaceId": "2", "Page": {"Index": 1, "Size": 10}})
client.call("CreateFlow", {"FlowName": "a", "Categories": ["OTHER"]})
client.call("ListWhatNobodyKnowsYet", {"Any": [1]}, unchecked=True)
client.call("ListInstance", {"BrandNew": 1}, unchecked=True)
async def right(client: AsyncClient, name: str) -> dict[str, Any]:
    text: str = await client.call_text("QueryInstance", {"InstanceId": "a"})
    return await client.call(name, unchecked=True)
"""

WRONG_CALLS_BY_NAME = """
from cams_roi import AsyncClient, Client
client = Client()
client.call("ListInstance", {"PageSize": "x"})
client.call_text("ListInstance", {"PageSize": "x"})
client.call("ListInstance", {"PageSise": 10})
client.call("QueryInstance")
client.call("QueryInstance", {})
client.call("ListChatGroup", {"BusinessNumber": "1", "CustSpaceId": "2", "Page": {"Index": 1}})
client.call("CreateFlow", {"FlowName": "a", "Categories": [1]})
client.call("listInstance")
client.call("ListInstance", {}, timout=5)
async def wrong(client: AsyncClient, name: str) -> None:
    await client.call("ListInstance", {"PageSize": "x"})
    await client.call(name)
"""


def test_type_checkers_know_the_parameters_of_every_operation(tmp_path: Path) -> None:
    right, wrong = tmp_path / "right.py", tmp_path / "wrong.py"
    right.write_text(CALLS_BY_NAME)
    wrong.write_text(WRONG_CALLS_BY_NAME)
    assert lines_refused(right) == set()
    assert lines_refused(wrong) == {*range(4, 13), 14, 15}


def test_nothing_of_the_types_is_there_when_a_program_runs() -> None:
    assert importlib.util.find_spec("cams_roi._calls") is None


def lines_refused(program: Path) -> set[int]:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", program.name],
        cwd=program.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error: " in line}


def test_type_checkers_know_what_comes_out(tmp_path: Path) -> None:
    program = tmp_path / "use.py"
    program.write_text(
        "from dataclasses import Field, asdict, fields, replace\n"
        "from datetime import datetime, timezone\n"
        "from typing import Any\n"
        "import pandas\n"
        "from cams_roi import Client, PhoneNumberMetric, PhoneNumberMetrics, Channel\n"
        "now = datetime.now(timezone.utc)\n"
        "metrics = Client().get_chatapp_phone_number_metric(\n"
        "    cust_space_id='cams-1', start=now, end=now, granularity='DAILY'\n"
        ")\n"
        "part: PhoneNumberMetrics = metrics[1:]\n"
        "frame: pandas.DataFrame = part.to_pandas()\n"
        "row: PhoneNumberMetric = part[0]\n"
        "other: PhoneNumberMetric = row.__replace__(sent_count=1)\n"
        "same: PhoneNumberMetric = replace(row)\n"
        "known: tuple[Field[Any], ...] = fields(Channel)\n"
        "plain: dict[str, Any] = asdict(row)\n"
        "match row:\n"
        "    case PhoneNumberMetric(number, granularity):\n"
        "        texts: tuple[str, str | None] = (number, granularity)\n"
        "made = PhoneNumberMetric('1', None, now, now, sent_count=1, delivered_count=0)\n"
    )
    (tmp_path / "pandas.pyi").write_text("class DataFrame: ...\n")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", program.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_version_is_one() -> None:
    from cams_roi import __version__

    assert importlib.metadata.version("cams-roi") == __version__
