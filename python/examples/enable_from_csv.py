"""Enable the channels of a list: ``python enable_from_csv.py channels.csv``.

The list may be a table that a spreadsheet saved; it has a column ``cust_space_id``, and may have ``isv_code``. Run it
again after it was killed, or after what failed was fixed: channels that are enabled are not called again.
"""

import argparse
import sys
from pathlib import Path

from cams_roi import CamsRoiError, Client, Progress, read_channels


def show(progress: Progress) -> None:
    """Show how far it has come."""
    print(f"{progress.done} done, {progress.failed} failed", file=sys.stderr)


def main() -> int:
    """Enable them all, and name those that failed."""
    parser = argparse.ArgumentParser(description="Enable the channels of a list.")
    parser.add_argument("list", type=Path)
    file: Path = parser.parse_args().list
    failed = 0
    try:
        with Client() as client:
            for outcome in client.enable_many(
                read_channels(file), journal=file.with_suffix(".journal"), on_progress=show
            ):
                if outcome.error:
                    failed += 1
                    print(outcome.cust_space_id, outcome.error, outcome.error.hint, sep="\t")
    except CamsRoiError as error:
        # The list or the journal cannot be used.
        print(error, error.hint, sep="\n", file=sys.stderr)
        return 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
