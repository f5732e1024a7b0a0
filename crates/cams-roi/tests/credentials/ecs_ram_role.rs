use cams_roi::credentials::EcsRamRoleCredentials;
use cams_roi::transport::{HttpMethod, HttpRequest, Progress};

use crate::scripted::{Reaction, Scripted, json};
use crate::surroundings::{Surroundings, issued, temporary};

const BASE: &str = "http://100.100.100.200/latest/";
const ROLES: &str = "meta-data/ram/security-credentials/";

fn text(status: u16, text: &str) -> Reaction {
    Reaction::Answer(status, Vec::new(), text.into())
}

fn path(request: &HttpRequest) -> &str {
    request.url.strip_prefix(BASE).expect("only the metadata server is asked")
}

fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    request.headers.iter().find(|(it, _)| *it == name).map(|(_, value)| value.as_str())
}

/// A metadata server with the role `worker`; version 2 if `token` is an answer with status 200.
fn metadata(token: Reaction) -> Scripted {
    let has_token = matches!(token, Reaction::Answer(200, ..));
    Scripted::new(move |_, request| match (request.method, path(request)) {
        (HttpMethod::Put, "api/token") => token.clone(),
        (HttpMethod::Get, path) => {
            match (path.strip_prefix(ROLES), header(request, "x-aliyun-ecs-metadata-token")) {
                (_, Some(token)) if token != "v2-token" => text(401, ""),
                (_, None) if has_token => text(401, ""),
                (Some(""), _) => text(200, "worker\n"),
                (Some("worker"), _) => issued("STS.ecs"),
                _ => text(404, "not found"),
            }
        }
        other => panic!("{other:?}"),
    })
}

fn v2() -> Surroundings {
    Surroundings::with_direct(metadata(text(200, "v2-token")))
}

#[tokio::test]
async fn version_2_is_asked_with_one_token_for_the_role_s_name_and_its_credentials() {
    let around = v2();
    let credentials = around.ask(EcsRamRoleCredentials::default()).await.unwrap();
    assert_eq!((&credentials, credentials.provider()), (&temporary("STS.ecs"), Some("ECS instance role")));
    let requests = around.direct.requests();
    let asked: Vec<_> = requests.iter().map(|request| (request.method, path(request))).collect();
    assert_eq!(
        asked,
        [
            (HttpMethod::Put, "api/token"),
            (HttpMethod::Get, ROLES),
            (HttpMethod::Get, "meta-data/ram/security-credentials/worker"),
        ]
    );
    assert_eq!(header(&requests[0], "x-aliyun-ecs-metadata-token-ttl-seconds"), Some("21600"));
}

#[tokio::test]
async fn a_named_role_is_not_asked_for() {
    let named = v2().variable("ALIBABA_CLOUD_ECS_METADATA", "worker");
    assert_eq!(named.ask(EcsRamRoleCredentials::default()).await, Ok(temporary("STS.ecs")));
    assert_eq!(named.direct.count(), 2);
    let given = v2().variable("ALIBABA_CLOUD_ECS_METADATA", "another");
    assert_eq!(
        given.ask(EcsRamRoleCredentials::default().role_name("worker")).await,
        Ok(temporary("STS.ecs"))
    );
}

#[tokio::test]
async fn version_1_serves_where_the_server_knows_no_other_and_nobody_forbids_it() {
    let around = Surroundings::with_direct(metadata(text(404, "")));
    assert_eq!(around.ask(EcsRamRoleCredentials::default()).await, Ok(temporary("STS.ecs")));
    let strict = around.variable("ALIBABA_CLOUD_IMDSV1_DISABLED", "true");
    assert_eq!(
        strict.ask(EcsRamRoleCredentials::default()).await.unwrap_err(),
        "ECS instance role: the metadata server gave no token for version 2 (answered HTTP 404), and \
         ALIBABA_CLOUD_IMDSV1_DISABLED forbids version 1"
    );
}

#[tokio::test]
async fn a_role_that_is_not_there_is_named() {
    let reason = v2().ask(EcsRamRoleCredentials::default().role_name("other")).await.unwrap_err();
    assert_eq!(
        reason,
        "ECS instance role: the instance has no role \"other\" (HTTP 404): attach it to the instance, or correct \
         ALIBABA_CLOUD_ECS_METADATA"
    );
    let none = Surroundings::with_direct(Scripted::new(|_, request| match request.method {
        HttpMethod::Put => text(200, "token"),
        _ => text(404, ""),
    }));
    let reason = none.ask(EcsRamRoleCredentials::default()).await.unwrap_err();
    assert_eq!(reason, "ECS instance role: the instance has no RAM role: attach one in the ECS console");
    let odd = v2().ask(EcsRamRoleCredentials::default().role_name("a/../b")).await.unwrap_err();
    assert!(odd.ends_with("\"a/../b\" is not the name of a RAM role"), "{odd}");
}

#[tokio::test(start_paused = true)]
async fn a_slow_server_is_not_waited_for() {
    let slow = Surroundings::with_direct(Scripted::of(vec![
        text(200, "token"),
        text(200, "worker"),
        Reaction::Never,
    ]));
    let reason = slow.ask(EcsRamRoleCredentials::default()).await.unwrap_err();
    assert_eq!(
        reason,
        "ECS instance role: the metadata server at http://100.100.100.200: no answer within 3s"
    );
}

#[tokio::test]
async fn where_nobody_is_version_1_is_not_tried_and_the_switch_is_named() {
    let laptop = Surroundings::with_direct(Scripted::of(vec![Reaction::Break(Progress::NotConnected)]));
    let reason = laptop.ask(EcsRamRoleCredentials::default()).await.unwrap_err();
    assert!(
        reason.contains("this is no ECS instance")
            && reason.contains("ALIBABA_CLOUD_ECS_METADATA_DISABLED=true")
    );
    assert_eq!(laptop.direct.count(), 1);
    let off = Surroundings::nothing().variable("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "TRUE");
    let reason = off.ask(EcsRamRoleCredentials::default()).await.unwrap_err();
    assert_eq!(reason, "ECS instance role: turned off by ALIBABA_CLOUD_ECS_METADATA_DISABLED");
}

#[tokio::test]
async fn junk_is_named_but_not_quoted() {
    for (answer, problem) in [
        (json(200, r#"{"Code":"Failed"}"#), "role worker: the answer's Code is \"Failed\", not \"Success\""),
        (text(200, "<html>"), "role worker: the answer is not JSON (line 1, column 1)"),
        (text(500, "oops"), "the metadata server answered HTTP 500 for role \"worker\""),
    ] {
        let around =
            Surroundings::with_direct(Scripted::of(vec![text(200, "token"), text(200, "worker"), answer]));
        let reason = around.ask(EcsRamRoleCredentials::default()).await.unwrap_err();
        assert_eq!(reason, format!("ECS instance role: {problem}"));
    }
}
