//! The core beside `wrk`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

/// The program with the server and the core's own comparison, optimised.
pub(super) fn program(workspace: &Workspace) -> Result<PathBuf> {
    workspace.build_release("cams-roi-benches", "cams-roi-benches")
}

/// Makes ready for the comparison, and tells how to run it.
pub(super) fn prepare(workspace: &Workspace) -> Result<Command> {
    process::install("wrk", "wrk")?;
    let mut command = Command::new(program(workspace)?);
    command.arg("compare");
    Ok(command)
}
