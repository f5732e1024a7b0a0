//! One reader for each face. Each looks at what is built, as its users get it, and tells what it finds in the face's own
//! spelling; `Surface::read` says in which form.

mod command;
mod kotlin;
mod node;
mod python;
mod rust;
mod swift;

use anyhow::Result;
use serde_json::Value;

use super::surface::Face;
use crate::workspace::Workspace;

/// Whether the checkout has it.
pub(super) fn is_present(workspace: &Workspace, face: Face) -> bool {
    let directory = match face {
        Face::Rust => "crates/cams-roi",
        Face::Python => "python",
        Face::Node => "node",
        Face::Kotlin => kotlin::PACKAGE,
        Face::Swift => swift::PACKAGE,
        Face::Command => "crates/cams-roi-cli",
    };
    workspace.root().join(directory).is_dir()
}

/// What the face offers. `errors` is the core's table of errors.
pub(super) fn read(workspace: &Workspace, face: Face, errors: &Value) -> Result<Value> {
    match face {
        Face::Rust => rust::read(workspace, errors),
        Face::Python => python::read(workspace),
        Face::Node => node::read(workspace),
        Face::Kotlin => kotlin::read(workspace),
        Face::Swift => swift::read(workspace),
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
