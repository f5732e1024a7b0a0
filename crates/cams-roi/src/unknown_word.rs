//! Why a text is none of a closed set of words.

/// A text that is none of a closed set of words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} {word:?}: use {}", known.join(" or "))]
pub struct UnknownWord {
    what: &'static str,
    word: String,
    known: &'static [&'static str],
}

impl UnknownWord {
    pub(crate) fn new(what: &'static str, word: &str, known: &'static [&'static str]) -> Self {
        Self { what, word: word.to_owned(), known }
    }

    /// What was given.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// What could have been.
    #[must_use]
    pub fn known(&self) -> &'static [&'static str] {
        self.known
    }
}
