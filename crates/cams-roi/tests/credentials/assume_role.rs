use std::sync::Mutex;
use std::time::Duration;

use cams_roi::credentials::{
    AssumeRoleCredentials, CredentialsError, EnvironmentCredentials, ProvideCredentials,
};
use cams_roi::{Credentials, SignatureAlgorithm};
use futures_util::future::BoxFuture;

use crate::scripted::{error, json, parameters};
use crate::surroundings::{Surroundings, assumed, temporary};

const ROLE: &str = "acs:ram::1:role/metrics";

fn role() -> AssumeRoleCredentials {
    AssumeRoleCredentials::new(Credentials::new("id", "s-ecret"), ROLE).session_name("nightly")
}

#[tokio::test]
async fn every_setting_is_sent_signed_by_the_source_in_either_algorithm() {
    for algorithm in SignatureAlgorithm::ALL {
        let around = Surroundings::with_service(vec![assumed("STS.1")]);
        let source = Credentials::new("id", "s-ecret").with_security_token("t-oken");
        let provider = AssumeRoleCredentials::new(source, ROLE)
            .session_name("nightly")
            .duration(Duration::from_secs(900))
            .external_id("partner")
            .policy(r#"{"Version":"1"}"#)
            .sts_endpoint("http://127.0.0.1:1")
            .signature(algorithm);
        let credentials = around.ask(provider).await.unwrap();
        assert_eq!((&credentials, credentials.provider()), (&temporary("STS.1"), Some("AssumeRole")));

        let request = &around.service.requests()[0];
        let sent = parameters(request);
        for (name, value) in [
            ("RoleArn", ROLE),
            ("RoleSessionName", "nightly"),
            ("DurationSeconds", "900"),
            ("ExternalId", "partner"),
            ("Policy", r#"{"Version":"1"}"#),
        ] {
            assert_eq!(sent[name], value);
        }
        assert!(request.url.starts_with("http://127.0.0.1:1/"));
        assert_eq!(around.service.values("x-acs-action", "Action"), ["AssumeRole"]);
        assert_eq!(around.service.values("x-acs-version", "Version"), ["2015-04-01"]);
        assert_eq!(around.service.values("x-acs-security-token", "SecurityToken"), ["t-oken"]);
    }
}

#[tokio::test]
async fn a_session_shorter_than_sts_allows_is_refused_before_it_is_asked_for() {
    let reason = Surroundings::nothing().ask(role().duration(Duration::from_secs(600))).await.unwrap_err();
    assert!(reason.contains("600 seconds is too short: ask for 900 at least"), "{reason}");
}

#[tokio::test]
async fn a_source_that_gives_nothing_says_why() {
    let provider = AssumeRoleCredentials::new(EnvironmentCredentials::default(), ROLE);
    let reason = Surroundings::nothing().ask(provider).await.unwrap_err();
    assert_eq!(reason, "AssumeRole: environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set");
    let provider = AssumeRoleCredentials::new(Credentials::new("id", "with space"), ROLE);
    let reason = Surroundings::nothing().ask(provider).await.unwrap_err();
    assert!(reason.contains("the AccessKey secret holds white space"), "{reason}");
}

#[tokio::test(start_paused = true)]
async fn what_sts_refuses_says_what_to_do() {
    for (status, code, advice) in [
        (
            403,
            "NoPermission",
            "trust policy must name this identity, and a policy of the identity must allow sts:AssumeRole",
        ),
        (400, "InvalidParameter.RoleArn", "acs:ram::<account ID>:role/<role name>"),
        (404, "EntityNotExist.Role", "its account has no such role"),
        (400, "InvalidParameter.RoleSessionName", "2 to 64 letters"),
        (400, "InvalidParameter.DurationSeconds", "the role's maximum session duration"),
        (400, "InvalidParameter.PolicyGrammar", "RAM's JSON form"),
        (404, "InvalidAccessKeyId.NotFound", "Check the AccessKey ID"),
        (400, "InvalidSecurityToken.Expired", "Get new temporary credentials"),
        (400, "SignatureDoesNotMatch", "belong together"),
    ] {
        let around = Surroundings::with_service(vec![error(status, code)]);
        let reason = around.ask(role()).await.unwrap_err();
        let beginning = format!(
            "AssumeRole: role {ROLE} with credentials from given in code: STS refused AssumeRole: {code}"
        );
        assert!(reason.starts_with(&beginning), "{reason}");
        assert!(reason.contains(advice), "{reason}");
    }
}

#[tokio::test]
async fn no_error_shows_the_source_s_secrets() {
    let body =
        r#"{"Code":"SignatureDoesNotMatch","Message":"you signed s-ecret with t%252Foken and t/oken"}"#;
    let around = Surroundings::with_service(vec![json(400, body)]);
    let source = Credentials::new("id", "s-ecret").with_security_token("t/oken");
    let reason = around.ask(AssumeRoleCredentials::new(source, ROLE)).await.unwrap_err();
    assert!(reason.contains("you signed *** with *** and ***"), "{reason}");
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_off_is_corrected_by_the_answer_s_date_once() {
    let skewed =
        || error(400, "InvalidTimeStamp.Expired").with_header("date", "Thu, 31 Jan 2030 00:00:00 GMT");
    let around = Surroundings::with_service(vec![skewed(), assumed("STS.1")]);
    assert_eq!(around.ask(role().signature(SignatureAlgorithm::HmacSha1)).await, Ok(temporary("STS.1")));
    assert!(around.service.values("", "Timestamp")[1].starts_with("2030-01-31T00:00:0"));
    let always = Surroundings::with_service(vec![skewed()]);
    let reason = always.ask(role()).await.unwrap_err();
    assert!(reason.contains("Set this machine's clock"), "{reason}");
    assert_eq!(always.service.count(), 2);
}

/// Notes what it is told to discard.
#[derive(Debug, Default)]
struct Source(Mutex<Vec<Credentials>>);

impl ProvideCredentials for Source {
    fn name(&self) -> &'static str {
        "source"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { Ok(temporary("old")) })
    }

    fn discard(&self, rejected: &Credentials) -> bool {
        self.0.lock().unwrap().push(rejected.clone());
        true
    }
}

#[tokio::test]
async fn a_source_is_told_that_its_credentials_have_expired() {
    let source = std::sync::Arc::new(Source::default());
    let around = Surroundings::with_service(vec![error(400, "InvalidSecurityToken.Expired")]);
    around.ask(AssumeRoleCredentials::new(std::sync::Arc::clone(&source), ROLE)).await.unwrap_err();
    assert_eq!(*source.0.lock().unwrap(), [temporary("old")]);
}
