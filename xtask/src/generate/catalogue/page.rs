//! `docs/operations.md`: every operation with its limit, its RAM action and how it is called, and RAM policies.

use anyhow::Result;
use serde::Serialize;

use super::entries::{self, Catalogue};
use crate::generate::template::Templates;
use crate::model::{Kind, Operation};

pub(super) const FILE: &str = "docs/operations.md";

/// The page.
pub(super) fn write(catalogue: &Catalogue, typed: &[Operation], templates: &Templates) -> Result<String> {
    let is_typed = |name: &str| typed.iter().any(|it| it.name.wire == name);
    let by_name: Vec<_> =
        catalogue.operations.iter().filter(|it| !is_typed(&it.name)).map(Entry::new).collect();
    let page = Page {
        typed: typed.iter().map(Typed::new).collect(),
        count: catalogue.operations.len(),
        with_limit: by_name.iter().filter(|it| it.limit.is_some()).count(),
        by_name,
        policies: policies(typed),
    };
    templates.render("docs/operations.md.j2", &page)
}

#[derive(Serialize)]
struct Page<'a> {
    typed: Vec<Typed<'a>>,
    by_name: Vec<Entry<'a>>,
    /// How many operations there are, and how many of those without a type have a documented limit.
    count: usize,
    with_limit: usize,
    policies: Vec<Policy>,
}

/// An operation that has a method of its own in every language.
#[derive(Serialize)]
struct Typed<'a> {
    operation: &'a Operation,
    anchor: String,
    command: String,
    parameters: Vec<Parameter<'a>>,
}

impl<'a> Typed<'a> {
    fn new(operation: &'a Operation) -> Self {
        let command = &operation.command;
        let words = command.group.iter().chain([&command.word]);
        Self {
            operation,
            anchor: operation.name.wire.to_lowercase(),
            command: words.fold("cams-roi".to_owned(), |line, word| format!("{line} {word}")),
            parameters: operation.parameters.iter().map(Parameter::new).collect(),
        }
    }
}

/// One of its parameters.
#[derive(Serialize)]
struct Parameter<'a> {
    name: &'a str,
    required: bool,
    ty: &'static str,
    doc: &'a str,
}

impl<'a> Parameter<'a> {
    fn new(parameter: &'a crate::model::Parameter) -> Self {
        Self {
            name: &parameter.name.wire,
            required: parameter.required,
            ty: ty(&parameter.kind),
            doc: &parameter.doc,
        }
    }
}

/// What a parameter takes, in words.
fn ty(kind: &Kind) -> &'static str {
    match kind {
        Kind::Channel => "a channel's ID",
        Kind::Time | Kind::IsoTime => "a time",
        Kind::Bool => "yes or no",
        Kind::Count => "a whole number",
        Kind::Number => "a number",
        Kind::Enum { .. } => "a word",
        Kind::Channels | Kind::List { .. } => "a list",
        Kind::Record { .. } | Kind::Map { .. } => "an object",
        Kind::Id | Kind::Text | Kind::Message | Kind::AccessDeniedDetail | Kind::Error => "a text",
    }
}

/// An operation that is called by its name.
#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    limit: Option<u32>,
    repeated: bool,
    required: Vec<&'a str>,
}

impl<'a> Entry<'a> {
    fn new(operation: &'a entries::Operation) -> Self {
        let required = operation.parameters.iter().filter(|it| it.required);
        Self {
            name: &operation.name,
            limit: operation.calls_per_second,
            repeated: operation.may_run_twice(),
            required: required.map(|it| it.name.as_str()).collect(),
        }
    }
}

/// A RAM policy for a purpose.
#[derive(Serialize)]
struct Policy {
    purpose: &'static str,
    actions: Vec<String>,
}

fn policies(typed: &[Operation]) -> Vec<Policy> {
    let purposes: [(&str, &[&str]); 4] = [
        ("Enable channels by their IDs", &["EnableWhatsappROIMetric"]),
        (
            "Read the metrics of channels by their IDs",
            &["GetChatappPhoneNumberMetric", "GetChatappTemplateMetric"],
        ),
        (
            "Find every channel and enable it (`enable --all`, `enable_all`)",
            &["ListInstance", "EnableWhatsappROIMetric"],
        ),
        (
            "Read every channel's metrics (`metrics --all`, `collect`, `collect_metrics`)",
            &[
                "ListInstance",
                "QueryChatappPhoneNumbers",
                "ListChatappTemplate",
                "GetChatappPhoneNumberMetric",
                "GetChatappTemplateMetric",
            ],
        ),
    ];
    let action = |name: &&str| typed.iter().find(|it| it.name.wire == **name).map(|it| it.ram_action.clone());
    let policy = |(purpose, names): (&'static str, &[&str])| Policy {
        purpose,
        actions: names.iter().filter_map(action).collect(),
    };
    purposes.map(policy).into()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::generate::catalogue::entries::tests::{sample, templates};
    use crate::model;

    #[test]
    fn each_operation_has_its_limit_and_its_action() {
        let model = model::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))).expect("the model");
        let page = write(&sample(), &model.operations, &templates()).expect("a page");
        for line in [
            "| `cams:EnableWhatsappROIMetric` | 5 |",
            "| `SendB` | 10 | no | `To`, `Of` |",
            "| `ListA` | – | yes |  |",
        ] {
            assert!(page.contains(line), "{line} is not in {page}");
        }
        assert!(policies(&model.operations).iter().all(|it| !it.actions.is_empty()));
        assert_eq!(policies(&model.operations)[3].actions.len(), 5);
    }
}
