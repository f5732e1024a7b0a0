//! The store beside the databases' own programs.

use anyhow::Result;

use super::figures::Section;
use crate::workspace::Workspace;

/// PostgreSQL is started as Debian has it.
#[cfg(not(unix))]
pub(super) fn measure(_: &Workspace) -> Result<Section> {
    anyhow::bail!("the databases of this comparison are started on Linux alone")
}

/// Measures with a server that stops at the end, and that writes what it was given to the disk.
#[cfg(unix)]
pub(super) fn measure(workspace: &Workspace) -> Result<Section> {
    use std::process::Command;

    use crate::postgres::{Durability, Server};
    use crate::process;

    let program = workspace.build_release("cams-roi-store-benches", "cams-roi-store-benches")?;
    process::install("sqlite3", "sqlite3")?;
    let server = Server::start(Durability::Kept)?;
    let mut command = Command::new(program);
    command.args(["compare", &server.url()]);
    super::measured(command, "the store")
}
