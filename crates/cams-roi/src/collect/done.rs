//! The journal of a run: which queries are done. It is a file, or a run that many workers share.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::future::BoxFuture;
#[cfg(feature = "redis")]
use futures_util::future::ready;
use serde::{Deserialize, Serialize};

use super::query::Query;
use crate::days::milliseconds;
use crate::error::Error;
use crate::journal::{JournalFile, line, now};
use crate::operations::Granularity;
#[cfg(feature = "redis")]
use crate::shared_run::{Claim, LineOf, Recorded};

/// What a query is called in a journal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Key {
    endpoint: String,
    cust_space_id: String,
    phone_number: Option<String>,
    template_code: Option<String>,
    language: Option<String>,
    granularity: String,
    start: i64,
    end: i64,
}

impl Key {
    pub(super) fn of(query: &Query, endpoint: &str, granularity: &Granularity) -> Self {
        let target = &query.target;
        Self {
            endpoint: endpoint.to_owned(),
            cust_space_id: target.cust_space_id.clone(),
            phone_number: target.phone_number.clone(),
            template_code: target.template_code.clone(),
            language: target.language.clone(),
            granularity: granularity.as_str().to_owned(),
            start: milliseconds(query.window.start),
            end: milliseconds(query.window.end),
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    time: String,
    query: &'a Key,
}

#[derive(Deserialize)]
struct RecordedLine {
    query: Key,
}

/// The queries that are done, and the file that says so.
#[derive(Debug)]
pub(super) struct DoneQueries {
    file: JournalFile,
    done: HashSet<Key>,
}

impl DoneQueries {
    pub(super) fn open(path: PathBuf) -> Result<Self, Error> {
        let mut done = HashSet::new();
        let file = JournalFile::open(path, |line: RecordedLine| {
            done.insert(line.query);
        })?;
        Ok(Self { file, done })
    }

    pub(super) fn has(&self, key: &Key) -> bool {
        self.done.contains(key)
    }

    /// Says that a query is done; see [`JournalFile::append`].
    fn record(&self, key: &Key) -> impl Future<Output = Result<(), Error>> + Send + use<> {
        self.file.append(done_line(key), in_words(key))
    }
}

fn done_line(key: &Key) -> serde_json::Result<Vec<u8>> {
    line(&Line { time: now(), query: key })
}

fn in_words(key: &Key) -> String {
    format!("a query of {}", key.cust_space_id)
}

/// What is to be recorded once a result was taken.
#[derive(Debug)]
pub(crate) struct Receipt {
    pub(super) journal: RecordedIn,
    pub(super) key: Key,
}

/// Where it is recorded.
#[derive(Debug)]
pub(super) enum RecordedIn {
    File(Arc<DoneQueries>),
    #[cfg(feature = "redis")]
    Shared(Claim),
}

impl Receipt {
    /// Says that the result was taken; the line is handed over at once.
    pub(crate) fn record(self) -> BoxFuture<'static, Result<(), Error>> {
        match self.journal {
            RecordedIn::File(journal) => Box::pin(journal.record(&self.key)),
            #[cfg(feature = "redis")]
            RecordedIn::Shared(claim) => record_shared(claim, &self.key),
        }
    }
}

#[cfg(feature = "redis")]
fn record_shared(claim: Claim, key: &Key) -> BoxFuture<'static, Result<(), Error>> {
    let what = in_words(key);
    match done_line(key) {
        Ok(line) => {
            let line = String::from_utf8_lossy(line.trim_ascii_end()).into_owned();
            Box::pin(claim.record(Some(&line), true, what))
        }
        Err(error) => {
            let problem = format!("journal cannot be written: {error}; {what} is not recorded");
            Box::pin(ready(Err(Error::configuration(problem, "Please report this as a bug."))))
        }
    }
}

/// What workers call a query.
#[cfg(feature = "redis")]
pub(super) fn name_of_query(key: &Key) -> String {
    serde_json::to_string(key).unwrap_or_default()
}

/// Whether a query is recorded as done.
#[cfg(feature = "redis")]
pub(super) fn is_done(recorded: Option<&Recorded>) -> bool {
    matches!(recorded, Some(Recorded::Done(_)))
}

/// Reads what a line is of.
#[cfg(feature = "redis")]
pub(crate) fn read_done(line: &str) -> Result<LineOf, String> {
    let line: RecordedLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    Ok(LineOf { thing: name_of_query(&line.query), is_done: true })
}
