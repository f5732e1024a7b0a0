//! The profiles of the Alibaba Cloud CLI, `~/.aliyun/config.json`.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use futures_util::future::BoxFuture;
use serde::Deserialize;
use serde_json::Value;

use super::failure::Reason;
use super::oidc::{PROVIDER_ARN, TOKEN_FILE};
use super::role_session::ROLE_ARN;
use super::section::Section;
use super::{
    AssumeRoleCredentials, Credentials, CredentialsError, CredentialsUriCredentials, EcsRamRoleCredentials,
    ExternalCredentials, OidcCredentials, ProvideCredentials, ProviderContext, issued, private_file,
};
use crate::secret::Secret;
use crate::service_text::text_of;

const DISABLED: &str = "ALIBABA_CLOUD_CLI_PROFILE_DISABLED";
/// The CLI writes the first; official libraries do not agree on which to read for mode OIDC.
const SESSION_NAMES: [&str; 2] = ["ram_session_name", "role_session_name"];
const MODES: &str =
    "AK, StsToken, RamRoleArn, ChainableRamRoleArn, EcsRamRole, OIDC, External and CredentialsURI";

/// A profile of the Alibaba Cloud CLI: the one given, else `ALIBABA_CLOUD_PROFILE`, else the file's `current`.
///
/// The modes AK, StsToken, RamRoleArn, ChainableRamRoleArn, EcsRamRole, OIDC, External and CredentialsURI are known.
#[derive(Clone, Debug, Default)]
pub struct CliProfileCredentials {
    context: ProviderContext,
    path: Option<PathBuf>,
    profile: Option<String>,
}

#[derive(Deserialize)]
struct Configuration {
    #[serde(default)]
    current: Option<String>,
    #[serde(default)]
    profiles: Vec<serde_json::Map<String, Value>>,
}

impl CliProfileCredentials {
    /// Reads `path` instead of `~/.aliyun/config.json`.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Uses the profile of this name, whatever the environment and the file choose.
    #[must_use]
    pub fn with_profile(mut self, profile: Option<String>) -> Self {
        self.profile = profile;
        self
    }

    async fn read(&self) -> Result<Credentials, Reason> {
        let environment = self.context.environment();
        let is_chosen = self.profile.is_some() || self.path.is_some();
        if !is_chosen && environment.is_true(DISABLED) {
            return Err(Reason::not_configured(format!("turned off by {DISABLED}")));
        }
        let path = match &self.path {
            Some(path) => path.clone(),
            None => environment.in_home([".aliyun", "config.json"]).map_err(Reason::NotConfigured)?,
        };
        let text = match private_file::read(&path).await {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && self.path.is_none() => {
                let reason = format!("{} does not exist: `aliyun configure` writes it", path.display());
                return Err(Reason::NotConfigured(reason));
            }
            Err(error) => return Err(format!("{} cannot be read: {error}", path.display()).into()),
        };
        let profiles = Profiles::parse(&text, &path)?;
        let chosen = environment.given_or(self.profile.as_ref(), "ALIBABA_CLOUD_PROFILE")?;
        let name = match chosen.as_ref().or(profiles.current.as_ref()) {
            Some(name) => name.clone(),
            None => return Err(format!("{} names no current profile", path.display()).into()),
        };
        let section = profiles.section(&name)?;
        let mut provider = self.provider(&profiles, &section, &mut vec![name.clone()])?;
        provider.configure(&self.context);
        let credentials =
            provider.provide().await.map_err(|error| Reason::from(error).within(&section.place))?;
        let mode = section.get("mode").unwrap_or_default();
        let credentials = if credentials.security_token().is_some() {
            credentials.or_from_source(|| section.place.clone())
        } else {
            credentials
        };
        Ok(credentials.provided_by(format!("{} {name:?} ({mode})", self.name())))
    }

    /// The provider that a profile stands for. `path` holds the names of the profiles that led to it.
    pub(super) fn provider(
        &self,
        profiles: &Profiles,
        section: &Section,
        path: &mut Vec<String>,
    ) -> Result<Box<dyn ProvideCredentials>, Reason> {
        let environment = self.context.environment();
        Ok(match section.required("mode")?.as_str() {
            "AK" => Box::new(section.access_key()?),
            "StsToken" => Box::new(section.access_key()?.with_security_token(section.required("sts_token")?)),
            "RamRoleArn" => self.assume_role(section, Box::new(section.access_key()?))?,
            "ChainableRamRoleArn" => {
                let source = section.required("source_profile")?;
                let is_circle = path.contains(&source);
                path.push(source.clone());
                if is_circle {
                    let circle = path.join(" → ");
                    return Err(section.wrong(&format!("source_profile leads in a circle: {circle}")));
                }
                let source = profiles.section(&source).map_err(|reason| reason.within("source_profile"))?;
                let source = self.provider(profiles, &source, path)?;
                self.assume_role(section, source)?
            }
            "EcsRamRole" => match section.owned("ram_role_name") {
                Some(name) => Box::new(EcsRamRoleCredentials::default().role_name(name)),
                None => Box::new(EcsRamRoleCredentials::default()),
            },
            "OIDC" => {
                let provider = OidcCredentials::new(
                    section.required_or("ram_role_arn", environment, ROLE_ARN)?,
                    section.required_or("oidc_provider_arn", environment, PROVIDER_ARN)?,
                    section.required_or("oidc_token_file", environment, TOKEN_FILE)?,
                );
                Box::new(provider.with_session(section.role_session(SESSION_NAMES)?))
            }
            "External" => Box::new(ExternalCredentials::new(section.required("process_command")?)),
            "CredentialsURI" => {
                Box::new(CredentialsUriCredentials::new(section.required("credentials_uri")?))
            }
            other => return Err(section.wrong(&format!("mode {other:?} is not supported: {MODES} are"))),
        })
    }

    fn assume_role(
        &self,
        section: &Section,
        source: Box<dyn ProvideCredentials>,
    ) -> Result<Box<dyn ProvideCredentials>, Reason> {
        let role = section.required_or("ram_role_arn", self.context.environment(), ROLE_ARN)?;
        let provider = AssumeRoleCredentials::of(source, role, section.role_session(SESSION_NAMES)?);
        Ok(Box::new(provider.with_external_id(section.owned("external_id"))))
    }
}

/// The file's profiles, and the one that it uses.
pub(super) struct Profiles {
    file: String,
    current: Option<String>,
    pub(super) all: Vec<serde_json::Map<String, Value>>,
}

impl Profiles {
    pub(super) fn parse(text: &str, path: &Path) -> Result<Self, Reason> {
        let file = path.display().to_string();
        let configuration: Configuration = serde_json::from_str(text).map_err(|error| {
            format!("{file}: {}", issued::not_json(&error).replace("the answer", "the file"))
        })?;
        let current = configuration.current.filter(|name| !name.is_empty());
        Ok(Self { file, current, all: configuration.profiles })
    }

    pub(super) fn section(&self, name: &str) -> Result<Section, Reason> {
        let name_of = |profile: &serde_json::Map<String, Value>| {
            profile.get("name").and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let file = &self.file;
        let Some(profile) = self.all.iter().find(|profile| name_of(profile) == name) else {
            let names: Vec<String> =
                self.all.iter().map(|profile| format!("{:?}", name_of(profile))).collect();
            return Err(format!("{file} has no profile {name:?}, only {}", names.join(", ")).into());
        };
        let fields: HashMap<String, Secret> = profile
            .iter()
            .filter_map(|(name, value)| Some((name.clone(), Secret::new(text_of(value)?))))
            .collect();
        Ok(Section::new(format!("{file}, profile {name:?}"), fields))
    }
}

impl ProvideCredentials for CliProfileCredentials {
    fn name(&self) -> &'static str {
        "aliyun CLI profile"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { self.read().await.map_err(|reason| reason.of(self.name())) })
    }

    fn configure(&mut self, context: &ProviderContext) {
        self.context = context.clone();
    }

    fn discard(&self, _rejected: &Credentials) -> bool {
        true
    }
}
