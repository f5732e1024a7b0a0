"""The way of the core's events to the logger ``cams_roi``. `logging` is imported when the first one comes along."""

from __future__ import annotations


def forward(level: int, message: str, fields: dict[str, object]) -> None:
    """Log an event; its fields are in the message, and in the record's attribute ``cams_roi``."""
    import logging

    logger = logging.getLogger("cams_roi")
    if logger.isEnabledFor(level):
        text = message + "".join(f" {name}={value}" for name, value in fields.items())
        extra = {"cams_roi": fields}
        logger.handle(logger.makeRecord(logger.name, level, "cams_roi", 0, text, (), None, extra=extra))
