//! The Python package's operations: classes of results, requests with their checks, methods of both clients, exports,
//! and what the runner of conformance cases must know of them.

mod docs;
mod errors;
mod local;
mod names;
mod options;
mod pages;
mod types;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Serialize;

use self::local::PythonLocal;
pub(super) use self::options::PythonOptions;
use self::pages::PythonPages;
use self::types::Types;
use super::files::{Files, formatted};
use super::template::Templates;
use crate::model::{Absent, Field, Kind, Model, Operation, Parameter, Record};
use crate::python::Environment;
use crate::workspace::Workspace;

/// The package, and what in it holds nothing but what is written from the model.
const PACKAGE: &str = "python";
const FOLDER: &str = "python/src/cams_roi/_operations";

/// The files, relative to the package.
const FILES: [(&str, &str); 7] = [
    ("python/init.py.j2", "src/cams_roi/__init__.py"),
    ("python/errors.py.j2", "src/cams_roi/_errors.py"),
    ("python/operations.py.j2", "src/cams_roi/_operations/__init__.py"),
    ("python/client.py.j2", "src/cams_roi/_operations/client.py"),
    ("python/async_client.py.j2", "src/cams_roi/_operations/async_client.py"),
    ("python/settings.py.j2", "src/cams_roi/_settings.py"),
    ("python/conformance.py.j2", "tests/operations.py"),
];

/// Adds the package's files.
pub(super) fn add(
    files: &mut Files,
    workspace: &Workspace,
    model: &Model,
    templates: &Templates,
) -> Result<()> {
    let tools = Environment::new(workspace, "lint", "xtask/requirements.txt")?;
    let package = workspace.root().join(PACKAGE);
    let context = Context::new(model)?;
    files.owns(FOLDER);
    for (template, path) in FILES {
        let text = templates.render(template, &context)?;
        files.add(format!("{PACKAGE}/{path}"), form(&tools, &package, path, &text)?);
    }
    Ok(())
}

/// Takes out imports that nothing needs, sorts the others, and formats the rest.
pub(super) fn form(tools: &Environment, package: &Path, path: &str, text: &str) -> Result<String> {
    let python = tools.python().to_str().context("the path of Python is no text")?;
    let ruff = |arguments: &[&str], path: &str, text: &str| {
        let arguments = [&["-m", "ruff"], arguments, &["--no-cache", "--stdin-filename", path, "-"]].concat();
        formatted(package, python, &arguments, text)
    };
    // Unused imports of a package's own file are left alone: they could be meant to be imported from there.
    let as_module = path.replace("_operations/__init__", "_operations/operations");
    let text = ruff(&["check", "--quiet", "--fix-only", "--select", "F401,I,RUF022"], &as_module, text)?;
    ruff(&["format", "--quiet"], path, &text)
}

#[derive(Serialize)]
struct Context<'a> {
    operations: Vec<PythonOperation<'a>>,
    /// What the library does itself.
    local: Vec<PythonLocal<'a>>,
    records: Vec<PythonRecord<'a>>,
    /// The names of all classes.
    classes: Vec<String>,
    errors: Vec<errors::Class<'a>>,
    options: PythonOptions,
}

impl<'a> Context<'a> {
    fn new(model: &'a Model) -> Result<Self> {
        let shared = Types::new(model, None);
        let operations: Vec<_> =
            model.operations.iter().map(|it| PythonOperation::new(model, it)).collect::<Result<_>>()?;
        let local = model.local.iter().map(|it| PythonLocal::new(model, it)).collect::<Result<_>>()?;
        let own = model.all().flat_map(|operation| {
            operation.records.iter().map(move |it| PythonRecord::new(Types::new(model, Some(operation)), it))
        });
        let all = model.records.iter().map(|it| PythonRecord::new(shared, it)).chain(own);
        let records: Vec<_> = all.collect::<Result<_>>()?;
        let results = operations.iter().map(|it| it.result.clone());
        let classes: Vec<_> = records.iter().map(|it| it.class.clone()).chain(results).collect();
        let mut seen = BTreeSet::new();
        if let Some(twice) = classes.iter().find(|name| !seen.insert(name.as_str())) {
            bail!("two classes of the Python package would be called {twice}");
        }
        let errors = errors::classes(&model.errors)?;
        Ok(Self { operations, local, records, classes, errors, options: PythonOptions::new(&model.options) })
    }
}

#[derive(Serialize)]
struct PythonOperation<'a> {
    model: &'a Operation,
    /// In the order of the signature: the channel, what is required, what is not.
    signature: Vec<PythonParameter<'a>>,
    /// How many of them may be given by their place.
    positional: usize,
    /// In the order in which the binding takes them.
    parameters: Vec<PythonParameter<'a>>,
    summary: String,
    details: String,
    /// The class of the result, its docstring, its fields, and the class of its rows where it is a table.
    result: String,
    result_docstring: String,
    fields: Vec<PythonField<'a>>,
    row: Option<String>,
    converts: bool,
    pages: Option<PythonPages>,
}

impl<'a> PythonOperation<'a> {
    fn new(model: &'a Model, operation: &'a Operation) -> Result<Self> {
        let types = Types::new(model, Some(operation));
        let parameters = || operation.parameters.iter().map(|it| PythonParameter::new(types, operation, it));
        let mut signature: Vec<_> = parameters().collect();
        signature.sort_by_key(|it| (it.model.kind != Kind::Channel, !it.model.required));
        let required: Vec<_> = signature.iter().filter(|it| it.model.required).collect();
        let positional =
            usize::from(matches!(required.as_slice(), [only] if only.model.kind == Kind::Channel));
        let row = operation.row().map(types::class);
        let own_rows = row.as_ref().filter(|row| operation.records.iter().any(|it| it.name.pascal == **row));
        let result = match own_rows {
            Some(row) => names::plural(row),
            None => format!("{}Result", operation.name.pascal),
        };
        let mut fields = vec![PythonField::request_id()];
        fields.extend(operation.output.iter().map(|it| PythonField::new(types, it, row.is_some())));
        let answer = format!("The answer to `{}`", operation.name.snake);
        let result_doc = match (&operation.result, &row) {
            (Some(result), _) => format!("{answer}: {}.", docs::prose(result)),
            (None, Some(_)) => format!("{answer}: a sequence of rows, empty where there is no data."),
            (None, None) => format!("{answer}."),
        };
        Ok(Self {
            model: operation,
            pages: operation
                .pages
                .as_ref()
                .map(|it| PythonPages::new(it, operation, &signature, row.is_some()))
                .transpose()?,
            parameters: parameters().collect(),
            positional,
            signature,
            summary: docs::summary_line(&docs::prose(&docs::imperative(&operation.summary)), INDENT)?,
            details: docs::wrapped(&details(operation), INDENT, INDENT),
            result_docstring: docs::docstring(&result_doc, CLASS_INDENT)?,
            converts: fields.iter().any(|it| it.converts),
            fields,
            result,
            row,
        })
    }
}

/// What a method's docstring says besides its summary.
fn details(operation: &Operation) -> String {
    let wire = &operation.name.wire;
    let access = docs::prose(&operation.access);
    let repeated = if operation.may_run_twice {
        ""
    } else {
        " A call on which the service may have acted is not repeated."
    };
    let doc = operation.doc.as_deref().map(|doc| format!("{} ", docs::prose(doc))).unwrap_or_default();
    format!("Calls ``{wire}``. {doc}{access}{repeated}")
}

const INDENT: &str = "        ";
const CLASS_INDENT: &str = "    ";

#[derive(Serialize)]
struct PythonParameter<'a> {
    model: &'a Parameter,
    name: String,
    annotation: String,
    /// What the docstring says of it.
    doc: String,
    /// The expression by which it is checked.
    checked: String,
    /// The function that makes it of a case's JSON.
    reader: String,
}

impl<'a> PythonParameter<'a> {
    fn new(types: Types<'a>, operation: &Operation, model: &'a Parameter) -> Self {
        let name = names::parameter(&model.name.snake);
        let doc = docs::prose(&model.doc);
        let doc = match model.kind {
            Kind::Channel => docs::amended(&doc, "; ", "or `OWN_CHANNEL` for the account's own"),
            Kind::Time => docs::amended(&doc, "; ", "an aware datetime"),
            _ => doc,
        };
        let checked = match &model.kind {
            Kind::Channel => format!("_arguments.channel(\"{}\", {name})", operation.name.wire),
            _ if local::is_path(operation, model) => {
                types::unless_none(!model.required, &name, format!("_arguments.path(\"{name}\", {name})"))
            }
            kind => {
                let checked = types::checked(kind, &format!("\"{name}\""), &name);
                let checked = match allowed(types, model) {
                    Some(allowed) => format!(
                        "{}, {})",
                        checked.strip_suffix(')').unwrap_or(&checked),
                        docs::literal(&allowed)
                    ),
                    None => checked,
                };
                types::unless_none(!model.required, &name, checked)
            }
        };
        let item = format!("{name}: {doc}");
        Self {
            annotation: if local::is_path(operation, model) {
                "str | PathLike[str]".to_owned()
            } else {
                types.given(&model.kind)
            },
            doc: docs::wrapped(&item, &format!("{INDENT}    "), &format!("{INDENT}        ")),
            reader: types::reader(&model.kind),
            checked,
            name,
            model,
        }
    }
}

/// What the hint of an error says may be given, where it is more than a type.
fn allowed(types: Types<'_>, parameter: &Parameter) -> Option<String> {
    match &parameter.kind {
        Kind::Id => Some(format!("a text, for example '{}'", parameter.example.as_str()?)),
        kind => {
            let words = types.words(kind)?.values.iter().map(|value| format!("'{}'", value.wire));
            Some(words.collect::<Vec<_>>().join(" or "))
        }
    }
}

#[derive(Serialize)]
struct PythonRecord<'a> {
    model: &'a Record,
    /// Whether it is of what the library does itself.
    is_local: bool,
    class: String,
    docstring: String,
    fields: Vec<PythonField<'a>>,
    /// The function that checks one that is sent.
    check: String,
    converts: bool,
}

impl<'a> PythonRecord<'a> {
    fn new(types: Types<'a>, model: &'a Record) -> Result<Self> {
        let fields: Vec<_> = model.fields.iter().map(|it| PythonField::new(types, it, false)).collect();
        Ok(Self {
            is_local: types.is_local(),
            class: model.name.pascal.clone(),
            docstring: docs::docstring(&docs::prose(&model.doc), CLASS_INDENT)?,
            check: types::record_check(&model.name.wire),
            converts: model.received && fields.iter().any(|it| it.converts),
            fields,
            model,
        })
    }
}

#[derive(Serialize)]
struct PythonField<'a> {
    /// Nothing of the request's ID, which every answer has.
    model: Option<&'a Field>,
    name: String,
    /// The variable that holds what the binding gives, and the expression that makes the field's value of it.
    variable: String,
    value: String,
    converts: bool,
    annotation: String,
    is_optional: bool,
    /// What callers give for one that is sent.
    given: String,
    /// The docstring, and the same as an expression.
    docstring: String,
    literal: String,
    /// The expression by which it is checked in a record that is sent, and by which it is made of a case's JSON.
    checked: String,
    of_json: String,
}

impl<'a> PythonField<'a> {
    fn request_id() -> Self {
        let doc = "The service's ID of the request.";
        Self {
            model: None,
            name: "request_id".to_owned(),
            variable: "request_id".to_owned(),
            value: "request_id".to_owned(),
            converts: false,
            annotation: "str | None".to_owned(),
            is_optional: true,
            given: String::new(),
            docstring: docs::attribute(doc, CLASS_INDENT),
            literal: docs::literal(doc),
            checked: String::new(),
            of_json: String::new(),
        }
    }

    fn new(types: Types<'a>, field: &'a Field, is_rows: bool) -> Self {
        let name = names::field(&field.name.snake);
        let variable = names::variable(&name);
        let is_optional = field.absent == Absent::Nothing;
        let or_none =
            |annotation: String| if is_optional { format!("{annotation} | None") } else { annotation };
        let converted = types::converted(&field.kind, &variable);
        let place = format!("f\"{{name}}.{name}\"");
        let attribute = format!("given.{name}");
        let key = format!("given[\"{}\"]", field.name.snake);
        let key = if is_optional { format!("given.get(\"{}\")", field.name.snake) } else { key };
        let read = types::of_json(&field.kind, &key).map(|read| types::unless_none(is_optional, &key, read));
        let doc = field_doc(types, field, is_rows);
        Self {
            converts: converted.is_some(),
            value: converted
                .map_or_else(|| variable.clone(), |value| types::unless_none(is_optional, &variable, value)),
            annotation: or_none(types::received(&field.kind)),
            given: or_none(types.given(&field.kind)),
            docstring: docs::attribute(&doc, CLASS_INDENT),
            literal: docs::value(&name, &doc),
            checked: types::unless_none(
                is_optional,
                &attribute,
                types::checked(&field.kind, &place, &attribute),
            ),
            of_json: read.unwrap_or(key),
            model: Some(field),
            name,
            variable,
            is_optional,
        }
    }
}

fn field_doc(types: Types<'_>, field: &Field, is_rows: bool) -> String {
    let doc = docs::prose(&field.doc);
    if is_rows {
        return format!("{doc} The result itself is a sequence of them, too.");
    }
    match &field.kind {
        Kind::Time | Kind::IsoTime => docs::amended(&doc, ", ", "in UTC"),
        kind => match types.words(kind) {
            Some(words) => {
                let words: Vec<_> = words.values.iter().map(|value| format!("``{}``", value.wire)).collect();
                docs::amended(&doc, ": ", &format!("{}, or what the service may add", words.join(", ")))
            }
            None => doc,
        },
    }
}
