use cams_roi::Credentials;
use cams_roi::credentials::ProfileFileCredentials;
use cams_roi::transport::HttpMethod;

use crate::scripted::{Reaction, Scripted, parameters};
use crate::surroundings::{Surroundings, assumed, issued, temporary};

const FILE: &str = "
[default]
type = access_key
access_key_id = d-id
access_key_secret = d#secret

[role]
type = ram_role_arn
access_key_id = r-id
access_key_secret = r-secret
role_arn = arn:1
role_session_name = me
policy = {}

[oidc]
type = oidc_role_arn
role_arn = arn:2
oidc_provider_arn = provider
oidc_token_file_path = HOME/token
role_session_name = me

[ecs]
type = ecs_ram_role
role_name = worker

[keys]
type = rsa_key_pair

[halved]
type = access_key
access_key_id = h-id

[typeless]
access_key_id = h-id
";

fn home(reactions: Vec<Reaction>) -> Surroundings {
    let home = Surroundings::with_service(reactions);
    let file = FILE.replace("HOME", &home.home.path().display().to_string());
    home.file(".alibabacloud/credentials", &file).file("token", "jwt")
}

fn section(name: &str) -> ProfileFileCredentials {
    ProfileFileCredentials::default().with_profile(Some(name.to_owned()))
}

#[tokio::test]
async fn a_secret_with_a_hash_stays_whole() {
    let credentials = home(Vec::new()).ask(ProfileFileCredentials::default()).await.unwrap();
    assert_eq!(credentials, Credentials::new("d-id", "d#secret"));
    assert_eq!(credentials.provider(), Some("credentials file [default] (access_key)"));
}

#[tokio::test]
async fn both_default_files_are_read_and_a_named_one_wins() {
    let pair = |id: &str| format!("[default]\ntype=access_key\naccess_key_id={id}\naccess_key_secret=s\n");
    let id = async |around: &Surroundings| {
        around.ask(ProfileFileCredentials::default()).await.unwrap().access_key_id().to_owned()
    };
    let around = Surroundings::nothing().file(".alibabacloud/credentials.ini", &pair("python-s"));
    assert_eq!(id(&around).await, "python-s");
    let around = around.file(".alibabacloud/credentials", &pair("node-s"));
    assert_eq!(id(&around).await, "node-s");
    let path = around.write("own", &pair("own"));
    let around = around.variable("ALIBABA_CLOUD_CREDENTIALS_FILE", &path.display().to_string());
    assert_eq!(id(&around).await, "own");
    std::fs::remove_file(path).unwrap();
    let reason = around.ask(ProfileFileCredentials::default()).await.unwrap_err();
    assert_eq!(reason, "credentials file: ~/own does not exist");
}

#[tokio::test]
async fn a_section_that_one_default_file_lacks_is_taken_from_the_other() {
    let around = Surroundings::nothing().file(".alibabacloud/credentials", "[other]\n").file(
        ".alibabacloud/credentials.ini",
        "[default]\ntype=access_key\naccess_key_id=i\naccess_key_secret=s\n",
    );
    assert_eq!(around.ask(ProfileFileCredentials::default()).await, Ok(Credentials::new("i", "s")));
}

#[tokio::test]
async fn every_type_asks_its_provider() {
    let around = home(vec![assumed("STS.role"), assumed("STS.oidc")]);
    assert_eq!(around.ask(section("role")).await, Ok(temporary("STS.role")));
    assert_eq!(around.ask(section("oidc")).await, Ok(temporary("STS.oidc")));
    let requests = around.service.requests();
    assert_eq!(
        (&*parameters(&requests[0])["Policy"], &*parameters(&requests[0])["RoleArn"]),
        ("{}", "arn:1")
    );
    assert_eq!(
        (&*parameters(&requests[1])["OIDCToken"], &*parameters(&requests[1])["RoleArn"]),
        ("jwt", "arn:2")
    );

    let metadata = Scripted::new(|_, request| match (request.method, request.url.ends_with("/worker")) {
        (HttpMethod::Put, _) => Reaction::Answer(200, Vec::new(), "token".into()),
        (_, true) => issued("STS.ecs"),
        other => panic!("{other:?}"),
    });
    let around = Surroundings::with_direct(metadata).file(".alibabacloud/credentials", FILE);
    assert_eq!(around.ask(section("ecs")).await, Ok(temporary("STS.ecs")));
}

#[tokio::test]
async fn errors_name_the_file_the_section_and_the_field() {
    let around = home(Vec::new());
    for (name, problem) in [
        ("halved", "~/.alibabacloud/credentials, section [halved]: access_key_secret is missing or empty"),
        ("typeless", "~/.alibabacloud/credentials, section [typeless]: type is missing or empty"),
        (
            "keys",
            "~/.alibabacloud/credentials, section [keys]: type \"rsa_key_pair\" is not supported: access_key, \
             ram_role_arn, oidc_role_arn and ecs_ram_role are",
        ),
        ("none", "~/.alibabacloud/credentials has no section [none]"),
    ] {
        assert_eq!(around.ask(section(name)).await.unwrap_err(), format!("credentials file: {problem}"));
    }
    let chosen = around.variable("ALIBABA_CLOUD_PROFILE", "none");
    assert!(chosen.ask(ProfileFileCredentials::default()).await.unwrap_err().ends_with("no section [none]"));
    let junk = Surroundings::nothing().file(".alibabacloud/credentials", "hush");
    let reason = junk.ask(ProfileFileCredentials::default()).await.unwrap_err();
    assert!(reason.ends_with("credentials, line 1: neither [section] nor name = value"), "{reason}");
    let nothing = Surroundings::nothing().ask(ProfileFileCredentials::default()).await.unwrap_err();
    assert_eq!(
        nothing,
        "credentials file: neither ~/.alibabacloud/credentials nor ~/.alibabacloud/credentials.ini exists"
    );
}
