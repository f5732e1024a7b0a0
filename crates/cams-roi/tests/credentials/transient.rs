//! A source of credentials that fails for the moment is asked again, and the call's error says that it may pass.

use std::sync::Arc;

use cams_roi::credentials::{
    AssumeRoleCredentials, CachedCredentials, CredentialsUriCredentials, EcsRamRoleCredentials,
    ProvideCredentials,
};
use cams_roi::operations::Call;
use cams_roi::transport::Progress;
use cams_roi::{CallOptions, Credentials, ErrorKind};

use crate::scripted::{Reaction, Scripted, error, json, ok};
use crate::surroundings::{Surroundings, assumed, issued};

const SOURCE: fn() -> Credentials = || Credentials::new("id", "secret");

fn html(status: u16) -> Reaction {
    Reaction::Answer(status, Vec::new(), b"<html>busy</html>".to_vec())
}

/// What a client's call says that gets its credentials from the provider.
async fn call(
    around: &Surroundings,
    mut provider: impl ProvideCredentials + 'static,
) -> Result<(), cams_roi::Error> {
    provider.configure(&around.context());
    let provider = Arc::new(CachedCredentials::new(provider));
    let service = Scripted::of(vec![ok()]);
    let client = service.builder().credentials(provider).build().unwrap();
    client.send(&Call::new("Any"), CallOptions::new()).await.map(drop)
}

#[tokio::test(start_paused = true)]
async fn an_outage_of_sts_is_retryable_and_a_refusal_is_not() {
    for (reaction, is_transient) in [
        (Reaction::Break(Progress::NotConnected), true),
        (Reaction::Break(Progress::MaybeReceived), true),
        (Reaction::Never, true),
        (html(502), true),
        (error(503, "ServiceUnavailable"), true),
        (error(500, "InternalError"), true),
        (error(400, "Throttling.User"), true),
        (error(403, "NoPermission"), false),
        (error(404, "EntityNotExist.Role"), false),
        (json(200, "{}"), false),
    ] {
        let around = Surroundings::with_service(vec![reaction.clone()]);
        let role = AssumeRoleCredentials::new(SOURCE(), "arn");
        let error = call(&around, role).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert_eq!(error.is_retryable(), is_transient, "{reaction:?}: {error}");
        assert_eq!(error.hint().starts_with("Try again"), is_transient, "{}", error.hint());
        let asked = around.service.count();
        assert_eq!(asked >= 3, is_transient, "{reaction:?}: asked {asked} times");
    }
}

#[tokio::test(start_paused = true)]
async fn a_short_outage_is_waited_out_within_the_call() {
    let outage = || vec![html(503); 5];
    let around = Surroundings::with_service([outage(), vec![assumed("role")]].concat());
    call(&around, AssumeRoleCredentials::new(SOURCE(), "arn")).await.unwrap();
    let direct = Scripted::of(vec![html(503), html(503), issued("id")]);
    let around = Surroundings::with_direct(direct);
    call(&around, CredentialsUriCredentials::new("http://127.0.0.1:9/")).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn the_metadata_server_and_credentials_uris_fail_for_the_moment_too() {
    for reaction in
        [html(500), html(503), html(429), Reaction::Break(Progress::NotConnected), Reaction::Never]
    {
        let around = Surroundings::with_direct(Scripted::of(vec![reaction.clone()]));
        let error = call(&around, EcsRamRoleCredentials::default().role_name("worker")).await.unwrap_err();
        assert!(error.is_retryable(), "{reaction:?}: {error}");
        let around = Surroundings::with_direct(Scripted::of(vec![reaction.clone()]));
        let error = call(&around, CredentialsUriCredentials::new("http://127.0.0.1:9/")).await.unwrap_err();
        assert!(error.is_retryable(), "{reaction:?}: {error}");
    }
    // Where nobody named a role, this machine is most likely no instance.
    let around = Surroundings::with_direct(Scripted::of(vec![Reaction::Break(Progress::NotConnected)]));
    let error = call(&around, EcsRamRoleCredentials::default()).await.unwrap_err();
    assert!(!error.is_retryable(), "{error}");
    let around = Surroundings::with_direct(Scripted::of(vec![html(404)]));
    let error = call(&around, CredentialsUriCredentials::new("http://127.0.0.1:9/")).await.unwrap_err();
    assert!(!error.is_retryable(), "{error}");
}

#[tokio::test]
async fn answers_with_a_byte_order_mark_are_read() {
    let Reaction::Answer(status, headers, body) = issued("id") else { panic!("an answer") };
    let body = [b"\xef\xbb\xbf".to_vec(), body].concat();
    let around = Surroundings::with_direct(Scripted::of(vec![Reaction::Answer(status, headers, body)]));
    call(&around, CredentialsUriCredentials::new("http://127.0.0.1:9/")).await.unwrap();
    let Reaction::Answer(status, headers, body) = assumed("id") else { panic!("an answer") };
    let body = [b"\xef\xbb\xbf".to_vec(), body].concat();
    let around = Surroundings::with_service(vec![Reaction::Answer(status, headers, body)]);
    call(&around, AssumeRoleCredentials::new(SOURCE(), "arn")).await.unwrap();
}

#[tokio::test]
async fn files_in_utf_16_are_read() {
    use cams_roi::credentials::{CliProfileCredentials, ProfileFileCredentials};
    let utf16 = |text: &str| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let around = Surroundings::nothing();
    let json = r#"{"current":"p","profiles":[{"name":"p","mode":"AK","access_key_id":"id","access_key_secret":"s"}]}"#;
    std::fs::write(around.write(".aliyun/config.json", ""), utf16(json)).unwrap();
    assert_eq!(around.ask(CliProfileCredentials::default()).await, Ok(Credentials::new("id", "s")));
    let ini = "[default]\r\ntype = access_key\r\naccess_key_id = id\r\naccess_key_secret = s\r\n";
    std::fs::write(around.write(".alibabacloud/credentials", ""), utf16(ini)).unwrap();
    assert_eq!(around.ask(ProfileFileCredentials::default()).await, Ok(Credentials::new("id", "s")));
}

#[tokio::test]
async fn quotes_around_a_key_are_refused_by_name_and_source() {
    let around = Surroundings::nothing()
        .variable("ALIBABA_CLOUD_ACCESS_KEY_ID", "id")
        .variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "'s-ecret'");
    let error = call(&around, cams_roi::credentials::CredentialsChain::standard(None)).await.unwrap_err();
    assert_eq!(
        error.message(),
        "no credentials: environment: the AccessKey secret in ALIBABA_CLOUD_ACCESS_KEY_SECRET has quotes around it: remove them"
    );
    let json = r#"{"current":"p","profiles":[{"name":"p","mode":"AK","access_key_id":"\"id\"","access_key_secret":"s"}]}"#;
    let around = Surroundings::nothing().file(".aliyun/config.json", json);
    let error = call(&around, cams_roi::credentials::CliProfileCredentials::default()).await.unwrap_err();
    let message = error.message();
    assert!(
        message.contains("aliyun CLI profile \"p\" (AK): the AccessKey ID has quotes around it"),
        "{message}"
    );
}
