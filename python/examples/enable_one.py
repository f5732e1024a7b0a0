"""Enable one channel's metrics: ``python enable_one.py cams-…``."""

import argparse
import sys

from cams_roi import CamsRoiError, Client


def main() -> int:
    """Enable the channel that the command line names."""
    parser = argparse.ArgumentParser(description="Enable one channel.")
    parser.add_argument("cust_space_id")
    arguments = parser.parse_args()
    with Client() as client:
        try:
            result = client.enable_whatsapp_roi_metric(arguments.cust_space_id)
        except CamsRoiError as error:
            print(error, error.hint, sep="\n", file=sys.stderr)
            return 1
    print("enabled, request", result.request_id)
    return 0


if __name__ == "__main__":
    sys.exit(main())
