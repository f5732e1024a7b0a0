//! `model/errors.toml` as people write it. Its JSON Schema comes from here too.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

/// `model/errors.toml`: the kinds of error, and what the service's codes mean.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::model) struct ErrorsFile {
    /// How the command ends, by names in Rust.
    pub(super) exits: IndexMap<String, ExitFile>,
    /// The kinds, by their names in Rust. A class is called like its kind, and `Error` behind it.
    pub(super) kinds: IndexMap<String, KindFile>,
    /// What several codes advise, by names that `{…}` stands for as a hint.
    #[serde(default)]
    pub(super) hints: IndexMap<String, String>,
    /// What codes mean. The first pattern that matches a code wins.
    pub(super) codes: Vec<CodesFile>,
    /// What codes mean that no pattern matches.
    pub(super) others: OthersFile,
}

/// How the command ends.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExitFile {
    /// The exit code.
    pub(super) code: u8,
    /// When, as a sentence.
    pub(super) doc: String,
}

/// A kind of error.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct KindFile {
    /// The kind of which it is a special case: one that is none itself.
    #[schemars(with = "Option<String>")]
    pub(super) parent: Option<Spanned<String>>,
    /// When it occurs, in Markdown. The error's fields are called as in Rust, `cause` what it comes from.
    #[schemars(with = "String")]
    pub(super) doc: Spanned<String>,
    /// What to do about any error of the kind, in Markdown; an error's own hint says it closer.
    pub(super) action: String,
    /// What it is besides, in the languages where a class can have several parents.
    #[serde(default)]
    pub(super) native: Native,
    /// Whether its errors are worth another try where nothing more is known.
    #[serde(default)]
    pub(super) retryable: bool,
    /// What its page says of that, where `yes` or `no` is not all.
    pub(super) retried: Option<String>,
    /// Whether every other call of the account would fail too, until somebody does something about it.
    #[serde(default)]
    pub(super) account: bool,
    /// Whether the service answered with a code; so it is for the special cases of such a kind, too.
    #[serde(default)]
    pub(super) answered: bool,
    /// How the command ends: one of the exits.
    #[schemars(with = "String")]
    pub(super) exit: Spanned<String>,
}

/// What an error is besides.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Native {
    /// A class of Python's own.
    pub(super) python: Option<PythonClass>,
}

/// The classes of Python's own that an error can be besides.
#[allow(clippy::enum_variant_names, reason = "they have Python's names")]
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize)]
pub(crate) enum PythonClass {
    ConnectionError,
    LookupError,
    OSError,
    PermissionError,
    RuntimeError,
    TimeoutError,
    TypeError,
    ValueError,
}

/// Codes that mean the same.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CodesFile {
    /// Codes, or beginnings of codes where they end in `*`.
    #[schemars(with = "Vec<String>")]
    pub(super) patterns: Vec<Spanned<String>>,
    /// The kind of error that they become: one with which the service answers.
    #[schemars(with = "String")]
    pub(super) kind: Spanned<String>,
    /// What may help; nothing by default.
    #[serde(default)]
    pub(super) recovery: Recovery,
    /// What the user should do, as a sentence, or one of the hints: `{grant}`. `{action}` stands for the RAM action.
    #[schemars(with = "String")]
    pub(super) hint: Spanned<String>,
}

/// What, apart from giving up, may help against an error.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq, Serialize)]
#[serde(rename_all(deserialize = "snake_case"))]
pub(crate) enum Recovery {
    /// Nothing: the same call fails again.
    #[default]
    None,
    /// Waiting, and trying again with a fresh signature.
    Backoff,
    /// Learning the service's time from its answer, once.
    CorrectClock,
    /// Getting new credentials, once.
    RenewCredentials,
}

/// What codes mean that no pattern matches.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OthersFile {
    /// With HTTP 429, and with a 503 that says when to come back.
    pub(super) flow_control: OtherFile,
    /// With any other 5xx.
    pub(super) server_error: OtherFile,
    /// With any other status.
    pub(super) unknown: OtherFile,
}

/// What a code means that no pattern matches.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherFile {
    /// The kind of error that it becomes: one with which the service answers.
    #[schemars(with = "String")]
    pub(super) kind: Spanned<String>,
    /// What may help; nothing by default.
    #[serde(default)]
    pub(super) recovery: Recovery,
    /// What the user should do, as a sentence, or one of the hints: `{grant}`. `{action}` stands for the RAM action.
    #[schemars(with = "String")]
    pub(super) hint: Spanned<String>,
}
