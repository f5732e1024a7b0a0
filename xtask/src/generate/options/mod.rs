//! The options of clients, calls and runs, in every package.

mod command;
mod docs;
mod reference;
mod rust;

use anyhow::Result;

pub(super) use self::docs::doc;

use super::files::Files;
use super::template::Templates;
use crate::model::Options;
use crate::workspace::Workspace;

/// Adds the files that are about options alone.
pub(super) fn add(
    files: &mut Files,
    workspace: &Workspace,
    options: &Options,
    templates: &Templates,
) -> Result<()> {
    rust::add(files, workspace.root(), options, templates)?;
    command::add(files, workspace.root(), options, templates)?;
    reference::add(files, options, templates)
}
