"""Switch on the collection of one channel's figures: ``python enable_one.py cams-…``."""

import sys

from cams_roi import CamsRoiError, Client


def main() -> int:
    """Enable the channel that the command line names."""
    with Client() as client:
        try:
            result = client.enable_whatsapp_roi_metric(cust_space_id=sys.argv[1])
        except CamsRoiError as error:
            print(error, error.hint, sep="\n", file=sys.stderr)
            return 1
    print("enabled, request", result.request_id)
    return 0


if __name__ == "__main__":
    sys.exit(main())
