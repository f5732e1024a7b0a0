use std::collections::HashMap;

use cams_roi::Credentials;
use cams_roi::credentials::CliProfileCredentials;
use cams_roi::transport::{HttpMethod, HttpRequest};

use crate::scripted::{Reaction, Scripted, parameters};
use crate::surroundings::{Surroundings, assumed, issued, temporary};

const FILE: &str = r#"{"current":"work","profiles":[
    {"name":"default","mode":"AK","access_key_id":"d-id","access_key_secret":"d-secret"},
    {"name":"work","mode":"StsToken","access_key_id":"w-id","access_key_secret":"w#secret","sts_token":"w-token",
     "region_id":"cn-hangzhou","language":"en","retry_timeout":0},
    {"name":"halved","mode":"AK","access_key_id":"h-id"},
    {"name":"modeless","access_key_id":"h-id"},
    {"name":"sso","mode":"CloudSSO"},
    {"name":"role","mode":"RamRoleArn","access_key_id":"r-id","access_key_secret":"r-secret","ram_role_arn":"arn:1",
     "ram_session_name":"me","expired_seconds":1800,"sts_region":"eu-central-1","enable_vpc":true,
     "policy":"{}","external_id":"partner"},
    {"name":"roleless","mode":"RamRoleArn","access_key_id":"r-id","access_key_secret":"r-secret"},
    {"name":"odd","mode":"RamRoleArn","access_key_id":"r-id","access_key_secret":"r-secret","ram_role_arn":"arn:1",
     "expired_seconds":"long"},
    {"name":"chained","mode":"ChainableRamRoleArn","source_profile":"role","ram_role_arn":"arn:2","ram_session_name":"me"},
    {"name":"dangling","mode":"ChainableRamRoleArn","source_profile":"nobody","ram_role_arn":"arn:2"},
    {"name":"a","mode":"ChainableRamRoleArn","source_profile":"b","ram_role_arn":"arn:2"},
    {"name":"b","mode":"ChainableRamRoleArn","source_profile":"a","ram_role_arn":"arn:2"},
    {"name":"ecs","mode":"EcsRamRole","ram_role_name":"worker"},
    {"name":"oidc","mode":"OIDC","ram_role_arn":"arn:3","oidc_provider_arn":"provider","oidc_token_file":"HOME/token",
     "ram_session_name":"cli-name"},
    {"name":"oidc-python","mode":"OIDC","ram_role_arn":"arn:3","oidc_provider_arn":"provider",
     "oidc_token_file":"HOME/token","role_session_name":"python-name"},
    {"name":"external","mode":"External","process_command":"echo '{\"mode\":\"AK\",\"access_key_id\":\"x\",\"access_key_secret\":\"y\"}'"},
    {"name":"uri","mode":"CredentialsURI","credentials_uri":"http://127.0.0.1:7/c"}]}"#;

fn laptop(reactions: Vec<Reaction>) -> Surroundings {
    let laptop = Surroundings::with_service(reactions);
    let file = FILE.replace("HOME", &laptop.home.path().display().to_string());
    laptop.file(".aliyun/config.json", &file).file("token", "jwt")
}

fn profile(name: &str) -> CliProfileCredentials {
    CliProfileCredentials::default().with_profile(Some(name.to_owned()))
}

async fn reason(name: &str) -> String {
    laptop(Vec::new()).ask(profile(name)).await.unwrap_err()
}

fn in_profile(name: &str) -> String {
    format!("aliyun CLI profile: ~/.aliyun/config.json, profile {name:?}: ")
}

#[tokio::test]
async fn the_profile_is_the_given_one_then_the_environment_s_then_the_current_one() {
    let default = Ok(Credentials::new("d-id", "d-secret"));
    let work = Ok(Credentials::new("w-id", "w#secret").with_security_token("w-token"));
    let current = laptop(Vec::new());
    let credentials = current.ask(CliProfileCredentials::default()).await;
    assert_eq!(credentials, work);
    assert_eq!(credentials.unwrap().provider(), Some(r#"aliyun CLI profile "work" (StsToken)"#));
    let chosen = current.variable("ALIBABA_CLOUD_PROFILE", "default");
    assert_eq!(chosen.ask(CliProfileCredentials::default()).await, default);
    assert_eq!(chosen.ask(profile("work")).await, work);
    let marked = Surroundings::nothing().file("other.json", &format!("\u{feff}{FILE}"));
    let path = marked.home.path().join("other.json");
    assert_eq!(marked.ask(profile("default").with_path(path)).await, default);
}

#[tokio::test]
async fn ram_role_arn_assumes_the_role_with_every_setting_of_the_profile() {
    let laptop = laptop(vec![assumed("STS.role")]);
    let credentials = laptop.ask(profile("role")).await.unwrap();
    assert_eq!(credentials, temporary("STS.role"));
    assert_eq!(credentials.provider(), Some(r#"aliyun CLI profile "role" (RamRoleArn)"#));
    let request = &laptop.service.requests()[0];
    assert!(request.url.starts_with("https://sts-vpc.eu-central-1.aliyuncs.com/"));
    let expected = [
        ("RoleArn", "arn:1"),
        ("RoleSessionName", "me"),
        ("DurationSeconds", "1800"),
        ("Policy", "{}"),
        ("ExternalId", "partner"),
    ];
    let expected: HashMap<_, _> = expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    assert_eq!(parameters(request), expected);
}

#[tokio::test]
async fn a_role_may_be_assumed_from_another_profile_s() {
    let laptop = laptop(vec![assumed("STS.role"), assumed("STS.chained")]);
    assert_eq!(laptop.ask(profile("chained")).await, Ok(temporary("STS.chained")));
    let roles: Vec<_> =
        laptop.service.requests().iter().map(|it| parameters(it)["RoleArn"].clone()).collect();
    assert_eq!(roles, ["arn:1", "arn:2"]);
    let key_of = |request: &HttpRequest| {
        request.headers.iter().find(|(name, _)| *name == "x-acs-accesskey-id").map(|(_, value)| value.clone())
    };
    assert_eq!(key_of(&laptop.service.requests()[1]).as_deref(), Some("STS.role"));
}

#[tokio::test]
async fn profiles_that_lead_in_a_circle_are_told_so() {
    assert_eq!(reason("a").await, format!("{}source_profile leads in a circle: a → b → a", in_profile("b")));
    let dangling = reason("dangling").await;
    assert!(
        dangling
            .contains(r#"source_profile: ~/.aliyun/config.json has no profile "nobody", only "default", "#)
    );
}

#[tokio::test]
async fn oidc_reads_both_names_of_the_session_name() {
    let laptop = laptop(vec![assumed("STS.oidc")]);
    assert_eq!(laptop.ask(profile("oidc")).await, Ok(temporary("STS.oidc")));
    laptop.ask(profile("oidc-python")).await.unwrap();
    assert_eq!(laptop.service.values("", "RoleSessionName"), ["cli-name", "python-name"]);
    assert_eq!(laptop.service.values("", "OIDCToken"), ["jwt", "jwt"]);
}

#[tokio::test]
async fn ecs_external_and_uri_profiles_ask_their_providers() {
    let direct = Scripted::new(|_, request| match (request.method, request.url.as_str()) {
        (HttpMethod::Put, _) => Reaction::Answer(200, Vec::new(), "token".into()),
        (_, "http://127.0.0.1:7/c") => issued("STS.uri"),
        (_, url) if url.ends_with("/worker") => issued("STS.ecs"),
        other => panic!("{other:?}"),
    });
    let around = Surroundings::with_direct(direct).file(".aliyun/config.json", FILE);
    assert_eq!(around.ask(profile("ecs")).await, Ok(temporary("STS.ecs")));
    assert_eq!(around.ask(profile("uri")).await, Ok(temporary("STS.uri")));
    if cfg!(unix) {
        assert_eq!(around.ask(profile("external")).await, Ok(Credentials::new("x", "y")));
    }
}

#[tokio::test]
async fn errors_name_the_file_the_profile_and_the_field() {
    for (name, problem) in [
        ("halved", "access_key_secret is missing or empty"),
        ("modeless", "mode is missing or empty"),
        ("roleless", "ram_role_arn is missing or empty, and ALIBABA_CLOUD_ROLE_ARN is not set either"),
        ("odd", "expired_seconds is \"long\", not a number of seconds"),
    ] {
        assert_eq!(reason(name).await, in_profile(name) + problem);
    }
    let sso = reason("sso").await;
    assert!(
        sso.starts_with(&(in_profile("sso") + "mode \"CloudSSO\" is not supported: AK, StsToken, ")),
        "{sso}"
    );
    let wrong = reason("none").await;
    assert!(
        wrong.contains("~/.aliyun/config.json has no profile \"none\", only \"default\", \"work\""),
        "{wrong}"
    );
}

#[tokio::test]
async fn a_file_that_cannot_be_used_is_named() {
    let ask = async |around: Surroundings| around.ask(CliProfileCredentials::default()).await.unwrap_err();
    assert_eq!(
        ask(Surroundings::nothing()).await,
        "aliyun CLI profile: ~/.aliyun/config.json does not exist: `aliyun configure` writes it"
    );
    let junk = ask(Surroundings::nothing().file(".aliyun/config.json", "{\"current\"")).await;
    assert_eq!(junk, "aliyun CLI profile: ~/.aliyun/config.json: the file is cut off (line 1, column 10)");
    let none = ask(Surroundings::nothing().file(".aliyun/config.json", "{\"profiles\":[]}")).await;
    assert_eq!(none, "aliyun CLI profile: ~/.aliyun/config.json names no current profile");
    let given = CliProfileCredentials::default().with_path("/nonexistent/config.json");
    let given = Surroundings::nothing().ask(given).await.unwrap_err();
    assert!(given.contains("/nonexistent/config.json cannot be read: "), "{given}");
    let folder = Surroundings::nothing().file(".aliyun/config.json/x", "");
    assert!(ask(folder).await.contains("~/.aliyun/config.json cannot be read: "));
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_file_that_cannot_be_read_is_named() {
    // Nobody can read the beginning of this file, the super-user neither.
    let provider = CliProfileCredentials::default().with_path("/proc/self/mem");
    let reason = Surroundings::nothing().ask(provider).await.unwrap_err();
    assert!(reason.contains("/proc/self/mem cannot be read: Input/output error"), "{reason}");
}

#[tokio::test]
async fn can_be_switched_off() {
    let off = laptop(Vec::new()).variable("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true");
    assert_eq!(
        off.ask(CliProfileCredentials::default()).await.unwrap_err(),
        "aliyun CLI profile: turned off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED"
    );
}
