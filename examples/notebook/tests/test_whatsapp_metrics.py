"""The notebook, executed by a kernel of its own, on stores that `cams-roi collect` has written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import nbformat
import pytest
from cams_roi.testing import Emulator
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

NOTEBOOK = Path(__file__).parent.parent / "whatsapp-metrics.ipynb"


def execute(store: Path, monkeypatch: pytest.MonkeyPatch, *more: str) -> Any:
    """Execute the notebook, and more cells at its end."""
    monkeypatch.setenv("CAMS_ROI_STORE", str(store))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    notebook.cells.extend(nbformat.v4.new_code_cell(source) for source in more)
    return NotebookClient(notebook, timeout=120, kernel_name="python3").execute()


def collect(emulator: Emulator, store: Path, *, code: int = 0) -> None:
    """Collect the metrics of all channels."""
    run = subprocess.run(
        ["cams-roi", "collect", "--all", "--store", store],
        env={**os.environ, **emulator.environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == code, run.stderr


@pytest.fixture
def emulator(cams_emulator: Emulator) -> Emulator:
    """Give an account whose channels have been enabled for years."""
    channels = [
        {"id": name, "phone_numbers": [number], "enabled_at": "2020-01-01T00:00:00Z"}
        for name, number in {"cams-1": "99900000041", "cams-2": "99900000042"}.items()
    ]
    cams_emulator.change_account(channels=channels)
    return cams_emulator


def outputs(notebook: Any, kind: str) -> list[str]:
    """Give all that the notebook shows as this MIME type."""
    shown = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    return [data[kind] for data in shown if kind in data]


def test_what_it_shows_is_what_the_store_has(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "roi.db"
    collect(emulator, store)
    sums = "daily['sent_count'].sum(), funnel['read_count'].sum(), clicks['clicks'].sum()"
    notebook = execute(store, monkeypatch, f"print(*({sums}))")

    with sqlite3.connect(store) as connection:
        days = "(select date(max(day), '-28 days') from daily_by_channel)"
        in_store = connection.execute(
            f"select sum(sent_count), sum(read_count), sum(click_count) from daily_by_channel where day > {days}"
        ).fetchone()
    assert notebook.cells[-1].outputs[0].text.split() == [str(count) for count in in_store]
    assert all(count > 0 for count in in_store)
    assert len(outputs(notebook, "image/png")) == 3
    assert any("cams-1" in table for table in outputs(notebook, "text/html"))


def test_what_failed_is_shown(emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "roi.db"
    emulator.deny(operation="GetChatappPhoneNumberMetric", cust_space_id="cams-2")
    collect(emulator, store, code=1)
    tables = outputs(execute(store, monkeypatch), "text/html")
    assert "PermissionDenied" in tables[-1]


def test_a_store_without_metrics_is_said_to_be_empty(
    emulator: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "roi.db"
    emulator.change_account(channels=[{"id": "cams-new"}])
    collect(emulator, store)
    with pytest.raises(CellExecutionError, match="has no metrics yet"):
        execute(store, monkeypatch)


def test_a_store_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CellExecutionError, match=r"nowhere\.db is not there: run `cams-roi collect --all"):
        execute(tmp_path / "nowhere.db", monkeypatch)
    assert list(tmp_path.iterdir()) == []


def test_the_notebook_is_committed_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.outputs for cell in code] == [[]] * len(code)
    assert [cell.execution_count for cell in code] == [None] * len(code)
