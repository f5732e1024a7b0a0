//! The Node package's typed operations: types, tables of how they cross, the client's methods, and the conformance
//! runner's table.

mod docs;
mod errors;
mod local;
mod options;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use heck::ToKebabCase as _;
use serde::Serialize;

use self::docs::{Spelling, comment};
use self::local::TsLocal;
use self::options::TsOptions;
use self::types::{Side, example, in_order, table, type_of};
use super::files::{Files, formatted};
use super::template::Templates;
use crate::model::{Absent, Enum, Field, Kind, Model, Name, Operation, Pages, Parameter, Record};
use crate::node;
use crate::test::node as package;
use crate::workspace::Workspace;

const FOLDER: &str = "node/src/generated";
const CONFORMANCE: &str = "node/tests/generated";

/// Adds the package's files.
pub(super) fn add(
    files: &mut Files,
    workspace: &Workspace,
    model: &Model,
    templates: &Templates,
) -> Result<()> {
    node::install_beside(workspace, package::PACKAGE)?;
    let context = Context::new(model)?;
    files.owns(FOLDER);
    files.owns(CONFORMANCE);
    let mut add = |path: String, text: &str| -> Result<()> {
        let text = biome(workspace, &path, text)?;
        files.add(path, text);
        Ok(())
    };
    let local = context.local.iter().map(|it| &it.operation);
    for operation in context.operations.iter().chain(local) {
        let text = templates.render("typescript/operation.ts.j2", operation)?;
        add(format!("{FOLDER}/{}.ts", operation.file), &text)?;
    }
    for file in ["index", "names", "options", "shared", "tables", "typed-operations"] {
        let text = templates.render(&format!("typescript/{file}.ts.j2"), &context)?;
        add(format!("{FOLDER}/{file}.ts"), &text)?;
    }
    let errors = errors::Context::new(&model.errors);
    for file in ["error-kinds", "errors", "error-classes"] {
        let text = templates.render(&format!("typescript/{file}.ts.j2"), &errors)?;
        add(format!("{FOLDER}/{file}.ts"), &text)?;
    }
    let text = templates.render("typescript/conformance.mts.j2", &context)?;
    add(format!("{CONFORMANCE}/operations.mts"), &text)
}

/// What the package's formatter makes of a file: it sorts imports, too.
pub(super) fn biome(workspace: &Workspace, path: &str, text: &str) -> Result<String> {
    let package = workspace.root().join(package::PACKAGE);
    let path = path.trim_start_matches(package::PACKAGE).trim_start_matches('/');
    let name = format!("--stdin-file-path={path}");
    let biome = "node_modules/@biomejs/biome/bin/biome";
    formatted(&package, "node", &[biome, "check", "--write", &name], text)
}

#[derive(Serialize)]
struct Context<'a> {
    operations: Vec<TsOperation<'a>>,
    /// What the library does itself.
    local: Vec<TsLocal<'a>>,
    records: Vec<TsRecord<'a>>,
    enums: Vec<TsEnum<'a>>,
    /// The names of parameters that are spelt otherwise here.
    parameters: BTreeMap<&'a str, &'a str>,
    /// What the tables are made of, and that of the conformance runner.
    words: BTreeSet<String>,
    plain_words: BTreeSet<String>,
    options: TsOptions<'a>,
}

impl<'a> Context<'a> {
    fn new(model: &'a Model) -> Result<Self> {
        let spelling = Spelling::default();
        let parameters = model.all().flat_map(|it| &it.parameters).map(|it| &it.name);
        let operations: Vec<_> = model.operations.iter().map(|it| TsOperation::new(model, it)).collect();
        let local: Vec<_> = model.local.iter().map(|it| TsLocal::new(model, it)).collect::<Result<_>>()?;
        let records: Vec<_> = in_order(&model.records).map(|it| TsRecord::new(it, &spelling)).collect();
        let all = || operations.iter().chain(local.iter().map(|it| &it.operation));
        let of_operations = all().flat_map(|it| it.request.iter().chain(&it.result));
        let all_records = all().flat_map(|it| &it.records).chain(&records);
        let mut words = BTreeSet::from(["operation".to_owned()]);
        for field in of_operations.chain(all_records.clone().flat_map(|it| &it.fields)) {
            types::words(&field.table, &mut words);
        }
        if !local.is_empty() {
            words.insert("local".to_owned());
        }
        // The cases are of the service's operations alone.
        let mut plain_words = BTreeSet::new();
        let of_cases = operations.iter().flat_map(|it| it.request.iter().chain(&it.result));
        let records_of_cases = operations.iter().flat_map(|it| &it.records).chain(&records);
        for field in of_cases.chain(records_of_cases.flat_map(|it| &it.fields)) {
            types::words(&field.plain, &mut plain_words);
        }
        if all_records.clone().next().is_some() {
            words.insert("record".to_owned());
            plain_words.insert("type Fields".to_owned());
        }
        Ok(Self {
            words,
            plain_words,
            options: TsOptions::new(&model.options),
            enums: model.enums.iter().map(|it| TsEnum::new(it, &spelling)).collect(),
            operations,
            local,
            records,
            parameters: parameters
                .filter(|it| it.snake != it.camel)
                .map(|it| (it.snake.as_str(), it.camel.as_str()))
                .collect(),
        })
    }
}

#[derive(Serialize)]
struct TsOperation<'a> {
    model: &'a Operation,
    file: String,
    doc: String,
    /// The same of the method that gives the items of all pages.
    all_doc: String,
    request_doc: String,
    result_doc: String,
    /// As they are documented: the channel first, then what is required.
    parameters: Vec<TsField<'a>>,
    /// As they cross.
    request: Vec<TsField<'a>>,
    result: Vec<TsField<'a>>,
    records: Vec<TsRecord<'a>>,
    enums: Vec<TsEnum<'a>>,
    imports: Imports,
}

impl<'a> TsOperation<'a> {
    fn new(model: &'a Model, operation: &'a Operation) -> Self {
        let spelling = Spelling::new(operation);
        let request = || operation.parameters.iter().map(|it| TsField::parameter(it, &spelling));
        let mut parameters: Vec<_> = request().collect();
        parameters.sort_by_key(|it| if it.is_channel { 0 } else { 1 + u8::from(it.optional) });
        let what = format!(
            "What is asked of `{}`. A key whose value is `undefined` or `null` is refused, and so is one that is none of \
             these.",
            if operation.is_local { &operation.name.camel } else { &operation.name.wire }
        );
        let answer = operation.result.as_ref().map_or_else(String::new, |result| format!(": {result}"));
        Self {
            file: operation.name.pascal.to_kebab_case(),
            doc: if operation.is_local { String::new() } else { method_doc(model, operation, &spelling) },
            all_doc: match &operation.pages {
                Some(pages) if operation.is_local => local::method_doc(model, operation, pages, &spelling),
                Some(pages) => all_doc(model, operation, pages),
                None => String::new(),
            },
            request_doc: comment("", &what, &[]),
            result_doc: comment("", &format!("The answer to `{}`{answer}.", operation.name.wire), &[]),
            parameters,
            request: request().collect(),
            result: std::iter::once(TsField::request_id())
                .chain(operation.output.iter().map(|it| TsField::new(it, Side::Received, &spelling)))
                .collect(),
            records: in_order(&operation.records).map(|it| TsRecord::new(it, &spelling)).collect(),
            enums: operation.enums.iter().map(|it| TsEnum::new(it, &spelling)).collect(),
            imports: Imports::new(model, operation),
            model: operation,
        }
    }
}

/// What the client's method does, with an example of what it must be given.
fn method_doc(model: &Model, operation: &Operation, spelling: &Spelling) -> String {
    let mut text = format!("{} (`{}`).", operation.summary, operation.name.wire);
    if let Some(doc) = &operation.doc {
        text = format!("{text}\n\n{doc}");
    }
    text = format!("{text}\n\n{}", operation.access);
    let mut given: Vec<_> = operation.parameters.iter().filter(|it| it.required).collect();
    given.sort_by_key(|it| it.kind != Kind::Channel);
    let given: Vec<_> = given
        .iter()
        .map(|it| format!("{}: {}", it.name.camel, example(model, operation, &it.kind, &it.example)))
        .collect();
    let call = format!("await client.{}(", operation.name.camel);
    let lines = match given.as_slice() {
        [] => vec![format!("{call}{{}})")],
        few if few.iter().map(String::len).sum::<usize>() < 60 => {
            vec![format!("{call}{{ {} }})", few.join(", "))]
        }
        many => {
            let lines = many.iter().map(|it| format!("  {it},"));
            std::iter::once(format!("{call}{{")).chain(lines).chain(["})".to_owned()]).collect()
        }
    };
    comment("  ", &spelling.of(&text), &lines)
}

/// What the method does that gives the items of all pages, with an example.
fn all_doc(model: &Model, operation: &Operation, pages: &Pages) -> String {
    let items = pages.items.snake.replace('_', " ");
    let text = format!(
        "Gives all {items} that `{}` lists, page by page. A page is fetched when its first item is asked for. An error ends \
         the loop.",
        operation.name.wire
    );
    let mut given: Vec<_> = operation
        .parameters
        .iter()
        .filter(|it| it.required && pages.asked_by().0.is_none_or(|index| it.name.wire != index.wire))
        .collect();
    given.sort_by_key(|it| it.kind != Kind::Channel);
    let given: Vec<_> = given
        .iter()
        .map(|it| format!("{}: {}", it.name.camel, example(model, operation, &it.kind, &it.example)))
        .collect();
    let request = if given.is_empty() { String::new() } else { format!("{{ {} }}", given.join(", ")) };
    let one = pages.item.camel.as_str();
    let lines = [
        format!("for await (const {one} of client.{}({request})) {{", pages.method.camel),
        format!("  console.log({one})"),
        "}".to_owned(),
    ];
    comment("  ", &text, &lines)
}

#[derive(Serialize)]
struct TsField<'a> {
    name: &'a str,
    snake: &'a str,
    doc: String,
    ty: String,
    optional: bool,
    is_channel: bool,
    /// How it crosses.
    table: String,
    /// The same for the conformance runner.
    plain: String,
}

impl<'a> TsField<'a> {
    fn of(name: &'a Name, kind: &'a Kind, ty: String, optional: bool, doc: &str) -> Self {
        let bare = table(kind);
        Self {
            name: &name.camel,
            snake: &name.snake,
            doc: comment("  ", doc, &[]),
            ty,
            optional,
            is_channel: *kind == Kind::Channel,
            table: if optional { format!("optional({bare})") } else { bare },
            plain: types::plain(kind),
        }
    }

    fn parameter(parameter: &'a Parameter, spelling: &Spelling) -> Self {
        let ty = if parameter.documented.is_empty() {
            type_of(&parameter.kind, Side::Sent)
        } else {
            types::open_set(parameter.documented.iter().map(String::as_str))
        };
        let doc = match parameter.kind {
            Kind::Channel => format!("{} {{@link OWN_CHANNEL}} for the account's own one.", parameter.doc),
            _ => parameter.doc.clone(),
        };
        Self::of(&parameter.name, &parameter.kind, ty, !parameter.required, &spelling.of(&doc))
    }

    fn new(field: &'a Field, side: Side, spelling: &Spelling) -> Self {
        let optional = field.absent == Absent::Nothing;
        Self::of(&field.name, &field.kind, type_of(&field.kind, side), optional, &spelling.of(&field.doc))
    }

    /// What every answer has.
    fn request_id() -> Self {
        Self {
            name: "requestId",
            snake: "request_id",
            doc: comment("  ", "The service's ID of the request.", &[]),
            ty: "string".to_owned(),
            optional: true,
            is_channel: false,
            table: "optional(text)".to_owned(),
            plain: types::plain(&Kind::Text),
        }
    }
}

#[derive(Serialize)]
struct TsRecord<'a> {
    name: &'a Name,
    doc: String,
    fields: Vec<TsField<'a>>,
}

impl<'a> TsRecord<'a> {
    fn new(record: &'a Record, spelling: &Spelling) -> Self {
        let side = if record.received { Side::Received } else { Side::Sent };
        let mut doc = record.doc.clone();
        if record.received && record.fields.iter().any(|it| it.kind == Kind::Count) {
            doc.push_str(
                "\n\nCounts are numbers: exact up to 2^53, the nearest number that JavaScript has beyond.",
            );
        }
        Self {
            name: &record.name,
            doc: comment("", &spelling.of(&doc), &[]),
            fields: record.fields.iter().map(|it| TsField::new(it, side, spelling)).collect(),
        }
    }
}

#[derive(Serialize)]
struct TsEnum<'a> {
    name: &'a Name,
    doc: String,
    ty: String,
}

impl<'a> TsEnum<'a> {
    fn new(model: &'a Enum, spelling: &Spelling) -> Self {
        let values = model.values.iter().map(|it| format!("- `{}`: {}", it.wire, it.doc));
        let empty = if model.has_empty { "; it is empty where the service left it out" } else { "" };
        let doc = format!(
            "{}\n\n{}\n\nWhat the service may add comes as it is{empty}.",
            model.doc,
            values.collect::<Vec<_>>().join("\n")
        );
        Self {
            name: &model.name,
            doc: comment("", &spelling.of(&doc), &[]),
            ty: types::open_set(model.values.iter().map(|it| it.wire.as_str())),
        }
    }
}

/// What the file of an operation needs of others.
#[derive(Serialize)]
struct Imports {
    /// The types that operations share.
    shared: BTreeSet<String>,
    /// What files by hand define, and where: a type and its module.
    by_hand: Vec<(&'static str, &'static str)>,
}

impl Imports {
    fn new(model: &Model, operation: &Operation) -> Self {
        let fields = operation.records.iter().flat_map(|it| &it.fields).chain(&operation.output);
        let kinds: Vec<_> =
            operation.parameters.iter().map(|it| &it.kind).chain(fields.map(|it| &it.kind)).collect();
        let is_shared = |name: &str| {
            let mut names =
                model.records.iter().map(|it| &it.name).chain(model.enums.iter().map(|it| &it.name));
            names.any(|it| it.wire == name)
        };
        let shared = kinds.iter().filter_map(|kind| match kind.named() {
            Some(Kind::Record { name } | Kind::Enum { name }) if is_shared(name) => Some(types::pascal(name)),
            _ => None,
        });
        let by_hand = [
            (Kind::AccessDeniedDetail, "AccessDeniedDetail", "error-fields"),
            (Kind::Channels, "KnownChannels", "enable-many"),
            (Kind::Error, "AnyCamsRoiError", "errors"),
            (Kind::Channel, "OWN_CHANNEL", "requests"),
        ];
        Self {
            shared: shared.collect(),
            by_hand: by_hand
                .into_iter()
                .filter(|(kind, ..)| kinds.contains(&kind))
                .map(|(_, name, file)| (name, file))
                .collect(),
        }
    }
}
