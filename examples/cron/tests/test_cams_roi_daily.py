"""The script as cron runs it: with few variables, the real command, and the emulated service."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from cams_roi.testing import Emulator

EXAMPLE = Path(__file__).parent.parent
SCRIPT = EXAMPLE / "cams-roi-daily.sh"
CRONTAB = EXAMPLE / "cams-roi.crontab"
OWN_CHANNEL = "cams-emulator-direct"
"""The account's own channel, which is among all channels, too."""


class Machine:
    """A machine on which the script is installed."""

    def __init__(self, emulator: Emulator, home: Path) -> None:
        """Have it call the emulator."""
        self.state = home / "state"
        command = shutil.which("cams-roi")
        assert command, "the command cams-roi must be on PATH"
        self.environment = {
            "PATH": f"{Path(command).parent}:/usr/bin:/bin",
            "HOME": str(home),
            "CAMS_ROI_STATE": str(self.state),
            **emulator.environment,
        }

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the script, or another command, with no other variables."""
        return subprocess.run(
            command or [SCRIPT],
            env={**self.environment, **variables},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def start(self) -> subprocess.Popen[str]:
        """Start the script in a process group of its own, to be killed as a whole."""
        return subprocess.Popen(
            [SCRIPT], env=self.environment, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def rows(self) -> list[str]:
        """Give the rows of the store, without the header."""
        export = self.run("cams-roi", "export", "--output", "-", CAMS_ROI_STORE=str(self.state / "cams-roi.db"))
        assert export.returncode == 0, export.stderr
        return export.stdout.splitlines()[1:]


@pytest.fixture
def machine(cams_emulator: Emulator, tmp_path: Path) -> Machine:
    """Give a machine, and an account with a channel that has been enabled for years, and two that are new."""
    enabled = {"id": "cams-1", "phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z"}
    cams_emulator.change_account(channels=[enabled, {"id": "cams-2"}, {"id": "cams-3"}])
    return Machine(cams_emulator, tmp_path)


def enabled_channels(emulator: Emulator) -> list[str | None]:
    """Give the channels for which enabling was asked, in order."""
    asked = [request for request in emulator.requests() if request.action == "EnableWhatsappROIMetric"]
    return [request.cust_space_id for request in asked]


def test_a_day_is_enabled_and_collected_in_silence(machine: Machine, cams_emulator: Emulator) -> None:
    run = machine.run()
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert sorted(filter(None, enabled_channels(cams_emulator))) == ["cams-1", "cams-2", "cams-3", OWN_CHANNEL]
    assert len(machine.rows()) > 30
    assert (machine.state / "enabled.journal").stat().st_size > 0


def test_once_the_day_is_done_nothing_is_asked(machine: Machine, cams_emulator: Emulator) -> None:
    machine.run()
    asked = len(cams_emulator.requests())
    run = machine.run()
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert len(cams_emulator.requests()) == asked


def test_on_the_next_day_only_new_channels_are_enabled(machine: Machine, cams_emulator: Emulator) -> None:
    machine.run()
    (machine.state / "done").write_text("2026-01-01\n")
    cams_emulator.control("log", method="DELETE")
    cams_emulator.change_account(channels=[{"id": "cams-1"}, {"id": "cams-2"}, {"id": "cams-3"}, {"id": "cams-4"}])
    assert machine.run().returncode == 0
    assert enabled_channels(cams_emulator) == ["cams-4"]


def test_a_channel_that_fails_is_said_and_tried_again(machine: Machine, cams_emulator: Emulator) -> None:
    cams_emulator.deny(operation="EnableWhatsappROIMetric", cust_space_id="cams-2", times=1)
    run = machine.run()
    assert run.returncode == 1
    assert "cams-2" in run.stderr
    assert "EnableWhatsappROIMetric" in run.stderr
    assert len(machine.rows()) > 30, "the other channels are collected"
    cams_emulator.control("log", method="DELETE")
    assert machine.run().returncode == 0
    assert enabled_channels(cams_emulator) == ["cams-2"]


def test_without_permission_nothing_is_collected(machine: Machine, cams_emulator: Emulator) -> None:
    cams_emulator.deny()
    run = machine.run()
    assert run.returncode == 3
    assert "cams:ListInstance" in run.stderr
    assert not (machine.state / "cams-roi.db").exists()


def test_a_service_that_is_not_available_is_asked_again_in_an_hour(machine: Machine, cams_emulator: Emulator) -> None:
    cams_emulator.fail(times=3)
    run = machine.run()
    assert (run.returncode, "exit code 4" in run.stderr) == (4, True)
    assert machine.run().returncode == 0


def test_a_service_that_cannot_be_reached(machine: Machine) -> None:
    run = machine.run(CAMS_ROI_ENDPOINT="http://127.0.0.1:1")
    assert (run.returncode, "exit code 5" in run.stderr) == (5, True)


def test_a_store_that_cannot_be_used(machine: Machine) -> None:
    run = machine.run(CAMS_ROI_STORE="mysql://somewhere")
    assert run.returncode == 2
    assert "mysql" in run.stderr


def test_a_folder_that_cannot_be_written(machine: Machine) -> None:
    run = machine.run(CAMS_ROI_STATE="/proc/nowhere")
    assert run.returncode == 2
    assert "/proc/nowhere cannot be written" in run.stderr


def test_two_runs_at_once_are_one(machine: Machine, cams_emulator: Emulator) -> None:
    machine.state.mkdir()
    with (machine.state / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = machine.run()
    assert (run.returncode, "an earlier run is still going on" in run.stderr) == (75, True)
    assert cams_emulator.requests() == []


def test_a_run_that_was_killed_is_resumed(machine: Machine, cams_emulator: Emulator) -> None:
    cams_emulator.fault("hang", operation="EnableWhatsappROIMetric", cust_space_id="cams-3")
    with machine.start() as run:
        journal = machine.state / "enabled.journal"
        cams_emulator.wait_for_requests(lambda _: journal.exists() and journal.read_text().count('"enabled"') == 3)
        os.killpg(run.pid, signal.SIGKILL)
    cams_emulator.control("faults", method="DELETE")
    cams_emulator.control("log", method="DELETE")
    assert machine.run().returncode == 0
    assert enabled_channels(cams_emulator) == ["cams-3"]


def test_the_line_of_the_crontab_runs_the_script(machine: Machine) -> None:
    lines = [line for line in CRONTAB.read_text().splitlines() if line and not line.startswith("#")]
    variables = dict(line.split("=", 1) for line in lines[:-1])
    assert set(variables) >= {"CRON_TZ", "PATH", "MAILTO", "CAMS_ROI_STATE"}
    minute, hours, *rest, user, command = lines[-1].split(None, 6)
    assert (minute, hours, rest, user) == ("30", "6-12", ["*", "*", "*"], "cams-roi")
    # Here it is not installed.
    assert Path(command).name == SCRIPT.name
    run = machine.run(variables["SHELL"], "-c", str(SCRIPT))
    assert (run.returncode, run.stderr) == (0, "")
    assert (machine.state / "done").exists()


def test_shellcheck_has_nothing_to_say() -> None:
    run = subprocess.run(["shellcheck", SCRIPT], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")
