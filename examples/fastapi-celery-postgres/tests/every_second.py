"""The application, whose schedule comes round every second: ``celery -A every_second beat``."""

from roi.worker import app

for entry in app.conf.beat_schedule.values():
    entry["schedule"] = 1.0
