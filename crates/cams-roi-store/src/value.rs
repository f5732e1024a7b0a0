//! Values as both databases take and give them.

use jiff::Timestamp;

/// A value of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Text; in SQLite times and days too.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
    /// A time.
    Time(Timestamp),
}

impl Value {
    /// The text; empty where it is none.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The whole number, where it is one.
    #[must_use]
    pub fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The time; 1970 where it is none.
    #[must_use]
    pub fn time(&self) -> Timestamp {
        match self {
            Self::Time(time) => *time,
            Self::Text(text) => text.parse().unwrap_or(Timestamp::UNIX_EPOCH),
            _ => Timestamp::UNIX_EPOCH,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        // PostgreSQL has no text with NUL in it.
        Self::Text(if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text.to_owned() })
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Null, Self::Integer)
    }
}

impl From<Timestamp> for Value {
    /// Whole seconds: as text, times then have the order that they have as times.
    fn from(time: Timestamp) -> Self {
        Self::Time(Timestamp::from_second(time.as_second()).unwrap_or(time))
    }
}
