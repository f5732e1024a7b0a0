//! The Node package beside the official SDK.

use std::process::Command;

use anyhow::Result;

use crate::node;
use crate::package::{Plan, node as published};
use crate::test::peers;
use crate::workspace::Workspace;

/// Installs both, each in a directory of its own, and tells how to run the comparison.
pub(super) fn prepare(workspace: &Workspace, url: &str) -> Result<Command> {
    // As small and as fast as it is published.
    published::build(workspace, &Plan::here()?)?;
    let root = workspace.own("node-bench");
    published::install(workspace, &root.join("ours"))?;
    node::install(workspace, "bench/official", peers::NODE)?;
    let mut compare = node::node()?;
    compare.arg(workspace.root().join("benches/node/compare.mjs")).arg(root).arg(url);
    Ok(compare)
}
