"""Collecting metrics into the store, which is the command's work: ``cams-roi collect``."""

import json
import os
import subprocess
from typing import TypedDict

from roi.settings import Settings

TRANSIENT = {1, 4, 5}
"""Exit codes after which another run may do better: some queries failed, or the service was busy or out of reach."""


class Summary(TypedDict):
    """What a run did."""

    channels: int
    queries: int
    new_rows: int
    changed_rows: int
    unchanged_rows: int
    failed: int


class CollectError(Exception):
    """The command did not collect everything."""

    def __init__(self, message: str, exit_code: int) -> None:
        """Keep both, so that the error survives Celery's result backend."""
        super().__init__(message, exit_code)
        self.exit_code = exit_code

    @property
    def retryable(self) -> bool:
        """Whether another run may do better."""
        return self.exit_code in TRANSIENT


def collect(settings: Settings) -> Summary | None:
    """Ask for what the store lacks of all channels. Gives nothing where the account has no channels.

    Raises:
        CollectError: Something is missing still. What was collected is kept, and the next run asks for the rest.

    """
    limits_and_store = {"CAMS_ROI_SHARED_LIMITS": settings.redis_url, "CAMS_ROI_STORE": settings.store}
    run = subprocess.run(
        ["cams-roi", "collect", "--all", "--output", "json"],
        env={**os.environ, **limits_and_store},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise CollectError(run.stderr.strip(), run.returncode)
    lines = run.stdout.splitlines()
    return json.loads(lines[-1]) if lines else None
