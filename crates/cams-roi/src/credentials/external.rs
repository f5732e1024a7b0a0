//! Credentials that another program prints.

use std::fmt;
use std::process::Stdio;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde::Deserialize;
use tokio::process::Command;
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::failure::Reason;
use super::{Credentials, CredentialsError, ProvideCredentials, fingerprint, issued};

const LIMIT: Duration = Duration::from_mins(1);

/// What a program prints: the CLI profile's mode External.
///
/// The program is started directly, without a shell, and has a minute to print a JSON object with `mode`,
/// `access_key_id`, `access_key_secret`, and for mode `StsToken` also `sts_token` and perhaps `expiration`. It is killed
/// when nobody waits for it any more.
#[derive(Clone)]
pub struct ExternalCredentials {
    command: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Output {
    mode: Option<String>,
    access_key_id: Option<String>,
    access_key_secret: Option<String>,
    sts_token: Option<String>,
    expiration: Option<String>,
}

impl ExternalCredentials {
    /// Starts `command`: a program and its arguments, with quotes as a POSIX shell reads them.
    #[must_use]
    pub fn new(command: impl Into<String>) -> Self {
        Self { command: command.into() }
    }

    async fn run(&self) -> Result<Credentials, Reason> {
        let mut words = split(&self.command)?.into_iter();
        let program = words.next().ok_or("process_command is empty")?;
        let mut command = Command::new(&program);
        command.args(words).stdin(Stdio::null()).kill_on_drop(true);
        let output = timeout(LIMIT, command.output())
            .await
            .map_err(|_| {
                format!("{program:?} did not end within {} seconds and was killed", LIMIT.as_secs())
            })?
            .map_err(|error| format!("{program:?} cannot be started: {error}"))?;
        let printed = Zeroizing::new(output.stdout);
        if !output.status.success() {
            // What it wrote may hold secrets, so it is not shown.
            return Err(
                format!("{program:?} failed ({}): run it in a terminal to see why", output.status).into()
            );
        }
        read(&printed).map_err(|reason| reason.within(&format!("what {program:?} printed")))
    }
}

/// The words of a command line. Nothing in it is expanded or run.
fn split(command: &str) -> Result<Vec<String>, Reason> {
    // On Windows the backslash parts folders, and escapes nothing.
    let command = if cfg!(windows) { command.replace('\\', "\\\\") } else { command.to_owned() };
    shlex::split(&command).ok_or_else(|| "process_command has a quote that does not end".into())
}

fn read(printed: &[u8]) -> Result<Credentials, Reason> {
    let output: Output = serde_json::from_slice(printed).map_err(|error| issued::not_json(&error))?;
    let field = |name: &str, value: Option<String>| {
        value.filter(|value| !value.is_empty()).ok_or_else(|| format!("has no {name}"))
    };
    let credentials = Credentials::new(
        field("access_key_id", output.access_key_id)?,
        field("access_key_secret", output.access_key_secret)?,
    );
    let token = output.sts_token.filter(|token| !token.is_empty());
    if output.mode.as_deref() == Some("StsToken") && token.is_none() {
        return Err("has no sts_token, but mode StsToken".into());
    }
    let credentials = match token {
        Some(token) => credentials.with_security_token(token),
        None => credentials,
    };
    match output.expiration.filter(|text| !text.is_empty()) {
        Some(text) => Ok(credentials.expiring_at(issued::time(&text)?)),
        None => Ok(credentials),
    }
}

impl fmt::Debug for ExternalCredentials {
    /// Without the command, whose arguments may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExternalCredentials").finish_non_exhaustive()
    }
}

impl ProvideCredentials for ExternalCredentials {
    fn name(&self) -> &'static str {
        "external program"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let credentials = self.run().await.map_err(|reason| reason.of(self.name()))?;
            let source = || format!("{} {:x}", self.name(), fingerprint(&self.command));
            Ok(credentials.provided_by(self.name()).or_from_source(source))
        })
    }

    fn discard(&self, _rejected: &Credentials) -> bool {
        true
    }
}
