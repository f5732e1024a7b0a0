//! The Node package: built, and tested against the emulator.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::node;
use crate::process;
use crate::workspace::Workspace;

use super::runners::{NO_INSTANCE, Runner, Tally};

/// The package, relative to the checkout.
pub(crate) const PACKAGE: &str = "node";

/// Its runner of the conformance cases, once it is compiled, relative to the package.
pub(super) const CONFORMANCE: &str = "dist-tests/conformance.test.mjs";

/// What the binding exports, as its build tells it, relative to the package.
pub(crate) const DECLARATIONS: &str = "native/generated/binding.d.cts";

/// Builds the package and runs its tests.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    tests(workspace, "dist-tests")
}

/// Runs the conformance cases alone.
pub(super) fn conformance(workspace: &Workspace) -> Result<Tally> {
    tests(workspace, CONFORMANCE)
}

fn tests(workspace: &Workspace, which: &str) -> Result<Tally> {
    let emulator = build_with_tests(workspace)?;
    let mut command = node::node()?;
    command.args(["--test", "--test-reporter=spec", which]);
    run_with(workspace, Runner::Node, command, &emulator)
}

/// Runs tests by a runner's command.
pub(super) fn run_with(
    workspace: &Workspace,
    runner: Runner,
    mut command: Command,
    emulator: &Path,
) -> Result<Tally> {
    command.env("CAMS_ROI_COMMAND", emulator).env(NO_INSTANCE.0, NO_INSTANCE.1);
    command.current_dir(workspace.root().join(PACKAGE));
    runner.run(command)
}

/// Builds the package, its tests, and the command, whose file it gives.
pub(super) fn build_with_tests(workspace: &Workspace) -> Result<PathBuf> {
    let emulator = workspace.build("cams-roi")?;
    build(workspace)?;
    process::run(script(workspace, "build:tests")?.arg("--silent"))?;
    Ok(emulator)
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
