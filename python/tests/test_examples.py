"""The examples, the README and the docstrings, as they are."""

from __future__ import annotations

import doctest
import importlib.util
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from emulator import Emulator
from fastapi.testclient import TestClient

import cams_roi

PACKAGE = Path(__file__).parents[1]
EXAMPLES = PACKAGE / "examples"
SNIPPETS = re.findall(r"```python\n(.*?)```", (PACKAGE / "README.md").read_text(), re.DOTALL)


@pytest.fixture(autouse=True)
def _reachable(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in emulator.environment.items():
        monkeypatch.setenv(name, value)


def run(*arguments: str | Path, directory: Path, expected: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=directory,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == expected, done.stderr
    return done.stdout


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_readme(number: int, tmp_path: Path) -> None:
    run("-c", SNIPPETS[number], directory=tmp_path)


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_readme_where_the_service_refuses(number: int, emulator: Emulator, tmp_path: Path) -> None:
    emulator.change_account(subscribed=False)
    done = subprocess.run(
        [sys.executable, "-c", SNIPPETS[number]], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    assert "Product.Unsubscript" in done.stdout + done.stderr


def test_the_readme_has_them_all() -> None:
    assert len(SNIPPETS) == 6


def test_docstrings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    results = doctest.testmod(cams_roi)
    for module in pkgutil.iter_modules(cams_roi.__path__):
        if module.name != "_native":
            loaded = importlib.import_module(f"cams_roi.{module.name}")
            results = doctest.TestResults(*map(sum, zip(results[:2], doctest.testmod(loaded)[:2], strict=True)))
    assert results.failed == 0
    assert results.attempted >= 10


def test_enable_one(emulator: Emulator, tmp_path: Path) -> None:
    assert "enabled, request" in run(EXAMPLES / "enable_one.py", emulator.channels[0], directory=tmp_path)
    run(EXAMPLES / "enable_one.py", "cams-unknown", directory=tmp_path, expected=1)


def test_enable_from_csv(emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "channels.csv"
    file.write_text("cust_space_id,isv_code\n" + "".join(f"{channel},\n" for channel in emulator.channels[:2]))
    assert run(EXAMPLES / "enable_from_csv.py", file, directory=tmp_path) == ""
    file.write_text(file.read_text() + "cams-unknown,\n")
    assert "Unknown.ResourceOwnerId" in run(EXAMPLES / "enable_from_csv.py", file, directory=tmp_path, expected=1)
    assert len(emulator.log()) == 3


def test_enable_from_a_list_that_is_spoilt(emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "channels.csv"
    file.write_text("cust_space_id\n2.93E+10\n")
    run(EXAMPLES / "enable_from_csv.py", file, directory=tmp_path, expected=1)
    run(EXAMPLES / "enable_from_csv.py", tmp_path / "none.csv", directory=tmp_path, expected=1)
    assert emulator.log() == []


@pytest.mark.parametrize("example", ["enable_one", "enable_from_csv", "metrics_to_pandas"])
def test_without_its_argument_an_example_fails(example: str, emulator: Emulator, tmp_path: Path) -> None:
    run(EXAMPLES / f"{example}.py", directory=tmp_path, expected=2)
    run(EXAMPLES / f"{example}.py", "", directory=tmp_path, expected=1)
    assert emulator.log() == []


def test_metrics_to_pandas(emulator: Emulator, tmp_path: Path) -> None:
    past = {"phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"}
    emulator.change_account(channels=[{"id": emulator.channels[0], **past}])
    table = run(EXAMPLES / "metrics_to_pandas.py", emulator.channels[0], directory=tmp_path)
    assert "99900000042" in table
    assert "%" in table


def test_fastapi_route(emulator: Emulator) -> None:
    with TestClient(load("fastapi_route").app) as browser:
        answer = browser.put(f"/channels/{emulator.channels[0]}/roi-metrics")
        assert answer.status_code == 200
        assert answer.json()["request_id"] == emulator.log()[-1]["request_id"]
        assert browser.put("/channels/cams-unknown/roi-metrics").status_code == 404
        assert browser.put("/channels/%20/roi-metrics").status_code == 422
        emulator.throttle(retry_after=0.2, times=3)
        throttled = browser.put(f"/channels/{emulator.channels[0]}/roi-metrics")
        assert (throttled.status_code, throttled.headers["Retry-After"]) == (503, "1")
        emulator.change_account(subscribed=False)
        assert browser.put(f"/channels/{emulator.channels[0]}/roi-metrics").status_code == 502


def test_celery_task(emulator: Emulator) -> None:
    enable = load("celery_task").enable
    assert enable.apply([emulator.channels[0]]).get() == emulator.log()[-1]["request_id"]
    with pytest.raises(cams_roi.UnknownResourceOwnerError):
        enable.apply(["cams-unknown"]).get()


def test_function_handler(emulator: Emulator) -> None:
    answer = load("function_handler").handler({"channels": [emulator.channels[0], "cams-unknown"]}, None)
    assert answer["enabled"] == [emulator.channels[0]]
    assert list(answer["failed"]) == ["cams-unknown"]
    with pytest.raises(cams_roi.InvalidArgumentError, match="channels is 'cams-1'"):
        load("function_handler").handler({"channels": "cams-1"}, None)


def test_every_example_has_a_test() -> None:
    tests = Path(__file__).read_text()
    assert not [file.stem for file in EXAMPLES.glob("*.py") if f"def test_{file.stem}" not in tests]
