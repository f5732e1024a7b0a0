//! The types by which Python's type checkers check the parameters of `call`.

use anyhow::{Result, ensure};
use serde::Serialize;

use super::entries::{Catalogue, Operation, Parameter, Shape};
use crate::generate::python::{PythonOptions, form};
use crate::generate::template::Templates;
use crate::model::Options;
use crate::python::Environment;
use crate::test::python::PACKAGE;
use crate::workspace::Workspace;

pub(super) const FILE: &str = "python/src/cams_roi/_calls.pyi";

/// The same, relative to the package.
const PATH: &str = "src/cams_roi/_calls.pyi";

/// How many operations a class may be named after.
const MOST_IN_A_NAME: usize = 3;

/// The file.
pub(super) fn write(
    workspace: &Workspace,
    catalogue: &Catalogue,
    options: &Options,
    templates: &Templates,
) -> Result<String> {
    let tools = Environment::new(workspace, "lint", "xtask/requirements.txt")?;
    let package = workspace.root().join(PACKAGE);
    form(&tools, &package, PATH, &text(catalogue, options, templates)?)
}

fn text(catalogue: &Catalogue, options: &Options, templates: &Templates) -> Result<String> {
    // One overload for all operations with the same parameters: a type checker tries them one after the other.
    let mut groups: Vec<Vec<&Operation>> = Vec::new();
    for operation in &catalogue.operations {
        match groups.iter_mut().find(|group| group[0].parameters == operation.parameters) {
            Some(group) => group.push(operation),
            None => groups.push(vec![operation]),
        }
    }
    let mut classes = Vec::new();
    let rows: Vec<Row<'_>> = groups.iter().map(|group| Row::new(group, &mut classes)).collect();
    let twice = classes
        .iter()
        .enumerate()
        .find(|(index, it)| classes[..*index].iter().any(|other| other.name == it.name));
    ensure!(twice.is_none(), "two classes have the name {}", twice.map_or("", |(_, class)| &class.name));
    templates.render("catalogue/calls.pyi.j2", &Rows { rows, classes, options: PythonOptions::new(options) })
}

/// What the template is given.
#[derive(Serialize)]
struct Rows<'a> {
    rows: Vec<Row<'a>>,
    classes: Vec<Class>,
    options: PythonOptions,
}

/// An overload.
#[derive(Serialize)]
struct Row<'a> {
    names: Vec<&'a str>,
    class: String,
    requires_nothing: bool,
}

impl<'a> Row<'a> {
    fn new(group: &[&'a Operation], classes: &mut Vec<Class>) -> Self {
        let first = group[0];
        let name = match group {
            [one] => one.name.clone(),
            // The parameters say more than many names do.
            _ if group.len() > MOST_IN_A_NAME => {
                first.parameters.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join("And")
            }
            _ => group.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join("Or"),
        };
        class(&name, &first.parameters, classes);
        // What is None is left out, so that a variable without a value may be given; but for the channel: without one
        // the service takes the account's own.
        if let Some(own) = classes.last_mut() {
            let may_be_none = |it: &&mut Field| !it.required && it.name != "CustSpaceId";
            own.fields.iter_mut().filter(may_be_none).for_each(|it| it.ty.push_str(" | None"));
        }
        let names = group.iter().map(|it| it.name.as_str()).collect();
        Self { names, class: name, requires_nothing: first.requires_nothing() }
    }
}

/// A dictionary with known keys.
#[derive(Serialize)]
struct Class {
    name: String,
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    name: String,
    required: bool,
    ty: String,
}

/// Adds the class of an object, behind those that it is made of.
fn class(name: &str, fields: &[Parameter], classes: &mut Vec<Class>) {
    let fields = fields
        .iter()
        .map(|it| Field {
            name: it.name.clone(),
            required: it.required,
            ty: type_of(&it.shape, &format!("{name}{}", it.name), classes),
        })
        .collect();
    classes.push(Class { name: name.to_owned(), fields });
}

/// The type of a value; `name` is that of the class which an object becomes.
fn type_of(shape: &Shape, name: &str, classes: &mut Vec<Class>) -> String {
    match shape {
        Shape::String { style: Some(_), .. } => "str | Mapping[str, Any] | Sequence[Any]".to_owned(),
        Shape::String { known, .. } if known.is_empty() => "str".to_owned(),
        Shape::String { known, .. } => {
            let words: Vec<_> = known.iter().map(|word| format!("\"{word}\"")).collect();
            format!("Literal[{}] | str", words.join(", "))
        }
        Shape::Int32 | Shape::Int64 => "int".to_owned(),
        Shape::Bool => "bool".to_owned(),
        Shape::Any => "Any".to_owned(),
        Shape::Array { items } => format!("Sequence[{}]", type_of(items, name, classes)),
        Shape::Map { values } => format!("Mapping[str, {}]", type_of(values, name, classes)),
        Shape::Object { fields } => {
            class(name, fields, classes);
            name.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::entries::tests::{sample, templates};
    use super::*;
    use crate::model::read;

    #[test]
    fn every_operation_has_an_overload_and_every_object_a_class() {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let model = read(root).expect("the model");
        let text = text(&sample(), &model.options, &templates()).expect("a file");
        for part in [
            "class ListAOrListD(TypedDict, total=False):\n    Size: int | None\n    Kind: Literal[\"x\", \"y\"] | str | None\n",
            "class OpenC(TypedDict, total=False): ...\n",
            "class SendBOf(TypedDict, total=False):\n    Count: Required[int]\n    More: Mapping[str, Any]\n\n\
             class SendB(TypedDict, total=False):\n    To: Required[str]\n    \
             Content: str | Mapping[str, Any] | Sequence[Any] | None\n    Tags: Sequence[Literal[\"a\"] | str] | None\n    \
             Old: bool | None\n    Of: Required[SendBOf]\n",
            "action: Literal[\"ListA\", \"ListD\"], parameters: ListAOrListD | None = None, **options",
            "action: Literal[\"SendB\"], parameters: SendB, **options",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}
