//! `cargo xtask bench`: side by side with the official SDKs.

use anyhow::Result;
use clap::ValueEnum;

use crate::process;
use crate::python::Environment;
use crate::test::{peers, python as python_package};
use crate::workspace::Workspace;

/// The comparisons.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Comparison {
    /// The Python package
    Python,
}

/// Runs a comparison.
pub(crate) fn run(workspace: &Workspace, comparison: Comparison) -> Result<()> {
    match comparison {
        Comparison::Python => python(workspace),
    }
}

fn python(workspace: &Workspace) -> Result<()> {
    let wheel = python_package::wheel(workspace, &python_package::environment(workspace)?)?;
    let both = Environment::new(workspace, "bench", &format!("{}/requirements.txt", peers::PYTHON))?;
    python_package::install(&both, workspace, &wheel)?;
    let mut python = std::process::Command::new(both.python());
    process::run(python.arg(workspace.root().join("benches/python/compare.py")))
}
