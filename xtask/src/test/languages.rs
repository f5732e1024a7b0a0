//! Processes of every package that share one limit and one run, with a Redis server that the tests start and stop.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

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
    command.env("CAMS_ROI_TEST_CLASS_PATH", class_path(workspace)?);
    Runner::Cargo.run(command)
}

/// The compiled JVM package, with the library that is built quickly, and what it needs.
fn class_path(workspace: &Workspace) -> Result<OsString> {
    let list = workspace.own("languages.jars");
    let mut maven = jvm::maven(workspace)?;
    maven.args(["--quiet", "process-classes", "dependency:build-classpath", "-DincludeScope=runtime"]);
    process::run(maven.arg(format!("-Dmdep.outputFile={}", list.display())))?;
    let classes = workspace.root().join(jvm::PROJECT).join("target/classes");
    let jars = fs::read_to_string(list)?;
    let jars = env::split_paths(jars.trim()).collect::<Vec<_>>();
    Ok(env::join_paths([classes.as_path()].into_iter().chain(jars.iter().map(Path::new)))?)
}
