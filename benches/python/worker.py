"""One measurement of one library: ``worker.py LIBRARY WHAT URL [CALLS]``; prints results as JSON."""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

THREADS = 32
CHANNEL = "cams-benchmark"
SERVICE = "https://cams.ap-southeast-1.aliyuncs.com"


def ours(url: str, *, is_async: bool) -> Callable[[], object]:
    """Give a call of cams-roi."""
    from cams_roi import AsyncClient, Client, Credentials

    settings = {"endpoint": url, "credentials": Credentials("benchmark-id", "benchmark-secret"), "rate_limit": "off"}
    client = (AsyncClient if is_async else Client)(**settings)  # type: ignore[arg-type]
    return lambda: client.enable_whatsapp_roi_metric(cust_space_id=CHANNEL)


def theirs(url: str, *, is_async: bool) -> Callable[[], object]:
    """Give a call of the official SDK."""
    from alibabacloud_cams20200606 import models
    from alibabacloud_cams20200606.client import Client
    from alibabacloud_tea_openapi import utils_models

    config = utils_models.Config(
        access_key_id="benchmark-id",
        access_key_secret="benchmark-secret",
        protocol=url.partition("://")[0],
        endpoint=url.partition("://")[2],
    )
    client = Client(config)
    call = client.enable_whatsapp_roimetric_async if is_async else client.enable_whatsapp_roimetric
    return lambda: call(models.EnableWhatsappROIMetricRequest(cust_space_id=CHANNEL))


def one_after_another(call: Callable[[], object], calls: int) -> None:
    """Call from this thread."""
    for _ in range(calls):
        call()


def from_threads(call: Callable[[], object], calls: int) -> None:
    """Call from many threads, each an equal share."""
    from threading import Thread

    threads = [Thread(target=one_after_another, args=(call, calls // THREADS)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def from_tasks(call: Callable[[], Awaitable[object]], calls: int) -> None:
    """Call from as many tasks as there would be threads."""
    import asyncio

    async def work() -> None:
        for _ in range(calls // THREADS):
            await call()

    async def main() -> None:
        await asyncio.gather(*[work() for _ in range(THREADS)])

    asyncio.run(main())


def peak_memory() -> int:
    """Tell the most memory that this process had so far, in KiB; what `resource` tells is the parent's too."""
    with open("/proc/self/status") as status:  # noqa: PTH123
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def main() -> dict[str, float]:
    """Measure."""
    library, what, url = sys.argv[1:4]
    make = ours if library == "cams-roi" else theirs
    if what == "start":
        bare = peak_memory()
        begin = time.perf_counter()
        make(SERVICE, is_async=False)
        seconds = time.perf_counter() - begin
        return {"seconds": seconds, "memory": peak_memory(), "added": peak_memory() - bare}
    run, is_async = {
        "sync": (one_after_another, False),
        "threads": (from_threads, False),
        "asyncio": (from_tasks, True),
    }[what]
    call = make(url, is_async=is_async)
    calls = int(sys.argv[4])
    run(call, THREADS * 4)  # type: ignore[operator]
    begin, used = time.perf_counter(), time.process_time()
    run(call, calls)  # type: ignore[operator]
    seconds, cpu = time.perf_counter() - begin, time.process_time() - used
    return {"rate": calls / seconds, "cpu": cpu / calls}


if __name__ == "__main__":
    figures = main()
    import json

    print(json.dumps(figures))
