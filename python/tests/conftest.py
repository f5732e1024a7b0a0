"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from emulator import Emulator

from cams_roi import Client


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """Give each test its own emulator: calls that an earlier test left under way cannot arrive here."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Take out what this machine would have clients do."""
    for name in os.environ:
        if name.startswith(("ALIBABA_CLOUD_", "CAMS_ROI_ENDPOINT")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def client(emulator: Emulator) -> Iterator[Client]:
    """Give a client of the emulator that makes one attempt and no waits."""
    with Client(endpoint=emulator.url, credentials=emulator.credentials, max_attempts=1, rate_limit="off") as client:
        yield client
