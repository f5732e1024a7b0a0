//! The files of `model/` as people write them. Their JSON Schemas come from here too, so that editors know what may be
//! written.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::command::{CommandFile, GroupFile};

/// `model/operations/<name>.toml`: an operation that has a type of its own.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OperationFile {
    /// The name on the wire, letter case included.
    #[schemars(with = "String")]
    pub(super) name: Spanned<String>,
    /// Whether the service has no such operation: the library does it itself, with others. Then the answer comes in
    /// pages, and has neither a limit nor a subcommand that is generated.
    #[serde(default)]
    pub(super) local: bool,
    /// What it does: one clause without a full stop, in the third person.
    pub(super) summary: String,
    /// What else there is to know, in Markdown.
    pub(super) doc: Option<String>,
    /// What a success means: a clause without a full stop. Needed where the answer has no rows that say it.
    pub(super) result: Option<String>,
    /// What the operation does; needed where `catalogue.json` does not have it.
    pub(super) kind: Option<String>,
    /// Calls a second for an account; needed where `catalogue.json` does not have it, zero for none that is documented.
    pub(super) limit: Option<u32>,
    /// The two parameters of which the first must lie before the second.
    #[schemars(with = "Option<[String; 2]>")]
    pub(super) time_range: Option<Spanned<[String; 2]>>,
    /// How the answer comes in pages, where it does.
    pub(super) pages: Option<PagesFile>,
    /// Its subcommand.
    pub(super) command: Option<CommandFile>,
    /// By their names on the wire, in the order in which positional languages take them.
    #[serde(default)]
    pub(super) parameters: IndexMap<String, ParameterFile>,
    /// The fields of the answer, by their names on the wire. Its request ID is always there.
    #[serde(default)]
    pub(super) output: IndexMap<String, FieldFile>,
    /// What parameters and answers are made of.
    #[serde(default)]
    pub(super) records: IndexMap<String, RecordFile>,
    /// Sets of words to which the service may add.
    #[serde(default)]
    pub(super) enums: IndexMap<String, EnumFile>,
    /// Answers, the documented one first; each becomes a conformance case.
    #[serde(default)]
    pub(super) samples: Vec<SampleFile>,
}

/// How an answer comes in pages.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PagesFile {
    /// The field of the answer that has a page's items: a list of records.
    #[schemars(with = "String")]
    pub(super) items: Spanned<String>,
    /// The field of the answer that says how many items all pages have.
    #[schemars(with = "Option<String>")]
    pub(super) total: Option<Spanned<String>>,
    /// The parameter of the type `record Page`, or the two parameters of the page's number and its size. A local
    /// operation has none.
    #[schemars(with = "Option<Vec<String>>")]
    pub(super) by: Option<Spanned<Vec<String>>>,
    /// How many items a page has where the caller does not say it.
    pub(super) size: Option<u32>,
    /// The name of the method that gives the items of all pages, in snake case; `all_<items>` by default.
    pub(super) method: Option<String>,
    /// Whether calls go on between two pages, so that they have to be ended where nobody asks for the next one. Of a
    /// local operation alone.
    #[serde(default)]
    pub(super) run: bool,
}

/// `model/types.toml`: what several operations share.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TypesFile {
    /// What parameters and answers are made of.
    #[serde(default)]
    pub(super) records: IndexMap<String, RecordFile>,
    /// Sets of words to which the service may add.
    #[serde(default)]
    pub(super) enums: IndexMap<String, EnumFile>,
    /// Groups of subcommands.
    #[serde(default)]
    pub(super) commands: IndexMap<String, GroupFile>,
}

/// A parameter of a request.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ParameterFile {
    /// `channel`, `id` (a text without blanks at its ends), `text`, `count`, `bool`, `time` (milliseconds since 1970),
    /// `enum X`, `list <type>`, `map <type>` or `record X`; the last three are sent as JSON text.
    #[serde(rename = "type")]
    #[schemars(with = "String")]
    pub(super) kind: Spanned<String>,
    /// Whether a request without it is refused.
    #[serde(default)]
    pub(super) required: bool,
    /// Its name in snake case, where that does not follow from the name on the wire.
    pub(super) name: Option<String>,
    /// Its name in Rust, where the other is a keyword there.
    pub(super) rust_name: Option<String>,
    /// What it means, in which unit and format, in Markdown.
    pub(super) doc: String,
    /// A value, as JSON would write it: for documentation and for tests.
    #[schemars(with = "serde_json::Value")]
    pub(super) example: Spanned<toml::Value>,
    /// The values that the documentation names, where the set is open and has no type of its own.
    #[serde(default)]
    pub(super) documented: Vec<String>,
}

/// A field of an answer or of a record.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldFile {
    /// `text`, `count`, `number`, `bool`, `time` (milliseconds since 1970), `iso time`, `enum X`, `record X`,
    /// `list <type>`, `map <type>`; of an answer itself also `message` and `access denied detail`,
    /// and of what a local operation gives `error`.
    #[serde(rename = "type")]
    #[schemars(with = "String")]
    pub(super) kind: Spanned<String>,
    /// What it is where the service leaves it out; an error by default.
    pub(super) absent: Option<Absent>,
    /// Whether the service also writes one of its placeholders, such as `None`, where there is nothing: of a `text` that is
    /// `nothing` where it is absent.
    #[serde(default)]
    pub(super) placeholder: bool,
    /// Its name in snake case, where that does not follow from the name on the wire.
    pub(super) name: Option<String>,
    /// Its name in Rust, where the other is a keyword there.
    pub(super) rust_name: Option<String>,
    /// What it means, in which unit and format, in Markdown.
    pub(super) doc: String,
}

/// What a field is where the service leaves it out, or gives null.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Absent {
    /// Nothing, and said so by the type.
    Nothing,
    /// An empty text, list or map.
    Empty,
    /// Zero.
    Zero,
    /// `false`.
    False,
    /// The answer is refused.
    Error,
}

/// What a parameter or an answer is made of.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordFile {
    /// What one of them is, in Markdown.
    pub(super) doc: String,
    /// What the command's tables say of one inside of a cell, with names of fields in braces; by default its JSON.
    #[schemars(with = "Option<String>")]
    pub(super) brief: Option<Spanned<String>>,
    /// By their names on the wire.
    pub(super) fields: IndexMap<String, FieldFile>,
}

/// A set of words to which the service may add.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EnumFile {
    /// What it says, in Markdown.
    pub(super) doc: String,
    /// By their names in Rust.
    pub(super) values: IndexMap<String, EnumValueFile>,
}

/// A documented word.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EnumValueFile {
    /// The word on the wire.
    pub(super) wire: String,
    /// Other words for it, such as the service's own misspellings.
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    /// What it means, in Markdown.
    pub(super) doc: String,
}

/// An answer, and what must become of it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleFile {
    /// What it shows.
    pub(super) name: String,
    /// The body as the service sends it.
    #[schemars(with = "String")]
    pub(super) body: Spanned<String>,
    /// The result as JSON, in the form of `conformance/format.md`. Keys that are left out are not compared.
    #[schemars(with = "String")]
    pub(super) result: Spanned<String>,
}
