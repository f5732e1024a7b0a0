//! The options of clients, calls, listings and runs.

mod file;
mod kind;
mod read;

use std::collections::BTreeMap;

use serde::Serialize;

use super::Name;
pub(super) use file::OptionsFile;
pub(crate) use file::Surface;
pub(crate) use kind::OptionKind;
pub(super) use read::read;

/// All of them.
#[derive(Debug, Serialize)]
pub(crate) struct Options {
    pub(crate) client: Vec<Setting>,
    pub(crate) call: Vec<Setting>,
    /// Of a call by its name, besides those of any call.
    pub(crate) named_call: Vec<Setting>,
    /// Of a listing of all pages, those of the call for each page among them.
    pub(crate) pages: Vec<Setting>,
    /// Of a run, those of each call among them.
    pub(crate) enable_many: Vec<Setting>,
    /// What the objects that hold options in Node are about, by their names there.
    pub(crate) groups: BTreeMap<String, String>,
    pub(crate) words: Vec<Words>,
}

/// An option.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Setting {
    pub(crate) name: Name,
    pub(crate) kind: OptionKind,
    pub(crate) default: Option<Default>,
    /// What counts where it is not given, where that is no one value.
    pub(crate) otherwise: Option<String>,
    pub(crate) doc: String,
    pub(crate) docs: BTreeMap<Surface, String>,
    pub(crate) surfaces: Vec<Surface>,
    pub(crate) strict: bool,
    pub(crate) reads_answer: bool,
    pub(crate) variable: Option<String>,
    /// Its name in Node; before a dot stands the object that holds it.
    pub(crate) node: String,
    /// Its flag, without the dashes.
    pub(crate) flag: String,
    pub(crate) value_name: Option<String>,
}

/// What an option is where it is not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Default {
    Text(String),
    /// A count, or milliseconds.
    Number(u64),
    Bool(bool),
}

/// A closed set of words.
#[derive(Debug, Serialize)]
pub(crate) struct Words {
    pub(crate) name: Name,
    pub(crate) doc: String,
    pub(crate) values: Vec<Word>,
}

/// One of them.
#[derive(Debug, Serialize)]
pub(crate) struct Word {
    pub(crate) name: Name,
    pub(crate) word: String,
    pub(crate) doc: String,
}

impl Options {
    /// The set of words of this name.
    pub(crate) fn words(&self, name: &str) -> Option<&Words> {
        self.words.iter().find(|words| words.name.wire == name)
    }
}

impl Setting {
    pub(crate) fn is_in(&self, surface: Surface) -> bool {
        self.surfaces.contains(&surface)
    }

    /// What it means on this surface, as the model has it.
    pub(crate) fn doc_in(&self, surface: Surface) -> &str {
        self.docs.get(&surface).unwrap_or(&self.doc)
    }
}
