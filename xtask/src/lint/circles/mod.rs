//! Files that need one another in a circle: none of them can be read, tested or replaced alone.

mod attributes;
mod graph;
mod modules;
mod paths;
mod resolve;
#[cfg(test)]
mod tests;

use std::fs;

use anyhow::{Result, bail};

use self::graph::Graph;
use self::modules::Modules;
use crate::workspace::Workspace;

/// The crates that must have none, each by the file in which it begins.
const CRATES: [&str; 5] = [
    "crates/cams-roi/src/lib.rs",
    "crates/cams-roi-emulator/src/lib.rs",
    "crates/cams-roi-store/src/lib.rs",
    "crates/cams-roi-report/src/lib.rs",
    "crates/cams-roi-cli/src/main.rs",
];

/// Names every circle, file by file, with the lines that make it.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let mut found = Vec::new();
    for root in CRATES {
        let read = |name: &str| fs::read_to_string(workspace.root().join(name)).ok();
        found.extend(circles(root, &read)?);
    }
    if !found.is_empty() {
        bail!("\n{}", found.join("\n"));
    }
    Ok(())
}

/// A description of each circle in the crate that begins in `root`. `read` gives a file's text.
fn circles(root: &str, read: &dyn Fn(&str) -> Option<String>) -> Result<Vec<String>> {
    let graph = Graph::of(&Modules::read(root, read)?)?;
    Ok(graph.circles().iter().map(|circle| graph.describe(circle)).collect())
}
