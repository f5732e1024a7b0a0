"""Where the emulator is: in the command of this package's version."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
from pathlib import Path

from cams_roi import __version__

VARIABLE = "CAMS_ROI_COMMAND"
"""The variable that names the command where it is none of those that are looked for."""

INSTALL = f"pip install 'cams-roi[testing]=={__version__}'"
"""What brings the command of this version."""


def find() -> Path | None:
    """Find the command: what the variable names, else the package's, else that on ``PATH``."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    installed = _installed()
    if installed is not None:
        return installed
    on_path = shutil.which("cams-roi")
    return None if on_path is None else Path(on_path)


def _installed() -> Path | None:
    try:
        files = importlib.metadata.distribution("cams-roi-cli").files or []
    except importlib.metadata.PackageNotFoundError:
        return None
    for file in files:
        if file.name in ("cams-roi", "cams-roi.exe") and file.parent.name in ("bin", "Scripts"):
            return Path(str(file.locate()))
    return None
