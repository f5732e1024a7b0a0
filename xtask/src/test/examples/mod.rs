//! The examples, each with the packages as they are published and the emulator.

#[cfg(unix)]
mod jvm;
#[cfg(unix)]
mod node;
#[cfg(unix)]
mod python;
#[cfg(unix)]
mod swift;
#[cfg(unix)]
mod world;

use anyhow::Result;

use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

use super::runners::Tally;

/// Where they are, relative to the checkout.
const FOLDER: &str = "examples";

/// They are for machines that have a shell.
#[cfg(not(unix))]
pub(super) fn run(_: &Workspace) -> Result<Tally> {
    anyhow::bail!("the examples are tested on Linux alone")
}

/// Runs all of them. One that cannot run does not keep the others from it.
#[cfg(unix)]
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let world = world::World::begin(workspace)?;
    let tallies = [
        ("Python", python::run(workspace, &world)),
        ("Node", node::run(workspace, &world)),
        ("JVM", jvm::run(workspace, &world)),
        ("Swift", swift::run(workspace, &world)),
    ];
    let counted = tallies.into_iter().map(|(language, tally)| {
        tally.unwrap_or_else(|error| {
            eprintln!("error: {language}: {error:#}");
            Tally::BROKEN
        })
    });
    Ok(counted.sum())
}

/// The form of what is written in Python, JavaScript and TypeScript.
pub(crate) fn lint(workspace: &Workspace, tools: &Environment) -> Result<()> {
    let folder = workspace.root().join(FOLDER);
    process::run(tools.module("ruff", &folder).args(["format", "--check", "."]))?;
    process::run(tools.module("ruff", &folder).args(["check", "."]))?;
    #[cfg(unix)]
    node::lint(workspace)?;
    Ok(())
}
