//! The subcommands of the command: what they take, which columns they print, and the table of its conformance runner.

mod forms;
mod parameter;

use std::path::Path;

use anyhow::Result;
use heck::{ToKebabCase as _, ToUpperCamelCase as _};
use serde::Serialize;

use self::parameter::{CommandParameter, example, help};
use super::files::{Files, formatted};
use super::rust::RustRecord;
use super::template::Templates;
use crate::model::{Absent, Enum, Field, Group, Kind, Model, Name, Operation, Record};

const FOLDER: &str = "crates/cams-roi-cli/src/operations";
const RUNNER: &str = "crates/cams-roi-cli/tests/conformance/typed.rs";

/// Adds the command's files.
pub(super) fn add(files: &mut Files, root: &Path, model: &Model, templates: &Templates) -> Result<()> {
    let rustfmt = |text: &str| formatted(root, "rustfmt", &["--edition", "2024", "--emit", "stdout"], text);
    files.owns(FOLDER);
    let by_model = model.operations.iter().filter(|it| !it.command.by_hand);
    let operations: Vec<_> = by_model.map(|it| CommandOperation::new(model, it)).collect();
    for operation in &operations {
        let text = templates.render("command/operation.rs.j2", operation)?;
        files.add(format!("{FOLDER}/{}.rs", operation.model.name.snake), rustfmt(&text)?);
    }
    let text = templates.render("command/shared.rs.j2", &shared_types(model, &operations))?;
    files.add(format!("{FOLDER}/shared.rs"), rustfmt(&text)?);
    let groups =
        model.commands.iter().map(|group| CommandGroup { group, variant: group.name.to_upper_camel_case() });
    // An error is told otherwise than in a cell.
    let is_shown = |it: &&Record| it.received && !it.fields.iter().any(|field| field.kind == Kind::Error);
    let local = model.local.iter().flat_map(|it| &it.records).filter(is_shown);
    let local = Local { shown: local.map(Shown::new).collect() };
    let text = templates.render("command/local.rs.j2", &local)?;
    files.add(format!("{FOLDER}/local.rs"), rustfmt(&text)?);
    let groups: Vec<_> = groups.collect();
    let by_hand = groups.iter().filter(|it| it.group.by_hand).map(|it| it.group.name.as_str()).collect();
    let context = Context { groups, by_hand, operations };
    files.add(format!("{FOLDER}/mod.rs"), rustfmt(&templates.render("command/mod.rs.j2", &context)?)?);
    let text = templates.render("command/conformance.rs.j2", &forms::Runner::new(model))?;
    files.add(RUNNER, rustfmt(&text)?);
    Ok(())
}

#[derive(Serialize)]
struct Context<'a> {
    groups: Vec<CommandGroup<'a>>,
    /// The groups that the command's own code offers.
    by_hand: Vec<&'a str>,
    operations: Vec<CommandOperation<'a>>,
}

/// What is shown of local operations.
#[derive(Serialize)]
struct Local<'a> {
    shown: Vec<Shown<'a>>,
}

#[derive(Serialize)]
struct CommandGroup<'a> {
    #[serde(flatten)]
    group: &'a Group,
    variant: String,
}

#[derive(Serialize)]
struct CommandOperation<'a> {
    model: &'a Operation,
    /// The words behind `cams-roi`.
    words: String,
    variant: String,
    /// What of the enum of all operations it is, with its arguments as `it`.
    pattern: String,
    examples: Vec<String>,
    parameters: Vec<CommandParameter<'a>>,
    /// What it takes, of `channel`, `time`, `map` and `json`.
    takes: Vec<&'static str>,
    /// Whether a request is made with the channel, since that is all that is required.
    new_takes_channel: bool,
    /// The names of the answer's fields, as a sentence has them.
    fields: String,
    no_rows: Option<String>,
    row: Row<'a>,
    #[serde(flatten)]
    types: Types<'a>,
    /// What it takes of the types that several operations share.
    shared: Vec<String>,
}

impl<'a> CommandOperation<'a> {
    fn new(model: &'a Model, operation: &'a Operation) -> Self {
        let command = &operation.command;
        let variant = command.word.to_upper_camel_case();
        let pattern = command.group.as_ref().map_or_else(
            || format!("Self::{variant}(it)"),
            |group| {
                let group = group.to_upper_camel_case();
                format!("Self::{group}({group}::{variant}(it))")
            },
        );
        let names =
            std::iter::once("request_id").chain(operation.output.iter().map(|it| it.name.snake.as_str()));
        let names: Vec<_> = names.collect();
        let fields = names.split_last().map_or_else(String::new, |(last, others)| {
            if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) }
        });
        let group = model.commands.iter().find(|it| command.group.as_ref() == Some(&it.name));
        let row = Row::new(operation);
        let no_rows = group.and_then(|it| it.no_rows.as_deref()).filter(|_| row.is_list);
        let mut types = Types::new(model, &[operation], &operation.records, &operation.enums);
        types.core.extend([operation.name.pascal.clone(), format!("{}Output", operation.name.pascal)]);
        if !types.core.contains(&row.ty) {
            types.core.push(row.ty.clone());
        }
        types.core.sort_unstable();
        Self {
            words: command.words().join(" "),
            variant,
            pattern,
            examples: if command.examples.is_empty() {
                vec![escaped(&example(operation))]
            } else {
                command.examples.iter().map(|it| escaped(it)).collect()
            },
            parameters: CommandParameter::all(operation),
            takes: takes(operation, &types),
            new_takes_channel: !operation.parameters.iter().any(|it| it.required && it.kind != Kind::Channel),
            fields,
            no_rows: no_rows.map(broken),
            row,
            shared: shared(model, operation),
            types,
            model: operation,
        }
    }
}

/// What the imports depend on.
fn takes(operation: &Operation, types: &Types<'_>) -> Vec<&'static str> {
    let is_any = |wanted: &dyn Fn(&Kind) -> bool| operation.parameters.iter().any(|it| wanted(&it.kind));
    let in_records = types.given.iter().any(|it| it.fields.iter().any(|it| is_map(&it.model.kind)));
    let takes = [
        ("channel", is_any(&|kind| *kind == Kind::Channel)),
        ("time", is_any(&|kind| *kind == Kind::Time)),
        ("map", in_records || is_any(&is_map)),
        ("json", is_any(&Kind::is_json)),
    ];
    takes.into_iter().filter_map(|(what, is_taken)| is_taken.then_some(what)).collect()
}

/// What of `super::shared` an operation's arguments are made of.
fn shared(model: &Model, operation: &Operation) -> Vec<String> {
    let typed = operation.parameters.iter().filter_map(|it| Some((it, it.kind.named()?)));
    let mut names: Vec<String> = typed
        .filter_map(|(parameter, kind)| match kind {
            Kind::Enum { name } if !parameter.kind.is_json() => {
                model.enums.iter().find(|it| it.name.wire == *name).map(words_name)
            }
            Kind::Record { name } => {
                let record = model.records.iter().find(|it| it.name.wire == *name)?;
                Some(format!("Given{}", record.name.pascal))
            }
            _ => None,
        })
        .collect();
    let records = operation.records.iter().filter(|it| it.sent).flat_map(|it| &it.fields);
    names.extend(records.filter_map(|field| match field.kind.named()? {
        Kind::Record { name } if model.records.iter().any(|it| it.name.wire == *name) => {
            Some(format!("Given{name}"))
        }
        _ => None,
    }));
    names.sort_unstable();
    names.dedup();
    names
}

fn words_name(it: &Enum) -> String {
    format!("{}Word", it.name.pascal)
}

/// A long text as the lines of a literal, each but the last with a backslash behind it.
fn broken(text: &str) -> String {
    super::template::comment(&escaped(text), "").replace('\n', " \\\n")
}

/// A text inside of the quotes of Rust.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Whether a map is in it.
fn is_map(kind: &Kind) -> bool {
    match kind {
        Kind::Map { .. } => true,
        Kind::List { of } => is_map(of),
        _ => false,
    }
}

/// What a row of the answer is.
#[derive(Serialize)]
struct Row<'a> {
    ty: String,
    /// The rows, of `self`.
    value: String,
    /// What is said beside them.
    beside: Vec<&'a Field>,
    is_list: bool,
}

impl<'a> Row<'a> {
    /// The records of the only list of records; or the only record; or the answer itself.
    fn new(operation: &'a Operation) -> Self {
        let is_list =
            |field: &&Field| matches!(&field.kind, Kind::List { of } if matches!(**of, Kind::Record { .. }));
        let is_record = |field: &&Field| matches!(field.kind, Kind::Record { .. });
        let fields = || operation.output.iter();
        let only =
            |wanted: &dyn Fn(&&Field) -> bool| match fields().filter(|it| wanted(it)).collect::<Vec<_>>()[..]
            {
                [one] => Some(one),
                _ => None,
            };
        let list = only(&is_list);
        let Some(field) = list.or_else(|| only(&is_record)) else {
            let ty = format!("{}Output", operation.name.pascal);
            return Self {
                ty,
                value: "std::slice::from_ref(self)".to_owned(),
                beside: Vec::new(),
                is_list: false,
            };
        };
        let it = format!("self.{}", field.name.rust);
        let optional = field.absent == Absent::Nothing;
        let value = match (list.is_some(), optional) {
            (true, false) => format!("&{it}"),
            (true, true) => format!("{it}.as_deref().unwrap_or_default()"),
            (false, false) => format!("std::slice::from_ref(&{it})"),
            (false, true) => format!("{it}.as_slice()"),
        };
        let name = match field.kind.named() {
            Some(Kind::Record { name }) => name.as_str(),
            _ => "",
        };
        let beside = fields().filter(|it| it.name.wire != field.name.wire).collect();
        Self { ty: Name::new(name, None, None).pascal, value, beside, is_list: list.is_some() }
    }
}

/// What is written of records and enums, of one operation or of those that several share.
#[derive(Serialize)]
struct Types<'a> {
    /// What is imported from the core.
    core: Vec<String>,
    /// Enums that arguments can be, by the names of their words.
    words_of: Vec<Words<'a>>,
    given: Vec<RustRecord<'a>>,
    shown: Vec<Shown<'a>>,
    said: Vec<&'a Enum>,
}

impl<'a> Types<'a> {
    /// Of these records and enums, what the operations use.
    fn new(model: &'a Model, operations: &[&'a Operation], records: &'a [Record], enums: &'a [Enum]) -> Self {
        let is_argument = |it: &Enum| {
            let kind = Kind::Enum { name: it.name.wire.clone() };
            operations.iter().any(|operation| operation.parameters.iter().any(|it| it.kind == kind))
        };
        let answers = operations.iter().flat_map(|it| &it.output);
        let all_records = operations.iter().flat_map(|it| &it.records).chain(&model.records);
        let read: Vec<&Kind> = answers
            .chain(all_records.filter(|it| it.received).flat_map(|it| &it.fields))
            .filter_map(|field| field.kind.named())
            .collect();
        let is_read = |it: &Enum| read.contains(&&Kind::Enum { name: it.name.wire.clone() });
        let used_records = records.iter().filter(|it| it.sent || it.received).map(|it| &it.name);
        let used_enums = enums.iter().filter(|it| is_argument(it) || is_read(it)).map(|it| &it.name);
        Self {
            core: used_records.chain(used_enums).map(|name| name.pascal.clone()).collect(),
            words_of: enums.iter().filter(|it| is_argument(it)).map(Words::new).collect(),
            given: records.iter().filter(|it| it.sent).map(RustRecord::new).collect(),
            shown: records.iter().filter(|it| it.received).map(Shown::new).collect(),
            said: enums.iter().filter(|it| is_read(it)).collect(),
        }
    }
}

/// An enum that an argument can be.
#[derive(Serialize)]
struct Words<'a> {
    /// What its words are called in the command, and in the core.
    name: String,
    pascal: &'a str,
    doc: &'a str,
    values: Vec<Word<'a>>,
}

/// One of its words.
#[derive(Serialize)]
struct Word<'a> {
    pascal: &'a str,
    help: String,
    /// What clap is told: the word as people type it, and as the service writes it.
    attributes: Vec<String>,
}

impl<'a> Words<'a> {
    fn new(it: &'a Enum) -> Self {
        let values = it.values.iter().map(|value| {
            let word = value.wire.to_kebab_case();
            let name = (value.name.pascal.to_kebab_case() != word).then(|| format!("name = \"{word}\""));
            let alias = (value.wire != word).then(|| format!("alias = \"{}\"", value.wire));
            let attributes = name.into_iter().chain(alias).collect();
            Word { pascal: &value.name.pascal, help: help(&value.doc), attributes }
        });
        Self { name: words_name(it), pascal: &it.name.pascal, doc: &it.doc, values: values.collect() }
    }
}

/// A record of answers.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    model: &'a Record,
    format: Option<String>,
    /// What stands in place of the braces.
    values: Vec<String>,
}

impl<'a> Shown<'a> {
    fn new(model: &'a Record) -> Self {
        let mut values = Vec::new();
        let format = model.brief.as_ref().map(|brief| {
            brief.split('{').enumerate().fold(String::new(), |format, (place, part)| {
                match part.split_once('}') {
                    Some((name, rest)) if place > 0 => {
                        let field = model.fields.iter().find(|it| it.name.wire == name);
                        let value = field
                            .map_or_else(String::new, |it| format!("self.{}.show().to_text()", it.name.rust));
                        values.push(value);
                        format + "{}" + rest
                    }
                    _ => format + part,
                }
            })
        });
        Self { model, format, values }
    }
}

/// What the subcommands share.
fn shared_types<'a>(model: &'a Model, operations: &[CommandOperation<'a>]) -> Types<'a> {
    let operations: Vec<_> = operations.iter().map(|it| it.model).collect();
    Types::new(model, &operations, &model.records, &model.enums)
}
