//! What several operations share.
//!
//! Written by `cargo xtask generate` from `model/types.toml`; do not edit.

use serde::{Deserialize, Serialize};

use super::super::rows;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct Page {
    /// The page's number, from 1.
    pub index: i64,
    /// The number of rows of a page. The service documents no maximum.
    pub size: i64,
}

impl Page {
    /// One with what is required.
    #[must_use]
    pub fn new(index: i64, size: i64) -> Self {
        Self { index, size }
    }
}

/// The clicks on one button of a template.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct ButtonClicks {
    /// The button's text, in the template's language.
    #[serde(default, deserialize_with = "rows::text")]
    pub button_content: String,
    /// What kind of button it is.
    #[serde(default, rename = "Type")]
    pub button_type: ButtonType,
    /// Clicks; zero if the service left it out.
    #[serde(default, deserialize_with = "rows::count")]
    pub count: i64,
}

/// The length of the period of each row of metrics.
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

impl std::fmt::Display for Granularity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Granularity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::super::rows::text(deserializer).map(|text| text.as_str().into())
    }
}

impl serde::Serialize for Granularity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Meta's rating of the messages of the last days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QualityRating {
    /// Good.
    Green,
    /// Middling.
    Yellow,
    /// Bad.
    Red,
    /// Not known (yet).
    Unknown,
    /// What the service may add, as it came; empty where it left the value out.
    Other(String),
}

impl QualityRating {
    /// The service's own word, for example `UNKNOWN`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Green => "GREEN",
            Self::Yellow => "YELLOW",
            Self::Red => "RED",
            Self::Unknown => "UNKNOWN",
            Self::Other(text) => text,
        }
    }
}

impl Default for QualityRating {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl From<&str> for QualityRating {
    fn from(text: &str) -> Self {
        match text {
            "GREEN" => Self::Green,
            "YELLOW" => Self::Yellow,
            "RED" => Self::Red,
            "UNKNOWN" => Self::Unknown,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl std::fmt::Display for QualityRating {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for QualityRating {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::super::rows::text(deserializer).map(|text| text.as_str().into())
    }
}

impl serde::Serialize for QualityRating {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What kind of button a template has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ButtonType {
    /// Calls a phone number.
    PhoneNumber,
    /// Opens a web page.
    Url,
    /// Replies with a fixed text.
    QuickReply,
    /// What the service may add, as it came; empty where it left the value out.
    Other(String),
}

impl ButtonType {
    /// The service's own word, for example `quick_reply_button`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PhoneNumber => "phone_number_button",
            Self::Url => "url_button",
            Self::QuickReply => "quick_reply_button",
            Self::Other(text) => text,
        }
    }
}

impl Default for ButtonType {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl From<&str> for ButtonType {
    fn from(text: &str) -> Self {
        match text {
            "phone_number_button" => Self::PhoneNumber,
            "url_button" => Self::Url,
            "quick_reply_button" | "quick_relpy_button" => Self::QuickReply,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl std::fmt::Display for ButtonType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for ButtonType {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::super::rows::text(deserializer).map(|text| text.as_str().into())
    }
}

impl serde::Serialize for ButtonType {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
