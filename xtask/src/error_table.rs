//! What the core says about its errors: its example `error_table` prints it.

use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process;
use crate::workspace::Workspace;

/// The kinds and the codes, as the example documents them.
pub(crate) fn read(workspace: &Workspace) -> Result<Value> {
    let program = workspace.build_example("error_table")?;
    serde_json::from_str(&process::output(&mut Command::new(program))?).context("error_table printed no JSON")
}
