"""What many calls leave behind: nothing.

The sizes are small here; CONTRIBUTING.md tells how to run it with 100,000 calls.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

from emulator import Emulator

from cams_roi import AsyncClient, CamsRoiError, Client

CALLS = int(os.environ.get("CAMS_ROI_ENDURANCE_CALLS", "3000"))
CANCELLED = int(os.environ.get("CAMS_ROI_ENDURANCE_CANCELLED", "300"))

PAGES = resource.getpagesize()


def held() -> dict[str, int]:
    """Tell what the process holds: memory in KiB, open files, threads."""
    gc.collect()
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * PAGES // 1024
    return {
        "rss_kib": resident,
        "fds": len(list(Path("/proc/self/fd").iterdir())),
        "threads": len(list(Path("/proc/self/task").iterdir())),
    }


def sync_calls(client: Client, channel: str, calls: int) -> None:
    """Call from four threads, with one error in five."""

    def work() -> None:
        for number in range(calls // 4):
            try:
                client.enable_whatsapp_roi_metric(cust_space_id=channel if number % 5 else "cams-unknown")
            except CamsRoiError as error:
                assert error.request_id  # noqa: PT017

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def async_calls(client: AsyncClient, channel: str, calls: int) -> None:
    """Call from 16 tasks."""

    async def work() -> None:
        for _ in range(calls // 16):
            await client.enable_whatsapp_roi_metric(cust_space_id=channel)

    await asyncio.gather(*[work() for _ in range(16)])


async def cancelled_calls(client: AsyncClient, calls: int) -> None:
    """Cancel calls whose request is under way, and whose answer does not come."""
    for _ in range(calls // 10):
        tasks = [asyncio.create_task(client.enable_whatsapp_roi_metric(cust_space_id="hang")) for _ in range(10)]
        done, _ = await asyncio.wait(tasks, timeout=0.02)
        assert not done
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def measure(channels: list[str], calls: int, cancelled: int) -> None:
    """Make the calls after warming up, and print what the process held before and after."""
    client, async_client = Client(rate_limit="off"), AsyncClient(rate_limit="off")

    def round_of(calls: int, cancelled: int) -> None:
        sync_calls(client, channels[0], calls // 2)
        asyncio.run(async_calls(async_client, channels[0], calls // 2))
        asyncio.run(cancelled_calls(async_client, cancelled))

    round_of(1600, 100)
    before = held()
    round_of(calls, cancelled)
    # What was cancelled last may still be on its way out.
    client.close()
    print(json.dumps({"before": before, "after": held()}))


def test_nothing_grows(emulator: Emulator) -> None:
    match = {"cust_space_id": "hang"}
    emulator.control("faults", {"match": match, "times": None, "fault": {"type": "hang"}})
    done = subprocess.run(
        [sys.executable, __file__, json.dumps(emulator.channels), str(CALLS), str(CANCELLED)],
        env={**os.environ, **emulator.environment, "PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    print(f"{CALLS} calls, {CANCELLED} cancelled: {figures}")
    before, after = figures["before"], figures["after"]
    assert after["threads"] <= before["threads"] + 1
    assert after["fds"] <= before["fds"] + 12
    assert after["rss_kib"] <= before["rss_kib"] + 8 * 1024


if __name__ == "__main__":
    measure(json.loads(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
