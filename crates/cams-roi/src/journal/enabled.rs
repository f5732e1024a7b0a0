//! What a journal says of channels that were to be enabled, and a file that says it.

use std::collections::HashMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
#[cfg(feature = "redis")]
use serde_json::Value;

use super::file::JournalFile;
use super::lines::{line, now};
use crate::error::Error;
use crate::outcome::ChannelOutcome;

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
pub(super) struct RecordedLine {
    pub(super) endpoint: String,
    pub(super) cust_space_id: String,
    pub(super) status: String,
    pub(super) request_id: Option<String>,
    pub(super) attempts: u32,
    /// What went wrong, where nothing was enabled.
    #[cfg(feature = "redis")]
    #[serde(default)]
    pub(super) error: Option<Value>,
}

pub(super) const ENABLED: &str = "enabled";
const FAILED: &str = "failed";

/// What a journal says of a channel.
#[derive(Debug)]
enum Recorded {
    Enabled {
        request_id: Option<String>,
        attempts: u32,
    },
    /// It was called, and no call has enabled it.
    Failed,
}

/// What is recorded, by endpoint and channel.
#[derive(Debug, Default)]
struct Records(HashMap<(String, String), Recorded>);

impl Records {
    fn add(&mut self, record: RecordedLine) {
        let RecordedLine { endpoint, cust_space_id, status, request_id, attempts, .. } = record;
        let key = (endpoint, cust_space_id);
        if status == ENABLED {
            self.0.insert(key, Recorded::Enabled { request_id, attempts });
        } else {
            self.0.entry(key).or_insert(Recorded::Failed);
        }
    }
}

/// A file with a line for each outcome, synced to disk before the outcome is given.
#[derive(Debug)]
pub(crate) struct EnabledFile {
    file: JournalFile,
    records: Records,
}

impl EnabledFile {
    /// Opens the file at `path`, or begins one.
    pub(super) fn open(path: PathBuf) -> Result<Self, Error> {
        let mut records = Records::default();
        let file = JournalFile::open(path, |line| records.add(line))?;
        Ok(Self { file, records })
    }

    /// What the journal says of a channel, if it says that it is enabled.
    pub(crate) fn enabled(&self, endpoint: &str, cust_space_id: &str) -> Option<ChannelOutcome> {
        match self.record_of(endpoint, cust_space_id)? {
            Recorded::Enabled { request_id, attempts } => Some(ChannelOutcome {
                cust_space_id: cust_space_id.to_owned(),
                request_id: request_id.clone(),
                attempts: *attempts,
                message: None,
                access_denied_detail: None,
                error: None,
                resumed: true,
                not_called: false,
            }),
            Recorded::Failed => None,
        }
    }

    /// Whether a channel was called in vain.
    pub(crate) fn has_failed(&self, endpoint: &str, cust_space_id: &str) -> bool {
        matches!(self.record_of(endpoint, cust_space_id), Some(Recorded::Failed))
    }

    fn record_of(&self, endpoint: &str, cust_space_id: &str) -> Option<&Recorded> {
        self.records.0.get(&(endpoint.to_owned(), cust_space_id.to_owned()))
    }

    /// Appends an outcome. When this is done, neither killing the process nor a power cut loses it; dropping the future
    /// does not keep it from being written.
    pub(crate) fn record(
        &self,
        endpoint: &str,
        outcome: &ChannelOutcome,
    ) -> impl Future<Output = Result<(), Error>> + Send + use<> {
        let line = outcome_line(endpoint, outcome);
        self.file.append(line, format!("the outcome of {}", outcome.cust_space_id))
    }
}

/// The line for an outcome.
pub(crate) fn outcome_line(endpoint: &str, outcome: &ChannelOutcome) -> serde_json::Result<Vec<u8>> {
    line(&Line {
        time: now(),
        endpoint,
        cust_space_id: &outcome.cust_space_id,
        status: if outcome.is_enabled() { ENABLED } else { FAILED },
        request_id: outcome.request_id.as_deref(),
        attempts: outcome.attempts,
        error: outcome.error.as_ref(),
    })
}

#[cfg(test)]
impl EnabledFile {
    /// One that takes so many bytes and then fails.
    pub(super) fn that_fails_after(room: usize) -> Self {
        Self { file: JournalFile::that_fails_after(room), records: Records::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::read;
    use super::*;

    const LINE: &str =
        r#"{"time":"t","endpoint":"e","cust_space_id":"c","status":"enabled","request_id":"r","attempts":1}"#;

    fn records(text: &str) -> HashMap<(String, String), Recorded> {
        let mut records = Records::default();
        read(text.as_bytes(), |line| records.add(line)).unwrap();
        records.0
    }

    #[test]
    fn an_enabled_channel_stays_enabled() {
        let failed = LINE.replace("enabled", "failed");
        for text in [format!("{LINE}\n{failed}\n"), format!("{failed}\n{LINE}\n")] {
            let records = records(&text);
            assert!(records.values().all(|it| matches!(it, Recorded::Enabled { .. })), "{text}");
        }
    }
}
