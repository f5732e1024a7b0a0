//! The profiles of the Alibaba Cloud CLI, `~/.aliyun/config.json`.

use std::path::{Path, PathBuf};

use futures_util::future::BoxFuture;
use serde::Deserialize;

use super::environment::Environment;
use super::{Credentials, CredentialsError, ProvideCredentials};

/// A profile of the Alibaba Cloud CLI: the one given, else `ALIBABA_CLOUD_PROFILE`, else the file's `current`.
#[derive(Clone, Debug, Default)]
pub struct CliProfileCredentials {
    environment: Environment,
    path: Option<PathBuf>,
    profile: Option<String>,
}

#[derive(Deserialize)]
struct Configuration {
    #[serde(default)]
    current: String,
    #[serde(default)]
    profiles: Vec<Profile>,
}

#[derive(Deserialize)]
struct Profile {
    #[serde(default)]
    name: String,
    #[serde(default)]
    mode: String,
    #[serde(default)]
    access_key_id: String,
    #[serde(default)]
    access_key_secret: String,
    #[serde(default)]
    sts_token: String,
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

    fn read(&self) -> Result<Credentials, String> {
        let chosen = self.profile.is_some() || self.path.is_some();
        if !chosen && self.environment.is_true("ALIBABA_CLOUD_CLI_PROFILE_DISABLED") {
            return Err("switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED".to_owned());
        }
        let path = match &self.path {
            Some(path) => path.clone(),
            None => std::env::home_dir()
                .ok_or("no home directory: HOME is not set")?
                .join(".aliyun")
                .join("config.json"),
        };
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        // A byte order mark is what some editors leave in front.
        let configuration: Configuration = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| format!("{} is not valid JSON: {error}", path.display()))?;
        self.choose(configuration, &path)
    }

    fn choose(&self, configuration: Configuration, path: &Path) -> Result<Credentials, String> {
        let wanted = self
            .profile
            .clone()
            .or_else(|| self.environment.get("ALIBABA_CLOUD_PROFILE"))
            .unwrap_or(configuration.current);
        let path = path.display();
        let Some(profile) = configuration.profiles.into_iter().find(|profile| profile.name == wanted) else {
            return Err(format!("{path} has no profile {wanted:?}"));
        };
        let field = |name: &str, value: &String| {
            if value.is_empty() {
                return Err(format!("{path}, profile {wanted:?}: {name} is missing or empty"));
            }
            Ok(value.clone())
        };
        let pair = || {
            Ok::<_, String>(Credentials::new(
                field("access_key_id", &profile.access_key_id)?,
                field("access_key_secret", &profile.access_key_secret)?,
            ))
        };
        match profile.mode.as_str() {
            "AK" => pair(),
            "StsToken" => Ok(pair()?.with_security_token(field("sts_token", &profile.sts_token)?)),
            "" => Err(format!("{path}, profile {wanted:?}: mode is missing or empty")),
            other => Err(format!(
                "{path}, profile {wanted:?}: mode {other:?} is not supported, only AK and StsToken are"
            )),
        }
    }
}

impl ProvideCredentials for CliProfileCredentials {
    fn name(&self) -> &'static str {
        "aliyun CLI profile"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { self.read().map_err(|reason| CredentialsError::new(self.name(), reason)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"current":"work","profiles":[
        {"name":"default","mode":"AK","access_key_id":"d-id","access_key_secret":"d-secret"},
        {"name":"work","mode":"StsToken","access_key_id":"w-id","access_key_secret":"w#secret","sts_token":"w-token",
         "region_id":"cn-hangzhou","language":"en"},
        {"name":"halved","mode":"AK","access_key_id":"h-id"},
        {"name":"ecs","mode":"EcsRamRole","ram_role_name":"r"}]}"#;

    fn read(text: &str, profile: Option<&str>, variables: &[(&str, &str)]) -> Result<Credentials, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.json");
        std::fs::write(&path, text).unwrap();
        let provider = CliProfileCredentials {
            environment: Environment::of(variables),
            path: Some(path.clone()),
            profile: profile.map(str::to_owned),
        };
        provider.read().map_err(|reason| reason.replace(&path.display().to_string(), "FILE"))
    }

    #[test]
    fn the_profile_is_the_given_one_then_the_environment_s_then_the_current_one() {
        let default = Ok(Credentials::new("d-id", "d-secret"));
        let work = Ok(Credentials::new("w-id", "w#secret").with_security_token("w-token"));
        assert_eq!(read(FILE, None, &[]), work);
        assert_eq!(read(FILE, None, &[("ALIBABA_CLOUD_PROFILE", "default")]), default);
        assert_eq!(read(FILE, Some("work"), &[("ALIBABA_CLOUD_PROFILE", "default")]), work);
        assert_eq!(read(&format!("\u{feff}{FILE}"), Some("default"), &[]), default);
    }

    #[test]
    fn errors_name_the_file_the_profile_and_the_field() {
        assert_eq!(read(FILE, Some("none"), &[]).unwrap_err(), r#"FILE has no profile "none""#);
        assert_eq!(
            read(FILE, Some("halved"), &[]).unwrap_err(),
            r#"FILE, profile "halved": access_key_secret is missing or empty"#
        );
        assert!(read(FILE, Some("ecs"), &[]).unwrap_err().contains(r#"mode "EcsRamRole" is not supported"#));
        assert!(read("{\"current\"", None, &[]).unwrap_err().starts_with("FILE is not valid JSON: "));
        let missing =
            CliProfileCredentials::default().with_path("/nonexistent/config.json").read().unwrap_err();
        assert!(missing.starts_with("/nonexistent/config.json cannot be read: "), "{missing}");
    }

    #[test]
    fn can_be_switched_off() {
        let provider = CliProfileCredentials {
            environment: Environment::of(&[("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true")]),
            path: None,
            profile: None,
        };
        assert_eq!(provider.read().unwrap_err(), "switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED");
    }
}
