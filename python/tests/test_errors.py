"""Every class of error, raised for real, and what an error carries."""

from __future__ import annotations

import copy
import pickle
import tempfile
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from emulator import Emulator

import cams_roi
from cams_roi import (
    OWN_CHANNEL,
    AccessDeniedDetail,
    CamsRoiError,
    Client,
    ConfigurationError,
    Credentials,
    CredentialsError,
    PermissionDeniedError,
    RequestTimeoutError,
    ServiceError,
    ThrottledError,
    TransportError,
)
from cams_roi._native import error_kinds

Provoke = Callable[[Emulator, Client], object]


def bad_setting(_: Emulator, __: Client) -> object:
    return Client(endpoint="ftp://example.com")


def two_runs_of_a_journal(emulator: Emulator, client: Client) -> object:
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal"
        first = client.enable_many((f"cams-{number}" for number in count()), journal=journal)
        next(first)
        return client.enable_many(emulator.channels, journal=journal)


def no_credentials(emulator: Emulator, _: Client) -> object:
    return Client(endpoint=emulator.url).enable_whatsapp_roi_metric(OWN_CHANNEL)


def empty_id(_: Emulator, client: Client) -> object:
    return client.enable_whatsapp_roi_metric(cust_space_id="")


def reset(emulator: Emulator, client: Client) -> object:
    emulator.fault("reset")
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL)


def hang(emulator: Emulator, client: Client) -> object:
    emulator.fault("hang")
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL, timeout=0.05)


def page(emulator: Emulator, client: Client) -> object:
    emulator.fault("html", status=200)
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL)


def new_code(emulator: Emulator, client: Client) -> object:
    emulator.fault("error", status=400, code="Something.New", message="News.")
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL)


def unsubscribed(emulator: Emulator, client: Client) -> object:
    emulator.change_account(subscribed=False)
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL)


def unpermitted(emulator: Emulator, client: Client) -> object:
    emulator.change_account(permissions=[], denial="object")
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL)


def throttled(emulator: Emulator, client: Client) -> object:
    emulator.fault("throttle", retry_after_ms=1500)
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL)


def somebody_elses(_: Emulator, client: Client) -> object:
    return client.enable_whatsapp_roi_metric(cust_space_id="cams-of-somebody-else")


def wrong_secret(emulator: Emulator, _: Client) -> object:
    wrong = Credentials(emulator.credentials.access_key_id, "another-secret")
    return Client(endpoint=emulator.url, credentials=wrong).enable_whatsapp_roi_metric(OWN_CHANNEL)


def no_such_operation(_: Emulator, client: Client) -> object:
    return client.call("NoSuchOperation", unchecked=True)


def overloaded(emulator: Emulator, client: Client) -> object:
    emulator.fault("error", status=503, code="ServiceUnavailable")
    return client.enable_whatsapp_roi_metric(OWN_CHANNEL)


CASES: dict[str, tuple[Provoke, list[type[BaseException]], bool]] = {
    "ConfigurationError": (bad_setting, [CamsRoiError, ValueError], False),
    "JournalInUseError": (two_runs_of_a_journal, [CamsRoiError, ConfigurationError, ValueError], True),
    "CredentialsError": (no_credentials, [CamsRoiError], False),
    "InvalidArgumentError": (empty_id, [CamsRoiError, ValueError], False),
    "TransportError": (reset, [CamsRoiError, ConnectionError, OSError], True),
    "RequestTimeoutError": (hang, [TransportError, ConnectionError, TimeoutError], False),
    "UnexpectedResponseError": (page, [CamsRoiError], False),
    "ServiceError": (new_code, [CamsRoiError], False),
    "NotSubscribedError": (unsubscribed, [ServiceError], False),
    "PermissionDeniedError": (unpermitted, [ServiceError, PermissionError], False),
    "ThrottledError": (throttled, [ServiceError], True),
    "UnknownResourceOwnerError": (somebody_elses, [ServiceError], False),
    "AuthenticationError": (wrong_secret, [ServiceError], False),
    "InvalidParameterError": (no_such_operation, [ServiceError, ValueError], False),
    "ServiceUnavailableError": (overloaded, [ServiceError], True),
}


def test_every_kind_has_a_class_and_a_case() -> None:
    kinds = {name: parent for name, parent, _ in error_kinds()}
    assert kinds.keys() == CASES.keys()
    for name, parent in kinds.items():
        assert issubclass(getattr(cams_roi, name), getattr(cams_roi, parent or "CamsRoiError")), name
    classes = {name for name, thing in vars(cams_roi).items() if name.endswith("Error")}
    assert classes == kinds.keys() | {"CamsRoiError"}


@pytest.mark.parametrize("name", CASES)
def test_every_class_is_caught_by_its_name_and_its_parents(name: str, emulator: Emulator, client: Client) -> None:
    provoke, parents, retryable = CASES[name]
    for catch in [getattr(cams_roi, name), *parents, CamsRoiError, Exception]:
        with pytest.raises(catch) as caught:
            provoke(emulator, client)
        error = caught.value
        assert type(error) is getattr(cams_roi, name)
        assert isinstance(error, CamsRoiError)
        assert error.retryable is retryable
        assert error.message
        assert error.hint
        assert error.__notes__ == [f"Hint: {error.hint}"]
        assert error.message in str(error)
        assert repr(error).startswith(f"{name}({error.message!r}")


@pytest.mark.parametrize("name", CASES)
def test_every_error_survives_pickling_and_copying(name: str, emulator: Emulator, client: Client) -> None:
    with pytest.raises(CamsRoiError) as caught:
        CASES[name][0](emulator, client)
    error = caught.value
    for twin in [pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)]:
        assert type(twin) is type(error)
        assert vars(twin) == vars(error)
        assert str(twin) == str(error)
        assert repr(twin) == repr(error)


def test_what_an_error_carries(emulator: Emulator, client: Client) -> None:
    with pytest.raises(ThrottledError) as caught:
        throttled(emulator, client)
    error = caught.value
    assert error.code == "Throttling.User"
    assert error.retry_after == 1.5
    assert error.http_status == 429
    assert error.attempts == 1
    assert error.operation == "EnableWhatsappROIMetric"
    assert error.request_id == emulator.log()[-1]["request_id"]
    assert error.access_denied_detail is None
    assert str(error).startswith("EnableWhatsappROIMetric: Throttling.User: ")


def test_an_error_says_what_it_is_about(emulator: Emulator, client: Client) -> None:
    emulator.fault("error", status=503, code="ServiceUnavailable")
    with pytest.raises(CamsRoiError) as caught:
        client.enable_whatsapp_roi_metric("cams-1")
    assert caught.value.cust_space_id == "cams-1"
    assert caught.value.phone_number is None
    assert "cust_space_id='cams-1'" in repr(caught.value)
    end = datetime.now(timezone.utc)
    start = end - timedelta(days=1)
    with pytest.raises(CamsRoiError) as caught:
        client.get_chatapp_phone_number_metric(
            cust_space_id=OWN_CHANNEL, phone_number="99900000042", start=start, end=end
        )
    assert (caught.value.cust_space_id, caught.value.phone_number) == (None, "99900000042")
    with pytest.raises(CamsRoiError) as caught:
        client.get_chatapp_template_metric(cust_space_id="cams-1", template_code="11", start=start, end=end)
    assert (caught.value.cust_space_id, caught.value.template_code) == ("cams-1", "11")
    (outcome,) = client.enable_many(["cams-2"])
    assert outcome.error
    assert outcome.error.cust_space_id == "cams-2"


def test_a_message_is_one_line_and_the_long_text_is_kept(emulator: Emulator, client: Client) -> None:
    message = "The signature does not match.\nCanonical request:\nPOST\n/"
    emulator.fault("error", status=400, code="SignatureDoesNotMatch", message=message)
    with pytest.raises(cams_roi.AuthenticationError) as caught:
        client.enable_whatsapp_roi_metric("cams-1")
    error = caught.value
    assert "\n" not in error.message
    assert "\n" not in str(error)
    assert error.detail
    assert "Canonical request" in error.detail
    assert pickle.loads(pickle.dumps(error)).detail == error.detail
    assert "\n" not in repr(error)


def test_a_turn_that_does_not_come_in_time(emulator: Emulator) -> None:
    account: Any = {"credentials": emulator.credentials, "account_id": "one in 100 s"}
    with Client(endpoint=emulator.url, rate_limit=0.01, timeout=0.05, **account) as client:
        client.enable_whatsapp_roi_metric(emulator.channels[0], timeout=30)
        with pytest.raises(RequestTimeoutError) as caught:
            client.enable_whatsapp_roi_metric(emulator.channels[0])
    error = caught.value
    assert (error.timeout_phase, error.retryable, error.attempts) == ("queue", True, 0)
    assert "enable_many" in (error.hint or "")


def test_which_deadline_passed(emulator: Emulator) -> None:
    emulator.fault("hang")
    client = Client(endpoint=emulator.url, credentials=emulator.credentials, attempt_timeout=0.05, max_attempts=1)
    with pytest.raises(RequestTimeoutError) as caught:
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)
    assert caught.value.timeout_phase == "attempt"
    assert caught.value.retryable


def test_why_access_was_denied(emulator: Emulator, client: Client) -> None:
    with pytest.raises(PermissionDeniedError) as caught:
        unpermitted(emulator, client)
    detail = caught.value.access_denied_detail
    assert isinstance(detail, AccessDeniedDetail)
    assert detail.auth_action == "cams:EnableWhatsappROIMetric"
    assert detail.text.startswith("{")
    assert "cams:EnableWhatsappROIMetric" in (caught.value.hint or "")
    emulator.change_account(permissions=[], denial="string")
    with pytest.raises(PermissionDeniedError) as caught:
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)
    assert caught.value.access_denied_detail
    assert caught.value.access_denied_detail.auth_action is None


def test_the_traceback_shows_the_caller_and_the_hint(emulator: Emulator, client: Client) -> None:
    with pytest.raises(CamsRoiError) as caught:
        unsubscribed(emulator, client)
    text = "".join(traceback.format_exception(caught.value))
    assert "in unsubscribed" in text
    assert "return client.enable_whatsapp_roi_metric(OWN_CHANNEL)" in text
    assert "cams_roi.NotSubscribedError: EnableWhatsappROIMetric: Product.Unsubscript: " in text
    if hasattr(caught.value, "add_note"):
        assert f"Hint: {caught.value.hint}" in text


def test_chaining_is_kept(emulator: Emulator, client: Client) -> None:
    def rephrased() -> object:
        try:
            return unsubscribed(emulator, client)
        except CamsRoiError as first:
            raise ThrottledError("mine") from first

    with pytest.raises(ThrottledError) as caught:
        rephrased()
    assert isinstance(caught.value.__cause__, cams_roi.NotSubscribedError)
    assert copy.copy(caught.value).__cause__ is caught.value.__cause__


def test_errors_can_be_made_in_tests() -> None:
    error = ThrottledError("slow down", code="Throttling", retry_after=2.0)
    assert (str(error), error.code, error.retry_after, error.attempts) == ("slow down", "Throttling", 2.0, 0)
    assert repr(error) == (
        "ThrottledError('slow down', code='Throttling', retryable=True, retry_after=2.0, attempts=0)"
    )
    assert not hasattr(error, "__notes__")
    late = RequestTimeoutError("late", timeout_phase="connect")
    assert pickle.loads(pickle.dumps(late)).timeout_phase == "connect"
    assert CamsRoiError().message == ""
    about = CamsRoiError("no", cust_space_id="cams-1", phone_number="1", template_code="2", detail="no\nno")
    assert vars(pickle.loads(pickle.dumps(about))) == vars(about)
    assert ThrottledError("x").timeout_phase is None


def test_an_error_made_in_a_test_is_as_retryable_as_its_class() -> None:
    usually = {name for name in CASES if getattr(cams_roi, name)("made").retryable}
    assert usually == {name for name, _, retryable in error_kinds() if retryable}
    assert {"ThrottledError", "JournalInUseError"} < usually
    assert not CamsRoiError("made").retryable
    assert not ThrottledError("made", retryable=False).retryable
    assert ServiceError("made", retryable=True).retryable
    assert pickle.loads(pickle.dumps(ThrottledError("made"))).retryable


def test_no_credentials_names_who_was_asked(emulator: Emulator) -> None:
    with pytest.raises(CredentialsError, match="ALIBABA_CLOUD_ACCESS_KEY_ID"):
        Client(endpoint=emulator.url).enable_whatsapp_roi_metric(OWN_CHANNEL)
