//! One reader for each face. Each looks at what is built, as its users get it, and tells what it finds in the face's own
//! spelling; `Surface::read` says in which form.

mod command;
mod node;
mod python;
mod rust;

use anyhow::Result;
use serde_json::Value;

use super::surface::Face;
use crate::workspace::Workspace;

/// What the face offers. `errors` is the core's table of errors.
pub(super) fn read(workspace: &Workspace, face: Face, errors: &Value) -> Result<Value> {
    match face {
        Face::Rust => rust::read(workspace, errors),
        Face::Python => python::read(workspace),
        Face::Node => node::read(workspace),
        Face::Command => command::read(workspace, errors),
    }
}

/// The classes of the core's kinds with their parents; `CamsRoiError` stands for the type that all have in common.
fn classes(errors: &Value) -> Value {
    let kinds = errors["kinds"].as_array().into_iter().flatten();
    let class = |kind: &Value| Some((kind["name"].as_str()?.to_owned(), parent(kind)));
    let root = ("CamsRoiError".to_owned(), Value::Null);
    kinds.filter_map(class).chain([root]).collect::<serde_json::Map<_, _>>().into()
}

fn parent(kind: &Value) -> Value {
    kind["parent"].as_str().unwrap_or("CamsRoiError").into()
}
