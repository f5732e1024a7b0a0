"""Enabling many channels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from emulator import Emulator

from cams_roi import (
    Channel,
    Client,
    ConfigurationError,
    InvalidArgumentError,
    NotSubscribedError,
    PermissionDeniedError,
    Progress,
    UnknownResourceOwnerError,
    read_channels,
)


def test_every_channel_once(client: Client, emulator: Emulator) -> None:
    progress: list[Progress] = []
    channels = [*emulator.channels, emulator.channels[0], "cams-unknown"]
    outcomes = list(client.enable_many(channels, on_progress=progress.append))
    assert sorted(it.cust_space_id for it in outcomes) == sorted(set(channels))
    failed = [it for it in outcomes if not it.enabled]
    assert [it.cust_space_id for it in failed] == ["cams-unknown"]
    assert isinstance(failed[0].error, UnknownResourceOwnerError)
    assert failed[0].error.__traceback__ is None
    assert all(it.request_id and it.attempts == 1 and not it.resumed and not it.not_called for it in outcomes)
    assert [it.done for it in progress] == [1, 2, 3, 4, 5, 6]
    assert progress[-1] == Progress(done=6, enabled=5, failed=1, resumed=0, total=6)


def test_isv_codes(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "OK"})
    list(client.enable_many(["cams-1", Channel("cams-2", "isv-2")], isv_code="isv-1"))
    sent = {it["parameters"]["CustSpaceId"]: it["parameters"]["IsvCode"] for it in emulator.log()}
    assert sent == {"cams-1": "isv-1", "cams-2": "isv-2"}


def test_a_second_run_goes_on_where_the_first_ended(client: Client, emulator: Emulator, tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    for outcome in client.enable_many(emulator.channels[:3], journal=journal):
        assert outcome.enabled
    recorded = [json.loads(line) for line in journal.read_text().splitlines()]
    assert {it["cust_space_id"] for it in recorded} == set(emulator.channels[:3])
    outcomes = list(client.enable_many(emulator.channels, journal=str(journal)))
    assert {it.cust_space_id for it in outcomes if it.resumed} == set(emulator.channels[:3])
    assert len(emulator.log()) == 5


def test_an_error_of_the_account_spares_the_rest(client: Client, emulator: Emulator) -> None:
    emulator.change_account(subscribed=False)
    outcomes = list(client.enable_many(f"cams-{number}" for number in range(500)))
    assert len(outcomes) == 500
    assert all(isinstance(it.error, NotSubscribedError) for it in outcomes)
    assert len(emulator.log()) < 100
    assert sum(it.not_called for it in outcomes) == 500 - len(emulator.log())
    assert all(it.not_called == (it.attempts == 0) for it in outcomes)


def test_channels_that_are_denied_one_after_the_other_end_the_run(client: Client, emulator: Emulator) -> None:
    emulator.change_account(permissions=[])
    channels = [f"cams-{number}" for number in range(20)]
    outcomes = list(client.enable_many(channels, concurrency=1, stop_after_denials=3))
    assert all(isinstance(it.error, PermissionDeniedError) for it in outcomes)
    assert [(it.attempts, it.not_called) for it in outcomes] == [(1, False)] * 3 + [(0, True)] * 17
    assert outcomes[-1].to_dict()["not_called"] is True
    assert len(emulator.log()) == 3
    with pytest.raises(InvalidArgumentError, match="stop_after_denials is zero"):
        list(client.enable_many(channels, stop_after_denials=0))


def test_channels_are_read_as_they_are_needed(client: Client, emulator: Emulator) -> None:
    emulator.respond(200, {"Code": "OK"})
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield f"cams-{read}"

    run = client.enable_many(endless())
    assert read == 0
    outcomes = [next(run) for _ in range(100)]
    assert len({it.cust_space_id for it in outcomes}) == 100
    assert read < 500
    run.close()
    with pytest.raises(StopIteration):
        next(run)


def test_what_the_source_raises_reaches_the_caller(client: Client, emulator: Emulator) -> None:
    def broken() -> Iterator[str]:
        yield emulator.channels[0]
        raise LookupError("no more")

    outcomes = client.enable_many(broken())
    assert next(outcomes).enabled, "what ended before is told first"
    with pytest.raises(LookupError, match="no more"):
        next(outcomes)
    with pytest.raises(StopIteration):
        next(outcomes)


def test_leaving_ends_what_is_under_way(client: Client, emulator: Emulator) -> None:
    control = {"match": {"cust_space_id": emulator.channels[1]}, "times": None, "fault": {"type": "hang"}}
    emulator.control("faults", control)
    for _ in client.enable_many(emulator.channels):
        if any(it["fault"] for it in emulator.log()):
            break
    emulator.wait_until_client_gone()


def test_what_cannot_be_right_is_refused_at_once(client: Client, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="journal"):
        client.enable_many([], journal=tmp_path)
    assert list(client.enable_many([])) == []


def test_a_file_is_read_by_read_channels(client: Client, emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "channels.txt"
    path.write_text(f"cust_space_id\n{emulator.channels[0]}\n")
    for given in (path.open(), path.open("rb")):
        with given as file, pytest.raises(InvalidArgumentError, match="channels is of type") as caught:
            client.enable_many(file)  # type: ignore[arg-type, unused-ignore]
        assert "read_channels(path)" in (caught.value.hint or "")
    lines = list(client.enable_many(line for line in path.read_text().splitlines(keepends=True)[1:]))
    assert lines[0].error
    assert "read_channels" in (lines[0].error.hint or "")
    with pytest.raises(InvalidArgumentError, match="journal holds half of a surrogate pair"):
        client.enable_many(emulator.channels, journal="\ud800")
    with pytest.raises(ConfigurationError, match="path holds half of a surrogate pair"):
        read_channels("\ud800")
    assert emulator.log() == []


def test_the_limit_holds(emulator: Emulator) -> None:
    emulator.control("limits", {"enabled": True})
    with Client(endpoint=emulator.url, credentials=emulator.credentials) as client:
        outcomes = list(client.enable_many([*emulator.channels, *(f"cams-{number}" for number in range(5))]))
    assert sum(it.enabled for it in outcomes) == 5
    assert not [it for it in emulator.log() if it["code"] == "System.LimitControl"]
    assert emulator.control("peak?action=EnableWhatsappROIMetric")["peak_per_second"] <= 5
