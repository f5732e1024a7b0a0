//! The Kotlin package's requests, results and methods, how they cross to the library, and the tables of its conformance
//! runner. The templates write what ktlint takes: it needs a JVM and seconds, so lint alone runs it.

mod code;
mod errors;
mod layout;
mod options;
mod pages;

use anyhow::Result;
use serde::Serialize;

use self::code::{documentation, identifier, json, known, kotlin_type, property, read, shown, written};
use self::layout::Importable;
use self::options::KotlinOptions;
use self::pages::KotlinPages;
use super::files::Files;
use super::template::Templates;
use crate::model::{Absent, Enum, Field, Kind, Model, Operation, Parameter, Record};

/// Source folders of generated files alone, as the Maven project knows them.
const PACKAGE: &str = "bindings/kotlin/src/generated/kotlin/io/github/camsroi";
const INTERNAL: &str = "bindings/kotlin/src/generated/kotlin/io/github/camsroi/internal";
const TESTS: &str = "bindings/kotlin/src/generatedTest/kotlin/io/github/camsroi";

/// Adds the package's files.
pub(super) fn add(files: &mut Files, model: &Model, templates: &Templates) -> Result<()> {
    let context = Context::new(model);
    let public = Importable::public();
    let internal = Importable::internal(model);
    for folder in [PACKAGE, INTERNAL, TESTS] {
        files.owns(folder);
    }
    for operation in context.operations.iter().chain(&context.local) {
        let name = &operation.model.name.pascal;
        let text = templates.render("kotlin/operation.kt.j2", operation)?;
        files.add(format!("{PACKAGE}/{name}.kt"), public.with_imports(&text));
        let text = templates.render("kotlin/crossing.kt.j2", operation)?;
        files.add(format!("{INTERNAL}/{name}.kt"), internal.with_imports(&text));
    }
    for (template, file) in
        [("shared", "SharedTypes"), ("operations", "Operations"), ("named_arguments", "NamedArguments")]
    {
        let text = templates.render(&format!("kotlin/{template}.kt.j2"), &context)?;
        files.add(format!("{PACKAGE}/{file}.kt"), public.with_imports(&text));
    }
    if !context.records.is_empty() {
        let text = templates.render("kotlin/crossing_shared.kt.j2", &context)?;
        files.add(format!("{INTERNAL}/SharedTypes.kt"), internal.with_imports(&text));
    }
    let text = templates.render("kotlin/client_config.kt.j2", &context)?;
    files.add(format!("{PACKAGE}/ClientConfig.kt"), public.with_imports(&text));
    for class in &context.options.classes {
        let text = templates.render("kotlin/options_class.kt.j2", class)?;
        files.add(format!("{PACKAGE}/{}.kt", class.name), public.with_imports(&text));
    }
    for words in context.options.words {
        let text = templates.render("kotlin/words.kt.j2", words)?;
        files.add(format!("{PACKAGE}/{}.kt", words.name.pascal), public.with_imports(&text));
    }
    let text = templates.render("kotlin/crossing_options.kt.j2", &context)?;
    files.add(format!("{INTERNAL}/Options.kt"), internal.with_imports(&text));
    let text = templates.render("kotlin/clients.kt.j2", &context)?;
    files.add(format!("{INTERNAL}/Clients.kt"), internal.with_imports(&text));
    let errors = errors::Context::new(&model.errors);
    files.add(format!("{PACKAGE}/CamsRoiException.kt"), templates.render("kotlin/exception.kt.j2", &errors)?);
    files.add(format!("{INTERNAL}/ExceptionOf.kt"), templates.render("kotlin/exception_of.kt.j2", &errors)?);
    let text = templates.render("kotlin/conformance.kt.j2", &context)?;
    files.add(format!("{TESTS}/ConformanceOperations.kt"), Importable::tests().with_imports(&text));
    Ok(())
}

#[derive(Serialize)]
struct Context<'a> {
    operations: Vec<KotlinOperation<'a>>,
    /// What the library does with them itself.
    local: Vec<KotlinOperation<'a>>,
    records: Vec<KotlinRecord<'a>>,
    enums: &'a [Enum],
    /// Every record that a request sends.
    sent: Vec<KotlinRecord<'a>>,
    /// Every record that an answer gives.
    received: Vec<KotlinRecord<'a>>,
    options: KotlinOptions<'a>,
}

impl<'a> Context<'a> {
    fn new(model: &'a Model) -> Self {
        let all = || model.operations.iter().flat_map(|it| &it.records).chain(&model.records);
        let made = |it: &'a Operation| KotlinOperation::new(it, model);
        Self {
            operations: model.operations.iter().map(made).collect(),
            local: model.local.iter().map(made).collect(),
            records: model.records.iter().map(KotlinRecord::new).collect(),
            enums: &model.enums,
            sent: all().filter(|it| it.sent).map(KotlinRecord::new).collect(),
            received: all().filter(|it| it.received).map(KotlinRecord::new).collect(),
            options: KotlinOptions::new(&model.options),
        }
    }
}

#[derive(Serialize)]
struct KotlinOperation<'a> {
    model: &'a Operation,
    /// In the model's order.
    parameters: Vec<KotlinParameter<'a>>,
    /// Those that are required, but for the channel.
    required: Vec<KotlinParameter<'a>>,
    optional: Vec<KotlinParameter<'a>>,
    /// How each is compared with that of another request.
    comparisons: Vec<String>,
    /// What `toString` of both classes gives.
    request_shown: String,
    result_shown: String,
    has_channel: bool,
    /// Whether there is a parameter that takes channels: then what takes its arguments does so in two forms.
    has_channels: bool,
    /// Whether the channel is all that is required, so that Java needs no builder.
    channel_is_all: bool,
    fields: Vec<KotlinField<'a>>,
    records: Vec<KotlinRecord<'a>>,
    enums: &'a [Enum],
    pages: Option<KotlinPages>,
}

impl<'a> KotlinOperation<'a> {
    fn new(operation: &'a Operation, model: &Model) -> Self {
        let parameters = |wanted: fn(&&Parameter) -> bool| {
            operation.parameters.iter().filter(wanted).map(KotlinParameter::new).collect::<Vec<_>>()
        };
        let has_channel = operation.parameters.iter().any(|it| it.kind == Kind::Channel);
        let required = parameters(|it| it.required && it.kind != Kind::Channel);
        let all = parameters(|_| true);
        let fields: Vec<_> = operation.output.iter().map(|it| KotlinField::new(it, "result")).collect();
        Self {
            model: operation,
            request_shown: shown(&operation.name, "Request", all.iter().map(|it| it.name.as_str())),
            result_shown: shown(
                &operation.name,
                "Result",
                ["requestId"].into_iter().chain(fields.iter().map(|it| it.name.as_str())),
            ),
            comparisons: all.iter().map(|it| format!("{0} == other.{0}", it.name)).collect(),
            parameters: all,
            channel_is_all: has_channel && required.is_empty(),
            required,
            optional: parameters(|it| !it.required),
            has_channel,
            has_channels: operation.parameters.iter().any(|it| it.kind == Kind::Channels),
            fields,
            records: operation.records.iter().map(KotlinRecord::new).collect(),
            enums: &operation.enums,
            pages: operation.pages.as_ref().map(|it| KotlinPages::new(it, operation, model)),
        }
    }
}

#[derive(Serialize)]
struct KotlinParameter<'a> {
    model: &'a Parameter,
    name: String,
    /// The type without `?`.
    ty: String,
    /// What a caller gives.
    given: String,
    is_channel: bool,
    is_channels: bool,
    /// The lines of the class's documentation about it, and those of the builder's method.
    property: String,
    doc: String,
    /// How the value is written.
    writes: String,
    /// How the conformance runner finds it in a case.
    known: String,
}

impl<'a> KotlinParameter<'a> {
    fn new(model: &'a Parameter) -> Self {
        let name = identifier(&model.name);
        let is_channel = model.kind == Kind::Channel;
        let is_required = model.required && !is_channel;
        Self {
            given: match &model.kind {
                Kind::Channels => "Collection<String>".to_owned(),
                kind => kotlin_type(kind),
            },
            ty: kotlin_type(&model.kind),
            is_channel,
            is_channels: model.kind == Kind::Channels,
            property: property(&model.name, &model.doc),
            doc: documentation(&model.doc, "        "),
            writes: written(&model.kind, is_required, &format!("request.{name}")),
            known: known(&model.kind, is_required, &model.name.snake),
            name,
            model,
        }
    }
}

#[derive(Serialize)]
struct KotlinRecord<'a> {
    model: &'a Record,
    fields: Vec<KotlinField<'a>>,
    /// What `toString` gives.
    shown: String,
    /// Whether it is made with less than all of its fields.
    has_defaults: bool,
    /// The fields for which Java may give `null`, and must not.
    not_null: Vec<String>,
}

impl<'a> KotlinRecord<'a> {
    fn new(model: &'a Record) -> Self {
        let has_defaults = model.sent && model.fields.iter().any(|it| it.absent == Absent::Nothing);
        let fields: Vec<_> = model.fields.iter().map(|it| KotlinField::new(it, "row")).collect();
        let must_be_there = |it: &&KotlinField<'_>| {
            !it.optional && !matches!(it.model.kind, Kind::Count | Kind::Number | Kind::Bool)
        };
        let required = fields.iter().filter(must_be_there).map(|it| it.name.clone());
        Self {
            model,
            not_null: if model.sent { required.collect() } else { Vec::new() },
            shown: shown(&model.name, "", fields.iter().map(|it| it.name.as_str())),
            fields,
            has_defaults,
        }
    }
}

#[derive(Serialize)]
struct KotlinField<'a> {
    model: &'a Field,
    name: String,
    /// The type, with `?` where it may be missing.
    ty: String,
    optional: bool,
    property: String,
    /// How it is compared: numbers with a fraction by `equals`, to which NaN is NaN.
    equals: String,
    writes: String,
    reads: String,
    known: String,
    /// What the conformance runner makes of it.
    json: String,
}

impl<'a> KotlinField<'a> {
    /// A field of what the conformance runner calls `of`.
    fn new(model: &'a Field, of: &str) -> Self {
        let name = identifier(&model.name);
        let optional = model.absent == Absent::Nothing;
        let read = read(&model.kind);
        let value = format!("{of}.{name}");
        Self {
            ty: kotlin_type(&model.kind) + if optional { "?" } else { "" },
            optional,
            property: property(&model.name, &model.doc),
            equals: match model.kind {
                Kind::Number if optional => format!("Objects.equals({name}, other.{name})"),
                Kind::Number => format!("{name}.equals(other.{name})"),
                _ => format!("{name} == other.{name}"),
            },
            writes: written(&model.kind, !optional, &format!("value.{name}")),
            reads: if optional { format!("from.optional {{ {read} }}") } else { read },
            known: known(&model.kind, !optional, &model.name.snake),
            json: json(&model.kind, optional, &value),
            name,
            model,
        }
    }
}
