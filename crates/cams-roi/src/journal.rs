//! A file that remembers which channels are enabled, so that a killed run can be resumed.

use std::collections::HashMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::bulk::SpaceOutcome;
use crate::error::Error;

/// An append-only file of JSON Lines: one line for each outcome, on disk before the outcome is told.
///
/// Channels are remembered per endpoint, so that a rehearsal against the emulator does not count for the service.
/// The file is locked while it is open: two runs cannot share it at the same time.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: Mutex<File>,
    enabled: HashMap<(String, String), Enabled>,
}

#[derive(Debug)]
struct Enabled {
    request_id: Option<String>,
    attempts: u32,
}

#[derive(Serialize)]
struct Line<'a> {
    time: String,
    endpoint: &'a str,
    cust_space_id: &'a str,
    status: &'a str,
    request_id: Option<&'a str>,
    attempts: u32,
    error: Option<&'a Error>,
}

#[derive(Deserialize)]
struct RecordedLine {
    endpoint: String,
    cust_space_id: String,
    status: String,
    request_id: Option<String>,
    attempts: u32,
}

const ENABLED: &str = "enabled";
const FAILED: &str = "failed";

impl Journal {
    /// Opens the journal at `path`, or begins one. A last line that was cut off when a run was killed is dropped:
    /// its channel is called again.
    ///
    /// # Errors
    /// A [`Configuration`](crate::ErrorKind::Configuration) error when the file cannot be read and written, is in use
    /// by another run, or holds something that is not a journal.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, Error> {
        let path = path.into();
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(&path)
            .map_err(|error| problem(&path, &format!("cannot be opened for writing: {error}")))?;
        let metadata =
            file.metadata().map_err(|error| problem(&path, &format!("cannot be read: {error}")))?;
        if !metadata.is_file() {
            return Err(problem(&path, "is not a regular file"));
        }
        // The system lets an administrator write it all the same, but whoever made it read-only meant it.
        if metadata.permissions().readonly() {
            return Err(problem(&path, "is read-only"));
        }
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let message = format!("journal {} is in use by another run", path.display());
                let hint = "Wait until the other run has ended, or give this run a journal of its own.";
                return Err(Error::journal_in_use(message, hint));
            }
            // Some file systems have no locks; the journal works without.
            Err(TryLockError::Error(error)) => tracing::debug!(%error, "the journal cannot be locked"),
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| problem(&path, &format!("cannot be read: {error}")))?;
        let (enabled, length) = read_lines(&path, &bytes)?;
        mend(&mut file, &bytes, length)
            .map_err(|error| problem(&path, &format!("cannot be mended: {error}")))?;
        Ok(Self { path, file: Mutex::new(file), enabled })
    }

    /// What the journal says of a channel, if it says that it is enabled.
    pub(crate) fn enabled(&self, endpoint: &str, cust_space_id: &str) -> Option<SpaceOutcome> {
        let record = self.enabled.get(&(endpoint.to_owned(), cust_space_id.to_owned()))?;
        Some(SpaceOutcome {
            cust_space_id: cust_space_id.to_owned(),
            request_id: record.request_id.clone(),
            attempts: record.attempts,
            message: None,
            access_denied_detail: None,
            error: None,
            resumed: true,
        })
    }

    /// Appends an outcome. When this returns, killing the process loses nothing of it.
    pub(crate) fn record(&self, endpoint: &str, outcome: &SpaceOutcome) -> Result<(), Error> {
        let line = Line {
            time: Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
            endpoint,
            cust_space_id: &outcome.cust_space_id,
            status: if outcome.is_enabled() { ENABLED } else { FAILED },
            request_id: outcome.request_id.as_deref(),
            attempts: outcome.attempts,
            error: outcome.error.as_ref(),
        };
        let write = || -> std::io::Result<()> {
            let mut bytes = serde_json::to_vec(&line)?;
            bytes.push(b'\n');
            // One write of the whole line, straight to the file: there is no buffer that could be lost.
            self.file.lock().unwrap_or_else(PoisonError::into_inner).write_all(&bytes)
        };
        write().map_err(|error| {
            let space = &outcome.cust_space_id;
            problem(
                &self.path,
                &format!("cannot be written: {error}; the outcome of {space} is not recorded"),
            )
        })
    }
}

type EnabledSpaces = HashMap<(String, String), Enabled>;

/// Reads the recorded successes, and how many bytes of the file are whole lines.
fn read_lines(path: &Path, bytes: &[u8]) -> Result<(EnabledSpaces, usize), Error> {
    let mut enabled = HashMap::new();
    let mut length = 0;
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let is_whole = line.ends_with(b"\n");
        match serde_json::from_slice::<RecordedLine>(line) {
            Ok(record) if record.status == ENABLED => {
                let outcome = Enabled { request_id: record.request_id, attempts: record.attempts };
                enabled.insert((record.endpoint, record.cust_space_id), outcome);
            }
            Ok(_) => {}
            Err(_) if line.trim_ascii().is_empty() => {}
            // Only a line that this library began is dropped: anything else is somebody's file.
            Err(_) if !is_whole && b"{\"time\":\"".starts_with(&line[..line.len().min(9)]) => {
                return Ok((enabled, length));
            }
            Err(error) => {
                let reason = format!("is not a journal of this command: line {}: {error}", index + 1);
                return Err(problem(path, &reason));
            }
        }
        length += line.len();
    }
    Ok((enabled, length))
}

/// Makes the file end in a whole line: `length` bytes of `bytes` are whole.
fn mend(file: &mut File, bytes: &[u8], length: usize) -> std::io::Result<()> {
    if length < bytes.len() {
        tracing::warn!("the journal's last line was cut off and is dropped");
        file.set_len(length as u64)?;
    }
    if bytes[..length].last().is_some_and(|byte| *byte != b'\n') {
        file.write_all(b"\n")?;
    }
    Ok(())
}

fn problem(path: &Path, problem: &str) -> Error {
    Error::configuration(
        format!("journal {} {problem}", path.display()),
        "Give a file that this run alone may write, either a new one or the journal of an earlier run.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_is_an_error_that_names_the_space() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let mut journal = Journal::open(&path).unwrap();
        journal.file = Mutex::new(File::open(&path).unwrap());
        let outcome = SpaceOutcome {
            cust_space_id: "cams-1".to_owned(),
            request_id: None,
            attempts: 1,
            message: None,
            access_denied_detail: None,
            error: None,
            resumed: false,
        };
        let error = journal.record("https://host/", &outcome).unwrap_err();
        assert!(error.message().contains("cannot be written"), "{error}");
        assert!(error.message().ends_with("the outcome of cams-1 is not recorded"), "{error}");
    }
}
