"""The emulator as a child process, and its controls."""

from __future__ import annotations

import json
import subprocess
import time
from datetime import timedelta
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, build_opener
from urllib.request import Request as HttpRequest

from cams_roi import AsyncClient, Client, Credentials, __version__

from . import _program, _request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike
    from types import TracebackType

    from typing_extensions import Self

    from ._request import Request


class EmulatorError(RuntimeError):
    """The emulator is not there, does not start, or refuses a control; the message says what to do."""


class Emulator:
    """The service on this machine, in a process of its own that ends with it.

    It checks what the service checks, and begins with an account that is ready: `credentials`, `channels`, `isv_code`.
    Nothing limits how fast it is called, unless ``qps`` says so.
    """

    url: str
    """Its address, to be given to a client as ``endpoint``."""
    credentials: Credentials
    """The account's AccessKey."""
    channels: list[str]
    """The account's channels."""
    isv_code: str
    """The code by which the account's user proves that the ISV authorised it."""
    account_id: str
    """The account's number."""

    def __init__(
        self,
        *,
        channels: int = 5,
        phone_numbers: int = 1,
        templates: int = 3,
        template_languages: int = 2,
        late_days: int = 0,
        day_offset: str = "+00:00",
        seed: int = 0,
        qps: str = "off",
        command: str | PathLike[str] | None = None,
    ) -> None:
        """Start it, and wait until it listens.

        Args:
            channels: How many channels the account has.
            phone_numbers: How many phone numbers each channel has.
            templates: How many approved marketing templates each channel has; it has three others beside them.
            template_languages: In how many languages each template is there.
            late_days: How many days old a day is once its metrics are complete; until then they grow.
            day_offset: By which clock the days of metrics begin, for example ``+08:00``.
            seed: What everything is made up from: the same seed gives the same account and metrics.
            qps: Calls a second for each operation: a number, percent of what the service documents (``100%``), or
                ``off``.
            command: The file of the command ``cams-roi``. By default that which ``CAMS_ROI_COMMAND`` names, else that
                of the package ``cams-roi-cli``, else that on ``PATH``.

        Raises:
            EmulatorError: There is no command, it does not start, or it is of another version than this package.

        """
        options = {
            "channels": channels,
            "phone-numbers": phone_numbers,
            "templates": templates,
            "template-languages": template_languages,
            "late-days": late_days,
            "day-offset": day_offset,
            "seed": seed,
            "qps": qps,
        }
        program = _program.find() if command is None else command
        if program is None:
            raise EmulatorError(
                "the emulator is in the command cams-roi, which is not installed: "
                f"{_program.INSTALL}, or let {_program.VARIABLE} name the command"
            )
        # This machine's proxy, if it has one, does not reach our loopback.
        self._opener = build_opener(ProxyHandler({}))
        self._process = _start(str(program), [f"--{name}={value}" for name, value in options.items()])
        try:
            self._begin(str(program))
        except BaseException:
            self.close()
            raise

    def _begin(self, program: str) -> None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        try:
            account = json.loads(line)
        except ValueError as error:
            status = self._process.wait() if not line else "something else than an emulator's address"
            raise EmulatorError(
                f"{program} emulator ended with {status}; what it said about that is on standard error"
            ) from error
        self.url = account["url"]
        self.channels = account["cust_space_ids"]
        self.isv_code = account["isv_code"]
        self.credentials = Credentials(account["access_key_id"], account["access_key_secret"])
        version = self.control("health").get("version")
        if version != __version__:
            raise EmulatorError(
                f"{program} is of version {version}, and cams_roi of version {__version__}: {_program.INSTALL}"
            )
        (ready,) = self.control("accounts")
        self.account_id = ready["account_id"]

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self.close()

    def close(self) -> None:
        """End it. It ends with this process, too."""
        self._process.kill()
        self._process.communicate()

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead a program here which makes its client without settings."""
        return {
            "CAMS_ROI_ENDPOINT": self.url,
            "ALIBABA_CLOUD_ACCESS_KEY_ID": self.credentials.access_key_id,
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET": self.credentials.access_key_secret,
            "ALIBABA_CLOUD_ECS_METADATA_DISABLED": "true",
            "NO_PROXY": "127.0.0.1",
        }

    @property
    def client_options(self) -> dict[str, Any]:
        """What `client` gives to `Client`: the way here, no limit of its own, and hardly any wait before a retry."""
        return {
            "endpoint": self.url,
            "credentials": self.credentials,
            "proxy": "direct",
            "rate_limit": "off",
            "base_delay": 0.001,
            "max_delay": 0.001,
        }

    def client(self, **options: Any) -> Client:
        """Make a client of the account; ``options`` are those of `Client`, and win over `client_options`."""
        return Client(**{**self.client_options, **options})

    def async_client(self, **options: Any) -> AsyncClient:
        """Make a client for asyncio; ``options`` are those of `AsyncClient`, and win over `client_options`."""
        return AsyncClient(**{**self.client_options, **options})

    def throttle(
        self,
        *,
        retry_after: float | None = None,
        times: int | None = 1,
        operation: str | None = None,
        cust_space_id: str | None = None,
    ) -> None:
        """Have the next request refused by flow control, as the service does, with HTTP 429 and ``Throttling.User``.

        Args:
            retry_after: How many seconds the answer asks to wait; by default it says nothing about that.
            times: How many requests are refused; ``None`` for all from now on.
            operation: Only requests for this operation, for example ``EnableWhatsappROIMetric``.
            cust_space_id: Only requests for this channel.

        """
        wait = None if retry_after is None else round(retry_after * 1000)
        self.fault("throttle", retry_after_ms=wait, times=times, operation=operation, cust_space_id=cust_space_id)

    def deny(self, *, times: int | None = None, operation: str | None = None, cust_space_id: str | None = None) -> None:
        """Have requests refused as those of a caller whom RAM does not allow the operation, with the detail of why.

        Args:
            times: How many requests are refused; by default all from now on.
            operation: Only requests for this operation, for example ``EnableWhatsappROIMetric``.
            cust_space_id: Only requests for this channel.

        """
        self.fault("deny", times=times, operation=operation, cust_space_id=cust_space_id)

    def fail(
        self,
        *,
        status: int = 503,
        code: str = "ServiceUnavailable",
        message: str | None = None,
        times: int | None = None,
        operation: str | None = None,
        cust_space_id: str | None = None,
    ) -> None:
        """Have requests answered with an error of the service.

        Args:
            status: The HTTP status.
            code: The service's code; ``docs/errors.md`` has those that are known.
            message: The service's message.
            times: How many requests meet it; by default all from now on.
            operation: Only requests for this operation, for example ``EnableWhatsappROIMetric``.
            cust_space_id: Only requests for this channel.

        """
        self.fault(
            "error",
            status=status,
            code=code,
            message=message,
            times=times,
            operation=operation,
            cust_space_id=cust_space_id,
        )

    def fault(
        self,
        kind: str,
        *,
        times: int | None = None,
        operation: str | None = None,
        cust_space_id: str | None = None,
        **fields: object,
    ) -> None:
        """Have requests meet any fault that the emulator knows, such as ``hang``, ``reset``, ``html`` or ``delay``.

        Args:
            kind: Its type; the emulator's page has all of them, with their fields.
            times: How many requests meet it; by default all from now on.
            operation: Only requests for this operation.
            cust_space_id: Only requests for this channel.
            fields: The fault's own fields.

        """
        match = {"action": operation, "cust_space_id": cust_space_id}
        rule = {"match": {name: value for name, value in match.items() if value is not None}, "times": times}
        self.control("faults", {**rule, "fault": {"type": kind, **fields}})

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0) -> None:
        """Move the clock that metrics live by: those of a day can be read once it is over."""
        span = timedelta(days=days, hours=hours, minutes=minutes)
        self.control("clock", {"advance_ms": span // timedelta(milliseconds=1)})

    def change_account(self, **fields: object) -> None:
        """Change the account, for example ``subscribed=False`` or ``channels``; the emulator's page has all fields."""
        self.control("accounts", {"account_id": self.account_id, **fields})

    def requests(self) -> list[Request]:
        """Give the requests since the start or the last `reset`, in the order in which they came."""
        return [_request.read(entry) for entry in self.control("log")]

    def wait_for_requests(
        self, condition: int | Callable[[list[Request]], bool], *, patience: float = 30
    ) -> list[Request]:
        """Wait until so many requests have come, or until they fulfil a condition; gives them.

        Raises:
            TimeoutError: They do not within ``patience`` seconds.

        """
        is_met = (lambda requests: len(requests) >= condition) if isinstance(condition, int) else condition
        deadline = time.monotonic() + patience
        while not is_met(requests := self.requests()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"the requests are not as expected after {patience} seconds: {requests[-5:]}")
            time.sleep(0.005)
        return requests

    def reset(self) -> None:
        """Go back to the start: account, clock, faults and the list of requests."""
        self.control("reset", method="POST")

    def control(self, name: str, value: object = None, method: str | None = None) -> Any:
        """Read one of the emulator's controls, or set it to ``value``; its page has all of them.

        Raises:
            EmulatorError: It refuses that, and why.

        """
        data = None if value is None else json.dumps(value).encode()
        request = HttpRequest(f"{self.url}/_emulator/{name}", data=data, method=method)
        try:
            with self._opener.open(request, timeout=30) as answer:
                return json.load(answer)
        except HTTPError as error:
            with error:
                told = json.load(error).get("error")
            raise EmulatorError(f"/_emulator/{name}: {told}") from error
        except URLError as error:
            raise EmulatorError(f"the emulator at {self.url} does not answer: {error.reason}") from error


def _start(program: str, options: list[str]) -> subprocess.Popen[bytes]:
    command = [program, "emulator", "--exit-with-stdin", *options]
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    except OSError as error:
        raise EmulatorError(f"{program} cannot be started: {error.strerror or error}") from error
