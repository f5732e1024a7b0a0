//! What is written of `model/catalogue.json`: the core's table of operations, the types of `call` in TypeScript and in
//! Python, and the page of all operations.

mod core;
mod entries;
mod node;
mod page;
mod python;

use std::fs;

use anyhow::{Context as _, Result};

use self::entries::Catalogue;
use super::files::Files;
use super::template::Templates;
use crate::model::Model;
use crate::workspace::Workspace;

/// What is known of the service's operations.
const CATALOGUE: &str = "model/catalogue.json";

/// Adds the files.
pub(super) fn add(
    files: &mut Files,
    workspace: &Workspace,
    model: &Model,
    templates: &Templates,
) -> Result<()> {
    let text = fs::read_to_string(workspace.root().join(CATALOGUE)).context(CATALOGUE)?;
    let catalogue = Catalogue::read(&text).context(CATALOGUE)?;
    files.add(core::FILE, core::write(workspace.root(), &catalogue, templates)?);
    files.add(node::FILE, node::write(workspace, &catalogue, templates)?);
    files.add(python::FILE, python::write(workspace, &catalogue, &model.options, templates)?);
    files.add(page::FILE, page::write(&catalogue, &model.operations, templates)?);
    Ok(())
}
