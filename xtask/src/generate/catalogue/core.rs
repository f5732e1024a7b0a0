//! The core's table: every operation, its limit, whether it may run twice, and its parameters.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use super::entries::{Catalogue, Operation, Parameter, Shape};
use crate::generate::files::formatted;
use crate::generate::template::Templates;

pub(super) const FILE: &str = "crates/cams-roi/src/catalogue/table.rs";

/// How wide the lines of a notation are, so that rustfmt leaves them alone.
const WIDTH: usize = 100;

/// The file.
pub(super) fn write(root: &Path, catalogue: &Catalogue, templates: &Templates) -> Result<String> {
    formatted(root, "rustfmt", &["--edition", "2024", "--emit", "stdout"], &text(catalogue, templates)?)
}

fn text(catalogue: &Catalogue, templates: &Templates) -> Result<String> {
    let rows = catalogue.operations.iter().map(Row::new).collect();
    templates.render("catalogue/table.rs.j2", &Rows { rows })
}

/// What the template is given.
#[derive(Serialize)]
struct Rows<'a> {
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    name: &'a str,
    calls_per_second: u32,
    parameters: String,
}

impl<'a> Row<'a> {
    fn new(operation: &'a Operation) -> Self {
        Self {
            kind: if operation.may_run_twice() { "repeatable" } else { "once" },
            name: &operation.name,
            calls_per_second: operation.calls_per_second.unwrap_or_default(),
            parameters: wrapped(&notation(&operation.parameters)),
        }
    }
}

/// Parameters in the notation of the core's `catalogue/shape.rs`.
fn notation(parameters: &[Parameter]) -> String {
    let parameter = |it: &Parameter| {
        let shape = match &it.shape {
            Shape::String { style: None, .. } => String::new(),
            shape => format!(":{}", shape_notation(shape)),
        };
        format!("{}{shape}{}", it.name, if it.required { "!" } else { "" })
    };
    parameters.iter().map(parameter).collect::<Vec<_>>().join(" ")
}

fn shape_notation(shape: &Shape) -> String {
    match shape {
        Shape::String { style: None, .. } => "string".to_owned(),
        Shape::String { style: Some(_), .. } => "json".to_owned(),
        Shape::Int32 => "int32".to_owned(),
        Shape::Int64 => "int64".to_owned(),
        Shape::Bool => "bool".to_owned(),
        Shape::Any => "any".to_owned(),
        Shape::Array { items } => format!("[{}]", shape_notation(items)),
        Shape::Map { values } => format!("{{*{}}}", shape_notation(values)),
        Shape::Object { fields } => format!("{{{}}}", notation(fields)),
    }
}

/// A text on several lines of a literal, broken at its blanks.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() <= WIDTH => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\\\n        ")
}

#[cfg(test)]
mod tests {
    use super::super::entries::tests::{sample, templates};
    use super::*;

    #[test]
    fn a_row_says_all_that_is_known_of_an_operation() {
        let text = text(&sample(), &templates()).expect("a file");
        for line in [
            "pub(super) const OPERATIONS: [KnownOperation; 4] = [",
            r#"    KnownOperation::repeatable("ListA", 0, "Size:int64 Kind"),"#,
            r#"    KnownOperation::once("OpenC", 0, ""),"#,
            r#"    KnownOperation::once("SendB", 10, "To! Content:json Tags:[string] Old:bool Of:{Count:int32! More:{*any}}!"),"#,
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
    }

    #[test]
    fn a_long_notation_is_broken_at_blanks() {
        let long = format!("{} {}", "a".repeat(60), "b".repeat(60));
        assert_eq!(wrapped(&long), format!("{} \\\n        {}", "a".repeat(60), "b".repeat(60)));
        assert_eq!(wrapped(""), "");
    }
}
