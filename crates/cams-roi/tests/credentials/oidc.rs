use std::collections::HashMap;

use cams_roi::credentials::OidcCredentials;
use cams_roi::transport::Progress;

use crate::scripted::{Reaction, error, json, parameters};
use crate::surroundings::{Surroundings, assumed, temporary};

const ROLE: &str = "acs:ram::1:role/pod";
const PROVIDER: &str = "acs:ram::1:oidc-provider/ack";

fn in_a_pod(reactions: Vec<Reaction>) -> Surroundings {
    let pod = Surroundings::with_service(reactions);
    let token_file = pod.write("token", "jwt-1.to+ken\n").display().to_string();
    pod.variable("ALIBABA_CLOUD_ROLE_ARN", ROLE)
        .variable("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", PROVIDER)
        .variable("ALIBABA_CLOUD_OIDC_TOKEN_FILE", &token_file)
        .variable("ALIBABA_CLOUD_ROLE_SESSION_NAME", "pod-1")
}

#[tokio::test]
async fn the_token_is_sent_in_the_form_unsigned_and_never_in_the_url() {
    let pod = in_a_pod(vec![assumed("STS.1")]);
    let credentials = pod.ask(OidcCredentials::default()).await.unwrap();
    assert_eq!(credentials, temporary("STS.1"));
    assert_eq!(credentials.provider(), Some("OIDC"));

    let request = &pod.service.requests()[0];
    assert_eq!(request.url, "https://sts.aliyuncs.com/");
    let mut sent = parameters(request);
    assert!(sent.remove("Timestamp").is_some_and(|time| time.ends_with('Z')));
    let expected = [
        ("Action", "AssumeRoleWithOIDC"),
        ("Format", "JSON"),
        ("Version", "2015-04-01"),
        ("DurationSeconds", "3600"),
        ("RoleArn", ROLE),
        ("RoleSessionName", "pod-1"),
        ("OIDCProviderArn", PROVIDER),
        ("OIDCToken", "jwt-1.to+ken"),
    ];
    let expected: HashMap<_, _> = expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    assert_eq!(sent, expected);
    assert!(request.headers.iter().all(|(name, _)| !name.contains("authorization")));
}

#[tokio::test]
async fn the_token_file_is_read_anew_each_time() {
    let pod = in_a_pod(vec![assumed("STS.1")]);
    pod.ask(OidcCredentials::default()).await.unwrap();
    pod.write("token", "jwt-2");
    pod.ask(OidcCredentials::default()).await.unwrap();
    assert_eq!(pod.service.values("", "OIDCToken"), ["jwt-1.to+ken", "jwt-2"]);
}

#[tokio::test]
async fn sts_is_asked_in_the_region_and_network_of_the_environment() {
    let pod = in_a_pod(vec![assumed("STS.1")])
        .variable("ALIBABA_CLOUD_STS_REGION", "cn-hangzhou")
        .variable("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED", "true");
    pod.ask(OidcCredentials::default()).await.unwrap();
    assert_eq!(pod.service.requests()[0].url, "https://sts-vpc.cn-hangzhou.aliyuncs.com/");
}

#[tokio::test]
async fn names_the_variable_that_is_missing() {
    let variables = [
        ("ALIBABA_CLOUD_ROLE_ARN", ROLE),
        ("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", PROVIDER),
        ("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/nonexistent/token"),
    ];
    for missing in variables {
        let mut pod = Surroundings::nothing();
        for (name, value) in variables.into_iter().filter(|variable| *variable != missing) {
            pod = pod.variable(name, value);
        }
        let reason = pod.ask(OidcCredentials::default()).await.unwrap_err();
        assert_eq!(reason, format!("OIDC: {} is not set", missing.0));
    }
}

#[tokio::test]
async fn a_token_file_that_cannot_be_used_is_named() {
    let ask = async |path: &str| {
        let nowhere = Surroundings::nothing();
        nowhere.write("empty", " \n");
        let path = path.replace('~', &nowhere.home.path().display().to_string());
        nowhere.ask(OidcCredentials::new(ROLE, PROVIDER, path)).await.unwrap_err()
    };
    let missing = ask("/nonexistent/token").await;
    assert!(
        missing.starts_with("OIDC: the OIDC token file /nonexistent/token cannot be read: "),
        "{missing}"
    );
    assert_eq!(ask("~/empty").await, "OIDC: the OIDC token file ~/empty is empty");
}

#[tokio::test(start_paused = true)]
async fn what_sts_refuses_says_what_to_do() {
    for (code, advice) in [
        ("AuthenticationFail.OIDCToken.Expired", "must hold a fresh one"),
        ("AuthenticationFail.NoPermission", "trust policy must name the OIDC provider"),
        ("EntityNotExist.RoleArn", "its account has no such role"),
        ("InvalidParameter.RoleArn", "acs:ram::<account ID>:role/<role name>"),
        ("InvalidParameter.OIDCToken", "(a JWT)"),
    ] {
        let pod = in_a_pod(vec![error(400, code)]);
        let reason = pod.ask(OidcCredentials::default()).await.unwrap_err();
        let beginning =
            format!("OIDC: role {ROLE} with the token in ~/token: STS refused AssumeRoleWithOIDC: {code}");
        assert!(reason.starts_with(&beginning), "{reason}");
        assert!(reason.contains(advice) && reason.contains("(request R-E)"), "{reason}");
        assert_eq!(pod.service.count(), 1, "asking again would not help");
    }
}

#[tokio::test(start_paused = true)]
async fn no_error_shows_the_token() {
    for body in [
        r#"{"Code":"AuthenticationFail.OIDCToken.Invalid","Message":"bad token jwt-1.to+ken jwt-1.to%2Bken"}"#,
        "<html>jwt-1.to+ken</html>",
    ] {
        let pod = in_a_pod(vec![json(400, body)]);
        let reason = pod.ask(OidcCredentials::default()).await.unwrap_err();
        assert!(!reason.contains("jwt-1") && reason.contains("***"), "{reason}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_pass_is_tried_again() {
    let pod = in_a_pod(vec![
        Reaction::Break(Progress::NotConnected),
        error(503, "ServiceUnavailable"),
        assumed("STS.1"),
    ]);
    assert_eq!(pod.ask(OidcCredentials::default()).await, Ok(temporary("STS.1")));
    let down = in_a_pod(vec![Reaction::Break(Progress::NotConnected)]);
    let reason = down.ask(OidcCredentials::default()).await.unwrap_err();
    assert!(
        reason.contains("STS at sts.aliyuncs.com could not be asked: connection reset by script"),
        "{reason}"
    );
    assert!(reason.ends_with("check the network, the proxy and the STS endpoint"), "{reason}");
    assert_eq!(down.service.count(), 3);
    let silent = in_a_pod(vec![Reaction::Never]);
    let reason = silent.ask(OidcCredentials::default()).await.unwrap_err();
    assert!(reason.contains("no answer within 10s"), "{reason}");
}

#[tokio::test]
async fn an_answer_without_credentials_is_refused() {
    for (body, problem) in [
        ("{}", "STS: the answer has no Credentials"),
        (r#"{"Credentials":{"AccessKeyId":"a"}}"#, "STS: the answer has no AccessKeySecret"),
        ("junk", "STS: the answer is not JSON (line 1, column 1)"),
    ] {
        let reason = in_a_pod(vec![json(200, body)]).ask(OidcCredentials::default()).await.unwrap_err();
        assert!(reason.ends_with(problem), "{reason}");
    }
}
