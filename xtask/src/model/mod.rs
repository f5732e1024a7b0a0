//! The one model of the product, read from `model/` and checked: what every generated file is written from.

mod catalogue;
mod command;
mod errors;
mod file;
mod kind;
mod options;
mod pages;
mod read;
mod schema;
mod source;

use heck::{ToLowerCamelCase as _, ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _};
use serde::Serialize;

pub(crate) use command::{Group, Subcommand};
pub(crate) use errors::{Code, ErrorKind, Errors, Hint, Meaning, Recovery};
pub(crate) use file::Absent;
pub(crate) use kind::Kind;
pub(crate) use options::{Default, OptionKind, Options, Setting, Surface, Words};
pub(crate) use read::read;
pub(crate) use schema::schemas;

/// All of it.
#[derive(Debug, Serialize)]
pub(crate) struct Model {
    /// The service's operations that have types of their own, by name.
    pub(crate) operations: Vec<Operation>,
    /// What the library does with them itself: it has no name on the wire, and an answer that comes in pages.
    pub(crate) local: Vec<Operation>,
    /// What several operations share.
    pub(crate) records: Vec<Record>,
    pub(crate) enums: Vec<Enum>,
    /// What can go wrong.
    pub(crate) errors: Errors,
    /// Groups of subcommands.
    pub(crate) commands: Vec<Group>,
    /// What clients, calls and runs may be told.
    pub(crate) options: Options,
}

/// An operation.
#[derive(Debug, Serialize)]
pub(crate) struct Operation {
    pub(crate) name: Name,
    /// Whether the library does it itself, with others.
    pub(crate) is_local: bool,
    pub(crate) summary: String,
    pub(crate) doc: Option<String>,
    pub(crate) result: Option<String>,
    pub(crate) ram_action: String,
    /// Calls a second for an account; `None` where none is documented.
    pub(crate) calls_per_second: Option<u32>,
    /// Both in sentences, as every language's documentation says them.
    pub(crate) access: String,
    /// Whether it may run twice with the effect of once.
    pub(crate) may_run_twice: bool,
    pub(crate) time_range: Option<[String; 2]>,
    pub(crate) pages: Option<Pages>,
    pub(crate) command: Subcommand,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) output: Vec<Field>,
    pub(crate) records: Vec<Record>,
    pub(crate) enums: Vec<Enum>,
    pub(crate) samples: Vec<Sample>,
}

/// How an answer comes in pages.
#[derive(Debug, Serialize)]
pub(crate) struct Pages {
    /// The field that has a page's items, and the record that they are.
    pub(crate) items: Name,
    pub(crate) item: Name,
    /// The field that says how many items all pages have.
    pub(crate) total: Option<Name>,
    /// The method that gives the items of all pages.
    pub(crate) method: Name,
    /// How a page is asked for; a local operation has no way for a caller.
    pub(crate) by: Option<PagesBy>,
    /// Whether calls go on between two pages, until they are ended.
    pub(crate) is_run: bool,
}

/// How a page is asked for.
#[derive(Debug, Serialize)]
pub(crate) struct PagesBy {
    /// The parameter that says which page; the one that says how long it is, where that is another.
    pub(crate) index: Name,
    pub(crate) size: Option<Name>,
    /// How many items a page has where the caller does not say it.
    pub(crate) default_size: u32,
}

/// A parameter of a request.
#[derive(Debug, Serialize)]
pub(crate) struct Parameter {
    pub(crate) name: Name,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    pub(crate) doc: String,
    pub(crate) example: serde_json::Value,
    pub(crate) documented: Vec<String>,
}

/// A field of an answer or of a record.
#[derive(Debug, Serialize)]
pub(crate) struct Field {
    pub(crate) name: Name,
    pub(crate) kind: Kind,
    pub(crate) absent: Absent,
    /// Whether the service's placeholders for nothing are nothing.
    pub(crate) placeholder: bool,
    pub(crate) doc: String,
}

/// What a parameter or an answer is made of.
#[derive(Debug, Serialize)]
pub(crate) struct Record {
    pub(crate) name: Name,
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
    /// What a table says of one in a cell, with names of fields in braces.
    pub(crate) brief: Option<String>,
    /// Whether a request sends it, an answer gives it, or both.
    pub(crate) sent: bool,
    pub(crate) received: bool,
    /// Whether the service gives it; else the library makes it.
    pub(crate) from_service: bool,
}

/// A set of words to which the service may add.
#[derive(Debug, Serialize)]
pub(crate) struct Enum {
    pub(crate) name: Name,
    pub(crate) doc: String,
    pub(crate) values: Vec<EnumValue>,
    /// Whether a field of this type can be empty, so that it has a value for that.
    pub(crate) has_empty: bool,
}

/// A documented word.
#[derive(Debug, Serialize)]
pub(crate) struct EnumValue {
    pub(crate) name: Name,
    pub(crate) wire: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) doc: String,
}

/// An answer, and what must become of it.
#[derive(Debug, Serialize)]
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) body: String,
    pub(crate) result: serde_json::Value,
}

/// A name in the case of each language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Name {
    pub(crate) wire: String,
    pub(crate) snake: String,
    pub(crate) camel: String,
    pub(crate) pascal: String,
    pub(crate) shouty: String,
    /// Snake case, but for a keyword.
    pub(crate) rust: String,
}

impl Name {
    pub(crate) fn new(wire: &str, given: Option<&str>, rust: Option<&str>) -> Self {
        let base = given.unwrap_or(wire);
        let snake = base.to_snake_case();
        Self {
            wire: wire.to_owned(),
            camel: base.to_lower_camel_case(),
            pascal: base.to_upper_camel_case(),
            shouty: base.to_shouty_snake_case(),
            rust: rust.unwrap_or(&snake).to_owned(),
            snake,
        }
    }
}

impl Model {
    /// The operations of the service, and what the library does with them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Operation> + Clone {
        self.operations.iter().chain(&self.local)
    }

    /// The record of this name, of `operation` or shared.
    pub(crate) fn record<'a>(&'a self, operation: &'a Operation, name: &str) -> Option<&'a Record> {
        operation.records.iter().chain(&self.records).find(|record| record.name.wire == name)
    }
}

impl Pages {
    /// The parameter that says which page, and the one that says how long it is.
    pub(crate) fn asked_by(&self) -> (Option<&Name>, Option<&Name>) {
        self.by.as_ref().map_or((None, None), |by| (Some(&by.index), by.size.as_ref()))
    }

    /// How many items a page has where the caller does not say it.
    pub(crate) fn default_size(&self) -> u32 {
        self.by.as_ref().map_or(0, |by| by.default_size)
    }
}

impl Operation {
    #[allow(dead_code, reason = "the languages ask for it")]
    /// The record of its rows, where the answer is a table.
    pub(crate) fn row(&self) -> Option<&str> {
        match self.output.as_slice() {
            [Field { kind: Kind::List { of }, .. }] => match &**of {
                Kind::Record { name } => Some(name),
                _ => None,
            },
            _ => None,
        }
    }
}
