"""The recipes of ``docs/bundlers-and-servers.md`` that are about Python."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from emulator import Emulator

PAGE = (Path(__file__).parents[2] / "docs/bundlers-and-servers.md").read_text()


def block(tag: str) -> str:
    (text,) = re.findall(rf"```{tag}\n(.*?)```", PAGE, re.DOTALL)
    return str(text)


if os.name == "posix":
    # Windows has no fork, and no gunicorn.
    def test_a_client_from_before_the_fork_works_in_every_worker(emulator: Emulator, tmp_path: Path) -> None:
        (tmp_path / "app.py").write_text(block("python gunicorn"))
        program, *arguments = shlex.split(block("sh gunicorn"))
        with subprocess.Popen(
            [sys.executable, "-m", program, *arguments],
            cwd=tmp_path,
            env={**os.environ, **emulator.environment},
            stderr=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stderr is not None
            said = []
            for line in server.stderr:
                said.append(line)
                listening = re.search(r"Listening at: (\S+)", line)
                if listening:
                    break
            else:
                raise AssertionError("".join(said))
            opener = build_opener(ProxyHandler({}))

            def ask(channel: str) -> str:
                answer: bytes = opener.open(f"{listening[1]}/?{channel}", timeout=30).read()
                return answer.decode()

            try:
                with ThreadPoolExecutor(4) as threads:
                    assert set(threads.map(ask, emulator.channels * 4)) == {"enabled"}
            finally:
                server.send_signal(signal.SIGTERM)
                server.stderr.read()
        assert len(emulator.log()) == 4 * len(emulator.channels)


def test_what_pyinstaller_packs_runs_alone(emulator: Emulator, tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text(
        "import asyncio, os\n"
        "from cams_roi import AsyncClient, CamsRoiError, Client\n"
        "async def fail() -> None:\n"
        "    async with AsyncClient() as client:\n"
        "        await client.enable_whatsapp_roi_metric('cams-of-others')\n"
        "with Client() as client:\n"
        "    for outcome in client.enable_many([os.environ['CHANNEL']]):\n"
        "        print(outcome.enabled)\n"
        "try:\n"
        "    asyncio.run(fail())\n"
        "except CamsRoiError as error:\n"
        "    print(type(error).__name__)\n"
    )
    program, *arguments = shlex.split(block("sh pyinstaller"))
    module = {"pyinstaller": "PyInstaller"}[program]
    packed = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYINSTALLER_CONFIG_DIR": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert packed.returncode == 0, packed.stderr
    done = subprocess.run(
        [tmp_path / "dist" / "main"],
        env={**emulator.environment, "CHANNEL": emulator.channels[0], "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["True", "UnknownResourceOwnerError"], done.stderr
