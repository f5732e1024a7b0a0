//! The core's typed operations: requests, answers, methods of the client, and how they cross to other languages.

mod errors;
mod readers;
mod types;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use self::readers::reader;
use self::types::{crossing_type, received_type};
use super::files::{Files, formatted};
use super::template::Templates;
use crate::model::{Absent, Enum, Field, Kind, Model, Name, Operation, Options, Parameter, Record};

const FOLDER: &str = "crates/cams-roi/src/operations/typed";
const CROSSING: &str = "crates/cams-roi/src/bridge/typed.rs";
const NAMES: &str = "crates/cams-roi/src/bridge/names.rs";
const RUNNER: &str = "crates/cams-roi/tests/conformance/typed.rs";

/// Adds the core's files.
pub(super) fn add(files: &mut Files, root: &Path, model: &Model, templates: &Templates) -> Result<()> {
    let rustfmt = |text: &str| rustfmt(root, text);
    let context = Context::new(model);
    files.owns(FOLDER);
    for operation in &context.operations {
        let text = templates.render("rust/operation.rs.j2", operation)?;
        files.add(format!("{FOLDER}/{}.rs", operation.model.name.snake), rustfmt(&text)?);
    }
    for operation in &context.local {
        let text = templates.render("rust/local.rs.j2", operation)?;
        files.add(format!("{FOLDER}/{}.rs", operation.model.name.snake), rustfmt(&text)?);
    }
    for file in ["mod", "documented", "shared", "methods"] {
        let text = templates.render(&format!("rust/{file}.rs.j2"), &context)?;
        files.add(format!("{FOLDER}/{file}.rs"), rustfmt(&text)?);
    }
    files.add(RUNNER, rustfmt(&templates.render("rust/conformance.rs.j2", &context)?)?);
    errors::add(files, root, &model.errors, templates)?;
    files.add(CROSSING, rustfmt(&templates.render("rust/crossing.rs.j2", &context)?)?);
    files.add(NAMES, rustfmt(&templates.render("rust/names.rs.j2", &Names { names: names(model) })?)?);
    Ok(())
}

fn rustfmt(root: &Path, text: &str) -> Result<String> {
    formatted(root, "rustfmt", &["--edition", "2024", "--emit", "stdout"], text)
}

#[derive(Serialize)]
struct Names<'a> {
    names: BTreeSet<&'a str>,
}

/// What messages may name and other languages spell otherwise: options, parameters, and what else hints advise.
fn names(model: &Model) -> BTreeSet<&str> {
    let Options { client, call, named_call, pages, enable_many, .. } = &model.options;
    let options = [client, call, named_call, pages, enable_many].into_iter().flatten().map(|it| &it.name);
    let parameters = model.all().flat_map(|it| &it.parameters).map(|it| &it.name);
    let functions = ["enable_all", "enable_many", "own_channel", "read_channels"];
    let names = options.chain(parameters).map(|it| it.snake.as_str()).chain(functions);
    names.filter(|it| it.contains('_')).collect()
}

#[derive(Serialize)]
struct Context<'a> {
    operations: Vec<RustOperation<'a>>,
    /// What the core does itself with others.
    local: Vec<RustOperation<'a>>,
    records: Vec<RustRecord<'a>>,
    enums: &'a [Enum],
    /// What the shared records hold, of `time`, `map`, `number`.
    holds: Vec<&'static str>,
    /// The same of requests.
    takes: Vec<&'static str>,
    /// The same of answers.
    gives: Vec<&'static str>,
}

impl<'a> Context<'a> {
    fn new(model: &'a Model) -> Self {
        let shared = model.records.iter().flat_map(|record| &record.fields).map(|field| &field.kind);
        let sent = model.all().flat_map(|it| it.parameters.iter().map(|it| &it.kind));
        let answers = model.operations.iter().flat_map(|it| it.output.iter().map(|it| &it.kind));
        let records = model.operations.iter().flat_map(|it| &it.records).chain(&model.records);
        let in_all = model.all().flat_map(|it| &it.records).chain(&model.records);
        let received =
            records.clone().filter(|it| it.received).flat_map(|it| it.fields.iter().map(|it| &it.kind));
        let in_records = in_all.filter(|it| it.sent).flat_map(|it| it.fields.iter().map(|it| &it.kind));
        Self {
            holds: special(shared),
            takes: special(sent.chain(in_records)),
            gives: special(received.chain(answers)),
            operations: model.operations.iter().map(|it| RustOperation::new(model, it)).collect(),
            local: model.local.iter().map(|it| RustOperation::new(model, it)).collect(),
            records: model.records.iter().map(RustRecord::new).collect(),
            enums: &model.enums,
        }
    }
}

#[derive(Serialize)]
struct RustOperation<'a> {
    model: &'a Operation,
    parameters: Vec<RustParameter<'a>>,
    /// Those that `new` takes.
    constructor: Vec<RustParameter<'a>>,
    /// Whether `new` takes the channel, since it is all that is required.
    new_takes_channel: bool,
    output: Vec<RustField<'a>>,
    /// The fields that the answer's JSON has beside what every answer has.
    body: Vec<RustField<'a>>,
    records: Vec<RustRecord<'a>>,
    enums: &'a [Enum],
    has_channel: bool,
    /// The parameter that says whether rows are of days, of an operation that takes a time.
    daily: Option<&'a str>,
    shared: Vec<&'a str>,
    /// What requests and answers hold, of `time`, `map`, `number`.
    holds: Vec<&'static str>,
}

/// What of the types needs an import, or cannot be compared exactly.
fn special<'a>(kinds: impl Iterator<Item = &'a Kind>) -> Vec<&'static str> {
    fn add(kind: &Kind, found: &mut Vec<&'static str>) {
        match kind {
            Kind::Time | Kind::IsoTime => found.push("time"),
            Kind::Error => found.push("error"),
            Kind::Channels => found.push("channels"),
            Kind::Number => found.push("number"),
            Kind::Map { of } => {
                found.push("map");
                add(of, found);
            }
            Kind::List { of } => add(of, found),
            _ => {}
        }
    }
    let mut found = Vec::new();
    kinds.for_each(|kind| add(kind, &mut found));
    found
}

impl<'a> RustOperation<'a> {
    fn new(model: &'a Model, operation: &'a Operation) -> Self {
        let required = || operation.parameters.iter().filter(|it| it.required && it.kind != Kind::Channel);
        let new_takes_channel = required().next().is_none();
        let fields = || operation.output.iter().map(RustField::new);
        let all = operation.output.iter().chain(operation.records.iter().flat_map(|record| &record.fields));
        let is_shared = |name: &str| {
            model.records.iter().any(|it| it.name.wire == name)
                || model.enums.iter().any(|it| it.name.wire == name)
        };
        let kinds = operation.parameters.iter().map(|it| &it.kind).chain(all.map(|it| &it.kind));
        let mut shared: Vec<&str> = kinds
            .clone()
            .filter_map(|kind| match kind.named() {
                Some(Kind::Enum { name } | Kind::Record { name }) if is_shared(name) => Some(name.as_str()),
                _ => None,
            })
            .collect();
        shared.sort_unstable();
        shared.dedup();
        Self {
            model: operation,
            parameters: operation.parameters.iter().map(RustParameter::new).collect(),
            constructor: required().map(RustParameter::new).collect(),
            new_takes_channel,
            output: fields().collect(),
            body: fields()
                .filter(|it| !matches!(it.model.kind, Kind::Message | Kind::AccessDeniedDetail))
                .collect(),
            records: operation.records.iter().map(RustRecord::new).collect(),
            enums: &operation.enums,
            has_channel: operation.parameters.iter().any(|it| it.kind == Kind::Channel),
            daily: daily(operation),
            shared,
            holds: special(kinds),
        }
    }
}

/// The name of the parameter that says how long a time rows are of, where rows of days may be in part.
fn daily(operation: &Operation) -> Option<&str> {
    let granularity = Kind::Enum { name: "Granularity".to_owned() };
    let of_range = operation.parameters.iter().filter(|_| operation.time_range.is_some());
    of_range.filter(|it| !it.required).find(|it| it.kind == granularity).map(|it| it.name.rust.as_str())
}

#[derive(Serialize)]
struct RustParameter<'a> {
    model: &'a Parameter,
    /// The type of the request's field, without `Option`.
    stored: String,
    /// What a caller gives.
    given: String,
    /// How that becomes the stored value; `{}` is its name.
    stores: String,
    /// What crosses from another language, and how it becomes what a caller gives.
    crosses: String,
    /// How a value is written into the request.
    adds: &'static str,
    /// Its type in a conformance case, and how that becomes what a caller gives.
    in_case: String,
    from_case: String,
}

impl<'a> RustParameter<'a> {
    fn new(model: &'a Parameter) -> Self {
        let name = &model.name.rust;
        let text = ("impl Into<String>".to_owned(), format!("{name}.into()"));
        let plain = |ty: String| (ty, name.clone());
        let stored = received_type(&model.kind);
        let (given, kept) = match &model.kind {
            Kind::Channel | Kind::Id | Kind::Text => text,
            Kind::Channels => (
                "impl IntoIterator<Item = impl Into<Channel>>".to_owned(),
                format!("{name}.into_iter().map(Into::into).collect()"),
            ),
            _ => plain(stored.clone()),
        };
        let adds = match &model.kind {
            Kind::Channel => "channel",
            Kind::Id => "identifier",
            Kind::Text => "text",
            Kind::Enum { .. } => "word",
            Kind::Time => "time",
            kind if kind.is_json() => "json",
            _ => "plain",
        };
        let one = crossing_type(&model.kind);
        let is_optional = !model.required && model.kind != Kind::Channel;
        let crosses = if is_optional { format!("Option<{one}>") } else { one };
        let (in_case, from_case) = if model.required {
            (case_type(&model.kind), from_case(&model.kind, &format!("given.{name}")))
        } else {
            (format!("Option<{}>", case_type(&model.kind)), from_case(&model.kind, "it"))
        };
        Self { model, stored, given, stores: kept, crosses, adds, in_case, from_case }
    }
}

/// A parameter's type in a conformance case.
pub(super) fn case_type(kind: &Kind) -> String {
    match kind {
        Kind::Time | Kind::IsoTime => "u64".to_owned(),
        Kind::Enum { .. } => "String".to_owned(),
        Kind::Record { name } => format!("Given{name}"),
        Kind::List { of } => format!("Vec<{}>", case_type(of)),
        Kind::Map { of } => format!("BTreeMap<String, {}>", case_type(of)),
        other => received_type(other),
    }
}

/// An expression that makes what a caller gives of a case's value.
pub(super) fn from_case(kind: &Kind, value: &str) -> String {
    match kind {
        Kind::Time | Kind::IsoTime => format!("time({value})"),
        Kind::Enum { .. } => format!("{value}.as_str().into()"),
        Kind::Record { .. } => format!("{value}.into()"),
        Kind::List { of } if is_made(of) => {
            format!("{value}.into_iter().map(|it| {}).collect()", from_case(of, "it"))
        }
        Kind::Map { of } if is_made(of) => {
            format!("{value}.into_iter().map(|(key, it)| (key, {})).collect()", from_case(of, "it"))
        }
        _ => value.to_owned(),
    }
}

/// An expression for the JSON of a value that was read.
fn as_json(kind: &Kind, value: &str, optional: bool) -> String {
    let referenced = |kind: &Kind| match kind {
        Kind::Time | Kind::IsoTime => "milliseconds(*it)".to_owned(),
        Kind::Record { name } => format!("{}(it)", Name::new(name, None, None).snake),
        other => as_json(other, "it", false),
    };
    match kind {
        other if !is_made(other) => value.to_owned(),
        Kind::Enum { name } if optional => {
            let name = Name::new(name, None, None).pascal;
            format!("{value}.as_ref().map(cams_roi::operations::{name}::as_str)")
        }
        other if optional => {
            let one = referenced(other);
            let map = one.strip_suffix("(it)").map_or_else(|| format!("|it| {one}"), str::to_owned);
            format!("{value}.as_ref().map({map})")
        }
        Kind::Time | Kind::IsoTime => format!("milliseconds({value})"),
        Kind::Enum { .. } => format!("{value}.as_str()"),
        Kind::Record { name } => format!("{}(&{value})", Name::new(name, None, None).snake),
        Kind::List { of } if is_made(of) => {
            let one = referenced(of);
            let map = one.strip_suffix("(it)").map_or_else(|| format!("|it| {one}"), str::to_owned);
            format!("{value}.iter().map({map}).collect::<Vec<_>>()")
        }
        Kind::Map { of } if is_made(of) => {
            format!(
                "{value}.iter().map(|(key, it)| (key.clone(), json!({}))).collect::<Map<_, _>>()",
                referenced(of)
            )
        }
        _ => value.to_owned(),
    }
}

/// Whether a value has another form in a case than in Rust.
fn is_made(kind: &Kind) -> bool {
    match kind {
        Kind::Time | Kind::IsoTime | Kind::Enum { .. } | Kind::Record { .. } => true,
        Kind::List { of } | Kind::Map { of } => is_made(of),
        _ => false,
    }
}

#[derive(Serialize)]
pub(super) struct RustField<'a> {
    pub(super) model: &'a Field,
    ty: String,
    /// The attribute by which serde reads it from an answer.
    serde: String,
    /// The same for a record that is only sent.
    rename: String,
    /// Its type without `Option`, what a caller gives, and how that becomes the value.
    stored: String,
    given: String,
    stores: String,
    /// What another language hands over.
    crosses: String,
    /// Its type in a conformance case, and how that becomes what a caller gives.
    in_case: String,
    from_case: String,
    /// Its value as JSON of a conformance case; `it` has it.
    as_json: String,
}

impl<'a> RustField<'a> {
    fn new(field: &'a Field) -> Self {
        let bare = received_type(&field.kind);
        let optional = field.absent == Absent::Nothing;
        let text = field.kind == Kind::Text;
        let mut attributes = Vec::new();
        if field.absent != Absent::Error {
            attributes.push("default".to_owned());
        }
        let pascal: &str = &field.name.rust;
        if heck::AsUpperCamelCase(pascal).to_string() != field.name.wire {
            attributes.push(format!("rename = \"{}\"", field.name.wire));
        }
        if let Some(reader) = reader(field) {
            attributes.push(format!("deserialize_with = \"rows::{reader}\""));
        }
        Self {
            model: field,
            rename: attributes.iter().find(|it| it.starts_with("rename")).cloned().unwrap_or_default(),
            serde: attributes.join(", "),
            given: if text { "impl Into<String>".to_owned() } else { bare.clone() },
            stores: if text { format!("{}.into()", field.name.rust) } else { field.name.rust.clone() },
            crosses: if optional {
                format!("Option<{}>", crossing_type(&field.kind))
            } else {
                crossing_type(&field.kind)
            },
            in_case: if optional {
                format!("Option<{}>", case_type(&field.kind))
            } else {
                case_type(&field.kind)
            },
            from_case: from_case(
                &field.kind,
                &if optional { "it".to_owned() } else { format!("given.{}", field.name.rust) },
            ),
            as_json: as_json(&field.kind, &format!("it.{}", field.name.rust), optional),
            ty: if optional { format!("Option<{bare}>") } else { bare.clone() },
            stored: bare,
        }
    }
}

#[derive(Serialize)]
pub(super) struct RustRecord<'a> {
    model: &'a Record,
    pub(super) fields: Vec<RustField<'a>>,
}

impl<'a> RustRecord<'a> {
    pub(super) fn new(model: &'a Record) -> Self {
        Self { model, fields: model.fields.iter().map(RustField::new).collect() }
    }
}
