"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from emulator import Emulator


@pytest.fixture(scope="module")
def running_emulator() -> Iterator[Emulator]:
    """Run one emulator for each SDK."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def emulator(running_emulator: Emulator) -> Emulator:
    """Give the SDK's emulator as if it had just started."""
    running_emulator.begin()
    return running_emulator
