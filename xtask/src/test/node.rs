//! The Node package: built, and tested against the emulator.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::node;
use crate::process;
use crate::workspace::Workspace;

use super::runners::{NO_INSTANCE, Runner, Tally};

/// The package, relative to the checkout.
pub(crate) const PACKAGE: &str = "node";

/// What the binding exports, as its build tells it, relative to the package.
pub(crate) const DECLARATIONS: &str = "native/generated/binding.d.cts";

/// Builds the package and runs its tests.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    tests(workspace, "dist-tests")
}

/// Runs the conformance cases alone.
pub(super) fn conformance(workspace: &Workspace) -> Result<Tally> {
    tests(workspace, "dist-tests/conformance.test.mjs")
}

fn tests(workspace: &Workspace, which: &str) -> Result<Tally> {
    let emulator = workspace.build("cams-roi")?;
    build(workspace)?;
    process::run(script(workspace, "build:tests")?.arg("--silent"))?;
    let mut command = node::node()?;
    command.args(["--test", "--test-reporter=spec", which]).env("CAMS_ROI_COMMAND", emulator);
    command.env(NO_INSTANCE.0, NO_INSTANCE.1);
    command.current_dir(workspace.root().join(PACKAGE));
    Runner::Node.run(command)
}

/// Builds the binding and the TypeScript over it. What the binding exports must be what is committed.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    let declarations = workspace.root().join(PACKAGE).join(DECLARATIONS);
    let committed = fs::read_to_string(&declarations).context("the binding's declarations are missing")?;
    build_bridge(workspace)?;
    let built = fs::read_to_string(&declarations)?;
    ensure!(committed == built, "{DECLARATIONS} was not what the binding exports; it is now: commit it");
    process::run(script(workspace, "build")?.arg("--silent"))
}

/// Builds the binding, which writes its declarations.
pub(crate) fn build_bridge(workspace: &Workspace) -> Result<()> {
    node::install_beside(workspace, PACKAGE)?;
    process::run(script(workspace, "build:native")?.arg("--silent"))
}

/// Its form: types, lints, formatting.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    node::install_beside(workspace, PACKAGE)?;
    process::run(script(workspace, "build")?.arg("--silent"))?;
    process::run(script(workspace, "build:tests")?.arg("--silent"))?;
    process::run(script(workspace, "check")?.arg("--silent"))
}

/// One of the package's scripts.
pub(crate) fn script(workspace: &Workspace, name: &str) -> Result<Command> {
    // Says so where there is no node, or one that is too old.
    node::node()?;
    let mut command = node::npm();
    command.args(["run", name]).current_dir(workspace.root().join(PACKAGE));
    command.env("CARGO_TARGET_DIR", workspace.target());
    Ok(command)
}
