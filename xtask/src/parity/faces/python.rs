//! The Python package: the wheel, built and installed as it is tested.

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process;
use crate::test::python;
use crate::workspace::Workspace;

/// The part that runs where the wheel is installed.
const READER: &str = "xtask/src/parity/faces/python_reader.py";

pub(super) fn read(workspace: &Workspace) -> Result<Value> {
    let environment = python::environment(workspace)?;
    let wheel = python::wheel(workspace, &environment)?;
    python::install(&environment, workspace, &wheel)?;
    // Isolated: nothing but what is installed, whatever the environment says.
    let mut reader = std::process::Command::new(environment.python());
    reader.arg("-I").arg(workspace.root().join(READER));
    serde_json::from_str(&process::output(&mut reader)?).context("the reader printed no JSON")
}
