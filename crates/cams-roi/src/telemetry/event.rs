//! One thing that a client tells.

use std::time::SystemTime;

/// What an event tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventName {
    /// A call begins.
    CallStart,
    /// One request of a call has ended.
    CallAttempt,
    /// A call has ended, or was given up.
    CallEnd,
    /// A run over many channels begins.
    RunStart,
    /// A run over many channels has ended, or was given up.
    RunEnd,
}

impl EventName {
    /// Every name.
    pub const ALL: [Self; 5] =
        [Self::CallStart, Self::CallAttempt, Self::CallEnd, Self::RunStart, Self::RunEnd];

    /// The name, the same in every language, for example `call.start`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CallStart => "call.start",
            Self::CallAttempt => "call.attempt",
            Self::CallEnd => "call.end",
            Self::RunStart => "run.start",
            Self::RunEnd => "run.end",
        }
    }
}

/// One thing that a client tells of its work. It never holds a secret.
///
/// Each `call.start` is followed by one `call.attempt` for each request, and by one `call.end`; each `run.start` by the
/// calls of the run, and by one `run.end`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// What it tells of.
    pub name: EventName,
    /// When that was, by this machine's clock.
    pub time: SystemTime,
    /// The call's ID, which its log records have too; `None` for those of a run as a whole.
    pub call_id: Option<String>,
    /// The ID of the run over many channels that it belongs to, if any.
    pub run_id: Option<String>,
    /// The operation, for example `EnableWhatsappROIMetric`.
    pub operation: String,
    /// The channel that the call is about, if any.
    pub cust_space_id: Option<String>,
    /// Where in a trace the call was made, as the header `traceparent` of W3C's Trace Context says it; `None` where the
    /// caller has not said.
    pub parent: Option<String>,
    /// The particulars, by their names in OpenTelemetry's semantic conventions: `docs/watching.md` lists them. Times are
    /// in seconds.
    pub attributes: Vec<(&'static str, Attribute)>,
}

impl Event {
    /// A particular by its name, for example `http.response.status_code`.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

/// The value of a particular.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Attribute {
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number, such as a time in seconds.
    Number(f64),
    /// Whether something is so.
    Flag(bool),
}

impl From<&str> for Attribute {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Attribute {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Attribute {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<usize> for Attribute {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Attribute {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Attribute {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}
