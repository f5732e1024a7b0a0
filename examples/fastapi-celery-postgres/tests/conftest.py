"""The servers of a test, the account that it finds, and the application's processes."""

from __future__ import annotations

import os
import socket
import subprocess
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psycopg
import pytest
from application import Application, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cams_roi.testing import Emulator

SCHEMA = Path(__file__).parent.parent / "schema.sql"


@pytest.fixture(scope="session")
def cams_emulator_options() -> dict[str, Any]:
    """Have an emulator that keeps the service's limits."""
    return {"qps": "100%"}


@pytest.fixture
def emulator(cams_emulator: Emulator) -> Emulator:
    """Give an account with two channels that have been enabled for years, and a new one."""
    enabled = [
        {"id": name, "phone_numbers": [number], "enabled_at": "2020-01-01T00:00:00Z"}
        for name, number in {"cams-1": "99900000041", "cams-2": "99900000042"}.items()
    ]
    cams_emulator.change_account(channels=[*enabled, {"id": "cams-new"}])
    return cams_emulator


def answers(port: int) -> bool:
    """Say whether somebody listens."""
    with socket.socket() as connection:
        return connection.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def redis_url() -> Iterator[str]:
    """Give the URL of a Redis server that is there for one test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(["redis-server", "--port", str(port), *options], stdout=subprocess.DEVNULL)
    until(lambda: answers(port), "Redis listens")
    yield f"redis://127.0.0.1:{port}/0"
    server.kill()
    server.wait()


@pytest.fixture
def store() -> Iterator[str]:
    """Give the URL of a PostgreSQL database that is there for one test."""
    server = os.environ.get("POSTGRES_URL")
    assert server, "POSTGRES_URL must name a server on which the tests may make databases"
    name = f"roi_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as administrator:
        administrator.execute(f"create database {name}")
        store = urlsplit(server)._replace(path=name).geturl()
        with psycopg.connect(store) as connection:
            connection.execute(SCHEMA.read_bytes())
        yield store
        administrator.execute(f"drop database {name} with (force)")


@pytest.fixture
def application(emulator: Emulator, redis_url: str, store: str, tmp_path: Path) -> Iterator[Application]:
    """Give the application; its processes end with the test."""
    application = Application(emulator, redis_url, store, tmp_path)
    yield application
    application.stop()
