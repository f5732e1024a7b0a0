//! Temporary credentials from the emulator's STS, metadata server and credentials URI, used for calls that its
//! signature checks take, in both algorithms.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says so when it fails")]

use std::path::PathBuf;
use std::time::Duration;

use cams_roi::credentials::{
    AssumeRoleCredentials, CliProfileCredentials, CredentialsUriCredentials, EcsRamRoleCredentials,
    OidcCredentials, ProvideCredentials,
};
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::{Client, Credentials, ErrorKind, RateLimit, SignatureAlgorithm};
use cams_roi_emulator::{
    AccountPatch, Emulator, EmulatorOptions, Fault, FaultRule, Limits, LogEntry, MetadataVersions, Role,
};

const ROLE: &str = "acs:ram::1000000000000001:role/emulator-role";
const OIDC_PROVIDER: &str = "acs:ram::1000000000000001:oidc-provider/emulator";
const METADATA_ROLES: &str = "/latest/meta-data/ram/security-credentials/";

struct World {
    emulator: Emulator,
    folder: tempfile::TempDir,
}

impl World {
    async fn start() -> Self {
        let options = EmulatorOptions { limits: Limits::off(), ..EmulatorOptions::default() };
        Self { emulator: Emulator::start(options).await.unwrap(), folder: tempfile::tempdir().unwrap() }
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn user(&self) -> Credentials {
        let account = self.emulator.ready_account().unwrap();
        Credentials::new(account.access_key_id, account.access_key_secret)
    }

    fn assume_role(&self) -> AssumeRoleCredentials {
        AssumeRoleCredentials::new(self.user(), ROLE).session_name("test").sts_endpoint(self.emulator.url())
    }

    fn oidc(&self, token: &str) -> OidcCredentials {
        let file = self.write("token", token);
        OidcCredentials::new(ROLE, OIDC_PROVIDER, file).session_name("test").sts_endpoint(self.emulator.url())
    }

    fn ecs(&self) -> EcsRamRoleCredentials {
        EcsRamRoleCredentials::default().base_url(self.emulator.url())
    }

    /// A profile of the CLI's whose mode is CredentialsURI.
    fn profile(&self) -> CliProfileCredentials {
        let uri = self.emulator.credentials_uri();
        let file = format!(
            r#"{{"current":"a","profiles":[{{"name":"a","mode":"CredentialsURI","credentials_uri":"{uri}"}}]}}"#
        );
        CliProfileCredentials::default().with_path(self.write("config.json", &file))
    }

    fn every_provider(&self) -> Vec<Box<dyn ProvideCredentials>> {
        vec![
            Box::new(self.assume_role()),
            Box::new(AssumeRoleCredentials::new(self.ecs(), ROLE).sts_endpoint(self.emulator.url())),
            Box::new(self.oidc("emulator-oidc-token\n")),
            Box::new(self.ecs()),
            Box::new(CredentialsUriCredentials::new(self.emulator.credentials_uri())),
            Box::new(self.profile()),
        ]
    }

    fn client(&self, algorithm: SignatureAlgorithm, provider: impl ProvideCredentials + 'static) -> Client {
        Client::builder()
            .endpoint(self.emulator.url())
            .credentials(provider)
            .signature(algorithm)
            .rate_limit(RateLimit::off())
            .build()
            .unwrap()
    }

    async fn reason(&self, provider: impl ProvideCredentials) -> String {
        provider.provide().await.unwrap_err().to_string()
    }

    fn calls(&self, action: &str) -> Vec<LogEntry> {
        self.emulator.log().into_iter().filter(|entry| entry.action.as_deref() == Some(action)).collect()
    }

    fn change_roles(&self, change: impl Fn(Role) -> Role) {
        let account = self.emulator.accounts().remove(0);
        let mut patch = AccountPatch::new(account.account_id);
        patch.roles = Some(account.roles.into_iter().map(change).collect());
        self.emulator.patch_account(patch).unwrap();
    }
}

async fn enable(client: &Client) -> Result<(), cams_roi::Error> {
    let request = EnableWhatsappRoiMetric::new("cams-emulator-1");
    client.enable_whatsapp_roi_metric(request).await.map(drop)
}

#[tokio::test]
async fn calls_with_each_temporary_credential_pass_the_signature_checks_in_both_algorithms() {
    for algorithm in SignatureAlgorithm::ALL {
        let world = World::start().await;
        for provider in world.every_provider() {
            world.emulator.clear_log();
            let client = world.client(algorithm, provider);
            enable(&client).await.unwrap_or_else(|error| panic!("{client:?} {algorithm}: {error}"));
            enable(&client).await.unwrap();
            let calls = world.calls("EnableWhatsappROIMetric");
            let temporary = calls[0].access_key_id.as_ref().unwrap();
            assert!(temporary.starts_with("STS."), "{temporary}");
            assert_eq!(calls.len(), 2);
            assert!(calls.iter().all(|call| call.signature == Some(algorithm.as_str())));
            assert!(world.calls("AssumeRole").iter().all(|call| call.signature == Some(algorithm.as_str())));
            assert!(world.calls("AssumeRole").len() + world.calls("AssumeRoleWithOIDC").len() < 2, "kept");
        }
    }
}

#[tokio::test]
async fn credentials_that_expired_at_the_service_are_renewed_within_the_call() {
    for algorithm in SignatureAlgorithm::ALL {
        let world = World::start().await;
        for provider in world.every_provider() {
            let client = world.client(algorithm, provider);
            enable(&client).await.unwrap();
            world.emulator.expire_credentials();
            world.emulator.clear_log();
            enable(&client).await.unwrap_or_else(|error| panic!("{client:?}: {error}"));
            let codes: Vec<_> =
                world.calls("EnableWhatsappROIMetric").into_iter().map(|call| call.code).collect();
            assert_eq!(codes, [Some("InvalidSecurityToken.Expired".to_owned()), Some("OK".to_owned())]);
        }
    }
}

#[tokio::test]
async fn credentials_last_as_long_as_the_role_says() {
    let world = World::start().await;
    let expires_in = async |provider: &dyn ProvideCredentials| {
        let credentials = provider.provide().await.unwrap();
        let remaining = credentials.expires_at().unwrap().duration_since(std::time::SystemTime::now());
        remaining.map_or(0, |remaining| remaining.as_secs().div_ceil(60))
    };
    assert_eq!(expires_in(&world.assume_role()).await, 60);
    assert_eq!(expires_in(&world.assume_role().duration(Duration::from_mins(15))).await, 15);
    world.change_roles(|role| Role { lifetime_seconds: Some(120), ..role });
    assert_eq!(expires_in(&world.assume_role()).await, 2);
    assert_eq!(expires_in(&world.ecs()).await, 2);
    world.change_roles(|role| Role { lifetime_seconds: Some(-1), ..role });
    let client = world.client(SignatureAlgorithm::default(), world.assume_role());
    let error = enable(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.message().contains("the credentials expired at"), "{error}");
    assert_eq!(world.calls("EnableWhatsappROIMetric").len(), 0, "an expired one is never sent");
}

#[tokio::test]
async fn sts_refuses_what_the_role_does_not_allow() {
    let world = World::start().await;
    let bad_key = Credentials::new("emulator-access-key-id", "wrong");
    for (provider, code) in [
        (AssumeRoleCredentials::new(bad_key, ROLE), "SignatureDoesNotMatch"),
        (AssumeRoleCredentials::new(Credentials::new("nobody", "s"), ROLE), "InvalidAccessKeyId.NotFound"),
        (AssumeRoleCredentials::new(world.user(), "role"), "InvalidParameter.RoleArn"),
        (AssumeRoleCredentials::new(world.user(), format!("{ROLE}-2")), "EntityNotExist.Role"),
        (world.assume_role().session_name("a b"), "InvalidParameter.RoleSessionName"),
        (world.assume_role().duration(Duration::from_hours(2)), "InvalidParameter.DurationSeconds"),
    ] {
        let reason = world.reason(provider.sts_endpoint(world.emulator.url())).await;
        assert!(reason.contains(&format!("STS refused AssumeRole: {code}: ")), "{reason}");
    }
    let reason = world.reason(world.oidc("stale")).await;
    assert!(reason.contains("AuthenticationFail.OIDCToken.Invalid") && !reason.contains("stale"), "{reason}");
    world.change_roles(|role| Role {
        external_id: Some("partner".to_owned()),
        oidc_provider_arn: None,
        ..role
    });
    assert!(world.reason(world.assume_role()).await.contains("NoPermission: "));
    world.assume_role().external_id("partner").provide().await.unwrap();
    assert!(
        world.reason(world.oidc("emulator-oidc-token")).await.contains("AuthenticationFail.NoPermission")
    );
    assert!(world.calls("AssumeRoleWithOIDC").iter().all(|call| call.parameters["OIDCToken"] == "***"));
}

#[tokio::test]
async fn the_metadata_server_has_two_versions_that_can_be_switched() {
    let world = World::start().await;
    world.ecs().provide().await.unwrap();
    assert_eq!(world.calls("/latest/api/token").len(), 1, "one token a refresh");
    world.emulator.set_metadata_versions(MetadataVersions { v1: false, v2: true });
    world.ecs().provide().await.unwrap();
    world.emulator.set_metadata_versions(MetadataVersions { v1: true, v2: false });
    world.ecs().provide().await.unwrap();
    world.emulator.set_metadata_versions(MetadataVersions { v1: false, v2: false });
    let reason = world.reason(world.ecs()).await;
    assert!(reason.ends_with("the metadata server answered HTTP 403 for the role's name"), "{reason}");
    let other = world.reason(world.ecs().role_name("other")).await;
    assert!(other.contains("HTTP 403"), "{other}");
    world.emulator.reset().unwrap();
    let other = world.reason(world.ecs().role_name("other")).await;
    assert!(other.contains("the instance has no role \"other\" (HTTP 404)"), "{other}");
    world.change_roles(|role| Role { on_instance: false, ..role });
    let none = world.reason(world.ecs()).await;
    assert!(none.contains("the instance has no RAM role"), "{none}");
}

#[tokio::test]
async fn sts_and_the_metadata_server_meet_faults_too() {
    let world = World::start().await;
    let unavailable = || Fault::Respond { status: 503, headers: Vec::new(), body: None, body_base64: None };
    world
        .emulator
        .add_faults([
            FaultRule::once(Fault::Reset).on_action("AssumeRole"),
            FaultRule::once(unavailable()).on_action(METADATA_ROLES),
        ])
        .unwrap();
    world.assume_role().provide().await.unwrap();
    assert_eq!(world.calls("AssumeRole").len(), 2, "asked again after the reset");
    let reason = world.reason(world.ecs()).await;
    assert!(reason.ends_with("the metadata server answered HTTP 503 for the role's name"), "{reason}");
}

#[tokio::test]
async fn a_machine_whose_clock_is_behind_is_given_credentials_all_the_same() {
    for algorithm in SignatureAlgorithm::ALL {
        let world = World::start().await;
        world.emulator.set_signature_clock_offset_ms(3_600_000).unwrap();
        let credentials = world.assume_role().signature(algorithm).provide().await.unwrap();
        assert!(credentials.access_key_id().starts_with("STS."));
        let codes: Vec<_> = world.calls("AssumeRole").into_iter().map(|call| call.code).collect();
        assert_eq!(codes, [Some("InvalidTimeStamp.Expired".to_owned()), Some("OK".to_owned())]);
    }
}
