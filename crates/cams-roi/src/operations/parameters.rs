//! Parameters of a request, refused before they are sent when they cannot be right.

#![allow(dead_code, reason = "which kinds of parameters there are is the model's to say")]

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use jiff::Timestamp;
use serde::Serialize;

use super::identifier::{empty, spoilt};
use crate::error::Error;

/// The names and values that a request carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(Cow<'static, str>, String)>);

impl Parameters {
    /// No parameters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a parameter that the operation requires.
    pub fn required(self, name: impl Into<Cow<'static, str>>, value: &str) -> Result<Self, Error> {
        let name = name.into();
        if value.trim().is_empty() {
            return Err(empty(&name));
        }
        if let Some(position) = value.chars().position(char::is_control) {
            return Err(Error::invalid_argument(
                format!("{name} holds a control character at position {}: {value:?}", position + 1),
                format!(
                    "Remove the control character from {name}; it often comes with text copied from a file."
                ),
            ));
        }
        self.raw(name, value)
    }

    /// Adds a parameter if there is a value; a value that is given must not be empty.
    pub fn optional(self, name: &'static str, value: Option<&str>) -> Result<Self, Error> {
        match value {
            Some(value) => self.required(name, value),
            None => Ok(self),
        }
    }

    /// Adds a parameter that names something: an ID, a code, a number, a language. Besides what
    /// [`required`](Self::required) refuses, it refuses what copying and spreadsheets leave around such a value: blanks
    /// at its ends, quotes, and characters that nobody sees, such as a no-break space or a byte order mark.
    pub fn identifier(self, name: &'static str, value: &str) -> Result<Self, Error> {
        self.identifier_named(name, name, value)
    }

    /// Adds such a parameter if there is a value; a value that is given must not be empty.
    pub fn optional_identifier(self, name: &'static str, value: Option<&str>) -> Result<Self, Error> {
        match value {
            Some(value) => self.identifier(name, value),
            None => Ok(self),
        }
    }

    /// Adds such a parameter, which errors call `shown`.
    pub(super) fn identifier_named(
        self,
        name: &'static str,
        shown: &str,
        value: &str,
    ) -> Result<Self, Error> {
        if let Some(error) = spoilt(shown, value) {
            return Err(error);
        }
        self.raw(name, value)
    }

    /// Adds a number or a flag.
    pub(super) fn plain(self, name: &'static str, value: &impl fmt::Display) -> Result<Self, Error> {
        self.raw(name, &value.to_string())
    }

    /// Adds one if there is a value.
    pub(super) fn optional_plain(
        self,
        name: &'static str,
        value: Option<&impl fmt::Display>,
    ) -> Result<Self, Error> {
        match value {
            Some(value) => self.plain(name, value),
            None => Ok(self),
        }
    }

    /// Adds a time, in milliseconds since 1970.
    pub(super) fn time(self, name: &'static str, time: &SystemTime) -> Result<Self, Error> {
        self.raw(name, &milliseconds(name, *time)?.to_string())
    }

    /// Adds one if there is a value.
    pub(super) fn optional_time(self, name: &'static str, time: Option<&SystemTime>) -> Result<Self, Error> {
        match time {
            Some(time) => self.time(name, time),
            None => Ok(self),
        }
    }

    /// Adds what is nested, as the JSON text that the service takes it as.
    pub(super) fn json(self, name: &'static str, value: &impl Serialize) -> Result<Self, Error> {
        let text = serde_json::to_string(value).map_err(|problem| {
            Error::invalid_argument(
                format!("{name} cannot be written as JSON: {problem}"),
                format!("Give {name} in values that JSON has."),
            )
        })?;
        self.raw(name, &text)
    }

    /// Adds it if there is a value.
    pub(super) fn optional_json(
        self,
        name: &'static str,
        value: Option<&impl Serialize>,
    ) -> Result<Self, Error> {
        match value {
            Some(value) => self.json(name, value),
            None => Ok(self),
        }
    }

    /// Adds a parameter as it is. Only what could not be sent is refused.
    pub(crate) fn raw(mut self, name: impl Into<Cow<'static, str>>, value: &str) -> Result<Self, Error> {
        let name = name.into();
        if self.0.iter().any(|(other, _)| *other == name) {
            return Err(Error::invalid_argument(
                format!("parameter {name} is given twice"),
                format!("Give {name} once."),
            ));
        }
        self.0.push((name, value.to_owned()));
        Ok(self)
    }

    /// Adds the time range `[start, end)` as `Start` and `End`, in milliseconds since 1970.
    pub fn time_range(self, start: SystemTime, end: SystemTime) -> Result<Self, Error> {
        let start = milliseconds("Start", start)?;
        let end = milliseconds("End", end)?;
        if start >= end {
            return Err(Error::invalid_argument(
                format!("Start ({}) is not before End ({})", shown(start), shown(end)),
                "Give a Start that lies before End; both are times, not dates.",
            ));
        }
        self.raw("Start", &start.to_string())?.raw("End", &end.to_string())
    }

    /// The names and values, in the order in which they were added.
    #[must_use]
    pub fn as_slice(&self) -> &[(Cow<'static, str>, String)] {
        &self.0
    }
}

/// A time as people write it; it was a time a moment ago.
fn shown(milliseconds: i64) -> String {
    Timestamp::from_millisecond(milliseconds).map_or_else(|_| milliseconds.to_string(), |it| it.to_string())
}

fn milliseconds(name: &str, time: SystemTime) -> Result<i64, Error> {
    let milliseconds = Timestamp::try_from(time).map(Timestamp::as_millisecond).ok().filter(|it| *it >= 0);
    milliseconds.ok_or_else(|| {
        Error::invalid_argument(
            format!("{name} lies before 1970 or after the year 9999"),
            format!("Give {name} as a time for which the service can have metrics."),
        )
    })
}
