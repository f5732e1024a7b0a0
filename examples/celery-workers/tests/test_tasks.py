"""Workers as processes, with a Redis server of their own and the emulated service."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cams_roi.testing import Emulator, Request

EXAMPLE = Path(__file__).parent.parent
CHANNELS = 24


@pytest.fixture(scope="session")
def cams_emulator_options() -> dict[str, int]:
    return {"channels": CHANNELS}


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it does not come true"
        time.sleep(0.05)


def answers(port: int) -> bool:
    """Say whether somebody listens."""
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def broker() -> Iterator[str]:
    """Give the URL of a Redis server that is there for one test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(["redis-server", "--port", str(port), *options], stdout=subprocess.DEVNULL)
    until(lambda: answers(port))
    yield f"redis://127.0.0.1:{port}/0"
    server.kill()
    server.wait()


class Workers:
    """Workers, and who sends them tasks."""

    def __init__(self, broker: str, emulator: Emulator, home: Path) -> None:
        """Have them call the emulator."""
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "ALIBABA_CLOUD_ECS_METADATA_DISABLED": "true",
            "BROKER_URL": broker,
            "VISIBILITY_TIMEOUT": "5",
            **emulator.environment,
        }
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, name: str) -> subprocess.Popen[bytes]:
        """Start a worker with two processes, in a group of its own, to be killed as a whole."""
        command = ["celery", "-A", "tasks", "worker", "--concurrency", "2", "--hostname", name]
        worker = subprocess.Popen(
            [sys.executable, "-m", *command, "--loglevel", "WARNING", "--without-gossip", "--without-mingle"],
            cwd=EXAMPLE,
            env=self.environment,
            start_new_session=True,
        )
        self.running.append(worker)
        return worker

    def send(self, code: str) -> None:
        """Run a program that sends tasks."""
        subprocess.run(
            [sys.executable, "-c", f"from tasks import *\n{code}"],
            cwd=EXAMPLE,
            env=self.environment,
            check=True,
            timeout=60,
        )

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """Kill a worker with its processes."""
        self.running.remove(worker)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def stop(self) -> None:
        """Kill all."""
        for worker in list(self.running):
            self.kill(worker)


@pytest.fixture
def workers(broker: str, cams_emulator: Emulator, tmp_path: Path) -> Iterator[Workers]:
    workers = Workers(broker, cams_emulator, tmp_path)
    yield workers
    workers.stop()


def enabling(emulator: Emulator) -> list[Request]:
    """Give the requests that enabled, or were to enable, a channel."""
    return [request for request in emulator.requests() if request.action == "EnableWhatsappROIMetric"]


def enabled(emulator: Emulator) -> set[str | None]:
    """Give the channels that were enabled."""
    return {request.cust_space_id for request in enabling(emulator) if request.status == 200}


def test_workers_keep_the_limit_together_and_a_killed_one_loses_no_task(
    workers: Workers, cams_emulator: Emulator
) -> None:
    first = workers.start("first")
    workers.start("second")
    workers.send(f"for id in {cams_emulator.channels}:\n    enable_channel.delay(id)")
    until(lambda: len(enabling(cams_emulator)) >= 8)
    workers.kill(first)
    until(lambda: enabled(cams_emulator) == set(cams_emulator.channels))
    # The emulator refuses what comes too often, as the service does.
    assert {request.status for request in enabling(cams_emulator)} == {200}
    # Only what was under way in the killed one, whose two processes had a task each, is called again.
    assert len(enabling(cams_emulator)) <= CHANNELS + 2


def test_workers_share_a_run(workers: Workers, cams_emulator: Emulator) -> None:
    workers.start("first")
    workers.start("second")
    workers.send(f"for _ in range(4):\n    enable_channels.delay({cams_emulator.channels}, 'june')")
    until(lambda: enabled(cams_emulator) == set(cams_emulator.channels))
    assert len(enabling(cams_emulator)) == CHANNELS
    assert {request.status for request in enabling(cams_emulator)} == {200}
