"""A function as clouds run them: enables the channels that an event names."""

from typing import Any

from cams_roi import Client

client = Client(timeout=20)
"""Made when the function is loaded, so that its connections serve many events."""


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Enable ``event["channels"]``, a list of IDs, and tell which failed, so that the queue gives those again."""
    outcomes = list(client.enable_many(event["channels"]))
    return {
        "enabled": [outcome.cust_space_id for outcome in outcomes if outcome.enabled],
        "failed": {outcome.cust_space_id: str(outcome.error) for outcome in outcomes if outcome.error},
    }
