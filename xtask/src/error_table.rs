//! The kinds of error, in the form in which the faces tell theirs.

use anyhow::Result;
use serde_json::{Value, json};

use crate::model;
use crate::workspace::Workspace;

/// The kinds of the model.
pub(crate) fn read(workspace: &Workspace) -> Result<Value> {
    let errors = model::read(workspace.root())?.errors;
    let kind = |it: &model::ErrorKind| {
        let parent = errors.parent(it).map(|parent| &parent.class);
        json!({ "name": it.class, "variant": it.name.wire, "parent": parent })
    };
    Ok(json!({ "kinds": errors.kinds.iter().map(kind).collect::<Vec<_>>() }))
}
