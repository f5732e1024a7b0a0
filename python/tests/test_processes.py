"""Signals, forks, interpreters: what the operating system does to a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from emulator import Emulator

PATIENCE = 60

PRELUDE = """
import asyncio, multiprocessing, os, signal, sys, threading, time, warnings
import cams_roi
warnings.simplefilter("ignore", DeprecationWarning)  # 3.12 and later warn of any fork beside threads
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has what it starts with & ignore it
CHANNEL = "cams-emulator-1"
def enable(client=None):
    assert (client or CLIENT).enable_whatsapp_roi_metric(cust_space_id=CHANNEL).request_id
async def enable_async(client=None):
    assert (await (client or ASYNC).enable_whatsapp_roi_metric(cust_space_id=CHANNEL)).request_id
CLIENT = cams_roi.Client(rate_limit="off")
ASYNC = cams_roi.AsyncClient(rate_limit="off")
def in_child(work):
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0
"""


def start(program: str, emulator: Emulator) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + textwrap.dedent(program)],
        env={**os.environ, **emulator.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(program: str, emulator: Emulator) -> str:
    process = start(program, emulator)
    try:
        out, err = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert process.returncode == 0, err
    assert err == ""
    return out


@pytest.mark.parametrize("before", ["", "enable()", "asyncio.run(enable_async())"])
@pytest.mark.parametrize(
    "after", ["enable()", "asyncio.run(enable_async())", "enable(cams_roi.Client(rate_limit='off'))"]
)
def test_a_forked_child_goes_on(emulator: Emulator, before: str, after: str) -> None:
    program = f"{before}\nin_child(lambda: {after})\nin_child(lambda: in_child(lambda: {after}))\n{after}"
    run(program, emulator)


def test_a_forked_child_has_a_limit_of_its_own(emulator: Emulator) -> None:
    run(
        """
        client = cams_roi.Client()
        enable(client)
        in_child(lambda: enable(client))
        enable(client)
        """,
        emulator,
    )


def test_forking_while_other_threads_call(emulator: Emulator) -> None:
    run(
        """
        done = threading.Event()
        def call():
            while not done.is_set():
                enable()
        threads = [threading.Thread(target=call) for _ in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(20):
            in_child(enable)
        done.set()
        for thread in threads:
            thread.join()
        """,
        emulator,
    )


def test_a_run_over_many_channels_stays_in_its_process(emulator: Emulator) -> None:
    run(
        """
        outcomes = CLIENT.enable_many([CHANNEL, "cams-emulator-2"])
        next(outcomes)
        def take():
            try:
                next(outcomes)
            except cams_roi.InvalidArgumentError as error:
                assert "forked" in str(error)
            else:
                raise AssertionError
            assert next(CLIENT.enable_many([CHANNEL])).enabled
        in_child(take)
        assert next(outcomes).enabled
        """,
        emulator,
    )


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_multiprocessing(emulator: Emulator, method: str, tmp_path: Path) -> None:
    script = tmp_path / "work.py"
    script.write_text(
        PRELUDE
        + textwrap.dedent(
            f"""
            def work(channel):
                try:
                    return CLIENT.enable_whatsapp_roi_metric(cust_space_id=channel)
                except cams_roi.CamsRoiError as error:
                    return error
            def fail(channel):
                return CLIENT.enable_whatsapp_roi_metric(cust_space_id=channel)
            if __name__ == "__main__":
                enable()
                with multiprocessing.get_context("{method}").Pool(2) as pool:
                    good, bad = pool.map(work, [CHANNEL, "cams-unknown"])
                    assert isinstance(good, cams_roi.EnableWhatsappRoiMetricResult)
                    assert bad.code == "Unknown.ResourceOwnerId"
                    try:
                        pool.apply(fail, ("cams-unknown",))
                    except cams_roi.UnknownResourceOwnerError as error:
                        assert error.request_id
                    else:
                        raise AssertionError
            """
        )
    )
    done = subprocess.run(
        [sys.executable, script],
        env={**os.environ, **emulator.environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("call", ["enable()", "list(CLIENT.enable_many([CHANNEL]))"])
def test_ctrl_c_ends_a_call_and_its_request(emulator: Emulator, call: str) -> None:
    emulator.fault("hang")
    process = start(
        f"""
        try:
            {call}
        except KeyboardInterrupt:
            print(time.monotonic(), flush=True)
            threading.Event().wait()
        """,
        emulator,
    )
    try:
        emulator.wait_for_requests(1)
        sent = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        interrupted = float(process.stdout.readline())
        # The process still lives: it is the call that ended the request, not the end of the process.
        emulator.wait_until_client_gone()
        assert process.poll() is None
    finally:
        process.kill()
        process.communicate()
    print(f"Ctrl-C took {(interrupted - sent) * 1000:.0f} ms")


def test_a_signal_handler_runs_while_a_call_waits(emulator: Emulator) -> None:
    emulator.fault("delay", ms=300)
    out = run(
        """
        signal.signal(signal.SIGALRM, lambda *_: print("handled"))
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        enable()
        print("done")
        """,
        emulator,
    )
    assert out.split() == ["handled", "done"]


@pytest.mark.parametrize("exit_", ["sys.exit(0)", "os._exit(0)", "pass"])
def test_a_process_ends_with_calls_under_way(emulator: Emulator, exit_: str) -> None:
    emulator.fault("hang")
    run(
        f"""
        thread = threading.Thread(target=lambda: asyncio.run(enable_async()), daemon=True)
        thread.start()
        other = threading.Thread(target=enable, daemon=True)
        other.start()
        iterator = iter(CLIENT.enable_many([CHANNEL]))
        deadline = time.monotonic() + 30
        import json, urllib.request
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({{}}))
        url = os.environ["CAMS_ROI_ENDPOINT"] + "/_emulator/log"
        while len(json.load(opener.open(url))) < 2:
            assert time.monotonic() < deadline
        {exit_}
        """,
        emulator,
    )


def test_other_threads_run_while_a_call_waits(emulator: Emulator) -> None:
    emulator.fault("delay", ms=200)
    out = run(
        """
        counted = 0
        thread = threading.Thread(target=enable)
        thread.start()
        while thread.is_alive():
            counted += 1
        thread.join()
        print(counted)
        """,
        emulator,
    )
    assert int(out) > 1000


SLOW = {"asyncio", "dataclasses", "datetime", "enum", "inspect", "json", "logging", "typing"}
"""What takes longer to import than all of this package."""


def test_importing_has_no_side_effects() -> None:
    # Without `site`, which may import anything.
    program = f"""
import os, sys
sys.path[:] = {sys.path!r}
before = set(sys.modules)
import cams_roi
assert len(os.listdir("/proc/self/task")) == 1
cams_roi.Client()
print(sorted({SLOW!r} & (set(sys.modules) - before)))
"""
    done = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_sub_interpreters_are_refused(emulator: Emulator) -> None:
    out = run(
        """
        try:
            import _interpreters as interpreters  # 3.13
        except ImportError:
            import _xxsubinterpreters as interpreters
        program = '''
        try:
            import cams_roi
        except ImportError as error:
            print(error, flush=True)
        '''
        import textwrap
        interpreters.run_string(interpreters.create(), textwrap.dedent(program))
        """,
        emulator,
    )
    assert "subinterpreters" in out
