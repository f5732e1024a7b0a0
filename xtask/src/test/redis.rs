//! Commands that share limits, with Redis servers that the tests start and stop.

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

use super::runners::{NO_INSTANCE, Runner, Tally};

/// Runs the tests that need a server; those that need none are in the suite `rust`.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    process::install("redis-server", "redis-server")?;
    let mut command = workspace.cargo();
    command.args(["test", "--no-fail-fast", "--package", "cams-roi-cli", "--features", "test-redis"]);
    command.args(["--test", "cli", "--", "shared_limits::"]).env(NO_INSTANCE.0, NO_INSTANCE.1);
    Runner::Cargo.run(command)
}
