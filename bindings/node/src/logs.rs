//! What the core tells goes to a function of JavaScript, client by client.

use cams_roi::bridge;
use napi::Status;
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;
use serde_json::Value;
use tracing::Dispatch;
use tracing::level_filters::LevelFilter;

/// What waits for JavaScript to take it; what comes on top is dropped, so that a busy program does not run out of memory.
const RECORDS_AHEAD: usize = 4096;

/// One thing that the core tells.
#[napi(object, object_from_js = false)]
pub struct LogRecord {
    pub level: &'static str,
    pub message: String,
    /// An object in JSON.
    pub fields: String,
}

impl From<bridge::logs::LogRecord> for LogRecord {
    fn from(record: bridge::logs::LogRecord) -> Self {
        Self {
            level: record.level,
            message: record.message,
            fields: Value::Object(bridge::logs::sorted(record.fields)).to_string(),
        }
    }
}

/// A function of JavaScript that never throws. It is weak: waiting for the next record keeps no process alive.
pub(crate) type Log = ThreadsafeFunction<LogRecord, (), LogRecord, Status, false, true, RECORDS_AHEAD>;

/// Where one client's records go.
#[derive(Clone)]
pub(crate) struct Logs(Option<Dispatch>);

impl Logs {
    pub(crate) fn dispatch(&self) -> Option<Dispatch> {
        self.0.clone()
    }

    pub(crate) fn in_scope<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.0 {
            None => work(),
            Some(dispatch) => tracing::dispatcher::with_default(dispatch, work),
        }
    }
}

/// Records of `level` and above go to `log`; of all levels from `debug` on where none is given.
pub(crate) fn to(log: Option<Log>, level: Option<&str>) -> Logs {
    Logs(log.map(|log| {
        let level = level.and_then(|level| level.parse().ok()).unwrap_or(LevelFilter::DEBUG);
        let call = move |record: bridge::logs::LogRecord| {
            log.call(record.into(), ThreadsafeFunctionCallMode::NonBlocking);
        };
        bridge::logs::to(call, level)
    }))
}
