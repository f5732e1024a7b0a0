//! What a provider finds around it in a test: variables, files, STS, a metadata server, a clock.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use cams_roi::credentials::{Environment, ProvideCredentials, ProviderContext};
use cams_roi::{Clock, Credentials};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use tokio::time::Instant;

use crate::scripted::{Reaction, Scripted, json};

pub const EXPIRATION: &str = "2030-01-31T12:00:00Z";

pub fn time(text: &str) -> SystemTime {
    SystemTime::try_from(text.parse::<Timestamp>().unwrap()).unwrap()
}

/// The temporary credentials `ID`, which expire far in the future.
pub fn temporary(id: &str) -> Credentials {
    Credentials::new(id, format!("{id}-secret"))
        .with_security_token(format!("{id}-token"))
        .expiring_at(time(EXPIRATION))
}

fn fields(id: &str) -> String {
    format!(
        r#""AccessKeyId":"{id}","AccessKeySecret":"{id}-secret","SecurityToken":"{id}-token","Expiration":"{EXPIRATION}""#
    )
}

/// STS's answer.
pub fn assumed(id: &str) -> Reaction {
    json(
        200,
        &format!(r#"{{"RequestId":"R","AssumedRoleUser":{{"Arn":"a"}},"Credentials":{{{}}}}}"#, fields(id)),
    )
}

/// The answer of a metadata server, or of a credentials URI.
pub fn issued(id: &str) -> Reaction {
    json(200, &format!(r#"{{"Code":"Success",{}}}"#, fields(id)))
}

/// A home directory, variables, and what answers requests.
pub struct Surroundings {
    pub home: TempDir,
    variables: Vec<(String, String)>,
    /// STS, and what else is asked as the service is.
    pub service: Scripted,
    /// What is asked without a proxy.
    pub direct: Scripted,
}

impl Surroundings {
    /// `service` plays its reactions in turn; nothing may be asked without a proxy.
    pub fn with_service(reactions: Vec<Reaction>) -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
            variables: Vec::new(),
            service: Scripted::of(reactions),
            direct: Scripted::new(|_, request| panic!("not expected: {}", request.url)),
        }
    }

    pub fn with_direct(direct: Scripted) -> Self {
        Self {
            direct,
            service: Scripted::new(|_, request| panic!("not expected: {}", request.url)),
            ..Self::with_service(Vec::new())
        }
    }

    pub fn nothing() -> Self {
        Self::with_direct(Scripted::new(|_, request| panic!("not expected: {}", request.url)))
    }

    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Writes a file under the home directory, readable by its owner alone.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.write(path, text);
        self
    }

    pub fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.home.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        set_mode(&path, 0o600);
        path
    }

    pub fn context(&self) -> ProviderContext {
        let home = ("HOME".to_owned(), self.home.path().display().to_string());
        ProviderContext::default()
            .with_environment(Environment::of(self.variables.iter().cloned().chain([home])))
            .with_transport(Arc::new(self.service.clone()))
            .with_direct_transport(Arc::new(self.direct.clone()))
    }

    /// What the provider gives, or why it does not, with `~` for the home directory.
    pub async fn ask(&self, mut provider: impl ProvideCredentials) -> Result<Credentials, String> {
        provider.configure(&self.context());
        let home = self.home.path().display().to_string();
        provider.provide().await.map_err(|error| error.to_string().replace(&home, "~"))
    }
}

#[cfg(unix)]
pub fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
pub fn set_mode(_path: &Path, _mode: u32) {}

/// The time of day that goes with tokio's clock, which tests move.
#[derive(Debug)]
pub struct VirtualClock {
    epoch: Timestamp,
    since: Instant,
}

impl VirtualClock {
    pub fn start() -> Arc<Self> {
        Arc::new(Self { epoch: "2026-01-01T00:00:00Z".parse().unwrap(), since: Instant::now() })
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        self.epoch + SignedDuration::try_from(self.since.elapsed()).unwrap()
    }
}
