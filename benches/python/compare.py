"""cams-roi beside the official SDK: the same calls, answered alike by a server on this machine.

``cargo xtask bench python`` builds the wheel, installs both and runs this. It prints a Markdown table. The figures are
medians of rounds in which both take turns, each in a process of its own; a noisy machine disturbs both.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

OURS, THEIRS = "cams-roi", "official SDK"

WORKERS = Path(__file__).parent / "worker.py"

CALLS = {
    "sync": ("one call after another", {OURS: 3000, THEIRS: 1000}, 3),
    "threads": ("32 threads", {OURS: 6000, THEIRS: 1200}, 8),
    "asyncio": ("asyncio, 32 in flight", {OURS: 6000, THEIRS: 1000}, 5),
}


def worker(library: str, what: str, *arguments: object, environment: dict[str, str]) -> dict[str, float]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, str(WORKERS), library, what, *map(str, arguments)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def median(rounds: list[dict[str, float]], figure: str) -> float:
    """Give the median of one figure."""
    return statistics.median(it[figure] for it in rounds)


def calls(url: str, rounds: int, environment: dict[str, str]) -> None:
    """Compare calls a second, and what each costs the client's processor."""
    print("| calls | library | calls/s | CPU per call | times the calls/s | goal |")
    print("|---|---|--:|--:|--:|--:|")
    for what, (title, counts, goal) in CALLS.items():
        figures: dict[str, list[dict[str, float]]] = {OURS: [], THEIRS: []}
        for _ in range(rounds):
            for library, taken in figures.items():
                taken.append(worker(library, what, url, counts[library], environment=environment))
        for library, taken in figures.items():
            cost = f"{median(taken, 'cpu') * 1e6:.0f} µs"
            ratio = median(taken, "rate") / median(figures[THEIRS], "rate")
            note = f"≥ {goal}" if library == OURS else ""
            rate = f"{median(taken, 'rate'):.0f}"
            print(f"| {title} | {library} | {rate} | {cost} | {ratio:.1f} | {note} |", flush=True)


def starts(url: str, rounds: int, environment: dict[str, str]) -> None:
    """Compare what it takes to import the library and make a client."""
    figures: dict[str, list[dict[str, float]]] = {OURS: [], THEIRS: []}
    for library in figures:
        # The first start compiles Python files.
        worker(library, "start", url, environment=environment)
    for _ in range(rounds):
        for library, taken in figures.items():
            taken.append(worker(library, "start", url, environment=environment))
    print("\n| import and client | time | memory | memory beyond the bare interpreter |\n|---|--:|--:|--:|")
    for library, taken in figures.items():
        memory = f"{median(taken, 'memory') / 1024:.1f} MiB | {median(taken, 'added') / 1024:.1f} MiB"
        print(f"| {library} | {median(taken, 'seconds') * 1e3:.1f} ms | {memory} |")
    pairs = [theirs["seconds"] / ours["seconds"] for ours, theirs in zip(figures[OURS], figures[THEIRS], strict=True)]
    lighter = median(figures[THEIRS], "memory") / median(figures[OURS], "memory")
    print(
        f"\n{statistics.median(pairs):.0f} times faster (goal 10), {min(pairs):.0f} at the least, of {rounds} pairs; "
    )
    print(f"{lighter:.1f} times less memory (goal 2)")


def main() -> None:
    """Run both comparisons."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5, help="of each kind of call; 0 leaves them out")
    options.add_argument("--starts", type=int, default=11, help="pairs of starts")
    given = options.parse_args()
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "static_server.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        url = server.stdout.readline().decode().strip()
        if given.rounds:
            calls(url, given.rounds, environment)
        starts(url, given.starts, environment)
        server.kill()


if __name__ == "__main__":
    main()
