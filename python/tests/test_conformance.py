"""The conformance cases, by both clients. `conformance/format.md` says what a case is."""

from __future__ import annotations

import asyncio
import base64
import json
import signal
import threading
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from emulator import Emulator
from operations import EPOCH, PARAMETERS

from cams_roi import OWN_CHANNEL, AsyncClient, CamsRoiError, Channel, Client, Credentials, read_channels

FOLDER = Path(__file__).parents[2] / "conformance"
CASES = [case for path in sorted((FOLDER / "cases").iterdir()) for case in json.loads(path.read_text("utf-8"))]
ANSWERED = ["message", "detail", "code", "request_id", "http_status", "retryable", "attempts", "timeout_phase"]
FIELDS = [*ANSWERED, "operation", "cust_space_id", "phone_number", "template_code", "hint"]


class Stage:
    """An emulator for one package alone, so that its clients share no limits with another's."""

    def __init__(self, face: str, emulator: Emulator) -> None:
        """Begin with no case."""
        self.face, self.emulator, self.passed = face, emulator, 0
        self.silent: str = emulator.control("silent")["address"]

    def filled(self, given: Any, home: Path) -> Any:
        """Give what the placeholders stand for."""
        url = self.emulator.url
        text = json.dumps(given).replace("{url}", url).replace("{host}", url.removeprefix("http://"))
        return json.loads(text.replace("{silent}", self.silent).replace("{home}", str(home)))


@pytest.fixture(scope="module", params=["python", "python-async"])
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """Set the stage, and print at the end how many cases passed on it."""
    with Emulator() as emulator:
        stage = Stage(request.param, emulator)
        yield stage
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\nconformance {stage.face}: {stage.passed} cases passed")


@pytest.mark.parametrize("written", CASES, ids=[case["name"] for case in CASES])
def test_case(stage: Stage, tmp_path: Path, written: Any) -> None:
    emulator, case = stage.emulator, stage.filled(written, tmp_path)
    only(case, {"name", "emulator", "files", "client", "call", "expect", "seen"})
    for name, content in case.get("files", {}).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes_of(content))
    emulator.control("reset", method="POST")
    for control, value in case.get("emulator", []):
        emulator.control(control, value, method="POST")
    defaults = json.loads((FOLDER / "client.json").read_text("utf-8"))
    settings = {**stage.filled(defaults, tmp_path), **case.get("client", {})}
    try:
        play = in_sync if stage.face == "python" else lambda *of: asyncio.run(in_async(*of))
        outcome = play(emulator, settings, case["call"])
    except CamsRoiError as error:
        outcome = {"error": failure(error)}
    question = {"expect": case["expect"], "outcome": outcome, "seen": case.get("seen", {})}
    verdict = emulator.control("verify", question)
    assert verdict == {"problems": []}, outcome
    stage.passed += 1


def bytes_of(content: Any) -> bytes:
    if isinstance(content, dict) and content.keys() == {"base64"}:
        return base64.b64decode(content["base64"])
    return (content if isinstance(content, str) else json.dumps(content)).encode()


def in_sync(emulator: Emulator, settings: Any, call: Any) -> Any:
    method, arguments = prepared(call)
    if method == "read_channels":
        return told(method, read_channels(**arguments))
    with Client(**configured(settings)) as client:
        if "cancel_when" in call:
            # A shell has what it starts with & ignore it.
            signal.signal(signal.SIGINT, signal.default_int_handler)
            threading.Thread(target=interrupt_at, args=(emulator, call)).start()
        try:
            result = getattr(client, method)(**arguments)
            return told(method, list(result) if method == "enable_many" else result)
        except KeyboardInterrupt:
            return {"cancelled": True}


def interrupt_at(emulator: Emulator, call: Any) -> None:
    emulator.wait_for_requests(call["cancel_when"]["requests"])
    interrupt_main()


async def in_async(emulator: Emulator, settings: Any, call: Any) -> Any:
    method, arguments = prepared(call)
    if method == "read_channels":
        return told(method, read_channels(**arguments))
    async with AsyncClient(**configured(settings)) as client:

        async def work() -> Any:
            result = getattr(client, method)(**arguments)
            return [outcome async for outcome in result] if method == "enable_many" else await result

        task = asyncio.create_task(work())
        if "cancel_when" in call:
            await asyncio.to_thread(emulator.wait_for_requests, call["cancel_when"]["requests"])
            task.cancel()
        try:
            return told(method, await task)
        except asyncio.CancelledError:
            return {"cancelled": True}


def configured(settings: Any) -> dict[str, Any]:
    """Give the client's options by their names in Python."""
    times = {"timeout_ms", "connect_timeout_ms", "attempt_timeout_ms", "base_delay_ms", "max_delay_ms"}
    texts = {"endpoint", "region", "profile", "account_id", "signature", "proxy", "ca_file", "ca_pem", "user_agent"}
    only(settings, {*times, *texts, "credentials", "max_attempts", "rate_limit", "max_connections"})
    options = timed(settings, times)
    if settings["credentials"] is not None:
        options["credentials"] = Credentials(**settings["credentials"])
    return options


def prepared(call: Any) -> tuple[str, dict[str, Any]]:
    """Give the method, and what it is called with."""
    only(call, {"operation", "request", "options", "cancel_when"})
    only(call.get("cancel_when", {}), {"requests"})
    request = dict(call.get("request", {}))
    match call["operation"]:
        case operation if operation in PARAMETERS:
            request = written(PARAMETERS[operation], request)
        case "call" | "call_text":
            only(request, {"action", "parameters", "idempotent", "unchecked"})
        case "enable_many":
            only(request, {"channels", "isv_code", "journal", "concurrency", "stop_after_denials"})
            request["channels"] = [Channel(**channel) for channel in request["channels"]]
        case "read_channels":
            only(request, {"path"})
        case unknown:
            raise AssertionError(f"no operation {unknown}")
    options = only(call.get("options", {}), {"timeout_ms", "max_attempts"})
    return call["operation"], {**request, **timed(options, {"timeout_ms"})}


def written(parameters: dict[str, Callable[[Any], Any]], request: dict[str, Any]) -> dict[str, Any]:
    """Give an operation's parameters by their names in Python, where one that is a keyword has a line behind it."""
    is_own = request.pop("own_channel", False)
    names = {name.rstrip("_"): name for name in parameters}
    only(request, set(names))
    given = {names[name]: parameters[names[name]](value) for name, value in request.items()}
    return {**given, "cust_space_id": OWN_CHANNEL} if is_own else given


def told(method: str, result: Any) -> Any:
    """Make JSON of what came out."""
    if method == "call":
        return {"result": result}
    if method == "call_text":
        return {"result": {"text": result}}
    if method == "read_channels":
        return {"result": {"channels": [channel.to_dict() for channel in result]}}
    if method != "enable_many":
        return {"result": plain(result)}
    outcomes = [
        {**it.to_dict(), "status": "enabled" if it.enabled else "failed", "error": it.error and failure(it.error)}
        for it in sorted(result, key=lambda it: str(it.cust_space_id))
    ]
    return {"outcomes": outcomes}


def plain(value: Any) -> Any:
    """Make JSON of a result; times are milliseconds."""
    if is_dataclass(value):
        return {field.name.rstrip("_"): plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return (value - EPOCH) // timedelta(milliseconds=1)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return {key: plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def failure(error: CamsRoiError) -> Any:
    return {
        "kind": type(error).__name__,
        **{name: getattr(error, name) for name in FIELDS},
        "retry_after_ms": None if error.retry_after is None else round(error.retry_after * 1000),
        "access_denied_detail": error.access_denied_detail and error.access_denied_detail.to_dict(),
    }


def timed(options: Any, times: set[str]) -> dict[str, Any]:
    given = {name: value for name, value in options.items() if value is not None}
    return {name.removesuffix("_ms"): value / 1000 if name in times else value for name, value in given.items()}


def only(given: Any, known: set[str]) -> Any:
    """Refuse what is not known: it would be a promise that nobody checks."""
    assert given.keys() <= known, f"unknown keys: {given.keys() - known}"
    return given
