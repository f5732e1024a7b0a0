//! Reading rows of figures: leniently, because the service is not strict about JSON types.

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use jiff::Timestamp;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::answer::{self, Answer};
use crate::error::Error;

/// How long a time each row of figures covers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Granularity {
    /// A day.
    Daily,
    /// Half an hour.
    HalfHour,
    /// What the service may add, as it came.
    Other(String),
}

impl Granularity {
    /// The service's own word, for example `HALF_HOUR`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Daily => "DAILY",
            Self::HalfHour => "HALF_HOUR",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for Granularity {
    fn from(text: &str) -> Self {
        match text {
            "DAILY" => Self::Daily,
            "HALF_HOUR" => Self::HalfHour,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl fmt::Display for Granularity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Granularity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text(deserializer).map(|text| text.as_str().into())
    }
}

/// The rows in an answer's `Data`; none where it is absent or null.
pub(super) fn read<Row: DeserializeOwned>(answer: &Answer) -> Result<Vec<Row>, Error> {
    #[derive(Deserialize)]
    struct Rows<Row> {
        #[serde(rename = "Data")]
        data: Option<Vec<Row>>,
    }
    let rows: Rows<Row> =
        serde_json::from_str(&answer.body).map_err(|problem| answer::malformed(answer, &problem))?;
    Ok(rows.data.unwrap_or_default())
}

/// A text, also from a number: template codes are digits. Empty where it is null.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Text<'a> {
        #[serde(borrow)]
        Borrowed(&'a str),
        Owned(Cow<'a, str>),
        Other(Value),
    }
    Ok(match Text::deserialize(deserializer)? {
        Text::Borrowed(text) => text.to_owned(),
        Text::Owned(text) => text.into_owned(),
        Text::Other(value) => answer::text_of(&value).unwrap_or_default(),
    })
}

/// A whole number, also from digits in a text. Zero where it is null.
pub(super) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    Ok(number(deserializer)?.unwrap_or_default())
}

/// A list; empty where it is null.
pub(super) fn list<'de, D: Deserializer<'de>, Item: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<Item>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// A time from milliseconds since 1970.
pub(super) fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SystemTime, D::Error> {
    let milliseconds = number(deserializer)?.ok_or_else(|| D::Error::custom("a time is null"))?;
    let time = Timestamp::from_millisecond(milliseconds).map_err(D::Error::custom)?;
    SystemTime::try_from(time).map_err(D::Error::custom)
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Number(number) => {
            // Some writers give whole numbers a fraction of zero.
            let whole = || number.as_f64().filter(|it| it.fract() == 0.0 && it.abs() < 9e15);
            #[allow(clippy::cast_possible_truncation, reason = "checked to be whole and to fit")]
            let exact = number.as_i64().or_else(|| whole().map(|it| it as i64));
            exact
                .map(Some)
                .ok_or_else(|| D::Error::custom(format!("{number} is not a whole number that fits")))
        }
        Value::String(text) => text
            .trim()
            .parse()
            .map(Some)
            .map_err(|_| D::Error::custom(format!("{text:?} is not a whole number"))),
        other => Err(D::Error::custom(format!("{other} is not a whole number"))),
    }
}
