//! The examples in Python, and those whose tests are.

use std::path::Path;

use anyhow::Result;

use crate::package::python as package;
use crate::process;
use crate::python::Environment;
use crate::workspace::Workspace;

use super::super::python::install;
use super::super::runners::{Runner, Tally};
use super::FOLDER;
use super::world::World;

/// An example: its folder, and what it and its tests are installed from.
struct Example {
    name: &'static str,
    requirements: &'static [&'static str],
}

const EXAMPLES: [Example; 4] = [
    Example { name: "celery-workers", requirements: &["requirements.txt", "requirements-test.txt"] },
    Example { name: "cron", requirements: &["tests/requirements.txt"] },
    Example { name: "fastapi-celery-postgres", requirements: &["requirements.txt", "requirements-test.txt"] },
    Example { name: "notebook", requirements: &["requirements.txt", "requirements-test.txt"] },
];

impl Example {
    /// What it is installed into, but for what this checkout publishes.
    fn environment(&self, workspace: &Workspace) -> Result<Environment> {
        let files: Vec<_> =
            self.requirements.iter().map(|file| format!("{FOLDER}/{}/{file}", self.name)).collect();
        Environment::without_ours(workspace, &format!("example-{}", self.name), &files)
    }
}

/// Runs their tests with the wheel as it is published.
pub(super) fn run(workspace: &Workspace, world: &World) -> Result<Tally> {
    process::install("shellcheck", "shellcheck")?;
    let wheel = package::wheel(workspace)?;
    let tallies = EXAMPLES.iter().map(|example| {
        println!("--> {}", example.name);
        tests(example, workspace, world, &wheel).unwrap_or_else(|error| {
            eprintln!("error: {}: {error:#}", example.name);
            Tally::BROKEN
        })
    });
    Ok(tallies.sum())
}

fn tests(example: &Example, workspace: &Workspace, world: &World, wheel: &Path) -> Result<Tally> {
    let environment = example.environment(workspace)?;
    install(&environment, workspace, wheel)?;
    let folder = workspace.root().join(FOLDER).join(example.name);
    // With the package's own types, as whoever starts from it has them.
    let mut mypy = Environment::new(workspace, "lint", "xtask/requirements.txt")?.module("mypy", &folder);
    process::run(mypy.arg("--strict").arg("--python-executable").arg(environment.python()).arg("."))?;
    let mut pytest = environment.module("pytest", &folder);
    pytest.args(["-p", "no:cacheprovider"]);
    world.lend(&mut pytest);
    Runner::Pytest.run(pytest)
}
