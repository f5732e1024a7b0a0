//! The same files and variables give the same credentials as with the vendor's own library for Python.
//!
//! `conformance/credentials/official.py` asks that library, in a virtual environment that this test makes once; each
//! case tells where ours is to differ, and why. No request leaves the machine: both sides answer their own by the same
//! rules, and the answers quote the requests.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use cams_roi::SignatureAlgorithm;
use cams_roi::credentials::{CredentialsChain, Environment, ProvideCredentials, ProviderContext};
use cams_roi::transport::{HttpMethod, HttpRequest, HttpResponse, Transport, TransportError};
use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default)]
    variables: BTreeMap<String, String>,
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Why the outcomes differ, where they do.
    differs: Option<String>,
    /// What ours says then, where it fails.
    error: Option<String>,
}

/// What came out. Errors are not compared: ours say more.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
enum Outcome {
    Given { access_key_id: String, access_key_secret: String, security_token: Option<String> },
    Failed { error: String },
}

impl Outcome {
    fn is_like(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Failed { .. }, Self::Failed { .. })) || self == other
    }
}

fn conformance(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/credentials").join(name)
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{errors}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// Python with the official library, as the pinned requirements say; made anew when those change.
fn python() -> PathBuf {
    let requirements = conformance("requirements.txt");
    let wanted = std::fs::read_to_string(&requirements).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("credentials-parity");
    let (python, installed) = (folder.join("bin/python"), folder.join("installed.txt"));
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return python;
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder));
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(Command::new(&python).args(pip).arg(&requirements));
    std::fs::write(installed, wanted).unwrap();
    python
}

/// Answers as `official.py` does.
#[derive(Debug)]
struct Answers;

fn issued(key_id: &str, quoted: &str) -> serde_json::Value {
    json!({
        "Code": "Success",
        "AccessKeyId": key_id,
        "AccessKeySecret": "issued-secret",
        "SecurityToken": quoted,
        "Expiration": "2038-01-01T00:00:00Z",
    })
}

fn metadata(method: HttpMethod, path: &str) -> Option<String> {
    let role = path.strip_prefix("/latest/meta-data/ram/security-credentials/");
    match (method, path, role) {
        (HttpMethod::Put, "/latest/api/token", _) => Some("metadata-token".to_owned()),
        (HttpMethod::Get, _, Some("")) => Some("worker".to_owned()),
        (HttpMethod::Get, _, Some(role)) if role != "absent" => Some(issued("STS.ecs", path).to_string()),
        _ => None,
    }
}

fn sts(url: &str, form: &str) -> String {
    let mut parameters: Vec<(String, String)> =
        url::form_urlencoded::parse(form.as_bytes()).into_owned().collect();
    parameters.retain(|(name, _)| !["Timestamp", "SignatureNonce", "Signature"].contains(&name.as_str()));
    parameters.sort();
    let action = parameters.iter().find(|(name, _)| name == "Action").map(|(_, value)| value.clone());
    let quoted: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let quoted = format!("{url}?{}", quoted.join("&"));
    json!({"Credentials": issued(&format!("STS.{}", action.unwrap()), &quoted)}).to_string()
}

impl Transport for Answers {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let body = if let Some(path) = request.url.strip_prefix("http://100.100.100.200") {
            metadata(request.method, path)
        } else if request.url.starts_with("https://sts") {
            Some(sts(&request.url, &request.body))
        } else {
            Some(issued("STS.uri", &request.url).to_string())
        };
        let status = if body.is_some() { 200 } else { 404 };
        let body = body.unwrap_or_default().into_bytes();
        Box::pin(async move { Ok(HttpResponse { status, headers: Vec::new(), body }) })
    }
}

async fn ours(case: &Case) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().display().to_string();
    let filled = |text: &str| text.replace("{HOME}", &home);
    for (name, text) in &case.files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, filled(text)).unwrap();
    }
    let variables = case.variables.iter().map(|(name, value)| (name.clone(), filled(value)));
    let variables = variables.chain([("HOME".to_owned(), home.clone())]);
    let mut chain = CredentialsChain::standard(None);
    chain.configure(
        &ProviderContext::default()
            .with_environment(Environment::of(variables))
            .with_signature(SignatureAlgorithm::HmacSha1)
            .with_transport(Arc::new(Answers))
            .with_direct_transport(Arc::new(Answers)),
    );
    match chain.provide().await {
        Ok(credentials) => Outcome::Given {
            access_key_id: credentials.access_key_id().to_owned(),
            access_key_secret: credentials.access_key_secret().expose().to_owned(),
            security_token: credentials.security_token().map(|token| token.expose().to_owned()),
        },
        Err(error) => Outcome::Failed { error: error.to_string() },
    }
}

#[tokio::test]
async fn the_official_library_and_ours_find_the_same_credentials() {
    let cases = conformance("cases.json");
    let folder = tempfile::tempdir().unwrap();
    let official = run(Command::new(python()).arg(conformance("official.py")).arg(&cases).arg(folder.path()));
    let mut official: BTreeMap<String, Outcome> = serde_json::from_str(&official).unwrap();
    let cases: Vec<Case> = serde_json::from_str(&std::fs::read_to_string(cases).unwrap()).unwrap();
    let mut problems = Vec::new();
    for case in &cases {
        let theirs = official.remove(&case.name).unwrap();
        let ours = ours(case).await;
        match (&case.differs, ours.is_like(&theirs)) {
            (None, false) => problems.push(format!("{}:\n  ours   {ours:?}\n  theirs {theirs:?}", case.name)),
            (Some(why), true) => problems.push(format!("{}: no longer differs, though {why}", case.name)),
            (Some(why), false) => {
                let is_right = match (&case.error, &ours) {
                    (None, Outcome::Given { .. }) => true,
                    (Some(expected), Outcome::Failed { error }) => error.contains(expected),
                    _ => false,
                };
                assert!(is_right, "{}: {why}: {ours:?}", case.name);
            }
            (None, true) => {}
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(official.is_empty() && cases.len() > 50, "every case was compared");
}
