//! The types by which TypeScript checks the parameters of `call`.

use anyhow::Result;
use serde::Serialize;

use super::entries::{Catalogue, Parameter, Shape};
use crate::generate::template::Templates;
use crate::generate::typescript::biome;
use crate::node;
use crate::test::node::PACKAGE;
use crate::workspace::Workspace;

pub(super) const FILE: &str = "node/src/calls.ts";

/// The file.
pub(super) fn write(workspace: &Workspace, catalogue: &Catalogue, templates: &Templates) -> Result<String> {
    node::install_beside(workspace, PACKAGE)?;
    biome(workspace, FILE, &text(catalogue, templates)?)
}

fn text(catalogue: &Catalogue, templates: &Templates) -> Result<String> {
    let row = |name, parameters| Row { name, parameters: object(parameters) };
    let rows = catalogue.operations.iter().map(|it| row(it.name.as_str(), &it.parameters)).collect();
    templates.render("catalogue/calls.ts.j2", &Rows { rows })
}

/// What the template is given.
#[derive(Serialize)]
struct Rows<'a> {
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    parameters: String,
}

fn object(fields: &[Parameter]) -> String {
    let field = |it: &Parameter| {
        let note = if it.deprecated { "/** @deprecated */\n" } else { "" };
        format!("{note}{}{}: {}\n", it.name, if it.required { "" } else { "?" }, type_of(&it.shape))
    };
    match fields {
        [] => "Record<string, never>".to_owned(),
        fields => format!("{{\n{}}}", fields.iter().map(field).collect::<String>()),
    }
}

fn type_of(shape: &Shape) -> String {
    match shape {
        Shape::String { style: Some(_), .. } => "string | object".to_owned(),
        Shape::String { known, .. } if known.is_empty() => "string".to_owned(),
        Shape::String { known, .. } => {
            let words: Vec<_> = known.iter().map(|word| format!("'{word}'")).collect();
            // What is no documented word is a text all the same, and editors still offer the words.
            format!("{} | (string & {{}})", words.join(" | "))
        }
        Shape::Int32 | Shape::Int64 => "number | bigint".to_owned(),
        Shape::Bool => "boolean".to_owned(),
        Shape::Any => "unknown".to_owned(),
        Shape::Array { items } => format!("readonly ({})[]", type_of(items)),
        Shape::Map { values } => format!("Readonly<Record<string, {}>>", type_of(values)),
        Shape::Object { fields } => object(fields),
    }
}

#[cfg(test)]
mod tests {
    use super::super::entries::tests::{sample, templates};
    use super::*;

    #[test]
    fn every_operation_has_its_parameters() {
        let text = text(&sample(), &templates()).expect("a file");
        for part in [
            "  ListA: {\nSize?: number | bigint\nKind?: 'x' | 'y' | (string & {})\n}\n",
            "  OpenC: Record<string, never>\n",
            "  SendB: {\nTo: string\nContent?: string | object\nTags?: readonly ('a' | (string & {}))[]\n\
             /** @deprecated */\nOld?: boolean\nOf: {\nCount: number | bigint\n\
             More?: Readonly<Record<string, unknown>>\n}\n}\n",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}
