//! The types of options, from their words in the model.

use anyhow::{Result, bail};
use serde::Serialize;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum OptionKind {
    Text,
    Path,
    /// PEM certificates: a text, or bytes where the language tells them apart.
    Pem,
    /// A whole number, 1 or more.
    Count,
    Bool,
    /// A time that passes, of which zero is refused.
    Span,
    /// A time that passes, which may be none.
    Delay,
    /// One of a closed set.
    Word {
        name: String,
    },
    Credentials,
    CredentialsProvider,
    RateLimit,
    Proxy,
    Logger,
    Level,
    Signal,
    Progress,
    EventHook,
}

impl OptionKind {
    /// Reads the words of the model, such as `word SignatureAlgorithm`.
    pub(super) fn parse(words: &str) -> Result<Self> {
        if let Some(("word", name)) = words.split_once(' ') {
            return Ok(Self::Word { name: name.to_owned() });
        }
        Ok(match words {
            "text" => Self::Text,
            "path" => Self::Path,
            "pem" => Self::Pem,
            "count" => Self::Count,
            "bool" => Self::Bool,
            "span" => Self::Span,
            "delay" => Self::Delay,
            "credentials" => Self::Credentials,
            "credentials provider" => Self::CredentialsProvider,
            "rate limit" => Self::RateLimit,
            "proxy" => Self::Proxy,
            "logger" => Self::Logger,
            "level" => Self::Level,
            "signal" => Self::Signal,
            "progress" => Self::Progress,
            "event hook" => Self::EventHook,
            other => bail!(
                "{other:?} is no type: write text, path, pem, count, bool, span, delay, word X, credentials, \
                 credentials provider, rate limit, proxy, logger, level, signal, progress or event hook"
            ),
        })
    }

    /// Whether it is a time that passes.
    pub(crate) fn is_time(&self) -> bool {
        matches!(self, Self::Span | Self::Delay)
    }

    /// Whether its value crosses to the core, rather than being used in the package itself.
    pub(crate) fn crosses(&self) -> bool {
        !matches!(
            self,
            Self::CredentialsProvider
                | Self::Logger
                | Self::Level
                | Self::Signal
                | Self::Progress
                | Self::EventHook
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_types() {
        assert_eq!(OptionKind::parse("rate limit").expect("a type"), OptionKind::RateLimit);
        let word = OptionKind::Word { name: "SignatureAlgorithm".to_owned() };
        assert_eq!(OptionKind::parse("word SignatureAlgorithm").expect("a type"), word);
        assert!(OptionKind::parse("texts").is_err());
    }
}
