//! The log of all requests.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize, Serializer};

use crate::rate;

/// The oldest entries beyond this many are dropped.
const CAPACITY: usize = 200_000;

/// One request.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LogEntry {
    /// Counts the requests since the emulator started, from 1.
    pub sequence: u64,
    /// When its handling began, since the emulator started. In JSON: `received_at_ms`, fractional.
    #[serde(rename = "received_at_ms", serialize_with = "milliseconds")]
    pub received_at: Duration,
    /// When the rate limit let it pass; `None` if it did not come so far, or was refused there. In JSON:
    /// `accepted_at_ms`.
    #[serde(rename = "accepted_at_ms", serialize_with = "optional_milliseconds")]
    pub accepted_at: Option<Duration>,
    /// Counts the connections since the emulator started, from 1.
    pub connection: u64,
    /// The HTTP method.
    pub method: String,
    /// The operation's name.
    pub action: Option<String>,
    /// The operation's own parameters: no system parameter is among them.
    pub parameters: BTreeMap<String, String>,
    /// The names of the parameters in the URL, which others may log: in order, system parameters among them.
    pub url_parameters: Vec<String>,
    /// Who says to be calling.
    pub access_key_id: Option<String>,
    /// `acs3-hmac-sha256` or `hmac-sha1`.
    pub signature: Option<&'static str>,
    /// The nonce.
    pub nonce: Option<String>,
    /// The headers that the signature covers; none for `hmac-sha1`.
    pub signed_headers: Vec<String>,
    /// The `User-Agent` header.
    pub user_agent: Option<String>,
    /// The `Host` header.
    pub host: Option<String>,
    /// The name of the fault that it met.
    pub fault: Option<&'static str>,
    /// The answer's HTTP status.
    pub status: Option<u16>,
    /// The answer's code: `OK`, or the error's.
    pub code: Option<String>,
    /// The answer's request ID.
    pub request_id: Option<String>,
    /// How it ended; `None` while it has not.
    pub outcome: Option<Outcome>,
}

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// The whole answer was handed to the connection.
    Answered,
    /// The client closed the connection before that.
    ClientGone,
    /// The emulator reset the connection.
    Reset,
    /// The emulator closed the connection without an answer.
    Closed,
    /// The emulator closed the connection in the middle of the answer.
    CutOff,
}

/// The last requests.
#[derive(Debug)]
pub(crate) struct Log {
    started: Instant,
    entries: Mutex<Entries>,
}

#[derive(Debug, Default)]
struct Entries {
    last_sequence: u64,
    entries: VecDeque<LogEntry>,
}

impl Entries {
    /// `None` once it was cleared away.
    fn find(&mut self, sequence: u64) -> Option<&mut LogEntry> {
        // The sequence has no gaps, so an entry's place follows from the first one's.
        let first = self.entries.front()?.sequence;
        self.entries.get_mut(usize::try_from(sequence.checked_sub(first)?).ok()?)
    }
}

impl Log {
    pub(crate) fn new(started: Instant) -> Self {
        Self { started, entries: Mutex::default() }
    }

    /// The time on the log's clock.
    pub(crate) fn now(&self) -> Duration {
        self.started.elapsed()
    }

    /// Enters a request; its sequence number is given here.
    pub(crate) fn open(self: &Arc<Self>, mut entry: LogEntry) -> OpenEntry {
        let mut entries = self.entries();
        entries.last_sequence += 1;
        entry.sequence = entries.last_sequence;
        let sequence = entry.sequence;
        if entries.entries.len() >= CAPACITY {
            entries.entries.pop_front();
        }
        entries.entries.push_back(entry);
        OpenEntry { log: Arc::clone(self), sequence, finished: false }
    }

    pub(crate) fn list(&self) -> Vec<LogEntry> {
        self.entries().entries.iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.entries().entries.clear();
    }

    /// The largest number of accepted requests for `action` in any sliding second.
    pub(crate) fn peak_per_second(&self, action: &str) -> usize {
        let wanted = |entry: &&LogEntry| entry.action.as_deref() == Some(action);
        let times =
            self.entries().entries.iter().filter(wanted).filter_map(|entry| entry.accepted_at).collect();
        rate::peak(times)
    }

    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request that has not ended. Dropped before it is finished, it was the client that went.
#[derive(Debug)]
pub(crate) struct OpenEntry {
    log: Arc<Log>,
    sequence: u64,
    finished: bool,
}

impl OpenEntry {
    pub(crate) fn update(&self, change: impl FnOnce(&mut LogEntry)) {
        if let Some(entry) = self.log.entries().find(self.sequence) {
            change(entry);
        }
    }

    /// Sets the outcome; the first one stays.
    pub(crate) fn finish(&mut self, outcome: Outcome) {
        if !self.finished {
            self.finished = true;
            self.update(|entry| entry.outcome = Some(outcome));
        }
    }
}

impl Drop for OpenEntry {
    fn drop(&mut self) {
        self.finish(Outcome::ClientGone);
    }
}

fn milliseconds<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(duration.as_secs_f64() * 1000.0)
}

#[allow(clippy::ref_option, reason = "the signature that serde calls")]
fn optional_milliseconds<S: Serializer>(
    duration: &Option<Duration>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    duration.map(|duration| duration.as_secs_f64() * 1000.0).serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_was_cleared_away_is_not_confused_with_a_later_one() {
        let log = Arc::new(Log::new(Instant::now()));
        let mut early = log.open(LogEntry::default());
        log.clear();
        let later = log.open(LogEntry::default());
        early.finish(Outcome::Reset);
        let list = log.list();
        assert_eq!((list.len(), list[0].sequence, list[0].outcome), (1, 2, None));
        drop(later);
        assert_eq!(log.list()[0].outcome, Some(Outcome::ClientGone));
    }
}
