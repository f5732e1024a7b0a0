//! The Node package beside the official SDK.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::node;
use crate::process;
use crate::test::{node as package, peers};
use crate::workspace::Workspace;

/// Installs both, each in a directory of its own, and tells how to run the comparison.
pub(super) fn prepare(workspace: &Workspace, url: &str) -> Result<Command> {
    node::install_beside(workspace, package::PACKAGE)?;
    // As small and as fast as it is shipped.
    for step in ["build:native:dist", "build"] {
        process::run(package::script(workspace, step)?.arg("--silent"))?;
    }
    let packed = workspace.own("node-packed");
    process::run(package::script(workspace, "pack:all")?.args(["--silent", "--"]).arg(&packed))?;
    let root = workspace.own("node-bench");
    install_packed(&packed, &root.join("ours"))?;
    node::install(workspace, "bench/official", peers::NODE)?;
    let mut compare = node::node()?;
    compare.arg(workspace.root().join("benches/node/compare.mjs")).arg(root).arg(url);
    Ok(compare)
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
