"""The bridge to the Rust core; private to the package."""

from asyncio import AbstractEventLoop, Future
from os import PathLike
from typing import Any, Final, final

__version__: Final[str]

def error_kinds() -> list[tuple[str, str | None, bool]]: ...

@final
class Pending:
    def abort(self) -> None: ...

@final
class Client:
    def __new__(cls, settings: dict[str, Any]) -> Client: ...
    @property
    def endpoint(self) -> str: ...
    def held(self) -> Client | None: ...
    def send(
        self, operation: str, request: tuple[Any, ...], timeout: float | None, max_attempts: int | None
    ) -> Any: ...
    def start(
        self,
        operation: str,
        request: tuple[Any, ...],
        timeout: float | None,
        max_attempts: int | None,
        event_loop: AbstractEventLoop,
        future: Future[Any],
    ) -> Pending: ...
    def bulk(
        self,
        journal: str | PathLike[str] | None,
        isv_code: str | None,
        concurrency: int | None,
        stop_after_denials: int | None,
        timeout: float | None,
        max_attempts: int | None,
        is_list: bool,
    ) -> Bulk: ...
    def close(self) -> None: ...

@final
class ChannelReader:
    def __new__(cls, path: str | PathLike[str]) -> ChannelReader: ...
    def next_batch(self, most: int) -> list[tuple[str, str | None]]: ...

@final
class Bulk:
    def advance(self) -> Any: ...
    def add(self, cust_space_id: str, isv_code: str | None) -> None: ...
    def start_add(
        self, cust_space_id: str, isv_code: str | None, event_loop: AbstractEventLoop, future: Future[None]
    ) -> Pending: ...
    def start_next(self, event_loop: AbstractEventLoop, future: Future[Any]) -> Pending: ...
    def finish(self) -> None: ...
    def close(self) -> None: ...
