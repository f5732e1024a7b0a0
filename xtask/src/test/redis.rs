//! Commands that share limits and runs, with Redis servers that the tests start and stop.

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

use super::runners::{Runner, Tally};
use super::with_servers::cargo_test;

/// Runs the tests that need a server; those that need none are in the suite `rust`.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    process::install("redis-server", "redis-server")?;
    process::install("faketime", "faketime")?;
    let mut command = cargo_test(workspace, "cli");
    command.args(["shared_limits::", "shared_journals::", "shared_runs::", "needs_redis"]);
    let shared = Runner::Cargo.run(command)?;
    // As a program in Rust is built that leaves the feature `redis` out.
    let mut command = workspace.cargo();
    command.args(["test", "--no-fail-fast", "--package", "cams-roi", "--lib", "--", "journal::"]);
    let without = Runner::Cargo.run(command)?;
    Ok([shared, without].into_iter().sum())
}
