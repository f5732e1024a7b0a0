//! The kinds of error, and what the service's codes mean.

mod file;
mod read;

use serde::Serialize;

use self::file::PythonClass;
use super::Name;

pub(super) use file::ErrorsFile;
pub(crate) use file::Recovery;
pub(super) use read::read;

/// All that can go wrong.
#[derive(Debug, Serialize)]
pub(crate) struct Errors {
    pub(crate) exits: Vec<Exit>,
    /// In the model's order, but special cases behind what they are a case of.
    pub(crate) kinds: Vec<ErrorKind>,
    pub(crate) hints: Vec<Hint>,
    pub(crate) codes: Vec<Code>,
    pub(crate) others: Others,
}

impl Errors {
    /// The kind of which one is a special case.
    pub(crate) fn parent(&self, kind: &ErrorKind) -> Option<&ErrorKind> {
        let parent = kind.parent.as_ref()?;
        self.kinds.iter().find(|it| it.name.wire == parent.wire)
    }

    /// The special cases of a kind.
    pub(crate) fn cases(&self, kind: &ErrorKind) -> impl Iterator<Item = &ErrorKind> {
        let is_parent = |parent: &Name| parent.wire == kind.name.wire;
        self.kinds.iter().filter(move |it| it.parent.as_ref().is_some_and(is_parent))
    }
}

/// How the command ends.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Exit {
    pub(crate) name: String,
    pub(crate) code: u8,
    pub(crate) doc: String,
}

/// A kind of error.
#[derive(Debug, Serialize)]
pub(crate) struct ErrorKind {
    pub(crate) name: Name,
    /// The name of its class in every language.
    pub(crate) class: String,
    pub(crate) parent: Option<Name>,
    pub(crate) doc: String,
    pub(crate) action: String,
    pub(crate) python: Option<PythonClass>,
    pub(crate) retryable: bool,
    pub(crate) retried: String,
    pub(crate) account: bool,
    pub(crate) exit: Exit,
}

/// What several codes advise.
#[derive(Debug, Serialize)]
pub(crate) struct Hint {
    pub(crate) name: Name,
    pub(crate) text: String,
}

/// A code, or the beginning of codes.
#[derive(Debug, Serialize)]
pub(crate) struct Code {
    pub(crate) pattern: String,
    pub(crate) meaning: Meaning,
}

/// What a code means.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Meaning {
    /// The kind's name in Rust.
    pub(crate) kind: String,
    pub(crate) recovery: Recovery,
    /// Which of the hints it is.
    pub(crate) shared: Option<Name>,
    pub(crate) hint: String,
}

/// What codes mean that no pattern matches.
#[derive(Debug, Serialize)]
pub(crate) struct Others {
    pub(crate) flow_control: Meaning,
    pub(crate) server_error: Meaning,
    pub(crate) unknown: Meaning,
}
