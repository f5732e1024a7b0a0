"""The settings, from the environment."""

import os
from dataclasses import dataclass

from cams_roi import Client


class MissingSettingError(RuntimeError):
    """A variable that the application cannot do without is not set."""


@dataclass(frozen=True)
class Settings:
    """Where the application finds its servers."""

    redis_url: str
    """Celery's broker, and where all processes keep the account's limits together."""
    store: str
    """The PostgreSQL database with the metrics, as a URL."""
    visibility_timeout: int
    """Seconds after which a task is done again whose whole machine died: longer than any task takes."""

    def client(self, *, timeout: float | None = None) -> Client:
        """Make a client. ``timeout`` in seconds counts the wait for a turn, too; without one, calls wait for theirs."""
        return Client(timeout=timeout, shared_limits=self.redis_url)


def _variable(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise MissingSettingError(f"{name} is not set: .env.example says what belongs there")
    return value


settings = Settings(
    redis_url=_variable("REDIS_URL"),
    store=_variable("CAMS_ROI_STORE"),
    visibility_timeout=int(os.environ.get("VISIBILITY_TIMEOUT", str(6 * 3600))),
)
