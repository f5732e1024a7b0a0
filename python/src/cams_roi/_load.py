"""What to do where the native part cannot be loaded. Imported only then."""

from __future__ import annotations

import platform
import sys


def explained(failed: ImportError) -> ImportError:
    """Give the same error with what it takes to get rid of it, in one line."""
    cause = " ".join(str(failed).split())
    here = f"Python {platform.python_version()} on {sys.platform} {platform.machine()}"
    message = f"cams_roi cannot load its native part in {here}: {cause}. {_advice(cause)}"
    return ImportError(message, name=failed.name, path=failed.path)


def _advice(cause: str) -> str:
    if "subinterpreters" in cause:
        return "Run one process for each instead."
    if sys.implementation.name != "cpython":
        return "Run it with CPython, for which alone there are wheels."
    if not getattr(sys, "_is_gil_enabled", lambda: True)() or "t" in getattr(sys, "abiflags", ""):
        return "There is no wheel for a free-threaded CPython yet: run a CPython that has the GIL."
    return (
        "It was installed for another system or Python, or not completely. On the system that runs it, do "
        "'pip install --force-reinstall --no-cache-dir cams-roi'; what is copied there must come from a system of its "
        "kind ('pip download --platform …')."
    )
