//! The examples in JavaScript.

use std::fs;
use std::os::unix::fs::symlink;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::node;
use crate::workspace::Workspace;

use super::super::node as package;
use super::super::runners::{Runner, Tally};
use super::FOLDER;
use super::world::World;

const EXAMPLES: [&str; 1] = ["bullmq-workers"];

/// Runs their tests with the package as it is built for tests.
pub(super) fn run(workspace: &Workspace, world: &World) -> Result<Tally> {
    package::build(workspace)?;
    EXAMPLES.iter().map(|example| tests(example, workspace, world)).sum()
}

fn tests(example: &str, workspace: &Workspace, world: &World) -> Result<Tally> {
    println!("--> {example}");
    let project = workspace.own("examples").join(example);
    copy_without_ours(&format!("{FOLDER}/{example}"), workspace, &project)?;
    node::clean_install(&project)?;
    symlink(workspace.root().join(package::PACKAGE), project.join("node_modules/cams-roi"))?;
    let mut command = node::node()?;
    command.args(["--test", "--test-reporter=spec", "tests/"]).current_dir(&project);
    world.lend(&mut command);
    Runner::Node.run(command)
}

/// Copies an example, but for its dependencies on what this checkout publishes, which is in no registry when it is tested.
fn copy_without_ours(from: &str, workspace: &Workspace, to: &std::path::Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to.join("tests"))?;
    for folder in ["", "tests"] {
        for entry in fs::read_dir(workspace.root().join(from).join(folder))? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                fs::copy(entry.path(), to.join(folder).join(entry.file_name()))?;
            }
        }
    }
    let file = to.join("package.json");
    let mut manifest: Value = serde_json::from_str(&fs::read_to_string(&file)?)
        .with_context(|| format!("{from}/package.json is no JSON"))?;
    for kind in ["dependencies", "devDependencies"] {
        if let Some(dependencies) = manifest[kind].as_object_mut() {
            dependencies.retain(|name, _| !name.starts_with("cams-roi"));
        }
    }
    Ok(fs::write(file, serde_json::to_string_pretty(&manifest)?)?)
}
