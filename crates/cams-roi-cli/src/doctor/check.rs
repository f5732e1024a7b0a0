//! One thing that was checked.

use std::fmt;

use cams_roi::ErrorKind;
use serde::Serialize;

use crate::exit::Exit;
use crate::text::one_line;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    /// As it should be.
    Ok,
    /// It works, but look at it.
    Warn,
    /// It does not work.
    Fail,
    /// Not checked, because something before it failed.
    Skip,
}

/// One thing that was checked, and what to do about it.
#[derive(Debug, Serialize)]
pub(crate) struct Check {
    pub(crate) name: &'static str,
    pub(crate) status: Status,
    detail: String,
    advice: Option<String>,
    #[serde(skip)]
    pub(crate) exit: Exit,
}

impl Check {
    fn new(name: &'static str, status: Status, detail: &str, advice: Option<&str>, exit: Exit) -> Self {
        Self {
            name,
            status,
            detail: one_line(detail).into_owned(),
            advice: advice.map(|advice| one_line(advice).into_owned()),
            exit,
        }
    }

    /// As it should be.
    pub(crate) fn ok(name: &'static str, detail: &str) -> Self {
        Self::new(name, Status::Ok, detail, None, Exit::Done)
    }

    /// To be looked at.
    pub(crate) fn warn(name: &'static str, detail: &str, advice: &str) -> Self {
        Self::new(name, Status::Warn, detail, Some(advice), Exit::Done)
    }

    /// Broken; `exit` is the command's code if this is the first such check.
    pub(crate) fn fail(name: &'static str, detail: &str, advice: &str, exit: Exit) -> Self {
        Self::new(name, Status::Fail, detail, Some(advice), exit)
    }

    /// Broken, as the library says.
    pub(crate) fn failed(name: &'static str, error: &cams_roi::Error) -> Self {
        let detail = error.access_denied_detail().map(|it| format!(" (denied: {})", it.text));
        let what = format!("{}: {error}{}", error.kind(), detail.unwrap_or_default());
        // It says that the service is reached and knows the caller: the check may pass the next time.
        if error.kind() == ErrorKind::Throttled {
            return Self::warn(name, &what, error.hint());
        }
        Self::fail(name, &what, error.hint(), Exit::of(error.kind()))
    }

    /// The same, said of one thing among several.
    pub(crate) fn about(mut self, thing: &str) -> Self {
        self.detail = format!("{thing}: {}", self.detail);
        self
    }

    /// Not checked.
    pub(crate) fn skipped(name: &'static str, reason: &str) -> Self {
        Self::new(name, Status::Skip, reason, None, Exit::Done)
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = match self.status {
            Status::Ok => "ok",
            Status::Warn => "warn",
            Status::Fail => "FAIL",
            Status::Skip => "skip",
        };
        writeln!(f, "{status:4}  {:11}  {}", self.name, self.detail)?;
        match &self.advice {
            Some(advice) => writeln!(f, "{:19}{advice}", ""),
            None => Ok(()),
        }
    }
}
