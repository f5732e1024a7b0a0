//! The Kotlin package: its Maven project builds it, tests it against the emulator, and runs projects that depend on it.

use std::path::Path;

use anyhow::Result;

use crate::jvm;
use crate::process;
use crate::workspace::Workspace;

use super::runners::{Runner, Tally};

/// Runs the project's whole build.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let mut maven = jvm::maven(workspace)?;
    maven.arg("verify");
    Runner::Surefire.run(maven)
}

/// Runs the conformance cases alone.
pub(super) fn conformance(workspace: &Workspace) -> Result<Tally> {
    let mut maven = jvm::maven(workspace)?;
    maven.args(["test", "-Dtest=ConformanceTest"]);
    Runner::Surefire.run(maven)
}

/// The same on another JDK, as they were last compiled.
pub(super) fn conformance_on(workspace: &Workspace, java: &Path) -> Result<Tally> {
    let mut maven = jvm::maven(workspace)?;
    maven.args(["surefire:test", "-Dtest=ConformanceTest"]).arg(format!("-Djvm={}", java.display()));
    Runner::Surefire.run(maven)
}

/// Its form: layout, and that everything public is documented.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    process::run(jvm::maven(workspace)?.args(["--quiet", "-Plint", "validate"]))
}
