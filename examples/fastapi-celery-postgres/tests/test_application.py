"""The application as in production: web server, workers and scheduler, with real servers and the emulated service."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from application import until

if TYPE_CHECKING:
    from application import Application
    from cams_roi.testing import Emulator

OWN_CHANNEL = "cams-emulator-direct"
"""The account's own channel, which is among all channels, too."""
ALL = ["cams-1", "cams-2", OWN_CHANNEL, "cams-new"]
ENABLE = "EnableWhatsappROIMetric"
QUERIES = {"GetChatappPhoneNumberMetric", "GetChatappTemplateMetric"}


def enabling(emulator: Emulator) -> list[str]:
    """Give the channels that were enabled; none was refused."""
    requests = [request for request in emulator.requests() if request.action == ENABLE]
    assert {request.code for request in requests} <= {"OK"}
    return sorted(filter(None, (request.cust_space_id for request in requests)))


def enabled(application: Application) -> list[str]:
    """Give the channels that the application shows as enabled."""
    return [channel["cust_space_id"] for channel in application.ask("/channels")[1] if channel["enabled_at"]]


def days_asked_for(emulator: Emulator, channel: str) -> set[int]:
    """Give the lengths of the times for which a channel's metrics were asked."""
    parameters = [it.parameters for it in emulator.requests() if it.action in QUERIES and it.cust_space_id == channel]
    return {(int(it["End"]) - int(it["Start"])) // 86_400_000 for it in parameters}


def total(emulator: Emulator, days: int) -> dict[str, Any]:
    """Give what the emulated service counted in the last days, which end with yesterday."""
    end = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    start = end - timedelta(days=days)
    query = f"totals?start={start.timestamp() * 1000:.0f}&end={end.timestamp() * 1000:.0f}"
    result: dict[str, Any] = emulator.control(query)
    return result


def test_the_scheduler_has_channels_enabled_once_and_every_days_metrics_collected(
    application: Application, emulator: Emulator
) -> None:
    application.start_web()
    assert application.ask("/channels") == (200, [])
    assert application.ask("/metrics") == (200, []), "nothing has been collected yet"
    application.start_worker("first")
    application.start_worker("second")
    application.start("celery", "-A", "every_second", "beat", "--schedule", str(application.home / "schedule"))
    until(lambda: enabled(application) == ALL, "all channels are enabled")
    until(lambda: any(status == "done" for status, *_ in application.runs()), "metrics are collected")
    assert enabling(emulator) == sorted(ALL)
    _, rows = application.ask("/metrics?days=30")
    assert {row["cust_space_id"] for row in rows} == {"cams-1", "cams-2"}
    assert len({row["day"] for row in rows}) == 30
    counted = total(emulator, 30)
    sums = counted["phone_number_metrics"]
    assert sum(row["sent_count"] for row in rows) == sums["sent"] > 0
    assert sum(row["delivered_count"] for row in rows) == sums["delivered"]
    assert sum(row["read_count"] or 0 for row in rows) == counted["template_metrics"]["read"]


def test_it_comes_round_once_a_day(application: Application) -> None:
    program = """
from roi.worker import app
for entry in app.conf.beat_schedule.values():
    print(entry["task"], entry["schedule"])
"""
    assert application.python(program).stdout.splitlines() == [
        "roi.worker.enable_new_channels <crontab: 30 5 * * * (m/h/dM/MY/d)>",
        "roi.worker.collect_metrics <crontab: 30 6 * * * (m/h/dM/MY/d)>",
    ]


def test_channels_that_two_workers_look_for_at_once_are_enabled_once(
    application: Application, emulator: Emulator
) -> None:
    names = [f"cams-{number}" for number in range(12)]
    emulator.change_account(channels=[{"id": name} for name in names])
    application.start_web()
    application.python("from roi.worker import enable_new_channels\nfor _ in range(4): enable_new_channels.delay()")
    application.start_worker("first")
    application.start_worker("second")
    until(lambda: len(enabled(application)) == len(names) + 1, "all channels are enabled")
    emulator.wait_for_requests(lambda requests: sum(request.action == "ListInstance" for request in requests) == 4)
    assert enabling(emulator) == sorted([*names, OWN_CHANNEL])


def test_a_channel_that_is_denied_is_shown_so_until_it_is_enabled(application: Application, emulator: Emulator) -> None:
    emulator.deny(operation=ENABLE, cust_space_id="cams-2")
    application.start_web()
    application.start_worker()
    application.send("enable_new_channels")
    until(lambda: len(application.ask("/channels")[1]) == len(ALL), "all channels are known")
    denied = next(it for it in application.ask("/channels")[1] if it["cust_space_id"] == "cams-2")
    assert denied["enabled_at"] is None
    assert "cams:EnableWhatsappROIMetric" in denied["error"] + denied["hint"]
    assert enabled(application) == ["cams-1", OWN_CHANNEL, "cams-new"]

    emulator.control("faults", method="DELETE")
    emulator.control("log", method="DELETE")
    application.send("enable_new_channels")
    until(lambda: enabled(application) == ALL, "it is enabled, too")
    assert enabling(emulator) == ["cams-2"], "the others are not enabled again"
    assert all(channel["error"] is None for channel in application.ask("/channels")[1])


def test_a_worker_that_is_killed_repeats_no_channel(application: Application, emulator: Emulator) -> None:
    emulator.fault("hang", operation=ENABLE, cust_space_id="cams-new")
    application.start_web()
    worker = application.start_worker("first")
    application.send("enable_new_channels")
    until(lambda: enabled(application) == ALL[:-1], "all but one are enabled")
    application.kill(worker)
    emulator.control("faults", method="DELETE")
    emulator.control("log", method="DELETE")
    application.start_worker("second", lost_after=5)
    until(lambda: enabled(application) == ALL, "another worker does the rest")
    assert enabling(emulator) == ["cams-new"]


def test_a_collection_that_is_killed_goes_on_where_it_was(application: Application, emulator: Emulator) -> None:
    emulator.fault("hang", operation="GetChatappTemplateMetric", cust_space_id="cams-2")
    application.start_web()
    worker = application.start_worker("first")
    application.send("collect_metrics")
    covered = "select count(*) from cams_roi.coverage where cust_space_id = 'cams-1'"
    until(lambda: application.stored(covered) == [(7,)], "the other channel's number and its six templates are stored")
    application.kill(worker)
    emulator.control("faults", method="DELETE")
    emulator.control("log", method="DELETE")
    application.start_worker("second", lost_after=5)
    until(lambda: [status for status, *_ in application.runs()] == ["killed", "done"], "another worker does the rest")
    # What is stored is asked for again where it is younger than a week, and may still change.
    assert days_asked_for(emulator, "cams-1") == {7}
    assert 30 in days_asked_for(emulator, "cams-2")
    _, rows = application.ask("/metrics?days=30")
    assert sum(row["sent_count"] for row in rows) == total(emulator, 30)["phone_number_metrics"]["sent"]


def test_what_the_service_cannot_do_now_is_done_by_a_worker(application: Application, emulator: Emulator) -> None:
    emulator.fail(operation=ENABLE, times=3)
    application.start_web()
    status, answer = application.ask("/channels/cams-new/roi-metrics", "PUT")
    assert (status, answer["status"], answer["request_id"]) == (202, "queued", None)
    assert enabled(application) == []
    application.start_worker()
    until(lambda: enabled(application) == ["cams-new"], "a worker enables it")


def test_who_makes_too_many_calls_is_told_when_to_come_back(application: Application, emulator: Emulator) -> None:
    emulator.throttle(operation=ENABLE, retry_after=0.2, times=3)
    application.start_web()
    status, headers, answer = application.answer("/channels/cams-new/roi-metrics", "PUT")
    assert (status, headers["Retry-After"], answer["error"]) == (503, "1", "Throttling.User")
    application.start_worker()
    assert application.ask("/channels/cams-1/roi-metrics", "PUT")[0] == 200
    assert enabled(application) == ["cams-1"], "nothing is queued"


def test_web_application_and_workers_keep_the_accounts_limit_together(
    application: Application, emulator: Emulator
) -> None:
    names = [f"cams-{number}" for number in range(20)]
    emulator.change_account(channels=[{"id": name} for name in names])
    application.start_web()
    application.start_worker("first")
    application.start_worker("second")
    application.python(f"from roi.worker import enable_channel\nfor name in {names[5:]}: enable_channel.delay(name)")
    for name in names[:5]:
        status, answer = application.ask(f"/channels/{name}/roi-metrics", "PUT")
        assert (status, answer["status"]) == (200, "enabled")
    until(lambda: set(enabled(application)) == set(names), "all are enabled")
    assert enabling(emulator) == sorted(names), "the service has refused none"


def test_a_collection_in_which_something_failed_is_repeated(application: Application, emulator: Emulator) -> None:
    emulator.deny(operation="GetChatappPhoneNumberMetric", cust_space_id="cams-2")
    worker = application.start_worker()
    application.send("collect_metrics")
    until(lambda: [run[0] for run in application.runs()] == ["failed"], "a query has failed")
    # What came is there all the same.
    ((_, new_rows, failures),) = application.runs()
    assert (new_rows, failures) == (390, 1)
    assert worker.poll() is None


def test_what_cannot_be_done_is_said(application: Application) -> None:
    application.start_web()
    status, answer = application.ask("/channels/cams-of-others/roi-metrics", "PUT")
    assert (status, answer["error"]) == (404, "Unknown.ResourceOwnerId")
    assert application.ask("/channels/%20/roi-metrics", "PUT")[0] == 422
    assert application.ask("/metrics?days=0")[0] == 422
    assert application.ask("/channels") == (200, []), "none of this is a channel of the account"


@pytest.mark.parametrize("variable", ["REDIS_URL", "CAMS_ROI_STORE"])
def test_a_setting_that_lacks_is_named(application: Application, variable: str) -> None:
    del application.environment[variable]
    with pytest.raises(subprocess.CalledProcessError) as failed:
        application.python("import roi.worker")
    assert f"{variable} is not set: .env.example says what belongs there" in failed.value.stderr
