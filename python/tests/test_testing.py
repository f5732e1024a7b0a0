"""The testing kit: what is found, what it does, and what it says where it cannot."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import cams_roi
from cams_roi import CamsRoiError, Client, PermissionDeniedError, ServiceUnavailableError, ThrottledError, full_days
from cams_roi.testing import Emulator, EmulatorError, _emulator, _program

ENABLE = "EnableWhatsappROIMetric"


@pytest.fixture
def kit() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


def test_what_is_throttled_is_tried_again(kit: Emulator) -> None:
    kit.throttle(times=2, retry_after=0.01)
    with kit.client() as client:
        client.enable_whatsapp_roi_metric(kit.channels[0])
    first, second, third = kit.requests()
    assert [first.status, second.status, third.status] == [429, 429, 200]
    assert (first.code, first.fault, first.action) == ("Throttling.User", "throttle", ENABLE)
    assert (third.code, third.fault, third.outcome) == ("OK", None, "answered")
    assert third.cust_space_id == kit.channels[0]
    assert third.access_key_id == kit.credentials.access_key_id


def test_what_is_denied_says_the_action(kit: Emulator) -> None:
    kit.deny(operation=ENABLE, cust_space_id=kit.channels[0])
    with kit.client() as client:
        client.enable_whatsapp_roi_metric(kit.channels[1])
        client.list_instance()
        with pytest.raises(PermissionDeniedError) as caught:
            client.enable_whatsapp_roi_metric(kit.channels[0])
    assert caught.value.access_denied_detail is not None
    assert f"cams:{ENABLE}" in caught.value.access_denied_detail.text
    assert [request.code for request in kit.requests()] == ["OK", "OK", "Ram.PermissionDeny"]


def test_what_fails_fails_as_often_as_it_is_told(kit: Emulator) -> None:
    with kit.client(max_attempts=2) as client:
        kit.fail(times=2)
        with pytest.raises(ServiceUnavailableError):
            client.list_instance()
        client.list_instance()
        kit.fail(status=400, code="Product.Unsubscript", message="not yet")
        with pytest.raises(cams_roi.NotSubscribedError, match="not yet"):
            client.list_instance()
        kit.reset()
        client.list_instance()
    assert len(kit.requests()) == 1


def test_days_go_by(kit: Emulator) -> None:
    with kit.client() as client:
        client.enable_whatsapp_roi_metric(kit.channels[0])
        kit.advance(days=3)
        now = datetime.now(timezone.utc)
        rows = client.get_chatapp_phone_number_metric(
            cust_space_id=kit.channels[0], start=now, end=now + timedelta(days=2), granularity="DAILY"
        )
    assert [row.sent_count > 0 for row in rows] == [True] * len(rows) != []


def test_the_account_can_be_changed(kit: Emulator) -> None:
    kit.change_account(subscribed=False)
    with kit.client() as client, pytest.raises(cams_roi.NotSubscribedError):
        client.list_instance()


def test_a_client_for_asyncio(kit: Emulator) -> None:
    async def call() -> None:
        async with kit.async_client() as client:
            await client.enable_whatsapp_roi_metric(kit.channels[0])

    asyncio.run(call())
    assert kit.wait_for_requests(1)[0].action == ENABLE


def test_what_is_waited_for_in_vain_is_shown(kit: Emulator) -> None:
    with pytest.raises(TimeoutError, match=r"not as expected after 0 seconds: \[\]"):
        kit.wait_for_requests(1, patience=0)


def test_it_starts_as_it_is_told() -> None:
    with Emulator(channels=2, qps="1") as emulator:
        assert len(emulator.channels) == 2
        limits = emulator.control("limits")
        emulator.reset()
        assert emulator.control("limits") == limits
        assert limits["in_force"][ENABLE] == 1


def test_a_control_that_makes_no_sense_is_refused_with_why(kit: Emulator) -> None:
    with pytest.raises(EmulatorError, match="unknown variant `no such fault`"):
        kit.fault("no such fault")
    with pytest.raises(EmulatorError, match="no /_emulator/nothing; there are: "):
        kit.control("nothing")


def test_after_its_end_it_says_so(kit: Emulator) -> None:
    kit.close()
    with pytest.raises(EmulatorError, match="does not answer"):
        kit.requests()


def test_no_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_program, "find", lambda: None)
    with pytest.raises(EmulatorError) as caught:
        Emulator()
    assert f"pip install 'cams-roi[testing]=={cams_roi.__version__}'" in str(caught.value)


def test_a_command_that_cannot_start_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EmulatorError, match=r"cannot be started: No such file"):
        Emulator(command=tmp_path / "nothing")
    with pytest.raises(EmulatorError, match="ended with 2; what it said about that is on standard error"):
        Emulator(qps="many")
    assert "give a whole number, or off" in capfd.readouterr().err


def test_a_command_of_another_version_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_emulator, "__version__", "99.0.0")
    with pytest.raises(EmulatorError, match=rf"is of version {cams_roi.__version__}, and cams_roi of version 99\.0\.0"):
        Emulator()


def test_the_command_is_found_in_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = os.environ[_program.VARIABLE]
    assert _program.find() == Path(named)
    monkeypatch.delenv(_program.VARIABLE)
    on_path = tmp_path / "path" / Path(named).name
    on_path.parent.mkdir()
    on_path.symlink_to(named)
    monkeypatch.setenv("PATH", str(on_path.parent))
    assert _program.find() == on_path
    # As installers put it: the completions have the same name.
    site = tmp_path / "lib" / "site"
    metadata = site / "cams_roi_cli-0.1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: cams-roi-cli\nVersion: 0.1.0\n")
    files = ["../../share/bash-completion/completions/cams-roi", "../../bin/cams-roi"]
    (metadata / "RECORD").write_text("".join(f"{file},,\n" for file in files))
    monkeypatch.syspath_prepend(site)
    found = _program.find()
    assert found is not None
    assert found.resolve() == (tmp_path / "bin" / "cams-roi").resolve()
    monkeypatch.setenv("PATH", str(tmp_path))
    (metadata / "RECORD").write_text("")
    assert _program.find() is None


@pytest.mark.parametrize(
    "kind", [CamsRoiError, *CamsRoiError.__subclasses__(), *cams_roi.ServiceError.__subclasses__()]
)
def test_an_error_for_a_test_needs_nothing_but_its_kind(kind: type[CamsRoiError]) -> None:
    error = kind("as it would be")
    assert (str(error), error.attempts, error.code) == ("as it would be", 0, None)
    assert error.retryable is kind._is_retryable
    assert ThrottledError().retryable
    assert not PermissionDeniedError().retryable


TESTS = """
    import pytest
    from cams_roi import Client
    from cams_roi.testing import Emulator

    @pytest.fixture(scope="session")
    def cams_emulator_options():
        return {"channels": 2}

    def enable():
        with Client() as client:
            return client.enable_whatsapp_roi_metric("cams-emulator-1")

    def test_first(cams_emulator: Emulator):
        assert len(cams_emulator.channels) == 2
        cams_emulator.deny()
        with cams_emulator.client(max_attempts=1) as client, pytest.raises(PermissionError):
            client.list_instance()

    def test_second(cams_emulator_environment: Emulator):
        assert cams_emulator_environment.requests() == []
        enable()
        assert [it.action for it in cams_emulator_environment.requests()] == ["EnableWhatsappROIMetric"]

    def test_third(cams_emulator):
        assert cams_emulator.requests() == []
"""


def test_pytest_finds_the_fixtures_and_each_test_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(textwrap.dedent(TESTS))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout


def test_whoever_does_not_test_loads_nothing_of_it() -> None:
    program = "import sys, cams_roi; assert not [it for it in sys.modules if it.startswith('cams_roi.testing')]"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_full_days_of_the_emulator_s_past(kit: Emulator) -> None:
    past = {"phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"}
    kit.change_account(channels=[{"id": "cams-1", **past}])
    start, end = full_days("2d")
    with kit.client() as client:
        rows = client.get_chatapp_phone_number_metric(cust_space_id="cams-1", start=start, end=end)
    assert {row.phone_number for row in rows} == {"99900000042"}


def test_a_client_takes_further_options(kit: Emulator) -> None:
    kit.fail(times=1)
    with kit.client(max_attempts=1) as client, pytest.raises(ServiceUnavailableError):
        client.list_instance()
    with Client(**kit.client_options) as client:
        client.list_instance()
