//! The examples in JavaScript and TypeScript.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::node;
use crate::process;
use crate::workspace::Workspace;

use super::super::node as package;
use super::super::runners::{Runner, Tally};
use super::FOLDER;
use super::world::World;

/// An example: its folder, where its tests are, and whether they are there only after a build.
struct Example {
    name: &'static str,
    tests: &'static str,
    is_built: bool,
}

const EXAMPLES: [Example; 2] = [
    Example { name: "bullmq-workers", tests: "tests/", is_built: false },
    Example { name: "nestjs-bullmq", tests: "dist/tests/application.test.js", is_built: true },
];

/// Runs their tests with the package as it is built for tests.
pub(super) fn run(workspace: &Workspace, world: &World) -> Result<Tally> {
    package::build(workspace)?;
    let tallies = EXAMPLES.iter().map(|example| {
        println!("--> {}", example.name);
        tests(example, workspace, world).unwrap_or_else(|error| {
            eprintln!("error: {}: {error:#}", example.name);
            Tally::BROKEN
        })
    });
    Ok(tallies.sum())
}

/// Their form.
pub(super) fn lint(workspace: &Workspace) -> Result<()> {
    node::install_beside(workspace, package::PACKAGE)?;
    let examples = workspace.root().join(FOLDER);
    let biome = workspace.root().join(package::PACKAGE).join("node_modules/.bin/biome");
    let mut check = Command::new(biome);
    check.args(["check", "--error-on-warnings"]).current_dir(examples);
    process::run(check.args(EXAMPLES.map(|example| example.name)))
}

fn tests(example: &Example, workspace: &Workspace, world: &World) -> Result<Tally> {
    let project = workspace.own("examples").join(example.name);
    if project.exists() {
        fs::remove_dir_all(&project)?;
    }
    copy(&workspace.root().join(FOLDER).join(example.name), &project)?;
    without_ours(&project.join("package.json"))?;
    node::clean_install(&project)?;
    symlink(workspace.root().join(package::PACKAGE), project.join("node_modules/cams-roi"))?;
    if example.is_built {
        process::run(node::npm().args(["run", "--silent", "build"]).current_dir(&project))?;
    }
    let mut command = node::node()?;
    command.args(["--test", "--test-reporter=spec", example.tests]).current_dir(&project);
    world.lend(&mut command);
    Runner::Node.run(command)
}

/// Copies a folder, but for what npm and the compiler leave there.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(name))?;
        } else if name != "node_modules" && name != "dist" {
            copy(&entry.path(), &to.join(name))?;
        }
    }
    Ok(())
}

/// Takes dependencies on what this checkout publishes out of a manifest: they are in no registry when it is tested.
fn without_ours(file: &Path) -> Result<()> {
    let mut manifest: Value = serde_json::from_str(&fs::read_to_string(file)?)
        .with_context(|| format!("{} is no JSON", file.display()))?;
    for kind in ["dependencies", "devDependencies"] {
        if let Some(dependencies) = manifest[kind].as_object_mut() {
            dependencies.retain(|name, _| !name.starts_with("cams-roi"));
        }
    }
    Ok(fs::write(file, serde_json::to_string_pretty(&manifest)?)?)
}
