"""Enable the channels of a CSV file: ``python enable_from_csv.py channels.csv``.

The file has a column ``cust_space_id``, and may have ``isv_code``. Run it again after it was killed, or after what
failed was mended: channels that are enabled are not called again.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from cams_roi import Client, Progress, Space


def channels(file: Path) -> Iterator[Space]:
    """Read the channels one by one."""
    with file.open(newline="", encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            yield Space(row["cust_space_id"].strip(), row.get("isv_code") or None)


def show(progress: Progress) -> None:
    """Show how far it has come."""
    print(f"{progress.done} done, {progress.failed} failed", file=sys.stderr)


def main() -> int:
    """Enable them all, and name those that failed."""
    file = Path(sys.argv[1])
    failed = 0
    with Client() as client:
        for outcome in client.enable_many(channels(file), journal=file.with_suffix(".journal"), on_progress=show):
            if outcome.error:
                failed += 1
                print(outcome.cust_space_id, outcome.error, sep="\t")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
