//! What is written of `model/catalogue.json`: the core's table of operations, and the types of `call` in TypeScript and
//! in Python.

mod core;
mod entries;
mod node;
mod python;

use std::fs;

use anyhow::{Context as _, Result};

use self::entries::Catalogue;
use super::files::Files;
use super::template::Templates;
use crate::model::Options;
use crate::workspace::Workspace;

/// What is known of the service's operations.
const CATALOGUE: &str = "model/catalogue.json";

/// Adds the files.
pub(super) fn add(
    files: &mut Files,
    workspace: &Workspace,
    options: &Options,
    templates: &Templates,
) -> Result<()> {
    let text = fs::read_to_string(workspace.root().join(CATALOGUE)).context(CATALOGUE)?;
    let catalogue = Catalogue::read(&text).context(CATALOGUE)?;
    files.add(core::FILE, core::write(workspace.root(), &catalogue, templates)?);
    files.add(node::FILE, node::write(workspace, &catalogue, templates)?);
    files.add(python::FILE, python::write(workspace, &catalogue, options, templates)?);
    Ok(())
}
