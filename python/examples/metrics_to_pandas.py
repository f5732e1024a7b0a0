"""Read a channel's last four weeks into pandas: ``python metrics_to_pandas.py cams-…``."""

import argparse

from cams_roi import Client, full_days


def main() -> None:
    """Print each number's share of delivered messages by day."""
    parser = argparse.ArgumentParser(description="Show a channel's last four weeks.")
    parser.add_argument("cust_space_id")
    arguments = parser.parse_args()
    start, end = full_days("28d")
    with Client() as client:
        metrics = client.get_chatapp_phone_number_metric(
            cust_space_id=arguments.cust_space_id, start=start, end=end, granularity="DAILY"
        )
    frame = metrics.to_pandas()
    frame["delivered_share"] = frame["delivered_count"] / frame["sent_count"]
    table = frame.pivot_table(index="start", columns="phone_number", values="delivered_share")
    print(table.to_string(float_format="{:.1%}".format))


if __name__ == "__main__":
    main()
