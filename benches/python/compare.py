"""cams-roi beside the official SDK: the same calls, answered alike by a server on this machine.

``cargo xtask bench python`` builds the wheel, installs both and runs this with the server's URL. It prints what
``benches/how-it-is-measured.md`` describes. Both take turns, each in a process of its own; a noisy machine disturbs
both.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from importlib.metadata import distribution, version
from pathlib import Path

OURS, THEIRS = "cams-roi", "official SDK"
OFFICIAL = "alibabacloud-cams20200606"

WORKERS = Path(__file__).parent / "worker.py"

CALLS = {
    "sync": ("one after another", {OURS: 3000, THEIRS: 1000}, 3),
    "threads": ("32 threads", {OURS: 6000, THEIRS: 1200}, 8),
    "asyncio": ("asyncio, 32 in flight", {OURS: 6000, THEIRS: 1000}, 5),
}

# A proxy would not find this machine's loopback.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}


def worker(library: str, what: str, *arguments: object) -> dict[str, float]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, str(WORKERS), library, what, *map(str, arguments)]
    done = subprocess.run(command, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def take_turns(rounds: int, what: str, url: str, counts: dict[str, int]) -> dict[str, list[dict[str, float]]]:
    """Measure both again and again."""
    figures: dict[str, list[dict[str, float]]] = {OURS: [], THEIRS: []}
    for _ in range(rounds):
        for library, taken in figures.items():
            taken.append(worker(library, what, url, counts[library]))
    return figures


def row(
    what: str,
    better: str,
    figures: dict[str, list[dict[str, float]]],
    figure: str,
    goal: float | None = None,
    *,
    scale: float = 1,
) -> None:
    """Print one result of all rounds."""
    ours, theirs = ([taken[figure] * scale for taken in figures[library]] for library in (OURS, THEIRS))
    print(json.dumps({"what": what, "better": better, "goal": goal, "ours": ours, "peer": theirs}), flush=True)


def installed(name: str) -> float:
    """Tell how many bytes a package and what it needs take, in MB."""
    seen: set[str] = set()
    wanted = [name]
    size = 0
    while wanted:
        package = distribution(wanted.pop())
        if package.name in seen:
            continue
        seen.add(package.name)
        for file in package.files or []:
            path = Path(str(package.locate_file(file)))
            if path.is_file() and path.suffix != ".pyc":
                size += path.stat().st_size
        for requirement in package.requires or []:
            if ";" in requirement:
                continue
            bare = requirement.partition("[")[0]
            for mark in "<>=!~( ":
                bare = bare.partition(mark)[0]
            wanted.append(bare)
    return size / 1e6


def main() -> None:
    """Run the comparison."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("url", help="of the server")
    options.add_argument("--rounds", type=int, default=5, help="of each kind of call")
    options.add_argument("--starts", type=int, default=11, help="pairs of starts")
    given = options.parse_args()
    head = {
        "face": f"Python {platform.python_version()}",
        "ours": f"cams-roi {version('cams-roi')}",
        "peer": f"{OFFICIAL} {version(OFFICIAL)}",
    }
    print(json.dumps(head), flush=True)
    for what, (title, counts, goal) in CALLS.items():
        figures = take_turns(given.rounds, what, given.url, counts)
        row(f"calls/s, {title}", "more", figures, "rate", goal)
        row(f"CPU µs a call, {title}", "less", figures, "cpu", scale=1e6)
    for library in (OURS, THEIRS):
        # The first start compiles Python files.
        worker(library, "start", given.url)
    starts = take_turns(given.starts, "start", given.url, {OURS: 0, THEIRS: 0})
    row("import and client, ms", "less", starts, "seconds", 10, scale=1e3)
    row("memory after that, MiB", "less", starts, "memory", 2, scale=1 / 1024)
    sizes = {OURS: [{"size": installed("cams-roi")}], THEIRS: [{"size": installed(OFFICIAL)}]}
    row("installed with what it needs, MB", "less", sizes, "size")


if __name__ == "__main__":
    main()
