"""The fixtures that pytest finds where this package is installed."""

from __future__ import annotations

from typing import Any

import pytest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .testing import Emulator


@pytest.fixture(scope="session")
def cams_emulator_options() -> dict[str, Any]:
    """Give what the emulator starts with: the arguments of ``Emulator``. Define it anew to have others."""
    return {}


@pytest.fixture(scope="session")
def _cams_emulator(cams_emulator_options: dict[str, Any]) -> Iterator[Emulator]:
    # Here, so that pytest imports nothing of it for those who do not use it.
    from .testing import Emulator

    with Emulator(**cams_emulator_options) as emulator:
        yield emulator


@pytest.fixture
def cams_emulator(_cams_emulator: Emulator) -> Emulator:
    """Give the emulated service: one for all tests, which is as at its start in each of them."""
    _cams_emulator.reset()
    return _cams_emulator


@pytest.fixture
def cams_emulator_environment(cams_emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Emulator:
    """Give the same, with the variables by which clients that are made without settings call it."""
    for name, value in cams_emulator.environment.items():
        monkeypatch.setenv(name, value)
    return cams_emulator
