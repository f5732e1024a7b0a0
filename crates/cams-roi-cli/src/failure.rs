//! Why the command could not do its work, and how that is said: one line, and at most one more with what to do.

use std::io::{self, Write};

use cams_roi::ErrorKind;
use serde_json::{Value, json};

use crate::exit::Exit;
use crate::text::one_line;

/// Why the command ends without a result.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The library or the service said no.
    Call(cams_roi::Error),
    /// The command line or a file is wrong; nothing was sent.
    Usage {
        /// What is wrong, and where.
        message: String,
        /// What to do.
        hint: String,
    },
    /// This machine does not let the command do its work.
    Local {
        /// What does not work.
        message: String,
        /// What to do.
        hint: String,
    },
    /// Standard output takes nothing more.
    Output(io::Error),
}

impl Failure {
    /// Something on the command line or in a file is wrong.
    pub(crate) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), hint: hint.into() }
    }

    /// Something on this machine does not work.
    pub(crate) fn local(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Local { message: message.into(), hint: hint.into() }
    }

    /// The exit code.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Call(error) => Exit::of(error.kind()),
            Self::Usage { .. } => Exit::Usage,
            // Whoever reads has read enough: `cams-roi … | head` is no mistake.
            Self::Output(_) if self.is_broken_pipe() => Exit::Done,
            Self::Local { .. } | Self::Output(_) => Exit::Failed,
        }
    }

    /// Whether the reader of standard output went away.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Says it on standard error, as JSON where a program reads.
    pub(crate) fn report(&self, as_json: bool) {
        if self.is_broken_pipe() {
            return;
        }
        let text = if as_json { format!("{}\n", json!({ "error": self.to_json() })) } else { self.to_text() };
        // Nobody is left to hear that standard error is gone.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    fn to_text(&self) -> String {
        match self {
            Self::Call(error) => {
                let detail = error.access_denied_detail();
                let detail = detail.map(|it| format!("; denied: {}", it.text)).unwrap_or_default();
                error_and_hint(&format!("{error}{detail}"), error.hint())
            }
            Self::Usage { message, hint } | Self::Local { message, hint } => error_and_hint(message, hint),
            Self::Output(error) => {
                error_and_hint(&format!("standard output cannot be written: {error}"), OUTPUT_HINT)
            }
        }
    }

    fn to_json(&self) -> Value {
        let (message, hint) = match self {
            Self::Call(error) => return json!(error),
            Self::Usage { message, hint } | Self::Local { message, hint } => (message.clone(), hint.as_str()),
            Self::Output(error) => (format!("standard output cannot be written: {error}"), OUTPUT_HINT),
        };
        // One of the kinds that every reader of these objects knows.
        let kind = match self {
            Self::Usage { .. } => ErrorKind::InvalidArgument,
            _ => ErrorKind::Configuration,
        };
        json!({
            "kind": kind.as_str(), "code": null, "message": message, "request_id": null, "http_status": null,
            "retryable": false, "retry_after_ms": null, "attempts": 0, "operation": null, "hint": hint,
            "access_denied_detail": null, "timeout_phase": null, "detail": null, "cust_space_id": null,
            "phone_number": null, "template_code": null,
        })
    }
}

const OUTPUT_HINT: &str = "Make room where the output goes, or send it elsewhere.";

/// `error: …` and `hint: …`, a line each.
pub(crate) fn error_and_hint(message: &str, hint: &str) -> String {
    let error = format!("error: {}\n", one_line(message));
    if hint.is_empty() { error } else { format!("{error}hint: {}\n", one_line(hint)) }
}

impl From<cams_roi::Error> for Failure {
    fn from(error: cams_roi::Error) -> Self {
        Self::Call(error)
    }
}

impl From<io::Error> for Failure {
    /// Only writing to standard output fails without a message of its own.
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
