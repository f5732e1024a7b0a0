//! `model/catalogue.json` as it is written.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

/// Kinds that change nothing, or nothing more the second time. What reads secrets, sends or spends is not among them.
const REPEATABLE: [&str; 2] = ["read", "write-idempotent"];

/// All operations of the service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Catalogue {
    #[serde(rename = "version")]
    _version: String,
    pub(super) operations: Vec<Operation>,
}

/// An operation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Operation {
    pub(super) name: String,
    kind: String,
    pub(super) calls_per_second: Option<u32>,
    pub(super) parameters: Vec<Parameter>,
}

/// A parameter, or a field of one.
#[derive(Deserialize, PartialEq, Eq)]
pub(super) struct Parameter {
    pub(super) name: String,
    /// By the vendor's own SDK, or by the machine-readable part of its documentation.
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default)]
    pub(super) deprecated: bool,
    #[serde(flatten)]
    pub(super) shape: Shape,
}

/// What a parameter takes.
#[derive(Deserialize, PartialEq, Eq)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Shape {
    String {
        /// `json` where the text holds JSON.
        style: Option<String>,
        /// Values that the documentation names, of an open set.
        #[serde(default)]
        known: Vec<String>,
    },
    Int32,
    Int64,
    Bool,
    Any,
    Array {
        items: Box<Shape>,
    },
    Map {
        values: Box<Shape>,
    },
    Object {
        fields: Vec<Parameter>,
    },
}

impl Catalogue {
    /// Reads the file's text. Its operations are sorted by name, as the core looks for them.
    pub(super) fn read(text: &str) -> Result<Self> {
        let mut catalogue: Self = serde_json::from_str(text)?;
        catalogue.operations.sort_by(|one, other| one.name.cmp(&other.name));
        let twice = catalogue.operations.windows(2).find(|pair| pair[0].name == pair[1].name);
        ensure!(twice.is_none(), "{} is there twice", twice.map_or("", |pair| &pair[0].name));
        for operation in &catalogue.operations {
            ensure!(is_name(&operation.name), "{:?} is no operation's name", operation.name);
            for parameter in &operation.parameters {
                parameter.check().with_context(|| format!("{}.{}", operation.name, parameter.name))?;
            }
        }
        Ok(catalogue)
    }
}

impl Operation {
    /// Whether it may run twice with the effect of once.
    pub(super) fn may_run_twice(&self) -> bool {
        REPEATABLE.contains(&self.kind.as_str())
    }

    /// Whether a call without any parameter can be right.
    pub(super) fn requires_nothing(&self) -> bool {
        !self.parameters.iter().any(|it| it.required)
    }
}

impl Parameter {
    fn check(&self) -> Result<()> {
        ensure!(is_name(&self.name), "{:?} is no name", self.name);
        self.shape.check()
    }
}

impl Shape {
    fn check(&self) -> Result<()> {
        match self {
            Self::String { style, .. } => {
                let style = style.as_deref();
                ensure!(matches!(style, None | Some("json")), "a text has no style {style:?}");
                Ok(())
            }
            Self::Array { items: inner } | Self::Map { values: inner } => inner.check(),
            Self::Object { fields } => fields.iter().try_for_each(Parameter::check),
            Self::Int32 | Self::Int64 | Self::Bool | Self::Any => Ok(()),
        }
    }
}

/// Every language takes it as a name without quotes.
fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.bytes().all(|it| it.is_ascii_alphanumeric())
}

#[cfg(test)]
pub(super) mod tests {
    use std::path::Path;

    use super::*;
    use crate::generate::template::Templates;

    /// The templates of this checkout.
    pub(in super::super) fn templates() -> Templates {
        Templates::new(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))).expect("templates")
    }

    /// Operations that have one of everything.
    pub(in super::super) fn sample() -> Catalogue {
        let text = r#"{"version": "1", "operations": [
            {"name": "SendB", "kind": "send", "calls_per_second": 10, "parameters": [
                {"name": "To", "type": "string", "required": true, "where": "query"},
                {"name": "Content", "type": "string", "where": "query", "style": "json"},
                {"name": "Tags", "type": "array", "style": "json", "items": {"type": "string", "known": ["a"]}},
                {"name": "Old", "type": "bool", "deprecated": true},
                {"name": "Of", "type": "object", "required": true, "fields": [
                    {"name": "Count", "type": "int32", "required": true},
                    {"name": "More", "type": "map", "values": {"type": "any"}}]}]},
            {"name": "ListA", "kind": "read", "calls_per_second": null, "parameters": [
                {"name": "Size", "type": "int64"}, {"name": "Kind", "type": "string", "known": ["x", "y"]}]},
            {"name": "OpenC", "kind": "billing", "calls_per_second": null, "parameters": []},
            {"name": "ListD", "kind": "read", "calls_per_second": 1, "parameters": [
                {"name": "Size", "type": "int64"}, {"name": "Kind", "type": "string", "known": ["x", "y"]}]}]}"#;
        Catalogue::read(text).expect("a catalogue")
    }

    #[test]
    fn operations_are_sorted_and_say_what_they_are() {
        let told =
            sample().operations.iter().map(|it| (it.name.clone(), it.may_run_twice())).collect::<Vec<_>>();
        let expected = [("ListA", true), ("ListD", true), ("OpenC", false), ("SendB", false)];
        assert_eq!(told, expected.map(|(name, may_run_twice)| (name.to_owned(), may_run_twice)));
    }

    #[test]
    fn a_catalogue_that_is_wrong_is_refused_by_name() {
        let with = |operation: &str| {
            let text = format!(r#"{{"version": "1", "operations": [{operation}]}}"#);
            format!("{:#}", Catalogue::read(&text).err().expect("an error"))
        };
        let operation = |parameter: &str| {
            format!(r#"{{"name": "A", "kind": "read", "calls_per_second": 1, "parameters": [{parameter}]}}"#)
        };
        let twice = [operation(""), operation("")].join(",");
        for (operations, problem) in [
            (twice, "A is there twice"),
            (r#"{"name": "A"}"#.to_owned(), "missing field `kind`"),
            (operation("").replace("\"A\"", "\"a-b\""), "\"a-b\" is no operation's name"),
            (operation(r#"{"name": "B", "type": "number"}"#), "unknown variant `number`"),
            (operation(r#"{"name": "B", "type": "array"}"#), "missing field `items`"),
            (operation(r#"{"name": "b c", "type": "bool"}"#), "A.b c: \"b c\" is no name"),
            (operation(r#"{"name": "B", "type": "string", "style": "flat"}"#), "a text has no style"),
        ] {
            let told = with(&operations);
            assert!(told.contains(problem), "{problem}: {told}");
        }
    }
}
