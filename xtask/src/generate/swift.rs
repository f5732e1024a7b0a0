//! The Swift package's part of each operation: request, result, calls, their documentation, and the conformance
//! runner's table. Its formatter is not everywhere, so the templates write what it would; lint holds them to it.

mod errors;
mod names;
mod pages;

use anyhow::Result;
use serde::Serialize;

use self::names::identifier;
use self::pages::SwiftPages;
use super::camel_names::camel_names;
use super::files::Files;
use super::template::Templates;
use crate::model::{Absent, Enum, Field, Kind, Model, Name, Operation, Parameter, Record};

const FOLDER: &str = "bindings/swift/Sources/CamsRoi/Operations";
const ARTICLE: &str = "bindings/swift/Sources/CamsRoi/CamsRoi.docc/Operations.md";
const RUNNER: &str = "bindings/swift/Tests/CamsRoiTests/Operations.swift";

/// Adds the package's files.
pub(super) fn add(files: &mut Files, model: &Model, templates: &Templates) -> Result<()> {
    let context = Context::new(model);
    files.owns(FOLDER);
    errors::add(files, &model.errors, templates)?;
    for operation in &context.operations {
        let text = templates.render("swift/operation.swift.j2", operation)?;
        files.add(format!("{FOLDER}/{}.swift", operation.model.name.pascal), spaced(&text));
    }
    for operation in &context.local {
        let text = templates.render("swift/local.swift.j2", operation)?;
        files.add(format!("{FOLDER}/{}.swift", operation.model.name.pascal), spaced(&text));
    }
    for (template, path) in [
        ("shared.swift.j2", format!("{FOLDER}/Shared.swift")),
        ("operations.swift.j2", format!("{FOLDER}/CamsRoiOperations.swift")),
        ("article.md.j2", ARTICLE.to_owned()),
        ("runner.swift.j2", RUNNER.to_owned()),
    ] {
        files.add(path, spaced(&templates.render(&format!("swift/{template}"), &context)?));
    }
    Ok(())
}

/// One empty line where a template's parts leave several, and none at the ends.
pub(super) fn spaced(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        if !line.is_empty() || lines.last().is_some_and(|before| !before.is_empty()) {
            lines.push(line);
        }
    }
    format!("{}\n", lines.join("\n").trim_end())
}

#[derive(Serialize)]
struct Context<'a> {
    operations: Vec<SwiftOperation<'a>>,
    /// What the library does with them itself.
    local: Vec<SwiftOperation<'a>>,
    records: Vec<SwiftRecord<'a>>,
    enums: Vec<SwiftEnum<'a>>,
    /// Whether the shared types have times.
    has_times: bool,
}

impl<'a> Context<'a> {
    fn new(model: &'a Model) -> Self {
        Self {
            operations: model.operations.iter().map(SwiftOperation::new).collect(),
            local: model.local.iter().map(SwiftOperation::new).collect(),
            records: model.records.iter().map(SwiftRecord::new).collect(),
            enums: model.enums.iter().map(SwiftEnum::new).collect(),
            has_times: model.records.iter().flat_map(|it| &it.fields).any(|it| has_times(&it.kind)),
        }
    }
}

#[derive(Serialize)]
struct SwiftOperation<'a> {
    model: &'a Operation,
    method: String,
    request: String,
    result: String,
    /// What a call returns, in words.
    returns: String,
    /// Whether a call that did not fail has said all.
    is_discardable: bool,
    parameters: Vec<SwiftParameter<'a>>,
    /// What the request's `init` takes.
    request_init: Vec<String>,
    /// The calls with arguments.
    calls: Vec<Call>,
    output: Vec<SwiftField<'a>>,
    /// What the result's `init` takes.
    result_init: Vec<String>,
    records: Vec<SwiftRecord<'a>>,
    enums: Vec<SwiftEnum<'a>>,
    has_channel: bool,
    /// The name of the parameter that is a channel.
    channel: String,
    has_times: bool,
    pages: Option<SwiftPages>,
}

/// A call with arguments.
#[derive(Serialize)]
struct Call {
    /// Whether its channel is an ID.
    is_by_id: bool,
    /// What its channels come from.
    channels: ChannelsFrom,
    /// What it takes.
    takes: Vec<String>,
    /// What it makes the request of.
    gives: Vec<String>,
    /// What the conformance runner gives.
    passes: Vec<String>,
    /// Its parameters' names and what they are.
    docs: Vec<(String, String)>,
}

/// What the channels of a call come from.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum ChannelsFrom {
    Values,
    Ids,
    /// Channels that become known one by one.
    Sequence,
}

impl<'a> SwiftOperation<'a> {
    fn new(operation: &'a Operation) -> Self {
        let parameters: Vec<_> = operation.parameters.iter().map(SwiftParameter::new).collect();
        let output: Vec<_> = operation.output.iter().map(SwiftField::new).collect();
        let channel = parameters.iter().find(|it| it.model.kind == Kind::Channel).map(|it| it.name.clone());
        let is_told = |field: &Field| !matches!(field.kind, Kind::Message | Kind::AccessDeniedDetail);
        let fields = operation.output.iter().chain(operation.records.iter().flat_map(|it| &it.fields));
        let kinds = fields.map(|it| &it.kind).chain(operation.parameters.iter().map(|it| &it.kind));
        Self {
            method: identifier(&operation.name.camel),
            request: format!("{}Request", operation.name.pascal),
            result: format!("{}Result", operation.name.pascal),
            returns: match (&operation.result, operation.row().and(operation.output.first())) {
                (Some(result), _) => format!("The answer: {result}."),
                (None, Some(rows)) => rows.doc.clone(),
                (None, None) => "The answer.".to_owned(),
            },
            is_discardable: !operation.output.iter().any(is_told),
            request_init: parameters.iter().map(|it| declared(&it.name, &it.ty, it.default)).collect(),
            calls: Call::all(&parameters),
            result_init: std::iter::once("requestId: String? = nil".to_owned())
                .chain(output.iter().map(|it| declared(&it.name, &it.ty, it.default)))
                .collect(),
            records: operation.records.iter().map(SwiftRecord::new).collect(),
            enums: operation.enums.iter().map(SwiftEnum::new).collect(),
            has_times: kinds.into_iter().any(has_times),
            pages: operation.pages.as_ref().map(|it| SwiftPages::new(it, operation, &parameters)),
            model: operation,
            parameters,
            output,
            has_channel: channel.is_some(),
            channel: channel.unwrap_or_default(),
        }
    }
}

impl Call {
    /// One for a channel by its ID and one for a channel as a value, or one alone.
    fn all(parameters: &[SwiftParameter<'_>]) -> Vec<Self> {
        let has_channel = parameters.iter().any(|it| it.model.kind == Kind::Channel);
        if parameters.iter().any(|it| it.model.kind == Kind::Channels) {
            let forms = [ChannelsFrom::Values, ChannelsFrom::Ids, ChannelsFrom::Sequence];
            return forms.into_iter().map(|channels| Self::new(false, channels, parameters)).collect();
        }
        let kinds: &[bool] = if has_channel { &[true, false] } else { &[false] };
        kinds.iter().map(|is_by_id| Self::new(*is_by_id, ChannelsFrom::Values, parameters)).collect()
    }

    fn new(is_by_id: bool, channels: ChannelsFrom, parameters: &[SwiftParameter<'_>]) -> Self {
        let options = "options: CamsRoiClient.CallOptions = CamsRoiClient.CallOptions()".to_owned();
        let takes_text = |it: &SwiftParameter<'_>| match it.model.kind {
            Kind::Channel => is_by_id,
            Kind::Id => it.model.required,
            _ => false,
        };
        let takes = parameters.iter().map(|it| {
            match (&it.model.kind, channels) {
                (Kind::Channels, ChannelsFrom::Ids) => {
                    return format!("{}: some Sequence<some StringProtocol>", it.name);
                }
                (Kind::Channels, ChannelsFrom::Sequence) => return format!("{}: Channels", it.name),
                _ => {}
            }
            let ty = if takes_text(it) { "some StringProtocol" } else { &it.ty };
            declared(&it.name, ty, it.default)
        });
        let gives = parameters.iter().map(|it| match (takes_text(it), &it.model.kind) {
            (true, Kind::Channel) => format!("{0}: .id({0}.description)", it.name),
            (true, _) => format!("{0}: {0}.description", it.name),
            (false, Kind::Channels) if channels == ChannelsFrom::Ids => {
                format!("{0}: {0}.map {{ WhatsAppChannel($0.description) }}", it.name)
            }
            (false, _) => format!("{0}: {0}", it.name),
        });
        let passes = parameters.iter().map(|it| match (is_by_id, &it.model.kind) {
            (true, Kind::Channel) => format!("{}: id", it.name),
            _ => format!("{0}: {0}", it.name),
        });
        let docs = parameters.iter().map(|it| {
            let doc = if it.model.kind == Kind::Channel && !is_by_id {
                "The channel: by its ID, or `.ownChannel`, the account's own."
            } else {
                &it.model.doc
            };
            (it.name.clone(), doc.to_owned())
        });
        let what = "What this call does differently from the client.".to_owned();
        Self {
            is_by_id,
            channels,
            gives: gives.collect(),
            passes: passes.chain(["options: options".to_owned()]).collect(),
            docs: docs.chain([("options".to_owned(), what)]).collect(),
            takes: takes.chain([options]).collect(),
        }
    }
}

#[derive(Serialize)]
struct SwiftParameter<'a> {
    model: &'a Parameter,
    name: String,
    /// The type of the request's property.
    ty: String,
    default: &'static str,
}

impl<'a> SwiftParameter<'a> {
    fn new(model: &'a Parameter) -> Self {
        let is_optional = !model.required && model.kind != Kind::Channel;
        Self {
            name: identifier(&model.name.camel),
            ty: optional(swift_type(&model.kind), is_optional),
            default: if is_optional { "nil" } else { "" },
            model,
        }
    }
}

#[derive(Serialize)]
struct SwiftField<'a> {
    model: &'a Field,
    doc: String,
    name: String,
    ty: String,
    default: &'static str,
}

impl<'a> SwiftField<'a> {
    fn new(model: &'a Field) -> Self {
        let is_optional =
            model.absent == Absent::Nothing || matches!(model.kind, Kind::Message | Kind::AccessDeniedDetail);
        let default = match (&model.kind, model.absent) {
            _ if is_optional => "nil",
            (Kind::List { .. }, Absent::Empty) => "[]",
            (Kind::Map { .. }, Absent::Empty) => "[:]",
            _ => "",
        };
        let ty = optional(swift_type(&model.kind), is_optional);
        Self { name: identifier(&model.name.camel), ty, default, doc: camel_names(&model.doc), model }
    }
}

#[derive(Serialize)]
struct SwiftRecord<'a> {
    model: &'a Record,
    fields: Vec<SwiftField<'a>>,
    init: Vec<String>,
    /// How it crosses.
    crosses: &'static str,
    /// Whether it can be encoded, as what has no error in it.
    is_codable: bool,
}

impl<'a> SwiftRecord<'a> {
    fn new(model: &'a Record) -> Self {
        let fields: Vec<_> = model.fields.iter().map(SwiftField::new).collect();
        let init = fields.iter().map(|it| declared(&it.name, &it.ty, it.default)).collect();
        let crosses = match (model.sent, model.received) {
            (true, true) => "MessageValue",
            (true, false) => "MessageWritable",
            _ => "MessageReadable",
        };
        let is_codable = model.fields.iter().all(|it| it.kind != Kind::Error);
        Self { model, fields, init, crosses, is_codable }
    }
}

#[derive(Serialize)]
struct SwiftEnum<'a> {
    model: &'a Enum,
    /// The values' names, in their order.
    names: Vec<String>,
}

impl<'a> SwiftEnum<'a> {
    fn new(model: &'a Enum) -> Self {
        Self { model, names: model.values.iter().map(|it| identifier(&it.name.camel)).collect() }
    }
}

fn swift_type(kind: &Kind) -> String {
    match kind {
        Kind::Channel => "ChannelChoice".to_owned(),
        Kind::Id | Kind::Text | Kind::Message => "String".to_owned(),
        Kind::Channels => "[WhatsAppChannel]".to_owned(),
        Kind::Count => "Int".to_owned(),
        Kind::Number => "Double".to_owned(),
        Kind::Bool => "Bool".to_owned(),
        Kind::Time | Kind::IsoTime => "Date".to_owned(),
        Kind::Enum { name } | Kind::Record { name } => Name::new(name, None, None).pascal,
        Kind::List { of } => format!("[{}]", swift_type(of)),
        Kind::Map { of } => format!("[String: {}]", swift_type(of)),
        Kind::AccessDeniedDetail => "AccessDeniedDetail".to_owned(),
        Kind::Error => "CamsRoiError".to_owned(),
    }
}

fn has_times(kind: &Kind) -> bool {
    match kind {
        Kind::Time | Kind::IsoTime => true,
        Kind::List { of } | Kind::Map { of } => has_times(of),
        _ => false,
    }
}

fn optional(ty: String, is_optional: bool) -> String {
    if is_optional { format!("{ty}?") } else { ty }
}

/// A parameter of a function.
fn declared(name: &str, ty: &str, default: &str) -> String {
    if default.is_empty() { format!("{name}: {ty}") } else { format!("{name}: {ty} = {default}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_nest_as_the_model_s_do() {
        let rows = Kind::List { of: Box::new(Kind::Record { name: "TemplateMetric".to_owned() }) };
        let kind = Kind::Map { of: Box::new(rows) };
        assert_eq!(swift_type(&kind), "[String: [TemplateMetric]]");
        assert_eq!(optional(swift_type(&Kind::IsoTime), true), "Date?");
        assert!(has_times(&Kind::Map { of: Box::new(Kind::IsoTime) }));
    }

    #[test]
    fn parts_are_one_line_apart() {
        assert_eq!(spaced("\n\na\n\n\nb\n\n"), "a\n\nb\n");
    }
}
