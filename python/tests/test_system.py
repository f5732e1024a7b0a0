"""What the system may refuse: threads, descriptors, a home. Each is an error of ours that says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from emulator import Emulator

PATIENCE = 60

PRELUDE = """
import asyncio, contextlib, os, pathlib, resource, sys
import cams_roi
from cams_roi import AsyncClient, CamsRoiError, Client, OWN_CHANNEL
CHANNEL = "cams-emulator-1"
OPTIONS = {"rate_limit": "off", "max_attempts": 1}

@contextlib.contextmanager
def no_threads():
    file = pathlib.Path(os.environ["NO_THREADS"])
    file.touch()
    try:
        yield
    finally:
        file.unlink()

@contextlib.contextmanager
def no_descriptors():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken = [os.open(os.devnull, os.O_RDONLY)]
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(map(int, os.listdir("/proc/self/fd"))) + 1, hard))
    with contextlib.suppress(OSError):
        while True:
            taken.append(os.dup(0))
    try:
        yield
    finally:
        for descriptor in taken:
            os.close(descriptor)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

def sync(**options):
    with Client(**OPTIONS, **options) as client:
        return client.enable_whatsapp_roi_metric(CHANNEL)

def run(**options):
    with Client(**OPTIONS, **options) as client:
        for outcome in client.enable_many([CHANNEL]):
            if outcome.error:
                raise outcome.error

def by_task(**options):
    async def main():
        async with AsyncClient(**OPTIONS, **options) as client:
            return await client.enable_whatsapp_roi_metric(CHANNEL)
    return asyncio.run(main())

def failing(call, **options):
    try:
        call(**options)
    except CamsRoiError as error:
        assert "\\n" not in str(error)
        return error
    raise AssertionError("it did not fail")
"""


@pytest.fixture(scope="module")
def preload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the library that fails to start threads."""
    library = tmp_path_factory.mktemp("preload") / "no_threads.so"
    source = Path(__file__).with_name("no_threads.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def run(program: str, emulator: Emulator, tmp_path: Path, preload: Path | None = None, **environment: str) -> str:
    if preload:
        environment.update(LD_PRELOAD=str(preload), NO_THREADS=str(tmp_path / "no-threads"))
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + textwrap.dedent(program)],
        env={**os.environ, **emulator.environment, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


CALLS = ["sync", "run", "by_task"]


@pytest.mark.parametrize("call", CALLS)
def test_no_thread_for_the_first_call(call: str, emulator: Emulator, tmp_path: Path, preload: Path) -> None:
    run(
        f"""
        with no_threads():
            error = failing({call})
        assert "thread" in error.message, error
        assert "ulimit -u" in error.hint, error.hint
        {call}()  # as soon as there are threads again
        """,
        emulator,
        tmp_path,
        preload,
    )


@pytest.mark.parametrize("call", CALLS)
def test_no_thread_for_a_later_call(call: str, emulator: Emulator, tmp_path: Path, preload: Path) -> None:
    run(
        f"""
        {call}()
        with no_threads():
            {call}()
            error = failing({call}, credentials=lambda: cams_roi.Credentials("id", "secret"))
        assert isinstance(error, cams_roi.CredentialsError), error
        assert "thread" in error.message, error
        """,
        emulator,
        tmp_path,
        preload,
    )


@pytest.mark.parametrize("call", CALLS)
def test_no_thread_for_a_name_lookup(call: str, emulator: Emulator, tmp_path: Path, preload: Path) -> None:
    endpoint = emulator.url.replace("127.0.0.1", "localhost")
    run(
        f"""
        {call}()
        with no_threads():
            error = failing({call}, endpoint={endpoint!r})
        assert "thread" in error.message, error
        assert "ulimit -u" in error.hint, error.hint
        {call}(endpoint={endpoint!r})
        """,
        emulator,
        tmp_path,
        preload,
    )


@pytest.mark.parametrize("call", ["sync", "run"])
def test_no_descriptor_for_the_first_call(call: str, emulator: Emulator, tmp_path: Path) -> None:
    run(
        f"""
        with no_descriptors():
            error = failing({call})
        assert "ulimit -n" in error.hint, error.hint
        {call}()
        """,
        emulator,
        tmp_path,
    )


def test_no_descriptor_for_a_connection(emulator: Emulator, tmp_path: Path) -> None:
    run(
        """
        kept = Client(**OPTIONS)
        kept.enable_whatsapp_roi_metric(CHANNEL)
        with no_descriptors():
            error = failing(sync)
        assert isinstance(error, cams_roi.TransportError), error
        assert "ulimit -n" in error.hint, error.hint
        sync()
        """,
        emulator,
        tmp_path,
    )


def test_no_home_and_no_place_for_temporary_files(emulator: Emulator, tmp_path: Path) -> None:
    run(
        """
        sync()
        by_task()
        """,
        emulator,
        tmp_path,
        HOME="/proc/no-home",
        TMPDIR="/proc/no-place",
    )
    run(
        """
        for name in ["ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"]:
            del os.environ[name]
        assert isinstance(failing(sync), cams_roi.CredentialsError)
        """,
        emulator,
        tmp_path,
        HOME="/proc/no-home",
        TMPDIR="/proc/no-place",
    )


def test_a_journal_that_cannot_be_written(emulator: Emulator, tmp_path: Path) -> None:
    run(
        """
        for journal in ["/proc/no-place/journal", "/dev/full"]:
            try:
                list(Client(**OPTIONS).enable_many([CHANNEL], journal=journal))
            except cams_roi.ConfigurationError as error:
                assert error.hint and journal in error.message, error
            else:
                raise AssertionError(journal)
        """,
        emulator,
        tmp_path,
    )
