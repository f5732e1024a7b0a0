"""The application's processes as a user starts them, and the requests of a user."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import psycopg

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import Message

    from cams_roi.testing import Emulator
    from typing_extensions import LiteralString

ROOT = Path(__file__).parent.parent
PATIENCE = 90
"""How many seconds whatever is waited for may take."""


def until(condition: Callable[[], object], what: str) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"this does not come true: {what}"
        time.sleep(0.05)


class Application:
    """The application's processes, and who asks them."""

    def __init__(self, emulator: Emulator, redis_url: str, store: str, home: Path) -> None:
        """Have them call the emulator."""
        self.store = store
        self.home = home
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "REDIS_URL": redis_url,
            "CAMS_ROI_STORE": store,
            **emulator.environment,
        }
        self._running: list[subprocess.Popen[bytes]] = []
        self._web = ""
        self._open = build_opener(ProxyHandler({})).open

    def start(self, *module: str) -> subprocess.Popen[bytes]:
        """Start a module of Python, in a process group of its own, to be killed as a whole."""
        command = [sys.executable, "-m", *module]
        process = subprocess.Popen(command, cwd=self.home, env=self.environment, start_new_session=True)
        self._running.append(process)
        return process

    def start_web(self) -> None:
        """Start the web application, and wait until it answers."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        web = self.start("uvicorn", "roi.web:app", "--port", str(port), "--log-level", "warning")
        self._web = f"http://127.0.0.1:{port}"

        def answers() -> bool:
            assert web.poll() is None, "the web application has ended"
            with socket.socket() as connection:
                return connection.connect_ex(("127.0.0.1", port)) == 0

        until(answers, "the web application answers")

    def start_worker(self, name: str = "worker", lost_after: int = 3600) -> subprocess.Popen[bytes]:
        """Start a worker with two processes; tasks that were begun so many seconds ago are lost for it."""
        self.environment["VISIBILITY_TIMEOUT"] = str(lost_after)
        options = ["--concurrency", "2", "--hostname", name, "--loglevel", "INFO"]
        return self.start("celery", "-A", "roi.worker", "worker", *options, "--without-gossip", "--without-mingle")

    def ask(self, path: str, method: str = "GET") -> tuple[int, Any]:
        """Send the web application a request; gives the status and what it answers."""
        status, _, body = self.answer(path, method)
        return status, body

    def answer(self, path: str, method: str = "GET") -> tuple[int, Message, Any]:
        """Send the web application a request; gives the status, the headers and what it answers."""
        try:
            with self._open(Request(self._web + path, method=method), timeout=PATIENCE) as answer:
                return answer.status, answer.headers, json.load(answer)
        except HTTPError as error:
            with error:
                return error.code, error.headers, json.load(error)

    def send(self, task: str) -> None:
        """Have a worker do a task."""
        self._run("-m", "celery", "-A", "roi.worker", "call", f"roi.worker.{task}")

    def python(self, program: str) -> subprocess.CompletedProcess[str]:
        """Run a program of somebody who uses the application's modules."""
        return self._run("-c", program)

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.home,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )

    def stored(self, query: LiteralString) -> list[tuple[Any, ...]]:
        """Read the store; nothing where nothing has been collected yet."""
        with psycopg.connect(self.store) as connection:
            try:
                return connection.execute(query).fetchall()
            except psycopg.errors.UndefinedTable:
                return []

    def runs(self) -> list[tuple[Any, ...]]:
        """Give each collection's state, new rows, and failures."""
        return self.stored("select status, new_rows, failures from cams_roi.runs order by started_at")

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """Kill one, with the processes that it started."""
        self._running.remove(process)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        """Kill all."""
        for process in list(self._running):
            self.kill(process)
