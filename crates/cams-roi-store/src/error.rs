//! Why a store cannot do what it is asked.

use std::fmt::Display;

/// What kind of problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// The location is no path and no URL that is understood.
    Location,
    /// There is no store yet.
    Missing,
    /// The database cannot be reached, or not be opened.
    Unreachable,
    /// The database does not let this user do it.
    Denied,
    /// What is there is no store, or one of another version.
    Schema,
    /// Another program holds it.
    InUse,
    /// The store holds nothing of the account that is asked for.
    UnknownAccount,
    /// There is no room left.
    Full,
    /// Anything else.
    Other,
}

/// Why a store cannot do what it is asked: one line, and one with what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct StoreError {
    kind: StoreErrorKind,
    message: String,
    hint: String,
}

impl StoreError {
    pub(crate) fn new(kind: StoreErrorKind, message: impl Display, hint: impl Display) -> Self {
        Self { kind, message: message.to_string(), hint: hint.to_string() }
    }

    /// What a database said that has no hint of its own.
    pub(crate) fn other(store: impl Display, problem: impl Display) -> Self {
        Self::new(
            StoreErrorKind::Other,
            format!("the store {store} failed: {problem}"),
            "Run it again: what was written is whole, and what is missing is asked for again.",
        )
    }

    /// For whoever wants no further rows.
    #[must_use]
    pub fn stopped() -> Self {
        Self::new(StoreErrorKind::Other, "reading was broken off", "Run it again.")
    }

    /// What kind of problem it is.
    #[must_use]
    pub fn kind(&self) -> StoreErrorKind {
        self.kind
    }

    /// What to do.
    #[must_use]
    pub fn hint(&self) -> &str {
        &self.hint
    }
}
