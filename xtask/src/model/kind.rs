//! The types of parameters and fields, from their words in the model.

use anyhow::{Result, bail};
use serde::Serialize;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A channel by its ID, or the account's own one.
    Channel,
    /// Channels by their IDs, or with ISV codes of their own.
    Channels,
    /// A text that identifies something: no blank at an end, no invisible character.
    Id,
    Text,
    /// A whole number of 64 bits.
    Count,
    Number,
    Bool,
    /// A time in milliseconds since 1970.
    Time,
    /// A time in ISO 8601.
    IsoTime,
    Enum {
        name: String,
    },
    Record {
        name: String,
    },
    List {
        of: Box<Kind>,
    },
    Map {
        of: Box<Kind>,
    },
    /// The service's message, where it is more than a placeholder.
    Message,
    AccessDeniedDetail,
    /// One of the library's own errors, in what a local operation gives.
    Error,
}

impl Kind {
    /// Reads the words of the model, such as `list TemplateMetric`.
    pub(super) fn parse(words: &str) -> Result<Self> {
        let item = |rest: &str| {
            Ok::<_, anyhow::Error>(Box::new(match rest {
                name if name.starts_with(char::is_uppercase) => Self::Record { name: name.to_owned() },
                words => Self::parse(words)?,
            }))
        };
        Ok(match words.split_once(' ') {
            Some(("enum", name)) => Self::Enum { name: name.to_owned() },
            Some(("record", name)) => Self::Record { name: name.to_owned() },
            Some(("list", rest)) => Self::List { of: item(rest)? },
            Some(("map", rest)) => Self::Map { of: item(rest)? },
            _ => match words {
                "channel" => Self::Channel,
                "channels" => Self::Channels,
                "id" => Self::Id,
                "text" => Self::Text,
                "count" => Self::Count,
                "number" => Self::Number,
                "bool" => Self::Bool,
                "time" => Self::Time,
                "iso time" => Self::IsoTime,
                "message" => Self::Message,
                "access denied detail" => Self::AccessDeniedDetail,
                "error" => Self::Error,
                other => bail!(
                    "{other:?} is no type: write channel, channels, id, text, count, number, bool, time, iso time, \
                     enum X, record X, list <type>, map <type>, message, access denied detail or error"
                ),
            },
        })
    }

    /// The record or enum that it names, itself or inside of a list or map.
    pub(crate) fn named(&self) -> Option<&Self> {
        match self {
            Self::List { of } | Self::Map { of } => of.named(),
            Self::Enum { .. } | Self::Record { .. } => Some(self),
            _ => None,
        }
    }

    /// Whether it is a time, or holds any itself.
    pub(crate) fn has_time(&self) -> bool {
        match self {
            Self::List { of } | Self::Map { of } => of.has_time(),
            Self::Time | Self::IsoTime => true,
            _ => false,
        }
    }

    /// Whether a parameter of this type is sent as JSON text.
    pub(crate) fn is_json(&self) -> bool {
        matches!(self, Self::List { .. } | Self::Map { .. } | Self::Record { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_nest() {
        let rows = Kind::parse("list TemplateMetric").expect("a type");
        assert_eq!(rows, Kind::List { of: Box::new(Kind::Record { name: "TemplateMetric".to_owned() }) });
        assert_eq!(rows.named(), Some(&Kind::Record { name: "TemplateMetric".to_owned() }));
        assert_eq!(Kind::parse("map list text").expect("a type").named(), None);
        assert!(Kind::parse("lists text").is_err());
    }
}
