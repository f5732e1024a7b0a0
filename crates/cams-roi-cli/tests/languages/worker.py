"""A worker of its own process: enables the channels of a list, and prints each that is enabled.

Usage: worker.py LIST CALLS_PER_SECOND [JOURNAL]
"""

import sys

from cams_roi import Client, read_channels

channels, calls_per_second, *journal = sys.argv[1:]
options = {"journal": journal[0]} if journal else {}
with Client(rate_limit=float(calls_per_second)) as client:
    for outcome in client.enable_many(read_channels(channels), **options):
        if outcome.error:
            raise outcome.error
        print(outcome.cust_space_id, flush=True)
