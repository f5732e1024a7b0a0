//! What the core tells goes to a function of the host's, client by client.

use std::sync::Arc;
use std::sync::mpsc::{TrySendError, sync_channel};
use std::thread;

use cams_roi::bridge;
use cams_roi::{ErrorKind, bridge::refusal};
use serde_json::Value;
use tracing::Dispatch;
use tracing::level_filters::LevelFilter;

use crate::callback::CallbackFailure;
use crate::failure::Failure;

/// What waits for the host to take it; what comes on top is dropped, so that a busy program does not run out of memory.
const RECORDS_AHEAD: usize = 4096;

/// One thing that the core tells.
#[derive(uniffi::Record)]
pub(crate) struct LogRecord {
    level: LogLevel,
    text: String,
    fields: Vec<LogField>,
}

/// What a record is about. Values are as text: hosts' loggers take nothing else.
#[derive(uniffi::Record)]
pub(crate) struct LogField {
    name: String,
    value: String,
}

/// How important a record is.
#[derive(Clone, Copy, uniffi::Enum)]
pub(crate) enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

/// A function of the host's that is told. One thread calls it, record after record.
#[uniffi::export(with_foreign)]
pub(crate) trait LogSink: Send + Sync {
    fn log(&self, record: LogRecord) -> Result<(), CallbackFailure>;
}

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

/// Records of `level` and above go to `sink`, on a thread of its own: a slow one does not hold up calls. The thread
/// ends with the client.
pub(crate) fn to(sink: Option<Arc<dyn LogSink>>, level: LogLevel) -> Result<Logs, Failure> {
    let Some(sink) = sink else { return Ok(Logs(None)) };
    let (sender, records) = sync_channel::<bridge::logs::LogRecord>(RECORDS_AHEAD);
    let tell = move || {
        for record in records {
            // The packages catch what their users' functions throw.
            let _ = sink.log(record.into());
        }
    };
    thread::Builder::new().name("cams-roi-log".to_owned()).spawn(tell).map_err(|error| {
        let message = format!("the thread that tells the logger cannot be started: {error}");
        refusal(
            ErrorKind::Configuration,
            message,
            "Let this process have one thread more, or give no logger.",
        )
    })?;
    let send = move |record| match sender.try_send(record) {
        Ok(()) | Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {}
    };
    Ok(Logs(Some(bridge::logs::to(send, level.into()))))
}

impl From<bridge::logs::LogRecord> for LogRecord {
    fn from(record: bridge::logs::LogRecord) -> Self {
        let level = match record.level {
            "error" => LogLevel::Error,
            "warn" => LogLevel::Warn,
            "info" => LogLevel::Info,
            "debug" => LogLevel::Debug,
            _ => LogLevel::Trace,
        };
        let text = |value| match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        let fields = bridge::logs::sorted(record.fields).into_iter();
        let fields = fields.map(|(name, value)| LogField { name, value: text(value) });
        Self { level, text: record.message, fields: fields.collect() }
    }
}

impl From<LogLevel> for LevelFilter {
    fn from(level: LogLevel) -> Self {
        match level {
            LogLevel::Error => Self::ERROR,
            LogLevel::Warn => Self::WARN,
            LogLevel::Info => Self::INFO,
            LogLevel::Debug => Self::DEBUG,
            LogLevel::Trace => Self::TRACE,
        }
    }
}
