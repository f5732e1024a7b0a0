"""alibabacloud-credentials against the emulator's STS, metadata server and credentials URI.

What it gets there, the SDK uses for a call.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alibabacloud_cams20200606 import models
from alibabacloud_cams20200606.client import Client
from alibabacloud_credentials.client import Client as CredentialClient
from alibabacloud_credentials.provider import (
    EcsRamRoleCredentialsProvider,
    OIDCRoleArnCredentialsProvider,
    RamRoleArnCredentialsProvider,
    URLCredentialsProvider,
)
from alibabacloud_tea_openapi import utils_models
from Tea.core import TeaCore

from emulator import PLAIN_KEY, Emulator

ACCOUNT = "1000000000000001"
ROLE = f"acs:ram::{ACCOUNT}:role/peer-role"
OIDC_PROVIDER = f"acs:ram::{ACCOUNT}:oidc-provider/peer"
OIDC_TOKEN = "header.payload+with/all=.signature"

# What the SDK calls "v2" is hmac-sha1 on the wire.
ALGORITHMS = {"acs3-hmac-sha256": None, "hmac-sha1": "v2"}


@pytest.fixture
def redirected(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Emulator:
    """Have every request of the library go to the emulator: the addresses that it asks are fixed."""
    original = TeaCore.do_action

    def do_action(request: Any, *options: Any) -> Any:
        request.protocol = "http"
        request.headers["host"] = emulator.host
        request.port = 80
        return original(request, *options)

    monkeypatch.setattr(TeaCore, "do_action", do_action)
    emulator.change_account(
        roles=[
            {
                "name": "peer-role",
                "oidc_provider_arn": OIDC_PROVIDER,
                "oidc_token": OIDC_TOKEN,
                "on_instance": True,
                "external_id": "partner",
            }
        ]
    )
    return emulator


def provider(name: str, emulator: Emulator, folder: Path) -> Any:
    """Make the official provider of that name."""
    match name:
        case "ram_role_arn":
            return RamRoleArnCredentialsProvider(
                access_key_id=PLAIN_KEY.id,
                access_key_secret=PLAIN_KEY.secret,
                role_arn=ROLE,
                role_session_name="peer",
                external_id="partner",
                # Without a blank, which the library signs as "+": the signature's rules say %20.
                policy='{"Version":"1"}',
            )
        case "oidc_role_arn":
            token_file = folder / "token"
            token_file.write_text(OIDC_TOKEN)
            return OIDCRoleArnCredentialsProvider(
                role_arn=ROLE,
                oidc_provider_arn=OIDC_PROVIDER,
                oidc_token_file_path=str(token_file),
                role_session_name="peer",
            )
        case "ecs_ram_role":
            return EcsRamRoleCredentialsProvider(disable_imds_v1=True, async_update_enabled=False)
        case _:
            return URLCredentialsProvider(uri=f"{emulator.url}/_emulator/credentials")


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("name", ["ram_role_arn", "oidc_role_arn", "ecs_ram_role", "credentials_uri"])
def test_calls_with_what_the_official_provider_was_given(
    name: str, algorithm: str, redirected: Emulator, tmp_path: Path
) -> None:
    """The SDK calls with credentials that the library for credentials got from the emulator."""
    config = utils_models.Config(
        credential=CredentialClient(provider=provider(name, redirected, tmp_path)),
        protocol="http",
        endpoint=redirected.host,
        signature_algorithm=ALGORITHMS[algorithm],
    )
    message = models.EnableWhatsappROIMetricRequest(cust_space_id="cams-plain")
    assert Client(config).enable_whatsapp_roimetric(message).body.code == "OK"
    request = redirected.last_request()
    assert request["access_key_id"].startswith("STS.")
    assert request["signature"] == algorithm
