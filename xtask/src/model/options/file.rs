//! `model/options.toml` as people write it. Its JSON Schema comes from here too.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// `model/options.toml`: what a client, one call, a call by its name, a listing and a run over many channels may be told.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::model) struct OptionsFile {
    /// Of a client, by their names in snake case.
    pub(super) client: IndexMap<String, OptionFile>,
    /// Of one call.
    pub(super) call: IndexMap<String, OptionFile>,
    /// Of a call by its name, besides those of any call.
    pub(super) named_call: IndexMap<String, OptionFile>,
    /// Of a listing of all pages, those of the call for each page among them.
    pub(super) pages: IndexMap<String, OptionFile>,
    /// Of a run over many channels, those of each call among them.
    pub(super) enable_many: IndexMap<String, OptionFile>,
    /// The objects that hold options in Node, by their names there.
    #[serde(default)]
    pub(super) groups: IndexMap<String, GroupFile>,
    /// Closed sets of words that an option may be.
    #[serde(default)]
    pub(super) words: IndexMap<String, WordsFile>,
}

/// An option.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OptionFile {
    /// `text`, `path`, `pem` (certificates), `count` (whole, 1 or more), `bool`, `span` (of time, more than none),
    /// `delay` (one that may be none), `word X`, or one that each package has code of its own for: `credentials`,
    /// `credentials provider`, `rate limit`, `proxy`, `logger`, `level`, `signal`, `progress`,
    /// `event hook`.
    #[serde(rename = "type")]
    #[schemars(with = "String")]
    pub(super) kind: Spanned<String>,
    /// What it is where it is not given; spans and delays in milliseconds.
    #[schemars(with = "Option<serde_json::Value>")]
    pub(super) default: Option<Spanned<toml::Value>>,
    /// What counts where it is not given, in words, where that is no one value.
    pub(super) otherwise: Option<String>,
    /// What it means, in Markdown: names of other options as code, no unit, and no default but as `{default}`. Where it
    /// has no `{default}`, its first sentence is told the default.
    #[schemars(with = "String")]
    pub(super) doc: Spanned<String>,
    /// What it means in one package alone, in place of that.
    #[serde(default)]
    pub(super) docs: IndexMap<Surface, String>,
    /// The packages that have it; all by default.
    #[serde(default)]
    #[schemars(with = "Vec<Surface>")]
    pub(super) only: Option<Spanned<Vec<Surface>>>,
    /// The packages that do without it.
    #[serde(default)]
    pub(super) without: Vec<Surface>,
    /// Whether a variable without a value is refused where it is given, since leaving it out would mean something else.
    #[serde(default)]
    pub(super) strict: bool,
    /// Whether it is about the answer of a call by its name that is read, and not of one that is handed over as text.
    #[serde(default)]
    pub(super) reads_answer: bool,
    /// The environment variable that is asked where it is not given.
    pub(super) variable: Option<String>,
    /// Its name in Node where that does not follow; before a dot stands the object that holds it.
    #[schemars(with = "Option<String>")]
    pub(super) node: Option<Spanned<String>>,
    /// Its flag where that does not follow.
    pub(super) flag: Option<String>,
    /// What the command's help has in place of its value.
    pub(super) value_name: Option<String>,
}

/// Where options are.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Surface {
    Rust,
    Python,
    Node,
    Kotlin,
    Swift,
    Command,
}

/// An object that holds options.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupFile {
    /// What they are about, in Markdown.
    pub(super) doc: String,
}

/// A closed set of words.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WordsFile {
    /// What it says, in Markdown.
    pub(super) doc: String,
    /// By their names in Rust.
    pub(super) values: IndexMap<String, WordFile>,
}

/// One of them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WordFile {
    /// The word itself.
    pub(super) word: String,
    /// What it means, in Markdown.
    pub(super) doc: String,
}
