"""How a client is configured."""

from __future__ import annotations

import re
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from emulator import Emulator

from cams_roi import (
    OWN_CHANNEL,
    AsyncClient,
    Client,
    ConfigurationError,
    Credentials,
    CredentialsError,
    ServiceUnavailableError,
    ThrottledError,
    TransportError,
)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"endpoint": "ftp://host"}, "scheme ftp"),
        ({"endpoint": ""}, "endpoint"),
        ({"region": "eu-central-1"}, "eu-central-1"),
        ({"signature": "md5"}, "unknown signature algorithm"),
        ({"timeout": 0}, "timeout is zero"),
        ({"timeout": -1}, "timeout is -1"),
        ({"attempt_timeout": float("nan")}, "attempt_timeout is nan"),
        ({"connect_timeout": timedelta(0)}, "connect_timeout is zero"),
        ({"base_delay": -0.1}, "base_delay is -0.1"),
        ({"max_delay": float("nan")}, "max_delay is nan"),
        ({"max_attempts": 0}, "max_attempts is zero"),
        ({"rate_limit": 0}, "rate_limit is 0"),
        ({"rate_limit": {"EnableWhatsappROIMetric": 0}}, "rate_limit['EnableWhatsappROIMetric'] is 0"),
        ({"max_connections": 0}, "max_connections is zero"),
        ({"rate_limit": "slow"}, "rate_limit is 'slow'"),
        ({"proxy": "gopher://proxy"}, "proxy"),
        ({"ca_file": "/no/such/file"}, "/no/such/file"),
        ({"ca_pem": "nonsense"}, "certificate"),
        ({"ca_file": "\ud800"}, "ca_file holds half of a surrogate pair"),
        ({"ca_file": Path("a/\ud800")}, "ca_file holds half of a surrogate pair"),
        ({"account_id": "\ud800"}, "account_id holds half of a surrogate pair"),
        ({"region": "\ud800"}, "region holds half of a surrogate pair"),
        ({"endpoint": "\ud800"}, "endpoint holds half of a surrogate pair"),
        ({"profile": "\ud800"}, "profile holds half of a surrogate pair"),
        ({"proxy": "\ud800"}, "proxy holds half of a surrogate pair"),
        ({"signature": "\ud800"}, "signature holds half of a surrogate pair"),
        ({"user_agent": "\ud800"}, "user_agent holds half of a surrogate pair"),
        ({"ca_pem": "\ud800"}, "ca_pem holds half of a surrogate pair"),
        ({"rate_limit": {"\ud800": 1}}, "an operation in rate_limit holds half of a surrogate pair"),
        ({"credentials": Credentials("\ud800", "s")}, "access_key_id holds half of a surrogate pair"),
        ({"credentials": Credentials("id", "\ud800")}, "access_key_secret holds half of a surrogate pair"),
        ({"user_agent": "shop\n1.0"}, "user_agent holds a line end (U+000A)"),
        ({"account_id": ""}, "account_id is empty"),
    ],
)
def test_what_cannot_be_right_is_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(message)) as caught:
        Client(**settings)
    assert caught.value.hint
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("client", [Client, AsyncClient])
def test_an_unknown_option_is_refused_by_name(client: type[Client | AsyncClient]) -> None:
    with pytest.raises(TypeError, match=rf"^{client.__name__}\.__init__\(\) .*'rate_limt'"):
        client(rate_limt=5)  # type: ignore[call-arg]


def test_settings_are_respected(emulator: Emulator) -> None:
    emulator.fault("error", status=503, code="ServiceUnavailable")
    client = Client(
        endpoint=emulator.url,
        region="anywhere",
        credentials=emulator.credentials,
        account_id="1",
        timeout=timedelta(seconds=30),
        connect_timeout=5,
        attempt_timeout=float("inf"),
        max_attempts=2,
        base_delay=0.001,
        max_delay=timedelta(milliseconds=1),
        rate_limit=1000,
        proxy="direct",
        user_agent="my-program/1.0",
        signature="hmac-sha1",
    )
    with pytest.raises(ServiceUnavailableError):
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)
    one, two = emulator.log()
    assert one["signature"] == two["signature"] == "hmac-sha1"
    assert one["user_agent"].endswith(" my-program/1.0")
    assert client.endpoint == emulator.url + "/"


def test_no_more_connections_than_allowed(emulator: Emulator) -> None:
    emulator.fault("delay", ms=20)
    settings: dict[str, Any] = {"credentials": emulator.credentials, "rate_limit": "off", "max_connections": 2}
    with Client(endpoint=emulator.url, **settings) as client:
        assert all(outcome.enabled for outcome in client.enable_many(emulator.channels, concurrency=5))
    assert len({request["connection"] for request in emulator.log()}) <= 2


def test_the_proxy_is_used(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = "http://127.0.0.1:9"
    settings: dict[str, Any] = {"credentials": emulator.credentials, "max_attempts": 1}
    with pytest.raises(TransportError):
        Client(endpoint=emulator.url, proxy=nowhere, **settings).enable_whatsapp_roi_metric(OWN_CHANNEL)
    monkeypatch.setenv("HTTP_PROXY", nowhere)
    with pytest.raises(TransportError):
        Client(endpoint=emulator.url, **settings).enable_whatsapp_roi_metric(OWN_CHANNEL)
    Client(endpoint=emulator.url, proxy="direct", **settings).enable_whatsapp_roi_metric(
        cust_space_id=emulator.channels[0]
    )


def test_the_environment_is_enough(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in emulator.environment.items():
        monkeypatch.setenv(name, value)
    with Client() as client:
        client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])


def test_a_profile(emulator: Emulator, tmp_path: Path) -> None:
    folder = tmp_path / ".aliyun"
    folder.mkdir()
    key = emulator.credentials
    profile = f"""{{"current": "other", "profiles": [{{"name": "mine", "mode": "AK",
        "access_key_id": "{key.access_key_id}", "access_key_secret": "{key.access_key_secret}"}}]}}"""
    file = folder / "config.json"
    file.write_text(profile)
    file.chmod(0o600)
    with Client(endpoint=emulator.url, profile="mine") as client:
        client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])


def test_a_credentials_function_is_asked_once_by_many_threads(emulator: Emulator) -> None:
    asked = []

    def ask() -> Credentials:
        asked.append(threading.get_ident())
        return emulator.credentials

    with Client(endpoint=emulator.url, credentials=ask, rate_limit="off") as client:
        assert asked == []
        threads = [
            threading.Thread(target=client.enable_whatsapp_roi_metric, kwargs={"cust_space_id": emulator.channels[0]})
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(asked) == 1
    assert len(emulator.log()) == 8


def test_an_async_credentials_function_serves_the_sync_client_too(emulator: Emulator) -> None:
    async def ask() -> Credentials:
        return emulator.credentials

    with Client(endpoint=emulator.url, credentials=ask) as client:
        client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[0])


def test_what_a_credentials_function_does_wrong_is_told(emulator: Emulator) -> None:
    def broken() -> Credentials:
        raise LookupError("sealed")

    with pytest.raises(CredentialsError, match="callback: LookupError: sealed") as caught:
        Client(endpoint=emulator.url, credentials=broken).enable_whatsapp_roi_metric(OWN_CHANNEL)
    assert isinstance(caught.value.__cause__, LookupError)
    with pytest.raises(CredentialsError, match="gave str, not Credentials"):
        Client(endpoint=emulator.url, credentials=lambda: "id").enable_whatsapp_roi_metric(OWN_CHANNEL)  # type: ignore[arg-type, return-value]
    with pytest.raises(CredentialsError, match="the AccessKey secret is empty"):
        Client(endpoint=emulator.url, credentials=Credentials("id", "")).enable_whatsapp_roi_metric(OWN_CHANNEL)


@pytest.mark.parametrize("away", [ConnectionError("away"), TimeoutError(), ThrottledError("busy")])
def test_a_credentials_function_that_cannot_reach_its_source_is_asked_again(
    emulator: Emulator, away: Exception
) -> None:
    asked = iter([away])

    def ask() -> Credentials:
        for error in asked:
            raise error
        return emulator.credentials

    with Client(endpoint=emulator.url, credentials=ask) as client:
        outcomes = list(client.enable_many(emulator.channels))
    assert [outcome.error for outcome in outcomes] == [None] * len(emulator.channels)


def test_secrets_are_not_shown(emulator: Emulator) -> None:
    secret, token = "a-very-secret-secret", "a-very-secret-token"
    credentials = Credentials("my-id", secret, token)
    client = Client(endpoint=emulator.url, credentials=credentials, max_attempts=1)
    with pytest.raises(Exception, match="InvalidAccessKeyId") as caught:
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)
    shown = [repr(credentials), str(credentials), repr(client), repr(caught.value), str(caught.value)]
    assert not [text for text in shown if secret in text or token in text]
    assert "access_key_id='****'," in repr(credentials)
    assert "access_key_id='LTAI****GHIJ'," in repr(Credentials("LTAI5tABCDEFGHIJ", secret))
    assert Credentials("LTAI5tABCDEFGHIJ", secret).to_dict()["access_key_id"] == "LTAI5tABCDEFGHIJ"
