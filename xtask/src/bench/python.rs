//! The Python package beside the official SDK.

use std::process::Command;

use anyhow::Result;

use crate::package::python as published;
use crate::python::Environment;
use crate::test::{peers, python as package};
use crate::workspace::Workspace;

/// Installs both into one environment, and tells how to run the comparison.
pub(super) fn prepare(workspace: &Workspace, url: &str) -> Result<Command> {
    let wheel = published::wheel(workspace)?;
    let both = Environment::new(workspace, "bench", &format!("{}/requirements.txt", peers::PYTHON))?;
    package::install(&both, workspace, &wheel)?;
    let mut compare = Command::new(both.python());
    compare.arg(workspace.root().join("benches/python/compare.py")).arg(url);
    Ok(compare)
}
