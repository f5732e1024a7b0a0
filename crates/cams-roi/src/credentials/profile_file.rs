//! The credentials file, `~/.alibabacloud/credentials`, in the INI form.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use futures_util::future::BoxFuture;

use super::failure::Reason;
use super::oidc::{PROVIDER_ARN, TOKEN_FILE};
use super::role_session::ROLE_ARN;
use super::section::Section;
use super::{
    AssumeRoleCredentials, Credentials, CredentialsError, EcsRamRoleCredentials, OidcCredentials,
    ProvideCredentials, ProviderContext, private_file,
};
use crate::secret::Secret;

const FILE: &str = "ALIBABA_CLOUD_CREDENTIALS_FILE";
const PROFILE: &str = "ALIBABA_CLOUD_PROFILE";
/// The official libraries do not agree on the name: the first is Node's, the second Python's.
const DEFAULT_FILES: [[&str; 2]; 2] =
    [[".alibabacloud", "credentials"], [".alibabacloud", "credentials.ini"]];
const SESSION_NAMES: [&str; 2] = ["role_session_name", "ram_session_name"];

/// A section of `~/.alibabacloud/credentials` or `~/.alibabacloud/credentials.ini`, or of the file that
/// `ALIBABA_CLOUD_CREDENTIALS_FILE` names: the section given, else `ALIBABA_CLOUD_PROFILE`, else `default`.
#[derive(Clone, Debug, Default)]
pub struct ProfileFileCredentials {
    context: ProviderContext,
    path: Option<PathBuf>,
    profile: Option<String>,
}

impl ProfileFileCredentials {
    /// Reads `path` and no other file.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Uses the section of this name, whatever the environment chooses.
    #[must_use]
    pub fn with_profile(mut self, profile: Option<String>) -> Self {
        self.profile = profile;
        self
    }

    /// Ends the search where the environment names a profile: whoever comes next may be another account.
    async fn read_named(&self) -> Result<Credentials, Reason> {
        let outcome = self.read().await;
        let named = if self.profile.is_none() { self.context.environment().get(PROFILE)? } else { None };
        match (outcome, named) {
            (Err(Reason::Failed(reason) | Reason::NotConfigured(reason)), Some(name)) => {
                Err(Reason::Incomplete(format!("{PROFILE} names the profile {name:?}, and {reason}")))
            }
            (outcome, _) => outcome,
        }
    }

    async fn read(&self) -> Result<Credentials, Reason> {
        let environment = self.context.environment();
        if let Some(path) = self.path.clone().or_else(|| environment.path(FILE)) {
            return match self.read_file(&path).await {
                Some(outcome) => outcome,
                None => Err(format!("{} does not exist", path.display()).into()),
            };
        }
        let mut failures = Vec::new();
        for parts in DEFAULT_FILES {
            let path = environment.in_home(parts).map_err(Reason::NotConfigured)?;
            match self.read_file(&path).await {
                None => {}
                Some(Ok(credentials)) => return Ok(credentials),
                Some(Err(reason)) => failures.push(reason.to_string()),
            }
        }
        if failures.is_empty() {
            let names = DEFAULT_FILES.map(|[folder, file]| format!("~/{folder}/{file}"));
            return Err(Reason::NotConfigured(format!("neither {} nor {} exists", names[0], names[1])));
        }
        Err(failures.join("; ").into())
    }

    /// `None` where there is no such file.
    async fn read_file(&self, path: &Path) -> Option<Result<Credentials, Reason>> {
        match private_file::read(path).await {
            Ok(text) => Some(self.choose(&text, path).await),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => Some(Err(format!("{} cannot be read: {error}", path.display()).into())),
        }
    }

    async fn choose(&self, text: &str, path: &Path) -> Result<Credentials, Reason> {
        let environment = self.context.environment();
        let name = environment.given_or(self.profile.as_ref(), PROFILE)?;
        let name = name.unwrap_or_else(|| "default".to_owned());
        let shown = path.display();
        let mut sections = parse(text).map_err(|problem| format!("{shown}, {problem}"))?;
        let fields = sections.remove(&name).ok_or_else(|| format!("{shown} has no section [{name}]"))?;
        let section = Section::new(format!("{shown}, section [{name}]"), fields);
        let mut provider = self.provider(&section)?;
        provider.configure(&self.context);
        let credentials =
            provider.provide().await.map_err(|error| Reason::from(error).within(&section.place))?;
        let kind = section.get("type").unwrap_or_default();
        Ok(credentials.provided_by(format!("{} [{name}] ({kind})", self.name())))
    }

    pub(super) fn provider(&self, section: &Section) -> Result<Box<dyn ProvideCredentials>, Reason> {
        let environment = self.context.environment();
        Ok(match section.required("type")?.as_str() {
            "access_key" => Box::new(section.access_key()?),
            "ram_role_arn" => {
                let role = section.required_or("role_arn", environment, ROLE_ARN)?;
                let session = section.role_session(SESSION_NAMES)?;
                let source = Box::new(section.access_key()?);
                let provider = AssumeRoleCredentials::of(source, role, session);
                Box::new(provider.with_external_id(section.owned("external_id")))
            }
            "oidc_role_arn" => {
                let provider = OidcCredentials::new(
                    section.required_or("role_arn", environment, ROLE_ARN)?,
                    section.required_or("oidc_provider_arn", environment, PROVIDER_ARN)?,
                    section.required_or("oidc_token_file_path", environment, TOKEN_FILE)?,
                );
                Box::new(provider.with_session(section.role_session(SESSION_NAMES)?))
            }
            "ecs_ram_role" => {
                let provider = EcsRamRoleCredentials::default();
                match section.owned("role_name") {
                    Some(name) => Box::new(provider.role_name(name)),
                    None => Box::new(provider),
                }
            }
            other => {
                return Err(section.wrong(&format!(
                    "type {other:?} is not supported: access_key, ram_role_arn, oidc_role_arn and ecs_ram_role are"
                )));
            }
        })
    }
}

/// Reads the INI form. A `#` begins a comment only at the beginning of a line or after white space: secrets may hold
/// one. No error quotes a line, which may hold a secret.
pub(super) fn parse(text: &str) -> Result<HashMap<String, HashMap<String, Secret>>, String> {
    let mut sections: HashMap<String, HashMap<String, Secret>> = HashMap::new();
    let mut current = None;
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(rest) = line.strip_prefix('[') {
            let (name, _) = rest
                .split_once(']')
                .ok_or_else(|| format!("line {}: the section's ] is missing", number + 1))?;
            current = Some(name.trim().to_owned());
            sections.entry(name.trim().to_owned()).or_default();
            continue;
        }
        let (name, value) = line
            .split_once(['=', ':'])
            .ok_or_else(|| format!("line {}: neither [section] nor name = value", number + 1))?;
        let section = current
            .as_ref()
            .and_then(|name| sections.get_mut(name))
            .ok_or_else(|| format!("line {}: a value before the first [section]", number + 1))?;
        section.insert(name.trim().to_ascii_lowercase(), Secret::new(without_comment(value).trim()));
    }
    Ok(sections)
}

fn without_comment(value: &str) -> &str {
    let comment = value
        .match_indices('#')
        .map(|(index, _)| index)
        .find(|index| value[..*index].is_empty() || value[..*index].ends_with(char::is_whitespace));
    comment.map_or(value, |index| &value[..index])
}

impl ProvideCredentials for ProfileFileCredentials {
    fn name(&self) -> &'static str {
        "credentials file"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { self.read_named().await.map_err(|reason| reason.of(self.name())) })
    }

    fn configure(&mut self, context: &ProviderContext) {
        self.context = context.clone();
    }

    fn discard(&self, _rejected: &Credentials) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_whole_and_comments_go() {
        let sections = parse(
            "# comment\n; comment\n[default]\ntype = access_key  # the kind\r\nAccess_Key_Id=id\n\
             access_key_secret = a#b=c:d\n\n[ other ]\ntype: ecs_ram_role\nrole_name =\npolicy = # none\n",
        )
        .unwrap();
        let value = |section: &str, name: &str| sections[section][name].expose().to_owned();
        assert_eq!(value("default", "type"), "access_key");
        assert_eq!(value("default", "access_key_id"), "id");
        assert_eq!(value("default", "access_key_secret"), "a#b=c:d");
        assert_eq!(
            (value("other", "type"), value("other", "role_name")),
            ("ecs_ram_role".into(), String::new())
        );
        assert_eq!(value("other", "policy"), "");
    }

    #[test]
    fn errors_name_the_line_and_not_what_it_holds() {
        for (text, problem) in [
            ("s-ecret", "line 1: neither [section] nor name = value"),
            ("\nkey = s-ecret", "line 2: a value before the first [section]"),
            ("[s-ecret", "line 1: the section's ] is missing"),
        ] {
            assert_eq!(parse(text).unwrap_err(), problem);
        }
    }
}
