//! Processes of every package that share one limit and one run, with a Redis server that the tests start and stop.

use anyhow::Result;

use crate::jvm;
use crate::process;
use crate::workspace::Workspace;

use super::runners::{Runner, Tally};
use super::with_servers::{FEATURES, cargo_test};
use super::{node, peers, python};

/// Builds each package quickly, and runs the tests that start a process of each.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    process::install("redis-server", "redis-server")?;
    let environment = peers::environment(workspace)?;
    python::install(&environment, workspace, &python::quick_wheel(workspace)?)?;
    node::build(workspace)?;
    let worker = workspace.build_example(FEATURES, "worker")?;
    let mut command = cargo_test(workspace, "cli");
    command.arg("languages::");
    command.env("CAMS_ROI_TEST_RUST", worker);
    command.env("CAMS_ROI_TEST_PYTHON", environment.python());
    command.env("CAMS_ROI_TEST_NODE_PACKAGE", workspace.root().join(node::PACKAGE));
    command.env("CAMS_ROI_TEST_CLASS_PATH", jvm::class_path(workspace, &["process-classes"])?);
    Runner::Cargo.run(command)
}
