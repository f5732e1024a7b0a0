//! `cargo xtask bench`: side by side with the official SDKs.

use std::fs;
use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;

use crate::node;
use crate::process;
use crate::python::Environment;
use crate::test::{node as node_package, peers, python as python_package};
use crate::workspace::Workspace;

/// The comparisons.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Comparison {
    /// The Python package
    Python,
    /// The Node package
    Node,
}

/// Runs a comparison.
pub(crate) fn run(workspace: &Workspace, comparison: Comparison) -> Result<()> {
    match comparison {
        Comparison::Python => python(workspace),
        Comparison::Node => node(workspace),
    }
}

fn python(workspace: &Workspace) -> Result<()> {
    let wheel = python_package::wheel(workspace, &python_package::environment(workspace)?)?;
    let both = Environment::new(workspace, "bench", &format!("{}/requirements.txt", peers::PYTHON))?;
    python_package::install(&both, workspace, &wheel)?;
    let mut python = std::process::Command::new(both.python());
    process::run(python.arg(workspace.root().join("benches/python/compare.py")))
}

fn node(workspace: &Workspace) -> Result<()> {
    node::install_beside(workspace, node_package::PACKAGE)?;
    // As small and as fast as it is shipped.
    for step in ["build:native:dist", "build"] {
        process::run(node_package::script(workspace, step)?.arg("--silent"))?;
    }
    let packed = workspace.own("node-packed");
    process::run(node_package::script(workspace, "pack:all")?.args(["--silent", "--"]).arg(&packed))?;
    let root = workspace.own("node-bench");
    install_packed(&packed, &root.join("ours"))?;
    node::install(workspace, "bench/official", peers::NODE)?;
    let mut compare = node::node()?;
    process::run(compare.arg(workspace.root().join("benches/node/compare.mjs")).arg(root))
}

/// Installs what was packed, and nothing else, as a user would.
fn install_packed(packed: &Path, directory: &Path) -> Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir_all(directory)?;
    fs::write(directory.join("package.json"), "{ \"private\": true }")?;
    let mut npm = node::npm();
    npm.args(["install", "--offline", "--no-audit", "--no-fund", "--silent"]).current_dir(directory);
    for entry in fs::read_dir(packed)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "tgz") {
            npm.arg(path);
        }
    }
    process::run(&mut npm)
}
