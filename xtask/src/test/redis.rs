//! Commands that share limits and runs, with Redis servers that the tests start and stop.

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

use super::runners::{NO_INSTANCE, Runner, Tally};

/// Runs the tests that need a server; those that need none are in the suite `rust`.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    process::install("redis-server", "redis-server")?;
    process::install("faketime", "faketime")?;
    let mut command = workspace.cargo();
    // The whole workspace, so that dependencies have the features with which they were built before.
    command.args([
        "test",
        "--workspace",
        "--no-fail-fast",
        "--features",
        "cams-roi-cli/test-redis",
        "--test",
        "cli",
        "--",
        "shared_limits::",
        "shared_journals::",
        "shared_runs::",
        "needs_redis",
    ]);
    command.env(NO_INSTANCE.0, NO_INSTANCE.1);
    let shared = Runner::Cargo.run(command)?;
    // As a program in Rust is built that leaves the feature `redis` out.
    let mut command = workspace.cargo();
    command.args(["test", "--no-fail-fast", "--package", "cams-roi", "--lib", "--", "journal::"]);
    let without = Runner::Cargo.run(command)?;
    Ok([shared, without].into_iter().sum())
}
