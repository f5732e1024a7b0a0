//! The journal of a run: which queries are done.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};

use super::query::Query;
use crate::days::milliseconds;
use crate::error::Error;
use crate::journal::{JournalFile, line, now};
use crate::operations::Granularity;

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
    pub(super) fn record(&self, key: &Key) -> impl Future<Output = Result<(), Error>> + Send + use<> {
        let what = format!("a query of {}", key.cust_space_id);
        self.file.append(line(&Line { time: now(), query: key }), what)
    }
}

/// What is to be recorded once a result was taken.
#[derive(Debug)]
pub(crate) struct Receipt {
    pub(super) journal: Arc<DoneQueries>,
    pub(super) key: Key,
}

impl Receipt {
    /// Says that the result was taken; the line is handed over at once.
    pub(crate) fn record(self) -> BoxFuture<'static, Result<(), Error>> {
        Box::pin(self.journal.record(&self.key))
    }
}
