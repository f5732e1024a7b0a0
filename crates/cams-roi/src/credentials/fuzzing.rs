//! What credentials are read from, as functions of bytes, for the fuzz targets.

use std::path::Path;

use serde_json::Value;

use super::cli_profile::Profiles;
use super::failure::Reason;
use super::issued::Issued;
use super::section::Section;
use super::{
    CliProfileCredentials, Credentials, Environment, ProfileFileCredentials, ProvideCredentials as _,
    ProviderContext, external, profile_file, sts,
};
use crate::text_bytes;

/// All words that errors about credentials have of their own: a secret that is one of them shows in every error.
const WORDS: &str = "the answer's Code is , not \"Success\" the answer has no Code: \"Success\" was expected the \
    expiration is not a time such as 2026-01-31T12:00:00Z has no sts_token, but mode StsToken AccessKeyId \
    AccessKeySecret SecurityToken Expiration Credentials access_key_id access_key_secret (an empty body)";

/// The credentials file in the INI form: every section of it, with an environment that holds nothing.
///
/// # Panics
/// If an error shows what the file holds.
pub fn profile_file(data: &[u8]) {
    let Ok(text) = text_bytes::read(data) else { return };
    let sections = match profile_file::parse(&text) {
        Ok(sections) => sections,
        Err(problem) => {
            let known = ["the section's ] is missing", "neither [section] nor name = value"];
            let known = known.into_iter().chain(["a value before the first [section]"]);
            let (_, what) = problem.split_once(": ").unwrap_or_default();
            assert!(known.into_iter().any(|it| it == what), "{problem}");
            return;
        }
    };
    let mut reader = ProfileFileCredentials::default();
    reader.configure(&nothing());
    for (name, fields) in sections {
        let _ = reader.provider(&Section::new(format!("section [{name}]"), fields));
    }
}

/// The CLI's `config.json`: every profile of it, with an environment that holds nothing.
pub fn cli_profile(data: &[u8]) {
    let Ok(text) = text_bytes::read(data) else { return };
    let Ok(profiles) = Profiles::parse(&text, Path::new("config.json")) else { return };
    let mut reader = CliProfileCredentials::default();
    reader.configure(&nothing());
    for profile in &profiles.all {
        let Some(name) = profile.get("name").and_then(Value::as_str) else { continue };
        let Ok(section) = profiles.section(name) else { continue };
        let _ = reader.provider(&profiles, &section, &mut vec![name.to_owned()]);
    }
}

/// What STS, the metadata server, a credentials URI and a program answer, and the line that starts a program.
///
/// # Panics
/// If an error shows a secret.
pub fn answers(data: &[u8]) {
    let secrets = secrets(data);
    for read in [Issued::read, sts::read_credentials, external::read] {
        check(&read(data), &secrets);
    }
    let _ = external::split(&text_bytes::read_lossy(data));
}

fn check(read: &Result<Credentials, Reason>, secrets: &[String]) {
    if let Err(reason) = read {
        let reason = reason.to_string();
        let shown = secrets.iter().find(|secret| reason.contains(*secret));
        assert_eq!(shown, None, "{reason}");
    }
}

/// The secrets in an answer, whatever its form: those that no error holds by chance.
fn secrets(data: &[u8]) -> Vec<String> {
    let Ok(answer) = serde_json::from_str::<Value>(&text_bytes::read_lossy(data)) else { return Vec::new() };
    let names = ["AccessKeySecret", "SecurityToken", "access_key_secret", "sts_token"];
    let texts =
        [&answer, &answer["Credentials"]].into_iter().flat_map(|it| names.map(|name| it[name].as_str()));
    let is_secret = |text: &&str| {
        text.len() >= 8 && !WORDS.contains(text) && text.bytes().all(|it| it.is_ascii_graphic() && it != b'*')
    };
    texts.flatten().filter(is_secret).map(str::to_owned).collect()
}

fn nothing() -> ProviderContext {
    ProviderContext::default().with_environment(Environment::from_lookup(|_| None))
}
