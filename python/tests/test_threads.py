"""One client for many threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from emulator import Emulator

from cams_roi import OWN_CHANNEL, Client, EnableWhatsappRoiMetricResult, InvalidArgumentError, UnknownResourceOwnerError


def test_many_threads_share_a_client_and_its_connections(client: Client, emulator: Emulator) -> None:
    def call(number: int) -> EnableWhatsappRoiMetricResult:
        return client.enable_whatsapp_roi_metric(cust_space_id=emulator.channels[number % 5])

    with ThreadPoolExecutor(32) as pool:
        results = list(pool.map(call, range(640)))
    assert len({result.request_id for result in results}) == 640
    assert len({request["connection"] for request in emulator.log()}) <= 64


def test_each_thread_gets_its_own_errors(client: Client, emulator: Emulator) -> None:
    def call(number: int) -> str:
        with pytest.raises(UnknownResourceOwnerError) as caught:
            client.enable_whatsapp_roi_metric(cust_space_id=f"cams-unknown-{number}")
        assert caught.value.request_id
        return caught.value.request_id

    with ThreadPoolExecutor(16) as pool:
        ids = list(pool.map(call, range(160)))
    asked = {request["request_id"] for request in emulator.log()}
    assert set(ids) == asked
    assert len(asked) == 160


def test_closing_lets_calls_under_way_end(client: Client, emulator: Emulator) -> None:
    emulator.fault("delay", ms=200)
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(client.enable_whatsapp_roi_metric, cust_space_id=emulator.channels[0])
        emulator.wait_for_requests(1)
        client.close()
        assert call.result().request_id
    with pytest.raises(InvalidArgumentError):
        client.enable_whatsapp_roi_metric(OWN_CHANNEL)
