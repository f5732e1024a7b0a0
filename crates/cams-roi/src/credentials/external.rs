//! Credentials that another program prints.

use std::fmt;
use std::io;
use std::pin::pin;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use futures_util::future::{BoxFuture, Either, select};
use serde::Deserialize;
use tokio::io::AsyncReadExt as _;
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;
use zeroize::Zeroizing;

use super::failure::Reason;
use super::fingerprint::fingerprint;
use super::{Credentials, CredentialsError, ProvideCredentials, issued};
use crate::outside::Secrets;
use crate::system;
use crate::text_bytes;

const LIMIT: Duration = Duration::from_mins(1);
/// No credentials come near it.
const MAX_OUTPUT: usize = 1 << 20;

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
        // What it writes to its standard error may hold secrets, and nobody would see it.
        command
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        let child = command.spawn().map_err(|error| {
            let hint = system::hint_of(&error).map(|hint| format!(": {hint}")).unwrap_or_default();
            format!("{program:?} cannot be started: {error}{hint}")
        })?;
        let (status, printed) = timeout(LIMIT, output(child))
            .await
            .map_err(|_| {
                format!("{program:?} did not end within {} seconds and was killed", LIMIT.as_secs())
            })?
            .map_err(|error| format!("what {program:?} prints cannot be read: {error}"))?;
        if !status.success() {
            return Err(format!("{program:?} failed ({status}): run it in a terminal to see why").into());
        }
        read(&printed).map_err(|reason| reason.within(&format!("what {program:?} printed")))
    }
}

/// What the program printed until it ended. A process that it started and left may hold its output open for ever, so
/// the end of the program is the end of what it prints.
async fn output(mut child: Child) -> io::Result<(ExitStatus, Zeroizing<Vec<u8>>)> {
    let mut printed = Zeroizing::new(Vec::new());
    let mut stdout = child.stdout.take().ok_or_else(|| io::Error::other("it has no output"))?;
    let ended = {
        let reading = pin!(read_all(&mut stdout, &mut printed));
        match select(reading, pin!(child.wait())).await {
            Either::Left((read, _)) => {
                read?;
                None
            }
            Either::Right((status, _)) => Some(status?),
        }
    };
    match ended {
        Some(status) => {
            read_what_is_there(stdout, &mut printed).await?;
            Ok((status, printed))
        }
        None => Ok((child.wait().await?, printed)),
    }
}

async fn read_all(stdout: &mut ChildStdout, printed: &mut Vec<u8>) -> io::Result<()> {
    // Not at once to the end: what was read must be kept when this is given up.
    while printed.len() <= MAX_OUTPUT && stdout.read_buf(printed).await? > 0 {}
    if printed.len() > MAX_OUTPUT {
        return Err(io::Error::other(format!("it is more than {MAX_OUTPUT} bytes")));
    }
    Ok(())
}

/// Reads what is in the pipe and waits for nothing more.
#[cfg(unix)]
#[allow(clippy::unused_async, reason = "on other systems it waits")]
async fn read_what_is_there(stdout: ChildStdout, printed: &mut Vec<u8>) -> io::Result<()> {
    use std::io::Read as _;
    use std::os::fd::AsFd as _;
    // Past the runtime, which might not know yet that there is something. The runtime's own descriptor, while it is
    // there, keeps the pipe from waiting.
    let pipe = std::fs::File::from(stdout.as_fd().try_clone_to_owned()?);
    match pipe.take(MAX_OUTPUT as u64).read_to_end(printed) {
        Err(error) if error.kind() != io::ErrorKind::WouldBlock => Err(error),
        _ => Ok(()),
    }
}

/// Reads what comes within a moment.
#[cfg(not(unix))]
async fn read_what_is_there(mut stdout: ChildStdout, printed: &mut Vec<u8>) -> io::Result<()> {
    timeout(Duration::from_millis(500), read_all(&mut stdout, printed)).await.unwrap_or(Ok(()))
}

/// The words of a command line. Nothing in it is expanded or run.
pub(super) fn split(command: &str) -> Result<Vec<String>, Reason> {
    // On Windows the backslash parts folders, and escapes nothing.
    let command = if cfg!(windows) { command.replace('\\', "\\\\") } else { command.to_owned() };
    shlex::split(&command).ok_or_else(|| "process_command has a quote that does not end".into())
}

pub(super) fn read(printed: &[u8]) -> Result<Credentials, Reason> {
    let output: Output =
        serde_json::from_str(&text_bytes::read_lossy(printed)).map_err(|error| issued::not_json(&error))?;
    let secrets = [&output.access_key_secret, &output.sts_token];
    let secrets = secrets.into_iter().flatten().fold(Secrets::none(), |all, it| all.and(it.as_str()));
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
        Some(text) => Ok(credentials.expiring_at(issued::time(&text, &secrets)?)),
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
