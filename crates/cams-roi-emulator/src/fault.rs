//! Faults on demand: what can go wrong.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock::check_offset;
use crate::invalid_setting::InvalidSetting;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Fault {
    /// An error as the service words it.
    Error {
        /// The HTTP status.
        status: u16,
        /// The service's code.
        code: String,
        /// The message; a fixed one by default.
        #[serde(default)]
        message: Option<String>,
        /// Further headers.
        #[serde(default)]
        headers: Vec<(String, String)>,
        /// `AccessDeniedDetail`: any JSON.
        #[serde(default)]
        access_denied_detail: Option<Value>,
        /// How the fields are spelled.
        #[serde(default)]
        case: Case,
        /// The body's format; by default what the request asked for.
        #[serde(default)]
        format: Option<Format>,
    },
    /// Any answer at all. The body goes out as it is, whatever `content-encoding` the headers name.
    Respond {
        /// The HTTP status.
        status: u16,
        /// The headers.
        #[serde(default)]
        headers: Vec<(String, String)>,
        /// The body as text.
        #[serde(default)]
        body: Option<String>,
        /// The body as Base64, in place of `body`.
        #[serde(default)]
        body_base64: Option<String>,
    },
    /// The normal answer, later.
    Delay {
        /// How much later.
        ms: u64,
    },
    /// No answer until the client goes.
    Hang,
    /// The connection is reset (TCP RST).
    Reset,
    /// The connection is closed without an answer.
    Close,
    /// The normal answer's head and the beginning of its body; then the connection is closed.
    CutOff {
        /// How much of the body is sent.
        after_bytes: usize,
    },
    /// The normal answer, little by little.
    Drip {
        /// How much of the body at once.
        chunk_bytes: usize,
        /// The pause before each piece.
        interval_ms: u64,
    },
    /// A body of this size, made up while it is sent.
    Oversize {
        /// The body's size.
        bytes: u64,
        /// Whether `content-length` tells the size beforehand; else the body is chunked.
        #[serde(default)]
        content_length: bool,
    },
    /// A proxy's error page.
    Html {
        /// The HTTP status.
        status: u16,
    },
    /// A redirect.
    Redirect {
        /// The HTTP status.
        status: u16,
        /// Where to.
        location: String,
    },
    /// The service's flow control.
    Throttle {
        /// The service's code.
        #[serde(default = "throttling_user")]
        code: String,
        /// The HTTP status.
        #[serde(default = "too_many_requests")]
        status: u16,
        /// `x-acs-retry-after`, in milliseconds.
        #[serde(default)]
        retry_after_ms: Option<u64>,
        /// `Retry-After`, in seconds.
        #[serde(default)]
        retry_after_seconds: Option<u64>,
        /// `Retry-After`, as the HTTP date that lies this many seconds ahead of the `Date` header.
        #[serde(default)]
        retry_after_date: Option<u64>,
    },
    /// The call is refused as that of a caller whom RAM does not allow the operation.
    Deny,
    /// This request's time is checked against real time and an offset, which the `Date` header shows too.
    ClockSkew {
        /// The offset.
        offset_ms: i64,
    },
    /// The normal answer, which promises to keep the connection; then it is closed at once.
    CloseAfterAnswer,
}

impl Fault {
    /// A service error with this status and code.
    #[must_use]
    pub fn error(status: u16, code: impl Into<String>) -> Self {
        Self::Error {
            status,
            code: code.into(),
            message: None,
            headers: Vec::new(),
            access_denied_detail: None,
            case: Case::default(),
            format: None,
        }
    }

    /// Any answer, given as text.
    #[must_use]
    pub fn respond(status: u16, headers: &[(&str, &str)], body: impl Into<String>) -> Self {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::Respond { status, headers, body: Some(body.into()), body_base64: None }
    }

    /// Flow control with `x-acs-retry-after`, if given.
    #[must_use]
    pub fn throttle(retry_after_ms: Option<u64>) -> Self {
        Self::Throttle {
            code: throttling_user(),
            status: too_many_requests(),
            retry_after_ms,
            retry_after_seconds: None,
            retry_after_date: None,
        }
    }

    /// The fault's name, as in its `type`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Error { .. } => "error",
            Self::Respond { .. } => "respond",
            Self::Delay { .. } => "delay",
            Self::Hang => "hang",
            Self::Reset => "reset",
            Self::Close => "close",
            Self::CutOff { .. } => "cut_off",
            Self::Drip { .. } => "drip",
            Self::Oversize { .. } => "oversize",
            Self::Html { .. } => "html",
            Self::Redirect { .. } => "redirect",
            Self::Throttle { .. } => "throttle",
            Self::Deny => "deny",
            Self::ClockSkew { .. } => "clock_skew",
            Self::CloseAfterAnswer => "close_after_answer",
        }
    }

    /// Refuses what could not be sent.
    pub(crate) fn check(&self) -> Result<(), InvalidSetting> {
        match self {
            Self::Error { status, headers, .. } => {
                check_status(*status).and_then(|()| check_headers(headers))
            }
            Self::Respond { status, headers, body, body_base64 } => {
                check_status(*status)?;
                check_headers(headers)?;
                response_body(body.as_deref(), body_base64.as_deref()).map(|_| ())
            }
            Self::Html { status } | Self::Throttle { status, .. } => check_status(*status),
            Self::Redirect { status, location } => {
                check_status(*status)?;
                check_headers(&[("location".to_owned(), location.clone())])
            }
            Self::Drip { chunk_bytes: 0, .. } => Err(InvalidSetting::new("chunk_bytes must be at least 1")),
            Self::ClockSkew { offset_ms } => check_offset(*offset_ms),
            _ => Ok(()),
        }
    }
}

/// How the fields of an error are spelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// `RequestId`.
    #[default]
    Pascal,
    /// `requestId`.
    Camel,
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

/// The body of [`Fault::Respond`].
pub(crate) fn response_body(text: Option<&str>, base64: Option<&str>) -> Result<Bytes, InvalidSetting> {
    match (text, base64) {
        (Some(_), Some(_)) => Err(InvalidSetting::new("give body or body_base64, not both")),
        (_, Some(base64)) => STANDARD
            .decode(base64)
            .map(Bytes::from)
            .map_err(|error| InvalidSetting::new(format!("body_base64: {error}"))),
        (text, None) => Ok(Bytes::from(text.unwrap_or_default().to_owned())),
    }
}

fn check_status(status: u16) -> Result<(), InvalidSetting> {
    // 1xx is no final answer: HTTP has no way to send it as one.
    match StatusCode::from_u16(status) {
        Ok(code) if !code.is_informational() => Ok(()),
        _ => Err(InvalidSetting::new(format!("{status} is not an HTTP status from 200 to 999"))),
    }
}

fn check_headers(headers: &[(String, String)]) -> Result<(), InvalidSetting> {
    for (name, value) in headers {
        if HeaderName::try_from(name).is_err() || HeaderValue::try_from(value).is_err() {
            return Err(InvalidSetting::new(format!("{name:?}: {value:?} is not an HTTP header")));
        }
    }
    Ok(())
}

fn throttling_user() -> String {
    "Throttling.User".to_owned()
}

const fn too_many_requests() -> u16 {
    429
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_sent_is_refused() {
        let bad = [
            Fault::error(99, "Code"),
            Fault::error(100, "Code"),
            Fault::respond(200, &[("no name", "")], ""),
            Fault::respond(200, &[("name", "line\nfeed")], ""),
            Fault::Redirect { status: 302, location: "\0".to_owned() },
            Fault::Drip { chunk_bytes: 0, interval_ms: 1 },
            Fault::ClockSkew { offset_ms: i64::MAX },
            Fault::Respond { status: 200, headers: vec![], body: None, body_base64: Some("?".to_owned()) },
        ];
        for fault in bad {
            assert!(fault.check().is_err(), "{fault:?}");
        }
    }
}
