//! The emulator's table of the model's operations: what it checks before it does any of them.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use super::files::{Files, formatted};
use super::template::Templates;
use super::values::{Answers, Fill};
use crate::model::{Absent, Kind, Model, Operation, Record};

const FILE: &str = "crates/cams-roi-emulator/src/typed.rs";

/// Adds the table.
pub(super) fn add(files: &mut Files, root: &Path, model: &Model, templates: &Templates) -> Result<()> {
    let records =
        model.operations.iter().flat_map(|it| it.records.iter().map(move |record| (Some(it), record)));
    let records = records.chain(model.records.iter().map(|record| (None, record)));
    let context = Context {
        records: records
            .filter(|(_, record)| record.sent)
            .map(|(operation, record)| CheckedRecord {
                name: record.name.shouty.clone(),
                fields: record
                    .fields
                    .iter()
                    .map(|it| Checked {
                        name: it.name.wire.clone(),
                        required: it.absent != Absent::Nothing,
                        form: form(model, operation, &it.kind),
                    })
                    .collect(),
            })
            .collect(),
        operations: model.operations.iter().map(|it| CheckedOperation::new(model, it)).collect(),
    };
    let text = templates.render("emulator/typed.rs.j2", &context)?;
    files.add(FILE, formatted(root, "rustfmt", &["--edition", "2024", "--emit", "stdout"], &text)?);
    Ok(())
}

#[derive(Serialize)]
struct Context<'a> {
    records: Vec<CheckedRecord>,
    operations: Vec<CheckedOperation<'a>>,
}

#[derive(Serialize)]
struct CheckedRecord {
    name: String,
    fields: Vec<Checked>,
}

#[derive(Serialize)]
struct Checked {
    name: String,
    required: bool,
    form: String,
}

#[derive(Serialize)]
struct CheckedOperation<'a> {
    model: &'a Operation,
    parameters: Vec<Checked>,
    time_range: String,
    sample: String,
}

impl<'a> CheckedOperation<'a> {
    fn new(model: &'a Model, operation: &'a Operation) -> Self {
        let made_up = || Answers { model, operation }.answer(Fill::Full).0.to_string();
        let sample = operation.samples.first().map_or_else(made_up, |it| it.body.clone());
        Self {
            model: operation,
            parameters: operation
                .parameters
                .iter()
                .map(|it| Checked {
                    name: it.name.wire.clone(),
                    // Without a channel the account's own is meant.
                    required: it.required && it.kind != Kind::Channel,
                    form: if it.documented.is_empty() {
                        form(model, Some(operation), &it.kind)
                    } else {
                        words(it.documented.iter().map(String::as_str))
                    },
                })
                .collect(),
            time_range: operation
                .time_range
                .as_ref()
                .map_or_else(|| "None".to_owned(), |[start, end]| format!("Some((\"{start}\", \"{end}\"))")),
            sample: literal(&sample),
        }
    }
}

/// A type, as the emulator has it.
fn form(model: &Model, operation: Option<&Operation>, kind: &Kind) -> String {
    let plain = match kind {
        Kind::Channel => "Channel",
        Kind::Id | Kind::Text | Kind::Message | Kind::AccessDeniedDetail | Kind::Error | Kind::Channels => {
            "Text"
        }
        Kind::Count => "Count",
        Kind::Number => "Number",
        Kind::Bool => "Flag",
        Kind::Time => "Time",
        Kind::IsoTime => "IsoTime",
        Kind::List { of } => return format!("Form::List(&{})", form(model, operation, of)),
        Kind::Map { of } => return format!("Form::Map(&{})", form(model, operation, of)),
        Kind::Record { name } => {
            let own = operation.map_or(&[][..], |it| &it.records);
            let record = own.iter().chain(&model.records).find(|it| it.name.wire == *name);
            return format!(
                "Form::Record({})",
                record.map_or("&[]", |Record { name, .. }| name.shouty.as_str())
            );
        }
        Kind::Enum { name } => {
            let own = operation.map_or(&[][..], |it| &it.enums);
            let values = own.iter().chain(&model.enums).find(|it| it.name.wire == *name);
            return words(values.iter().flat_map(|it| &it.values).map(|it| it.wire.as_str()));
        }
    };
    format!("Form::{plain}")
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.map(literal).collect();
    format!("Form::Words(&[{}])", words.join(", "))
}

/// A text as Rust writes it, raw where it holds quotes.
fn literal(text: &str) -> String {
    if !text.contains('"') && !text.contains('\\') {
        return format!("\"{text}\"");
    }
    let longest = text.split('"').skip(1).map(|rest| rest.chars().take_while(|it| *it == '#').count()).max();
    let marks = "#".repeat(longest.unwrap_or_default() + 1);
    format!("r{marks}\"{text}\"{marks}")
}
